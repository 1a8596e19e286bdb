// The editor of the scene that is open. There is one, and another scene ends it.

import { showTab } from "../../shell/state/shell";
import { useStudio } from "../../state/studio";
import { ProgramEditor } from "./editor";

let current: { place: string; editor: ProgramEditor } | null = null;

/** The editor of the scene that the page shows; null before it is there. */
export function programEditor(): ProgramEditor | null {
  const { session, scene, source } = useStudio.getState();
  const place = session?.scene?.id ?? null;
  if (current !== null && current.place !== place) {
    current.editor.destroy();
    current = null;
  }
  if (current === null && place !== null && scene !== null) current = { place, editor: new ProgramEditor(source, scene.revision) };
  return current?.editor ?? null;
}

/** Shows a line of the program to the person. */
export function goToLine(line: number, column: number | null = null): void {
  showTab("program");
  // after the pane is shown, since a hidden editor cannot scroll
  requestAnimationFrame(() => programEditor()?.goTo(line, column));
}
