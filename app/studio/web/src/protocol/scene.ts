// What the server tells of a scene. The Python side is app/viewing (what a scene looks like) and app/studio/messages.py (the rest).
//
// Frames: right-handed, +y up, metres, objects face +z. Matrices have 12 numbers: the three upper rows of world_from_local, row by row.

export type Vec3 = [number, number, number];

/** Three rows of four numbers, row by row. */
export type Matrix12 = number[];

export type NodeKind = "entity" | "group" | "asset" | "splat" | "room";

/** A part of the program's text: lines and columns from 1, the end exclusive. */
export interface SourceSpan {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** One instance of the tree. Primitives are not listed: a row belongs to the last listed node with `row <= r < end`. */
export interface SceneNode {
  /** Its row in the scene's table, depth first; its parts are the rows below `end`. */
  row: number;
  end: number;
  /** The row of what it is part of; -1 for the root. */
  parent: number;
  path: string;
  /** What the program calls it, and a fuller phrase. */
  word: string;
  phrase: string | null;
  kind: NodeKind;
  /** The call that made it. */
  span: SourceSpan | null;
  /** The outermost call of `place` that placed it, which may stand elsewhere. */
  placed?: SourceSpan | null;
  /** Bottom centre of its upright oriented bounding box, in the world; direction of its front, radians about +y, 0 toward +z; size along its own axes. */
  at: Vec3;
  yaw: number;
  size: Vec3;
  /** The main colour, sRGB 0..1; null where it has none. */
  color: Vec3 | null;
  /** `support`: what carries such an object: floor, wall, ceiling, surface, rug; "" or left out: unknown. */
  asset: { id: string; words: string; licence: string | null; title: string | null; support?: string } | null;
  /** The words of its embedding. */
  z: string | null;
}

export interface SceneRelation {
  index: number;
  /** As a scene lists it: `on(vase, table)`. */
  text: string;
  kind: string;
  /** Full paths that the arguments mean. */
  paths: string[];
  hard: boolean;
  line: number | null;
}

export interface SceneCamera {
  name: string;
  eye: Vec3;
  target: Vec3;
  /** Vertical field of view, degrees. */
  fov: number;
}

export interface SceneRoom {
  path: string;
  width: number;
  depth: number;
  height: number;
}

/** GET scene/state */
export interface SceneState {
  schema: 1;
  revision: number;
  root: string;
  units: string | null;
  frames: number;
  bounds: [Vec3, Vec3];
  nodes: SceneNode[];
  relations: SceneRelation[];
  cameras: SceneCamera[];
  room: SceneRoom | null;
  warnings: string[];
  canUndo: boolean;
  canRedo: boolean;
  /** Instances of captures, whose Gaussians are at `url` (a .ply or .spz file for Spark). */
  splats: { row: number; path: string; url: string; matrix: Matrix12; count: number }[];
}

/** A piece of the old text, by UTF-16 offsets, and what stands there now. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** One change of the scene, sent to every page that shows it. */
export interface SceneStep {
  type: "scene_step";
  revision: number;
  basedOn: number;
  author: "person" | "agent" | "solver" | "unknown";
  name: string | null;
  /** What was done, as the history says it: `Moved table by 0.8 m along z`. */
  what: string;
  /** Paths before and after of what changed; null if unknown. */
  paths: string[] | null;
  /** New paths by old ones; null where it was deleted. */
  renamed: Record<string, string | null>;
  /** null: fetch the text anew. */
  text: TextChange[] | null;
  /** Rigid motions of rows with all below them, where nothing else changed: world_after = motion * world_before. null: fetch the drawing anew. */
  motions: { row: number; motion: Matrix12 }[] | null;
  /** The nodes that changed, where the tree is the same; null: fetch the state anew. */
  nodes: SceneNode[] | null;
  canUndo: boolean;
  canRedo: boolean;
}

/** Rigid or scaling motions of rows with all below them: shown = motion * pose. Those of parts replace those of what they are part of. */
export type RowMotion = { row: number; motion: Matrix12 };

/** GET scene/frames?first=&count= */
export interface SceneFrames {
  revision: number;
  frames: number;
  first: number;
  /** For each frame from `first`; null where it has other things than the first frame of all. */
  motions: (RowMotion[] | null)[];
  /** Numbers of frames that look otherwise in more than motions. */
  looks: number[];
}
