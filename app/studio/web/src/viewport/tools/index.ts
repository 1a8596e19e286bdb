// The tools of the viewport: keys, handles, dragging, snapping, measuring, walking, and the cube of views. They change nothing by themselves:
// what a hand does is shown by `context.preview` and made by `context.commit`.
import type { ViewportContext } from "../context";
import { Dragging } from "./parts/dragging";
import { Gizmo } from "./parts/gizmo";
import { Keyboard } from "./parts/keyboard";
import { Kit } from "./parts/kit";
import { MeasureTool } from "./parts/measure_tool";
import { ModalTool } from "./parts/modal_tool";
import { Nudging } from "./parts/nudging";
import { Pointers } from "./parts/pointers";
import { ViewCube } from "./parts/view_cube";
import { WalkMode } from "./parts/walk_mode";

export { HELD_KEYS, KEYS, type KeyRow, type SpokenKey } from "./logic/keys";

export interface Tools {
  dispose(): void;
}

export function attachTools(context: ViewportContext): Tools {
  const kit = new Kit(context);
  const measure = new MeasureTool(kit);
  const walk = new WalkMode(kit);
  const modal = new ModalTool(kit);
  const gizmo = new Gizmo(kit);
  const dragging = new Dragging(kit);
  const nudging = new Nudging(kit);
  const cube = new ViewCube(context, kit.layer);
  const settle = { down: (): boolean => (nudging.finish(), false) };
  const pointers = new Pointers(context, [settle, measure, walk, modal, gizmo, dragging], () => !walk.isActive());
  modal.pointers = pointers;
  const keyboard = new Keyboard(kit, { modal, walk, measure, nudging, pointers });
  const released = (event: PointerEvent): void => measure.released(event);
  context.host.addEventListener("pointerup", released, { capture: true });
  return {
    dispose(): void {
      context.host.removeEventListener("pointerup", released, { capture: true });
      keyboard.dispose();
      pointers.dispose();
      nudging.finish();
      modal.cancel();
      for (const part of [cube, gizmo, walk, measure, kit]) part.dispose();
    },
  };
}
