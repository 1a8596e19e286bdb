// The handles of the move, turn and scale tools. Their pointer comes from the tools' own dispatch, so that the camera never sees a press on them.
import { Object3D } from "three";
import { TransformControls } from "three/examples/jsm/controls/TransformControls.js";
import type { Vec3 } from "../../../protocol";
import { topOf } from "../logic/boxes";
import { startModal, readout, type Mode, type Values } from "../logic/modal";
import { angleAround, type ScreenPoint } from "../logic/pointing";
import { commonCentre, isRefusal, subjectsOf } from "../logic/subjects";
import { moveAll, type Outcome, scaleAll, turnAll } from "../logic/transforms";
import { degrees, subtract } from "../logic/vectors";
import { type Guide, snapFactor, snapMove, snapTurn } from "../snapping";
import type { Kit } from "./kit";
import { AXIS_COLORS, GUIDE_COLORS } from "./lines";
import { SNAP_PIXELS } from "./modal_tool";
import type { PointerTaker } from "./pointers";
import type { Session } from "./transforming";

const MODES = { move: "translate", turn: "rotate", scale: "scale" } as const;
const UNITS: Record<"X" | "Y" | "Z", Vec3> = { X: [1, 0, 0], Y: [0, 1, 0], Z: [0, 0, 1] };

export class Gizmo implements PointerTaker {
  private readonly controls: TransformControls;
  private readonly proxy = new Object3D();
  private session: Session | null = null;
  private start: Vec3 = [0, 0, 0];
  private ctrl = false;
  /** Degrees that the pointer went round the foot since it was pressed, and where it was. */
  private swept = 0;
  private last: ScreenPoint = { x: 0, y: 0 };
  private outcome: Outcome | null = null;
  private wrong = "";
  private readonly stop: () => void;

  constructor(private readonly kit: Kit) {
    const { context } = kit;
    // without an element: it listens to nothing by itself
    this.controls = new TransformControls(context.camera());
    this.controls.setSize(0.85);
    this.controls.setColors(AXIS_COLORS.x, AXIS_COLORS.y, AXIS_COLORS.z, "#ffd23f");
    this.proxy.name = "tools/gizmo-proxy";
    context.overlay.add(this.proxy, this.controls.getHelper());
    this.controls.addEventListener("change", () => context.requestFrame());
    this.controls.addEventListener("objectChange", () => this.changed());
    this.stop = context.onChange(() => this.follow());
    this.follow();
  }

  private mode(): Mode | null {
    const tool = this.kit.context.tool();
    return tool === "move" || tool === "turn" || tool === "scale" ? tool : null;
  }

  /** Puts the handles where the selection is, or takes them away. */
  private follow(): void {
    if (this.session) return;
    const { context } = this.kit;
    this.controls.camera = context.camera();
    const mode = this.mode();
    const subjects = mode && context.editable ? subjectsOf(this.kit.transforming.state(), context.selection(), context.locked()) : null;
    if (!mode || !subjects || isRefusal(subjects)) {
      if (this.controls.object) this.controls.detach();
      return;
    }
    const [x, y, z] = commonCentre(subjects);
    // a ring lies at the foot; arrows at the floor would seem to belong to what stands before it
    const up = mode === "turn" ? 0 : Math.max(...subjects.map(({ box }) => topOf(box) - y)) / 2;
    this.proxy.position.set(x, y + up, z);
    this.proxy.quaternion.identity();
    this.proxy.scale.setScalar(1);
    this.proxy.updateMatrixWorld();
    this.controls.setMode(MODES[mode]);
    // things only turn about y
    this.controls.showX = this.controls.showZ = mode !== "turn";
    this.controls.showE = this.controls.showXYZE = false;
    if (this.controls.object !== this.proxy) this.controls.attach(this.proxy);
  }

  down(event: PointerEvent): boolean {
    if (event.button !== 0 || !this.controls.object) return false;
    this.point(event);
    if (!this.controls.axis) return false;
    const session = this.kit.transforming.begin();
    if (!session) return false;
    this.session = session;
    this.start = this.proxy.position.toArray();
    this.outcome = null;
    this.ctrl = event.ctrlKey || event.metaKey;
    this.swept = 0;
    this.last = { x: event.clientX, y: event.clientY };
    this.controls.pointerDown(this.spot(event, 0));
    return true;
  }

