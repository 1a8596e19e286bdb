// G, R, S and Shift+D: a transform by pointer and typed numbers, without a button held.
import type { Vec3 } from "../../../protocol";
import { type Modal, type Mode, press, readout, startModal, typedValues, type Values } from "../logic/modal";
import { angleAround, freePlane, movedAlong, movedIn, ratioAround, type ScreenPoint } from "../logic/pointing";
import { RefusedKeys } from "../logic/refused_keys";
import { commonCentre, isRefusal } from "../logic/subjects";
import { AXES, duplicateAll, moveAll, numberOf, type Outcome, scaleAll, turnAll } from "../logic/transforms";
import { degrees, turned } from "../logic/vectors";
import { type Guide, snapFactor, snapMove, snapTurn } from "../snapping";
import type { Kit } from "./kit";
import { AXIS_COLORS, edgesOf, GHOST_COLOR, GUIDE_COLORS, type Segment } from "./lines";
import type { PointerTaker, Pointers } from "./pointers";
import type { Session } from "./transforming";

const HINTS: Record<Mode, string> = {
  move: "X Y Z axis, Y is up · Shift+X Y Z plane · type metres, Tab · Ctrl snapping · Enter or click keeps · Esc leaves",
  turn: "type degrees · Ctrl snapping · Enter or click keeps · Esc leaves",
  scale: "X Y Z axis, Y is up · Shift+X Y Z plane · type a factor, Tab · Enter or click keeps · Esc leaves",
};

/** Pixels within which a thing snaps. */
export const SNAP_PIXELS = 12;

interface Active {
  modal: Modal;
  session: Session;
  centre: Vec3;
  start: ScreenPoint;
  now: ScreenPoint;
  ctrl: boolean;
  /** Turned by the pointer so far, so that it may go round more than once. */
  swept: number;
  wrong: string;
  outcome: Outcome | null;
}

export class ModalTool implements PointerTaker {
  private active: Active | null = null;
  pointers: Pointers | null = null;
  private readonly refused = new RefusedKeys();

  constructor(private readonly kit: Kit) {}

  isActive(): boolean {
    return this.active !== null;
  }

  start(mode: Mode, copies = false): void {
    if (this.active) return;
    const session = this.kit.transforming.begin();
    if (!session) {
      this.refused.begin();
      return;
    }
    const centre = commonCentre(session.subjects);
    const at = this.pointers?.last ?? this.kit.eye.project(centre) ?? { x: 0, y: 0 };
    this.active = { modal: startModal(mode, copies), session, centre, start: at, now: at, ctrl: false, swept: 0, wrong: "", outcome: null };
    this.update();
  }

  /** Takes all keys while it is active; Ctrl alone only changes the snapping. */
  key(event: KeyboardEvent): boolean {
    const { active } = this;
    if (!active) return event.type === "keydown" && !event.ctrlKey && !event.metaKey && !event.altKey && this.refused.takes(event.key);
    if (event.key === "Control" || event.key === "Meta") {
      active.ctrl = event.type === "keydown";
      this.update();
      return true;
    }
    if (event.type !== "keydown") return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return true;
    const pressed = press(active.modal, event.key.length === 1 ? event.key.toLowerCase() : event.key, event.shiftKey);
    if (pressed.kind === "confirm") this.confirm();
    else if (pressed.kind === "cancel") this.cancel();
    else if (pressed.kind === "refused") {
      active.wrong = pressed.why;
      this.kit.context.message(pressed.why, "info");
      this.update();
    } else if (pressed.kind === "state") {
      active.wrong = "";
      if (pressed.state.mode !== active.modal.mode) {
        active.start = active.now;
        active.swept = 0;
      }
      active.modal = pressed.state;
      this.update();
    }
    return true;
  }

  takesAll(): boolean {
    return this.active !== null;
  }

  down(event: PointerEvent): boolean {
    if (!this.active || event.button === 1) return false;
    if (event.button === 0) this.confirm();
    else this.cancel();
    return true;
  }

  hover(event: PointerEvent): boolean {
    const { active } = this;
    if (!active) return false;
    // the middle button turns the camera in the midst of it
    if (event.buttons !== 0) return false;
    const centre = this.kit.eye.project(active.centre) ?? active.start;
    const next = { x: event.clientX, y: event.clientY };
    active.swept += angleAround(centre, active.now, next, this.kit.eye.direction()[1] <= 0);
    active.now = next;
    active.ctrl = event.ctrlKey || event.metaKey;
    this.update();
    return true;
  }

