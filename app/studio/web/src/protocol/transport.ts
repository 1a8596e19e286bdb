// What the viewport needs from whoever shows it: the studio, an exported page, a notebook, a chat client. It knows nothing else of its host.

import type { Matrix12, RowMotion, SceneState, SceneStep, Vec3 } from "./scene";

/** An edit of the language's editor, as JSON: `{"kind": "move", "path": "chair", "by": [0, 0, 1]}`. */
export type Edit = { kind: string } & Record<string, unknown>;

export type EditOutcome = { ok: true } | { ok: false; message: string };

/** Where the scene comes from and where changes go. An exported page has no `edit`: then the viewport only shows. */
export interface ViewportTransport {
  state(): Promise<SceneState>;
  /** The safetensors file of the drawing, see drawing.ts. */
  drawing(): Promise<ArrayBuffer>;
  /** The safetensors file of these meshes and textures. */
  shapes(keys: string[]): Promise<ArrayBuffer>;
  /** Calls back with each change of the scene, in order; returns what ends this. */
  subscribe(listener: (step: SceneStep) => void): () => void;
  /** Makes edits as one undo step. The step arrives by `subscribe`, before or after this ends. */
  edit?(edits: Edit[], basedOn: number): Promise<EditOutcome>;
  undo?(): Promise<EditOutcome>;
  redo?(): Promise<EditOutcome>;
  /** Bytes of a URL that the state named, such as splats. */
  fetch(url: string): Promise<ArrayBuffer>;
}

export type Tool = "select" | "move" | "turn" | "scale" | "measure" | "walk";

/** Heat of a query: scores 0..1 by path. */
export type Heat = Record<string, number>;

/** Marks of the layout's report, all in world metres. */
export interface LayoutMarks {
  /** Lines between the things of a relation. */
  relations: { from: string; to: string; holds: boolean; text: string }[];
  /** Pairs that collide, with the box they share. */
  collisions: { paths: string[]; box: [Vec3, Vec3] }[];
  /** Free floor, x and z; `reached`: one can walk to it. */
  freeFloor: { reached: boolean; outline: [number, number][]; holes: [number, number][][] }[];
  /** Floor that should stay free: the swing of a door, the room before a shelf, the room to sit down. `kept`: nothing stands in it. */
  clearances: { path: string; what: string; polygon: [number, number][]; kept: boolean; inside: string[] }[];
  /** Height of that floor; null: that of the room. */
  floor: number | null;
  /** Where things would come to stand: the bottom centre of the box, and the direction of the front, radians about +y. */
  moves?: { path: string; to: Vec3; yaw: number }[];
}

export interface ViewportOptions {
  theme: "dark" | "light";
  snapping: { grid: number | null; floor: boolean; walls: boolean; faces: boolean; degrees: number | null };
  labels: boolean;
  fadeWalls: boolean;
  shading: "lit" | "entities" | "wireframe";
}

export interface ViewportPose {
  eye: Vec3;
  target: Vec3;
  /** Vertical field of view, degrees; null where the view is orthographic. */
  fov: number | null;
  /** Metres from the top to the bottom of the picture of an orthographic view. */
  height: number | null;
}

/** An upright box: the middle of its bottom in the world, its width, height and depth in metres, and its turn about +y in radians. */
export interface GhostBox {
  at: Vec3;
  size: Vec3;
  yaw: number;
  /** Where the shape of the thing is, a file as GET /api/catalogue/KEY/shape gives it: shown in the box as soon as it is here. */
  shape?: string;
}

export interface ViewportEvents {
  /** The selection was changed here. */
  selection: (paths: string[]) => void;
  hover: (path: string | null) => void;
  pose: (pose: ViewportPose) => void;
  /** The tool was changed here, by a key. */
  tool: (tool: Tool) => void;
  hidden: (paths: string[]) => void;
  /** A message for a toast: what was done or why it could not be. */
  message: (text: string, kind: "info" | "error") => void;
  /** What the last click or key means, for a line of hints: nothing went wrong. null: it means that no more. */
  note: (text: string | null) => void;
  /** All that was asked for is drawn: for tests and pictures. `revision` of the scene that the picture shows. */
  drawn: (revision: number) => void;
}

export interface ViewportStatistics {
  drawCalls: number;
  triangles: number;
  geometries: number;
  instances: number;
  frames: number;
  revision: number;
}

/** What `mount` returns. All paths are full paths of nodes. */
export interface Viewport {
  select(paths: string[]): void;
  hide(paths: string[]): void;
  /** What cannot be picked or moved. */
  lock(paths: string[]): void;
  /** What layout and chat leave where it is: it gets a mark. */
  pin(paths: string[]): void;
  setTool(tool: Tool): void;
  setOptions(options: Partial<ViewportOptions>): void;
  setHeat(heat: Heat | null): void;
  setLayoutMarks(marks: LayoutMarks | null): void;
  /** Shows the whole scene, or these things. */
  focus(paths?: string[]): void;
  look(pose: Partial<ViewportPose>): void;
  view(name: "front" | "back" | "left" | "right" | "top" | "bottom" | "perspective" | "camera"): void;
  pose(): ViewportPose;
  /** Shows nodes, with all below them, moved by world matrices (shown = motion * pose), without an edit; null ends it. It ends by itself when
   * a step of the scene comes. */
  preview?(motions: Readonly<Record<string, Matrix12>> | null): void;
  /** Shows a frame of an animation by its motions from the first one; null: the first frame. It ends by itself when a step of the scene comes. */
  showFrame(motions: readonly RowMotion[] | null): void;
  /** The place under a point of the page where a thing would be put: on a surface or the floor. */
  placeUnder(clientX: number, clientY: number): { at: Vec3; on: string | null } | null;
  /** The thing under a point of the page, as a click selects it; of a room the floor or wall itself. null: there is none. */
  thingUnder(clientX: number, clientY: number): string | null;
  /** Outlines a thing as if the pointer were on it; null: none. */
  point(path: string | null): void;
  /** Shows a thing that is about to be put somewhere, in its box; null: it is put, or it will not be. */
  showGhost(ghost: GhostBox | null): void;
  /** Where the middle of a thing is in the page, by client coordinates; null where it is not in the view. */
  pointOf(path: string): { x: number; y: number } | null;
  /** A PNG of the view, with instances and splats. */
  screenshot(width?: number, height?: number): Promise<Blob>;
  on<K extends keyof ViewportEvents>(event: K, listener: ViewportEvents[K]): () => void;
  statistics(): ViewportStatistics;
  /** The next frame that shows everything asked for. */
  settled(): Promise<void>;
  dispose(): void;
}

export type Mount = (host: HTMLElement, transport: ViewportTransport, options?: Partial<ViewportOptions>) => Promise<Viewport>;
