// Scenes of a few nodes for tests, and files as the server would send them.

import type { DrawingHead, Matrix12, SceneNode, SceneState, SceneStep } from "../../src/protocol";
import type { Drawing } from "../../src/viewport/data/drawing";

export function node(row: number, end: number, parent: number, path: string, more: Partial<SceneNode> = {}): SceneNode {
  return {
    row, end, parent, path, word: path.split("/").pop()!, phrase: null, kind: "entity", span: null, at: [0, 0, 0], yaw: 0, size: [1, 1, 1],
    color: null, asset: null, z: null, ...more,
  };
}

/**
 * Rows: 0 scene, 1 room (2 floor, 3 its box, 4 wall_back, 5 its box), 6 set (7 table with the primitives 8 and 9, 10 lamp with 11), 12 rug.
 */
export function nodes(): SceneNode[] {
  return [
    node(0, 13, -1, "scene"),
    node(1, 6, 0, "scene/room", { kind: "room" }),
    node(2, 4, 1, "scene/room/floor", { kind: "room", size: [4, 0.1, 3], at: [0, -0.1, 0] }),
    node(4, 6, 1, "scene/room/wall_back", { kind: "room" }),
    node(6, 12, 0, "scene/set", { kind: "group" }),
    node(7, 10, 6, "scene/set/table", { phrase: "a low table" }),
    node(10, 12, 6, "scene/set/lamp"),
    node(12, 13, 0, "scene/rug", { kind: "asset" }),
  ];
}

export function sceneState(revision = 1, more: Partial<SceneState> = {}): SceneState {
  return {
    schema: 1, revision, root: "scene", units: "metres", frames: 1, bounds: [[-2, 0, -2], [2, 2.5, 2]], nodes: nodes(), relations: [], cameras: [],
    room: { path: "scene/room", width: 4, depth: 3, height: 2.5 }, warnings: [], canUndo: false, canRedo: false, splats: [], ...more,
  };
}

export const IDENTITY: Matrix12 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

export function shift(x: number, y: number, z: number): Matrix12 {
  return [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z];
}

export function head(more: Partial<DrawingHead> = {}): DrawingHead {
  return {
    schema: 1, revision: 1, bounds: [[-1, 0, -1], [1, 1, 1]], meshes: ["cube"], textures: [],
    materials: [{ metallic: 0, roughness: 0.6, opacity: 1, emission: 0 }], lights: [], background: null,
    shell: [{ row: 2, part: "floor" }, { row: 4, part: "wall_back" }], ...more,
  };
}

export interface Piece {
  row: number;
  mesh?: number;
  material?: number;
  texture?: number;
  matrix?: Matrix12;
}

export function drawing(pieces: Piece[], top: DrawingHead = head()): Drawing {
  return {
    head: top,
    count: pieces.length,
    mesh: Uint32Array.from(pieces, (one) => one.mesh ?? 0),
    row: Uint32Array.from(pieces, (one) => one.row),
    part: new Int32Array(pieces.length).fill(-1),
    material: Uint32Array.from(pieces, (one) => one.material ?? 0),
    texture: Int32Array.from(pieces, (one) => one.texture ?? -1),
    color: new Float32Array(pieces.length * 3).fill(0.5),
    matrix: Float32Array.from(pieces.flatMap((one) => one.matrix ?? IDENTITY)),
  };
}

/** One instance for each primitive and for the rug. */
export function pieces(): Piece[] {
  return [3, 5, 8, 9, 11, 12].map((row) => ({ row }));
}

export function step(revision: number, more: Partial<SceneStep> = {}): SceneStep {
  return {
    type: "scene_step", revision, basedOn: revision - 1, author: "person", name: null, what: "move", paths: null, renamed: {}, text: [],
    motions: [], nodes: [], canUndo: true, canRedo: false, ...more,
  };
}

const KINDS = [[Float32Array, "F32"], [Uint32Array, "U32"], [Int32Array, "I32"], [Uint8Array, "U8"]] as const;

/** A safetensors file. `pad`: spaces after the header, which shift the tensors. */
export function safetensors(tensors: Record<string, { shape: number[]; data: Float32Array | Uint32Array | Int32Array | Uint8Array }>, metadata: Record<string, string> = {}, pad = 0): ArrayBuffer {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let at = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: KINDS.find(([Kind]) => data instanceof Kind)![1], shape, data_offsets: [at, at + data.byteLength] };
    at += data.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header) + " ".repeat(pad));
  const file = new Uint8Array(8 + text.length + at);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let offset = 8 + text.length;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  return file.buffer;
}

export function drawingFile(one: Drawing): ArrayBuffer {
  const { count } = one;
  return safetensors(
    {
      mesh: { shape: [count], data: one.mesh }, row: { shape: [count], data: one.row }, part: { shape: [count], data: one.part },
      material: { shape: [count], data: one.material }, texture: { shape: [count], data: one.texture },
      color: { shape: [count, 3], data: one.color }, matrix: { shape: [count, 12], data: one.matrix },
    },
    { head: JSON.stringify(one.head) },
  );
}
