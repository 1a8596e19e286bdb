// Connects the viewport with the store: the viewport knows nothing of either.

import type { EditOutcome, ViewportTransport } from "../../protocol";
import { getBytes, sendForBytes } from "../api/client";
import { edit, onStep, refetch, sessionPath, stepHistory, useStudio, type Outcome } from "./studio";

export function studioTransport(): ViewportTransport {
  return {
    async state() {
      if (useStudio.getState().scene === null) await refetch();
      const { scene, sceneError } = useStudio.getState();
      if (scene === null) throw new Error(sceneError?.message ?? "the scene cannot be opened");
      return scene;
    },
    drawing: () => getBytes(sessionPath("/scene/drawing")),
    shapes: (keys) => sendForBytes(sessionPath("/scene/shapes"), { keys }),
    subscribe: onStep,
    edit: async (edits, basedOn) => outcome(await edit(edits, edits.some((each) => each.kind === "arrange") ? basedOn : null)),
    undo: async () => outcome(await stepHistory("undo")),
    redo: async () => outcome(await stepHistory("redo")),
    // addresses of the state are relative to the session
    fetch: (url) => getBytes(url.startsWith("/") ? url : sessionPath(`/${url}`)),
  };
}

function outcome(made: Outcome<unknown>): EditOutcome {
  return made.ok ? { ok: true } : { ok: false, message: made.error.message };
}
