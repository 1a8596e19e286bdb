// A scene of boxes behind the interface of the viewport's core, for tests of the tools and for their demo page. It makes edits as the server does.
import CameraControls from "camera-controls";
import * as THREE from "three";
import type { Edit, EditOutcome, SceneNode, SceneState, Tool, Vec3, ViewportOptions } from "../../../../src/protocol";
import type { Hit, ViewportContext } from "../../../../src/viewport/context";
import { ridersOf, subjectsOf } from "../../../../src/viewport/tools/logic/subjects";

CameraControls.install({ THREE });

export interface FakeThing {
  path: string;
  at: Vec3;
  size: Vec3;
  yaw?: number;
  kind?: SceneNode["kind"];
  color?: Vec3;
}

export const ROOM = { path: "room", width: 5, depth: 4, height: 2.6 };

export const LIVING_ROOM: readonly FakeThing[] = [
  { path: "sofa", at: [0, 0, -1.4], size: [2, 0.8, 0.9], color: [0.35, 0.5, 0.75] },
  { path: "table", at: [0, 0, 0.1], size: [1.1, 0.42, 0.6], color: [0.7, 0.5, 0.3] },
  { path: "vase", at: [0.2, 0.42, 0.1], size: [0.15, 0.3, 0.15], color: [0.85, 0.85, 0.9] },
  { path: "shelf", at: [1.9, 0, -1.7], size: [0.8, 1.9, 0.35], color: [0.5, 0.35, 0.25] },
  { path: "chair", at: [-1.6, 0, 0.6], size: [0.5, 0.9, 0.5], yaw: Math.PI / 5, color: [0.4, 0.65, 0.4] },
];

export function stateOf(things: readonly FakeThing[], revision = 1): SceneState {
  const node = (row: number, path: string, kind: SceneNode["kind"], thing: FakeThing | null): SceneNode => ({
    row,
    end: row + 1,
    parent: 0,
    path,
    word: path,
    phrase: null,
    kind,
    span: null,
    at: thing?.at ?? [0, 0, 0],
    yaw: thing?.yaw ?? 0,
    size: thing?.size ?? [ROOM.width, ROOM.height, ROOM.depth],
    color: thing?.color ?? null,
    asset: null,
    z: null,
  });
  const root: SceneNode = { ...node(0, "scene", "entity", null), parent: -1, end: things.length + 2 };
  const nodes = [root, node(1, "room", "room", null), ...things.map((thing, i) => node(i + 2, thing.path, thing.kind ?? "asset", thing))];
  return {
    schema: 1,
    revision,
    root: "scene",
    units: "m",
    frames: 1,
    bounds: [
      [-ROOM.width / 2, 0, -ROOM.depth / 2],
      [ROOM.width / 2, ROOM.height, ROOM.depth / 2],
    ],
    nodes,
    relations: [],
    cameras: [],
    room: ROOM,
    warnings: [],
    canUndo: revision > 1,
    canRedo: false,
    splats: [],
  };
}

export interface FakeOptions {
  editable?: boolean;
  /** Milliseconds until a step comes back. */
  delay?: number;
  frame?: (fake: FakeContext) => void;
}

export class FakeContext implements ViewportContext {
  readonly scene = new THREE.Scene();
  readonly overlay = new THREE.Group();
  readonly controls: CameraControls;
  readonly editable: boolean;
  readonly commits: Edit[][] = [];
  readonly messages: { text: string; kind: string }[] = [];
  readonly views: string[] = [];
  readonly calls: string[] = [];
  motions: ReadonlyMap<string, THREE.Matrix4> | null = null;
  settings: ViewportOptions = {
    theme: "dark",
    snapping: { grid: null, floor: true, walls: true, faces: true, degrees: null },
    labels: false,
    fadeWalls: true,
    shading: "lit",
  };
  readonly meshes = new Map<string, THREE.Mesh>();
  /** The next edits fail with this. */
  failure: string | null = null;
  private eye: THREE.PerspectiveCamera | THREE.OrthographicCamera;
  private readonly perspective: THREE.PerspectiveCamera;
  private readonly flat = new THREE.OrthographicCamera(-3, 3, 2, -2, 0.01, 100);
  private current: SceneState;
  private readonly past: SceneState[] = [];
  private chosen: string[] = [];
  private out = new Set<string>();
  private kept = new Set<string>();
  private now: Tool = "select";
  private readonly listeners = new Set<() => void>();
  private readonly caster = new THREE.Raycaster();