  move(event: PointerEvent): void {
    this.ctrl = event.ctrlKey || event.metaKey;
    const next = { x: event.clientX, y: event.clientY };
    const foot = this.kit.eye.project(this.start);
    if (foot) this.swept += angleAround(foot, this.last, next, this.kit.eye.direction()[1] <= 0);
    this.last = next;
    this.controls.pointerMove(this.spot(event, -1));
  }

  up(event: PointerEvent, cancelled: boolean): void {
    const { session, outcome, wrong } = this;
    this.controls.pointerUp(this.spot(event, 0));
    this.session = null;
    this.outcome = null;
    this.wrong = "";
    this.kit.lines.clear("guides");
    this.kit.readout.hide();
    if (!session) return;
    if (cancelled || !outcome) {
      this.kit.transforming.cancel();
      if (wrong) this.kit.context.message(wrong, "error");
    } else void this.kit.transforming.commit(outcome);
    this.follow();
  }

  hover(event: PointerEvent): boolean {
    if (event.buttons !== 0 || !this.controls.object) return false;
    const before = this.controls.axis;
    this.point(event);
    if (before !== this.controls.axis) this.kit.context.canvas.style.cursor = this.controls.axis ? "grab" : "";
    return this.controls.axis !== null;
  }

  private point(event: PointerEvent): void {
    this.controls.camera = this.kit.context.camera();
    this.controls.getHelper().updateMatrixWorld(true);
    this.controls.pointerHover(this.spot(event, event.button));
  }

  /** In the words of the controls. */
  private spot(event: PointerEvent, button: number): PointerEvent {
    const { x, y } = this.kit.eye.normalized(event.clientX, event.clientY);
    // the controls read these three only; their types ask for an event
    return { x, y, button } as PointerEvent;
  }

  private changed(): void {
    const { session } = this;
    const mode = this.mode();
    if (!session || !mode) return;
    const values: Values = { by: [0, 0, 0], degrees: 0, factors: [1, 1, 1], local: false };
    let guides: Guide[] = [];
    this.wrong = "";
    if (mode === "move") {
      const snapped = this.snappedMove(session);
      values.by = snapped.by;
      guides = snapped.guides;
      this.outcome = moveAll(session.subjects, values.by);
      this.proxy.position.set(this.start[0] + values.by[0], this.start[1] + values.by[1], this.start[2] + values.by[2]);
    } else if (mode === "turn") {
      const settings = this.kit.snapping(this.ctrl);
      values.degrees = snapTurn(degrees(session.lead.box.yaw), this.turned(), settings.degrees);
      this.outcome = turnAll(session.subjects, values.degrees);
    } else {
      const settings = this.kit.snapping(this.ctrl);
      const raw = this.proxy.scale.toArray();
      values.factors = raw.map((factor) => (Math.abs(factor - 1) < 1e-9 ? 1 : snapFactor(factor, settings))) as Vec3;
      const scaled = scaleAll(session.subjects, values.factors);
      if (isRefusal(scaled)) this.wrong = scaled.refused;
      else this.outcome = scaled;
    }
    if (this.outcome) this.kit.transforming.show(this.outcome);
    this.kit.lines.set("guides", guides.map(({ from, to, kind }) => ({ from, to, color: GUIDE_COLORS[kind] })));
    this.kit.readout.show(readout(startModal(mode), values, this.kit.unit()), "Ctrl snapping · Esc leaves", this.wrong);
  }

  /** Degrees. From above and below, things follow the hand round; from the side, where the ring is a line, they follow the controls. */
  private turned(): number {
    if (Math.abs(this.kit.eye.direction()[1]) > 0.3) return this.swept;
    const { y, w } = this.proxy.quaternion;
    return degrees(2 * Math.atan2(y, w));
  }

  private snappedMove(session: Session): { by: Vec3; guides: Guide[] } {
    const by = subtract(this.proxy.position.toArray(), this.start);
    const axis = this.controls.axis ?? "";
    const names = (["X", "Y", "Z"] as const).filter((name) => axis.includes(name));
    // the middle handle moves in the plane of the picture: only what is level snaps, or nothing would stay free
    const free = names.length === 3 ? [UNITS.X, UNITS.Z, UNITS.Y] : names.map((name) => UNITS[name]);
    const reach = this.kit.eye.metresPerPixel(session.lead.box.at) * SNAP_PIXELS;
    return snapMove(session.lead.box, by, free, session.surroundings, this.kit.snapping(this.ctrl), reach);
  }

  dispose(): void {
    this.stop();
    this.controls.detach();
    this.controls.getHelper().removeFromParent();
    this.controls.getHelper().dispose();
    this.proxy.removeFromParent();
  }
}
