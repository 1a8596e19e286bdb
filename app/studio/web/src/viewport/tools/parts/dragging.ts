// Dragging a selected thing by itself: over the floor and onto what can carry it; with Shift upright, with Alt a copy.
import type { SceneNode, Vec3 } from "../../../protocol";
import { boxOf } from "../logic/boxes";
import { readout, startModal } from "../logic/modal";
import { freePlane } from "../logic/pointing";
import { type Grip, hangingWall, lift, slide, slideDirections, type Surface } from "../logic/sliding";
import { carries, isWithin } from "../logic/subjects";
import { duplicateAll, moveAll, type Outcome } from "../logic/transforms";
import { snapMove } from "../snapping";
import type { Kit } from "./kit";
import { edgesOf, GHOST_COLOR, GUIDE_COLORS } from "./lines";
import { SNAP_PIXELS } from "./modal_tool";
import type { PointerTaker } from "./pointers";
import type { Session } from "./transforming";

/** Pixels that a press may shake and still be a click. */
export const SHAKE = 4;

interface Held {
  path: string;
  x: number;
  y: number;
  point: Vec3;
  toggle: boolean;
  copies: boolean;
  started: { session: Session; grip: Grip } | null;
  outcome: Outcome | null;
}

export class Dragging implements PointerTaker {
  private held: Held | null = null;

  constructor(private readonly kit: Kit) {}

  down(event: PointerEvent): boolean {
    const { context } = this.kit;
    const tool = context.tool();
    if (event.button !== 0 || !context.editable || (tool !== "select" && tool !== "move")) return false;
    // what is locked lets the pointer through, as it does for a click
    const hit = context.pick(event.clientX, event.clientY, context.locked());
    const path = hit && this.selected(hit.node);
    if (!hit || !path) return false;
    this.held = { path, x: event.clientX, y: event.clientY, point: hit.point.toArray(), toggle: event.shiftKey || event.ctrlKey || event.metaKey, copies: event.altKey, started: null, outcome: null };
    return true;
  }

  /** The selected thing that a part belongs to, if it can be moved. */
  private selected(part: SceneNode): string | null {
    const { context } = this.kit;
    const chosen = context.selection().map((path) => context.node(path));
    const node = chosen.find((one) => one !== undefined && isWithin(part, one));
    return node && node.parent >= 0 && node.kind !== "room" ? node.path : null;
  }

  move(event: PointerEvent): void {
    const { held } = this;
    if (!held) return;
    if (!held.started && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SHAKE) return;
    held.started ??= this.begin(held);
    if (!held.started) {
      this.held = null;
      return;
    }
    this.slide(held, held.started, event);
  }

  private begin(held: Held): Held["started"] {
    const { kit } = this;
    const session = kit.transforming.begin(held.path);
    if (!session) return null;
    const { lead, surroundings } = session;
    // seen straight from the side, the floor is a line: then things move in the picture
    const view = freePlane(kit.eye.direction());
    const level = kit.eye.isOrthographic() && view[1] === 0 ? view : null;
    const wall = level ?? hangingWall(lead.box, surroundings.boxes, surroundings.room);
    kit.context.canvas.style.cursor = held.copies ? "copy" : "grabbing";
    return { session, grip: { ray: kit.eye.ray(held.x, held.y), point: held.point, lead: lead.box, wall } };
  }

  private slide(held: Held, { session, grip }: NonNullable<Held["started"]>, event: PointerEvent): void {
    const { kit } = this;
    const ray = kit.eye.ray(event.clientX, event.clientY);
    const settings = kit.snapping(event.ctrlKey || event.metaKey);
    const upright = event.shiftKey && !kit.eye.isPlan();
    const wanted = upright ? lift(grip, ray) : slide(grip, ray, this.under(session, event, settings.floor));
    if (!wanted) return;
    const reach = kit.eye.metresPerPixel(session.lead.box.at) * SNAP_PIXELS;
    const { by, guides } = snapMove(session.lead.box, wanted, slideDirections(grip, upright), session.surroundings, settings, reach);
    held.outcome = held.copies ? duplicateAll(session.subjects, by) : moveAll(session.subjects, by);
    if (held.copies) kit.lines.set("ghosts", [...held.outcome.boxes.values()].flatMap((box) => edgesOf(box, GHOST_COLOR)));
    else kit.transforming.show(held.outcome);
    kit.lines.set("guides", guides.map(({ from, to, kind }) => ({ from, to, color: GUIDE_COLORS[kind] })));
    const values = { by, degrees: 0, factors: [1, 1, 1] as Vec3, local: false };
    kit.readout.show(readout(startModal("move", held.copies), values, kit.unit()), "Shift up and down · Ctrl snapping · Esc leaves");
  }

  /** What the pointer is over, if it can carry the thing. In the plan, things keep their height. */
  private under(session: Session, event: PointerEvent, floor: boolean): Surface | null {
    const { context, eye } = this.kit;
    if (!floor || eye.isPlan()) return null;
    const hit = context.pick(event.clientX, event.clientY, session.moving);
    if (!hit) return null;
    const surface = { point: hit.point.toArray(), normal: hit.normal.toArray() };
    const thing = context.selectable(hit.node);
    if (hit.node.kind === "room" || thing.kind === "room" || thing.parent < 0) return surface;
    return carries(boxOf(thing), session.lead.box) ? surface : null;
  }

  up(_event: PointerEvent, cancelled: boolean): "click" | void {
    const { held, kit } = this;
    this.held = null;
    kit.context.canvas.style.cursor = "";
    if (!held) return;
    if (!held.started) {
      if (!cancelled) this.click(held);
      return "click";
    }
    for (const group of ["guides", "ghosts"]) kit.lines.clear(group);
    kit.readout.hide();
    if (cancelled || !held.outcome) kit.transforming.cancel();
    else void kit.transforming.commit(held.outcome);
  }

  /** A press without a drag selects as a click does: this thing alone, or with Shift or Ctrl all but it. */
  private click({ path, toggle }: Held): void {
    const { context } = this.kit;
    context.select(toggle ? context.selection().filter((other) => other !== path) : [path]);
  }
}
