// Walking: the eye at the height of a standing person, keys for the steps, a drag to look around.
import { Vector3 } from "three";
import type { Vec3 } from "../../../protocol";
import { boxOf } from "../logic/boxes";
import { blocking, EYE_HEIGHT, type Gait, type Obstacles, startPlace, stepOf, walk } from "../logic/walking";
import { thingsOf } from "../logic/subjects";
import { times } from "../logic/vectors";
import { type FaceName, nearestFace } from "../logic/views";
import type { Kit } from "./kit";
import type { PointerTaker } from "./pointers";

const HINT = "W A S D or arrows walk · Shift faster · drag looks around · Q E turn · Esc leaves";
const STEEPEST = 1.4;
/** Indoors one sees little through a long lens. */
const FIELD_OF_VIEW = 65;
/** Radians for a pixel of drag, and for a second of Q or E. */
const LOOK = 0.0045;
const TURN = 1.6;

/** The view that one returns to. */
interface Before {
  eye: Vector3;
  target: Vector3;
  /** The straight view, where it was one. */
  face: FaceName | null;
  zoom: number;
  fov: number;
}

interface Walker {
  x: number;
  z: number;
  /** 0 looks toward -z, positive to the left. */
  yaw: number;
  pitch: number;
  obstacles: Obstacles;
  revision: number;
  before: Before;
}

const WAYS: Record<string, keyof Way> = {
  KeyW: "ahead", ArrowUp: "ahead", KeyS: "back", ArrowDown: "back", KeyA: "left", ArrowLeft: "left", KeyD: "right", ArrowRight: "right", KeyQ: "turnLeft", KeyE: "turnRight",
};
type Way = Record<"ahead" | "back" | "left" | "right" | "turnLeft" | "turnRight", boolean>;

export class WalkMode implements PointerTaker {
  private walker: Walker | null = null;
  private readonly down_ = new Set<string>();
  private fast = false;
  private frame = 0;
  private time = 0;
  private looking: { x: number; y: number } | null = null;
  private readonly stop: () => void;

  constructor(private readonly kit: Kit) {
    this.stop = kit.context.onChange(() => this.follow());
    this.follow();
  }

  isActive(): boolean {
    return this.walker !== null;
  }

  private follow(): void {
    const on = this.kit.context.tool() === "walk";
    if (on && !this.walker) this.enter();
    else if (!on && this.walker) this.exit();
    else if (this.walker && this.walker.revision !== this.kit.context.state().revision) {
      this.walker.obstacles = this.obstacles();
      this.walker.revision = this.kit.context.state().revision;
    }
  }

  private obstacles(): Obstacles {
    const { context } = this.kit;
    const state = context.state();
    const boxes = thingsOf(state).filter((node) => !context.hidden().has(node.path)).map(boxOf);
    return { boxes: blocking(boxes), room: state.room };
  }

  private enter(): void {
    const { context, eye } = this.kit;
    const { controls } = context;
    const before: Before = {
      eye: controls.getPosition(new Vector3()),
      target: controls.getTarget(new Vector3()),
      face: eye.isOrthographic() ? nearestFace(times(eye.direction(), -1)) : null,
      zoom: context.camera().zoom,
      fov: 0,
    };
    const obstacles = this.obstacles();
    const [low, high] = context.state().bounds;
    // from the plan or from outside one begins where one looked, facing as before
    const outside = obstacles.room !== null && (Math.abs(before.eye.x) > obstacles.room.width / 2 || Math.abs(before.eye.z) > obstacles.room.depth / 2);
    const wanted = before.face || outside ? before.target : before.eye;
    const inside = { x: Math.min(high[0], Math.max(low[0], wanted.x)), z: Math.min(high[2], Math.max(low[2], wanted.z)) };
    const place = startPlace(inside, obstacles);
    const ahead = before.target.clone().sub(before.eye);
    const yaw = Math.hypot(ahead.x, ahead.z) > 1e-3 * ahead.length() ? Math.atan2(-ahead.x, -ahead.z) : 0;
    this.walker = { ...place, yaw, pitch: -0.08, obstacles, revision: context.state().revision, before };
    controls.enabled = false;
    if (before.face) context.view("perspective");
    before.fov = this.widen(FIELD_OF_VIEW);
    this.kit.readout.show("Walk", HINT);
    this.look();
  }

  private exit(): void {
    const { walker } = this;
    if (!walker) return;
    this.walker = null;
    this.down_.clear();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.kit.readout.hide();
    this.kit.context.controls.enabled = true;
    const { eye, target, face, zoom, fov } = walker.before;
    this.widen(fov);
    const { context } = this.kit;
    if (face) context.view(face);
    void context.controls.setLookAt(eye.x, eye.y, eye.z, target.x, target.y, target.z, false);
    void context.controls.zoomTo(zoom, false);
    context.requestFrame();
  }

  /** Sets the vertical field of view, degrees, and returns what it was. */
  private widen(fov: number): number {
    const camera = this.kit.context.camera();
    if (!("isPerspectiveCamera" in camera)) return FIELD_OF_VIEW;
    const before = camera.fov;
    camera.fov = fov;
    camera.updateProjectionMatrix();
    return before;
  }

  /** Keys while walking: the ways are kept, Esc leaves, all others pass. */
  key(event: KeyboardEvent): boolean {
    if (!this.walker) return false;
    this.fast = event.shiftKey;
    const way = WAYS[event.code];
    if (event.type === "keyup") return way !== undefined && this.down_.delete(event.code);
    if (event.key === "Escape") {
      this.kit.context.setTool("select");
      this.follow();
      return true;
    }
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    this.down_.add(event.code);
    if (!this.frame) {
      this.time = performance.now();
      this.frame = requestAnimationFrame((now) => this.tick(now));
    }
    return true;
  }

  /** All keys are let go: the focus went elsewhere. */
  rest(): void {
    this.down_.clear();
  }

  private tick(now: number): void {
    this.frame = 0;
    const { walker } = this;
    if (!walker || !this.down_.size) return;
    const seconds = Math.min(0.1, Math.max(0, (now - this.time) / 1000));
    this.time = now;
    const is = (name: keyof Way): number => Number([...this.down_].some((code) => WAYS[code] === name));
    walker.yaw += (is("turnLeft") - is("turnRight")) * TURN * seconds;
    const gait: Gait = { ahead: is("ahead") - is("back"), aside: is("right") - is("left"), fast: this.fast };
    Object.assign(walker, walk(walker, stepOf(gait, walker.yaw, seconds), walker.obstacles));
    this.look();
    this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  private look(): void {
    const { walker } = this;
    if (!walker) return;
    const { x, z, yaw, pitch } = walker;
    const ahead: Vec3 = [-Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), -Math.cos(yaw) * Math.cos(pitch)];
    const { context } = this.kit;
    void context.controls.setLookAt(x, EYE_HEIGHT, z, x + ahead[0], EYE_HEIGHT + ahead[1], z + ahead[2], false);
    context.requestFrame();
  }

  down(event: PointerEvent): boolean {
    if (!this.walker) return false;
    this.looking = { x: event.clientX, y: event.clientY };
    return true;
  }

  move(event: PointerEvent): void {
    const { walker, looking } = this;
    if (!walker || !looking) return;
    walker.yaw += (event.clientX - looking.x) * LOOK;
    walker.pitch = Math.min(STEEPEST, Math.max(-STEEPEST, walker.pitch + (event.clientY - looking.y) * LOOK));
    this.looking = { x: event.clientX, y: event.clientY };
    this.look();
  }

  up(): void {
    this.looking = null;
  }

  dispose(): void {
    this.stop();
    this.exit();
  }
}
