// The boxes of scenes and things in the world, as they are shown.

import { Box3 } from "three";
import type { SceneNode } from "../../protocol";
import { type Box, around } from "../cameras/framing";
import { boxMatrix } from "../data/matrices";
import type { SceneIndex } from "../data/scene_index";

/** Around instances; null for none. */
function instanceBox(boxes: Float32Array, instances: Iterable<number>): Box | null {
  const all: Box = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ];
  for (const i of instances) {
    for (let k = 0; k < 3; k++) {
      all[0][k] = Math.min(all[0][k]!, boxes[i * 6 + k]!);
      all[1][k] = Math.max(all[1][k]!, boxes[i * 6 + 3 + k]!);
    }
  }
  return all[0][0] <= all[1][0] ? all : null;
}

/** Upright box around a thing; of one without meshes, around its oriented box. Null where it has no extent. */
export function nodeBox(index: SceneIndex, boxes: Float32Array, node: SceneNode): Box | null {
  const box = instanceBox(boxes, index.instancesOf(node));
  if (box !== null || node.size.every((length) => length === 0)) return box;
  const { min, max } = new Box3().set(UNIT.min, UNIT.max).applyMatrix4(boxMatrix(node));
  return [min.toArray(), max.toArray()];
}

/** Upright box around all things of these paths; null where there are none, or they have no extent. */
export function boxAround(index: SceneIndex, boxes: Float32Array, paths: readonly string[]): Box | null {
  return around(
    paths.flatMap((path) => {
      const node = index.node(path);
      const box = node === undefined ? null : nodeBox(index, boxes, node);
      return box === null ? [] : [box];
    }),
  );
}

const UNIT = new Box3();
UNIT.min.set(-0.5, 0, -0.5);
UNIT.max.set(0.5, 1, 0.5);

export function boundsOf(index: SceneIndex, boxes: Float32Array): Box {
  const splats = index.state.splats.flatMap(({ path }) => {
    const node = index.node(path);
    const box = node === undefined ? null : nodeBox(index, boxes, node);
    return box === null ? [] : [box];
  });
  const meshes = instanceBox(boxes, { *[Symbol.iterator]() { for (let i = 0; i < boxes.length / 6; i++) yield i; } });
  return around(meshes === null ? splats : [meshes, ...splats]) ?? index.state.bounds;
}
