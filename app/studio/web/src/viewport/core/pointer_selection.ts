// What the pointer selects and marks.

import { PointerInput } from "../input/pointer_input";
import { afterBox, afterClick, partToward, selectableOf, withoutParts } from "../picking/selection_rules";
import { keysAreOurs } from "../tools/logic/keys";
import type { SceneNode } from "../../protocol";
import type { ViewportCore } from "./viewport_core";

/** Listens on the canvas; returns what ends this. */
export function selectWithPointer(core: ViewportCore): () => void {
  /** What is under a point; locked things let the pointer through. */
  const under = (x: number, y: number): SceneNode | null => core.picker.pick(core.picker.ray(x, y), { without: core.marked.locked })?.node ?? null;
  const selection = (): readonly string[] => core.marked.selection;

  const input = new PointerInput(core.frame.canvas, {
    click: (x, y, keys) => {
      const node = under(x, y);
      const { index } = core;
      const shell = node !== null && index !== null && index.inShell(node);
      // the room is selected on purpose only; otherwise it is the ground that a click on nothing meets
      const path = node === null || index === null ? null : shell ? (keys.alt ? node.path : null) : selectableOf(index, node, selection()).path;
      core.selectHere(afterClick(selection(), path, keys.toggle));
    },
    doubleClick: (x, y) => {
      const node = under(x, y);
      const { index } = core;
      if (node === null || index === null || index.inShell(node)) return;
      const outer = selectableOf(index, node, selection());
      const part = partToward(index, outer, node);
      core.selectHere([part.path]);
      if (part === outer) core.events.emit("note", withoutParts(index, outer));
    },
    hover: (x, y) => {
      const node = under(x, y);
      const { index } = core;
      core.setHovered(node === null || index === null || index.inShell(node) ? null : selectableOf(index, node, selection()).path);
    },
    leave: () => core.setHovered(null),
    box: (rect, add) => {
      const paths = core.picker.within(rect, selection(), (node) => !core.marked.isHidden(node) && !core.marked.isLocked(node));
      core.selectHere(afterBox(selection(), paths, add));
    },
    drawBox: (rect) => core.frame.drawBox(rect),
    armed: (on) => core.events.emit("note", on ? "Drag a box around things, with Shift to add them. Esc leaves" : null),
    hears: (event) => keysAreOurs(core.frame.canvas.ownerDocument.activeElement, core.frame.root, event),
    startsBox: (x, y) => {
      const node = under(x, y);
      return node === null || core.index?.inShell(node) === true;
    },
    selects: () => core.rig.controls.enabled && core.currentTool !== "measure" && core.currentTool !== "walk",
    setControls: (on) => {
      core.rig.controls.enabled = on;
    },
  });
  return () => input.dispose();
}
