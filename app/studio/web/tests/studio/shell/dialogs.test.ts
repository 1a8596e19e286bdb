import { expect, test } from "vitest";
import { beginDialogs, openDialog, useDialog } from "../../../src/studio/shell/state/dialogs";
import { useStudio } from "../../../src/studio/state/studio";
import { session } from "../sessions";

test("a dialog closes with the scene that it was opened in", () => {
  beginDialogs();
  useStudio.setState({ session: session("a") });
  openDialog("render");
  useStudio.setState({ draft: "typing" });
  expect(useDialog.getState().open).toBe("render");
  useStudio.setState({ session: session("b") });
  expect(useDialog.getState().open).toBe(null);
});