  constructor(
    readonly host: HTMLElement,
    readonly canvas: HTMLCanvasElement,
    things: readonly FakeThing[] = LIVING_ROOM,
    private readonly how: FakeOptions = {},
  ) {
    this.editable = how.editable ?? true;
    this.perspective = new THREE.PerspectiveCamera(45, 1.5, 0.01, 100);
    this.eye = this.perspective;
    this.controls = new CameraControls(this.eye, canvas);
    void this.controls.setLookAt(1.5, 4, 6, 0, 0.4, 0, false);
    this.controls.update(0);
    this.controls.addEventListener("update", () => this.tell());
    this.current = stateOf(things);
    this.scene.add(this.overlay);
    this.build();
  }

  camera(): THREE.PerspectiveCamera | THREE.OrthographicCamera {
    return this.eye;
  }

  /** As a page of this shape has it. */
  resize(width: number, height: number): void {
    this.perspective.aspect = width / height;
    this.perspective.updateProjectionMatrix();
    this.flat.left = (-2.4 * width) / height;
    this.flat.right = (2.4 * width) / height;
    this.flat.top = 2.4;
    this.flat.bottom = -2.4;
    this.flat.updateProjectionMatrix();
    this.tell();
  }

  requestFrame(): void {
    this.how.frame?.(this);
  }

  private build(): void {
    for (const mesh of this.meshes.values()) mesh.removeFromParent();
    this.meshes.clear();
    for (const node of this.current.nodes) {
      if (node.parent < 0) continue;
      const room = node.kind === "room";
      const geometry = room ? new THREE.PlaneGeometry(node.size[0], node.size[2]).rotateX(-Math.PI / 2) : new THREE.BoxGeometry(...node.size).translate(0, node.size[1] / 2, 0);
      const color = new THREE.Color(...(node.color ?? ([0.78, 0.76, 0.72] as Vec3)));
      const mesh = new THREE.Mesh(geometry, new THREE.MeshLambertMaterial({ color }));
      mesh.matrixAutoUpdate = false;
      mesh.name = node.path;
      this.meshes.set(node.path, mesh);
      this.scene.add(mesh);
    }
    this.pose();
  }

  private pose(): void {
    for (const node of this.current.nodes) {
      const mesh = this.meshes.get(node.path);
      if (!mesh) continue;
      mesh.matrix.makeTranslation(...node.at).multiply(new THREE.Matrix4().makeRotationY(node.yaw));
      const motion = this.motions?.get(node.path);
      if (motion) mesh.matrix.premultiply(motion);
      mesh.matrixWorldNeedsUpdate = true;
      mesh.visible = !this.out.has(node.path);
      mesh.updateMatrixWorld(true);
    }
  }

  state(): SceneState {
    return this.current;
  }
  node(path: string): SceneNode | undefined {
    return this.current.nodes.find((node) => node.path === path);
  }
  selectable(node: SceneNode): SceneNode {
    return node;
  }

  pick(clientX: number, clientY: number, without: ReadonlySet<string> = new Set()): Hit | null {
    const frame = this.canvas.getBoundingClientRect();
    const spot = new THREE.Vector2(((clientX - frame.left) / frame.width) * 2 - 1, 1 - ((clientY - frame.top) / frame.height) * 2);
    this.eye.updateMatrixWorld();
    this.caster.setFromCamera(spot, this.eye);
    const meshes = [...this.meshes.values()].filter((mesh) => mesh.visible && !without.has(mesh.name));
    const found = this.caster.intersectObjects(meshes, false)[0];
    const node = found && this.node(found.object.name);
    if (!found || !node || !found.face) return null;
    return { node, point: found.point, normal: found.face.normal.clone().transformDirection(found.object.matrixWorld), distance: found.distance };
  }

  selection(): readonly string[] {
    return this.chosen;
  }
  select(paths: readonly string[]): void {
    this.chosen = [...paths];
    this.tell();
  }
  hidden(): ReadonlySet<string> {
    return this.out;
  }
  locked(): ReadonlySet<string> {
    return this.kept;
  }
  lock(paths: readonly string[]): void {
    this.kept = new Set(paths);
    this.tell();
  }
  hide(paths: readonly string[]): void {
    this.out = new Set(paths);
    this.pose();
    this.tell();
  }
  options(): ViewportOptions {
    return this.settings;
  }
  tool(): Tool {
    return this.now;
  }
  setTool(tool: Tool): void {
    this.now = tool;
    this.tell();
  }

