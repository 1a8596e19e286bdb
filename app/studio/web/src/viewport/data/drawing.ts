// A drawing as arrays: which mesh stands where, in which colour and material. See protocol/drawing.ts.

import type { DrawingHead } from "../../protocol";
import { readSafetensors, tensorOf } from "./safetensors";

export interface Drawing {
  head: DrawingHead;
  count: number;
  mesh: Uint32Array;
  row: Uint32Array;
  part: Int32Array;
  material: Uint32Array;
  texture: Int32Array;
  /** (count, 3) sRGB. */
  color: Float32Array;
  /** (count, 12) world_from_mesh, three rows of four. */
  matrix: Float32Array;
}

export function readDrawing(file: ArrayBuffer): Drawing {
  const read = readSafetensors(file);
  const text = read.metadata["head"];
  if (text === undefined) throw new Error("the drawing has no head");
  const head = JSON.parse(text) as DrawingHead;
  const mesh = tensorOf(read, "mesh", Uint32Array, 1);
  const drawing: Drawing = {
    head,
    count: mesh.length,
    mesh,
    row: tensorOf(read, "row", Uint32Array, 1),
    part: tensorOf(read, "part", Int32Array, 1),
    material: tensorOf(read, "material", Uint32Array, 1),
    texture: tensorOf(read, "texture", Int32Array, 1),
    color: tensorOf(read, "color", Float32Array, 3),
    matrix: tensorOf(read, "matrix", Float32Array, 12),
  };
  check(drawing);
  return drawing;
}

function check(drawing: Drawing): void {
  const { head, count, mesh, material, texture } = drawing;
  for (const [name, length] of [
    ["row", drawing.row.length],
    ["part", drawing.part.length],
    ["material", material.length],
    ["texture", texture.length],
    ["color", drawing.color.length / 3],
    ["matrix", drawing.matrix.length / 12],
  ] as const) {
    if (length !== count) throw new Error(`the drawing has ${count} meshes and ${length} rows of '${name}'`);
  }
  for (let i = 0; i < count; i++) {
    if (mesh[i]! >= head.meshes.length) throw new Error(`instance ${i} of the drawing has the unknown mesh ${mesh[i]}`);
    if (material[i]! >= head.materials.length) throw new Error(`instance ${i} of the drawing has the unknown material ${material[i]}`);
    if (texture[i]! >= head.textures.length) throw new Error(`instance ${i} of the drawing has the unknown texture ${texture[i]}`);
  }
}