  private update(): void {
    const { active, kit } = this;
    if (!active) return;
    const typed = typedValues(active.modal);
    const { values, guides } = typed ? { values: typed, guides: [] } : this.pointed(active);
    const { modal, session } = active;
    let wrong = active.wrong;
    let outcome: Outcome | null = null;
    if (modal.copies) outcome = duplicateAll(session.subjects, values.local ? turned(values.by, session.lead.box.yaw) : values.by);
    else if (modal.mode === "move") outcome = moveAll(session.subjects, values.by, values.local);
    else if (modal.mode === "turn") outcome = turnAll(session.subjects, values.degrees);
    else {
      const scaled = scaleAll(session.subjects, values.factors, values.local);
      if (isRefusal(scaled)) wrong = scaled.refused;
      else outcome = scaled;
    }
    active.outcome = outcome;
    if (outcome && !modal.copies) kit.transforming.show(outcome);
    this.draw(active, outcome, guides);
    kit.readout.show(readout(modal, values, kit.unit()), HINTS[modal.mode], wrong);
  }

  /** What the pointer says, snapped. */
  private pointed(active: Active): { values: Values; guides: Guide[] } {
    const { modal, session, centre } = active;
    const settings = this.kit.snapping(active.ctrl);
    const local = modal.constraint?.local ?? false;
    const yaw = local ? session.lead.box.yaw : 0;
    const values: Values = { by: [0, 0, 0], degrees: 0, factors: [1, 1, 1], local };
    if (modal.mode === "turn") {
      values.degrees = snapTurn(degrees(session.lead.box.yaw), active.swept, settings.degrees);
      return { values, guides: [] };
    }
    if (modal.mode === "scale") {
      const at = this.kit.eye.project(centre) ?? active.start;
      const factor = snapFactor(ratioAround(at, active.start, active.now), settings);
      const { constraint } = modal;
      values.factors = AXES.map((axis) => (!constraint || (axis === constraint.axis) !== constraint.plane ? factor : 1)) as Vec3;
      return { values, guides: [] };
    }
    const free = freeDirections(modal, this.kit.eye.direction(), yaw);
    const [from, to] = [this.kit.eye.ray(active.start.x, active.start.y), this.kit.eye.ray(active.now.x, active.now.y)];
    const line = free[0];
    const by = (free.length === 1 && line ? movedAlong(from, to, centre, line) : movedIn(from, to, centre, normalOf(free))) ?? [0, 0, 0];
    const reach = this.kit.eye.metresPerPixel(session.lead.box.at) * SNAP_PIXELS;
    const snapped = snapMove(session.lead.box, by, free, session.surroundings, settings, reach);
    values.by = turned(snapped.by, -yaw);
    return { values, guides: snapped.guides };
  }

  private draw(active: Active, outcome: Outcome | null, guides: readonly Guide[]): void {
    const { lines } = this.kit;
    lines.set("guides", guides.map(({ from, to, kind }) => ({ from, to, color: GUIDE_COLORS[kind] })));
    lines.set("axes", axisLines(active));
    lines.set("ghosts", active.modal.copies && outcome ? [...outcome.boxes.values()].flatMap((box) => edgesOf(box, GHOST_COLOR)) : []);
  }

  private confirm(): void {
    const { active } = this;
    if (!active) return;
    if (!active.outcome) {
      this.kit.context.message(active.wrong || "Nothing was changed: type a value that can be made.", "error");
      this.cancel();
      return;
    }
    this.end();
    void this.kit.transforming.commit(active.outcome);
  }

  cancel(): void {
    if (!this.active) return;
    this.end();
    this.kit.transforming.cancel();
  }

  private end(): void {
    this.active = null;
    for (const group of ["guides", "axes", "ghosts"]) this.kit.lines.clear(group);
    this.kit.readout.hide();
  }
}

/** Unit directions along which a move goes. */
function freeDirections(modal: Modal, view: Vec3, yaw: number): Vec3[] {
  const { constraint } = modal;
  const axes: Record<"x" | "y" | "z", Vec3> = { x: turned([1, 0, 0], yaw), y: [0, 1, 0], z: turned([0, 0, 1], yaw) };
  if (constraint) return AXES.filter((axis) => (axis === constraint.axis) !== constraint.plane).map((axis) => axes[axis]);
  const normal = freePlane(view);
  if (normal[1] !== 0) return [axes.x, axes.z];
  return [[normal[2], 0, -normal[0]], [0, 1, 0]];
}

function normalOf(free: readonly Vec3[]): Vec3 {
  const a: Vec3 = free[0] ?? [1, 0, 0];
  const b: Vec3 = free[1] ?? [0, 0, 1];
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

const LONG = 50;

function axisLines({ modal, session }: Active): Segment[] {
  const { constraint, mode } = modal;
  if (!constraint || mode === "turn") return [];
  const axes = AXES.filter((axis) => (axis === constraint.axis) !== constraint.plane);
  return (constraint.local ? session.subjects : [session.lead]).flatMap(({ box }) =>
    axes.map((axis) => {
      const unit: Vec3 = [0, 0, 0];
      unit[numberOf(axis)] = LONG;
      const along = turned(unit, constraint.local ? box.yaw : 0);
      const [from, to] = [-1, 1].map((sign): Vec3 => [box.at[0] + sign * along[0], box.at[1] + sign * along[1], box.at[2] + sign * along[2]]) as [Vec3, Vec3];
      return { from, to, color: AXIS_COLORS[axis] };
    }),
  );
}
