// Matrices of twelve numbers, as the wire has them (three rows of four), and three's of sixteen, column by column.

import { Matrix4 } from "three";
import type { Matrix12, SceneNode } from "../../protocol";

export function matrixFrom12(numbers: ArrayLike<number>, offset = 0, out = new Matrix4()): Matrix4 {
  const n = (k: number): number => numbers[offset + k]!;
  return out.set(n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8), n(9), n(10), n(11), 0, 0, 0, 1);
}

export function matrixTo12(matrix: Matrix4): Matrix12 {
  const e = matrix.elements;
  return [e[0]!, e[4]!, e[8]!, e[12]!, e[1]!, e[5]!, e[9]!, e[13]!, e[2]!, e[6]!, e[10]!, e[14]!];
}

/** Writes `left` times the matrix at `offset` of `from` into `to`. All have three rows of four; `left` may be null: a copy. */
export function multiply12(left: ArrayLike<number> | null, from: Float32Array, to: Float32Array, offset: number): void {
  if (left === null) {
    for (let k = 0; k < 12; k++) to[offset + k] = from[offset + k]!;
    return;
  }
  for (let column = 0; column < 4; column++) {
    const x = from[offset + column]!;
    const y = from[offset + 4 + column]!;
    const z = from[offset + 8 + column]!;
    const w = column === 3 ? 1 : 0;
    for (let row = 0; row < 3; row++) {
      const at = row * 4;
      to[offset + at + column] = left[at]! * x + left[at + 1]! * y + left[at + 2]! * z + left[at + 3]! * w;
    }
  }
}

/** Of the linear part: below zero where it mirrors. */
export function determinant12(m: ArrayLike<number>, offset = 0): number {
  const n = (k: number): number => m[offset + k]!;
  return n(0) * (n(5) * n(10) - n(6) * n(9)) - n(1) * (n(4) * n(10) - n(6) * n(8)) + n(2) * (n(4) * n(9) - n(5) * n(8));
}

/** Unit box about the middle of its bottom (x and z from -1/2 to 1/2, y from 0 to 1) to the box of a node in the world. */
export function boxMatrix(node: Pick<SceneNode, "at" | "yaw" | "size">, out = new Matrix4()): Matrix4 {
  const [w, h, d] = node.size;
  const c = Math.cos(node.yaw);
  const s = Math.sin(node.yaw);
  const [x, y, z] = node.at;
  return out.set(c * w, 0, s * d, x, 0, h, 0, y, -s * w, 0, c * d, z, 0, 0, 0, 1);
}