  preview(motions: ReadonlyMap<string, THREE.Matrix4> | null): void {
    this.motions = motions;
    this.pose();
    this.requestFrame();
  }

  async commit(edits: Edit[]): Promise<EditOutcome> {
    this.commits.push(edits);
    if (this.how.delay) await new Promise((done) => setTimeout(done, this.how.delay));
    if (this.failure !== null) {
      this.message(this.failure, "error");
      this.preview(null);
      return { ok: false, message: this.failure };
    }
    this.past.push(this.current);
    const things = this.current.nodes.slice(2).map((node): FakeThing => ({ path: node.path, at: node.at, size: node.size, yaw: node.yaw, kind: node.kind, ...(node.color ? { color: node.color } : {}) }));
    this.show(stateOf(this.carried(edits).reduce(made, things), this.current.revision + 1));
    return { ok: true };
  }

  /** As the server does: what stands on a moved thing comes along. */
  private carried(edits: Edit[]): Edit[] {
    const posed = edits.map((edit) => edit["path"]);
    return edits.flatMap((edit) => {
      if (edit.kind !== "move") return [edit];
      const found = subjectsOf(this.current, [edit["path"] as string], new Set());
      const riders = "refused" in found ? [] : [...ridersOf(this.current, found).values()].flat().filter((node) => !posed.includes(node.path));
      return [edit, ...riders.map((node) => ({ ...edit, path: node.path }))];
    });
  }

  private show(state: SceneState): void {
    this.current = state;
    this.motions = null;
    this.chosen = this.chosen.filter((path) => this.node(path));
    this.build();
    this.tell();
  }

  async undo(): Promise<EditOutcome> {
    this.calls.push("undo");
    const before = this.past.pop();
    if (!before) return { ok: false, message: "nothing to undo" };
    this.show({ ...before, revision: this.current.revision + 1, canUndo: this.past.length > 0 });
    return { ok: true };
  }
  async redo(): Promise<EditOutcome> {
    this.calls.push("redo");
    return { ok: true };
  }
  message(text: string, kind: "info" | "error"): void {
    this.messages.push({ text, kind });
  }

  view(name: string): void {
    this.views.push(name);
    const angles: Record<string, [number, number]> = {
      front: [0, 90], back: [180, 90], right: [90, 90], left: [-90, 90], top: [0, 0], bottom: [0, 180],
    };
    const angle = angles[name];
    this.eye = angle ? this.flat : this.perspective;
    this.controls.camera = this.eye;
    if (angle) void this.controls.rotateTo((angle[0] * Math.PI) / 180, (angle[1] * Math.PI) / 180, false);
    this.controls.update(0);
    this.tell();
  }

  orbit(azimuth: number, polar: number): void {
    this.calls.push(`orbit ${azimuth.toFixed(3)} ${polar.toFixed(3)}`);
  }

  focus(paths?: readonly string[]): void {
    this.calls.push(`focus ${paths?.join(" ") ?? "all"}`);
  }
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  tell(): void {
    for (const listener of [...this.listeners]) listener();
    this.requestFrame();
  }
}

function made(things: FakeThing[], edit: Edit): FakeThing[] {
  const path = edit["path"] as string;
  const change = (with_: (thing: FakeThing) => FakeThing): FakeThing[] => things.map((thing) => (thing.path === path ? with_(thing) : thing));
  const by = (edit["by"] ?? [0, 0, 0]) as Vec3;
  const plus = (at: Vec3): Vec3 => [at[0] + by[0], at[1] + by[1], at[2] + by[2]];
  switch (edit.kind) {
    case "move":
      return change((thing) => ({ ...thing, at: plus(thing.at) }));
    case "turn":
      return change((thing) => ({ ...thing, yaw: (thing.yaw ?? 0) + ((edit["degrees"] as number) * Math.PI) / 180 }));
    case "scale": {
      const factor = edit["factor"] as number | Vec3;
      const [x, y, z] = typeof factor === "number" ? [factor, factor, factor] : factor;
      return change((thing) => ({ ...thing, size: [thing.size[0] * x, thing.size[1] * y, thing.size[2] * z] }));
    }
    case "duplicate": {
      const first = things.find((thing) => thing.path === path);
      return first ? [...things, { ...first, path: `${path}_${things.length}`, at: plus(first.at) }] : things;
    }
    case "delete":
      return things.filter((thing) => thing.path !== path);
    default:
      throw new Error(`the fake scene knows no edit ${edit.kind}`);
  }
}
