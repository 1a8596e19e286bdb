import { expect, test } from "vitest";
import { beginRenderForm, useRenderForm } from "../../../src/studio/shell/jobs/renderForm";
import { useStudio } from "../../../src/studio/state/studio";
import { session } from "../sessions";

test("cameras and frames of a scene are not asked of the next one", () => {
  beginRenderForm();
  useStudio.setState({ session: session("a") });
  useRenderForm.setState({ cameras: [1], frame: 7, width: 640 });
  useStudio.setState({ draft: "typing" });
  expect(useRenderForm.getState()).toMatchObject({ cameras: [1], frame: 7 });
  useStudio.setState({ session: session("b") });
  expect(useRenderForm.getState()).toMatchObject({ cameras: null, frame: 0, width: 640 });
});
