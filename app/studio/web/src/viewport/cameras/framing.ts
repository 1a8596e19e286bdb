// How far away the eye has to be so that a box fills the picture and nothing of it is cut off.

import type { Vec3 } from "../../protocol";

export type Box = [Vec3, Vec3];

function sub(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
function unit(a: Vec3): Vec3 {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** Right and up of a picture seen along `forward`; seen from straight above, -z is up. */
export function pictureAxes(forward: Vec3): { right: Vec3; up: Vec3; forward: Vec3 } {
  const f = unit(forward);
  const aside = cross(f, [0, 1, 0]);
  const right: Vec3 = Math.hypot(...aside) < 1e-4 ? [1, 0, 0] : unit(aside);
  return { right, up: cross(right, f), forward: f };
}

function corners([low, high]: Box): Vec3[] {
  return Array.from({ length: 8 }, (_, k): Vec3 => [k & 1 ? high[0] : low[0], k & 2 ? high[1] : low[1], k & 4 ? high[2] : low[2]]);
}

export function centreOf([low, high]: Box): Vec3 {
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
}

/** The least distance from the centre of a box, against `forward`, at which all of it is in the picture. `fov`: vertical, degrees. `room`: 1.1 leaves
 * a tenth free around it. */
export function framingDistance(box: Box, forward: Vec3, fov: number, aspect: number, room = 1.1): number {
  const axes = pictureAxes(forward);
  const centre = centreOf(box);
  const tall = Math.tan((fov * Math.PI) / 360) / room;
  let distance = 0;
  for (const corner of corners(box)) {
    const from = sub(corner, centre);
    const depth = dot(from, axes.forward);
    distance = Math.max(distance, Math.abs(dot(from, axes.up)) / tall - depth, Math.abs(dot(from, axes.right)) / (tall * aspect) - depth);
  }
  return Math.max(distance, 1e-3);
}

/** Height of an orthographic picture that shows all of a box. */
export function framingHeight(box: Box, forward: Vec3, aspect: number, room = 1.1): number {
  const axes = pictureAxes(forward);
  const centre = centreOf(box);
  let height = 1e-3;
  for (const corner of corners(box)) {
    const from = sub(corner, centre);
    height = Math.max(height, 2 * Math.abs(dot(from, axes.up)), (2 * Math.abs(dot(from, axes.right))) / aspect);
  }
  return height * room;
}

/** The box around boxes; null for none. */
export function around(boxes: Iterable<Box>): Box | null {
  let all: Box | null = null;
  for (const [low, high] of boxes) {
    if (all === null) all = [[...low], [...high]];
    for (let k = 0; k < 3; k++) {
      all[0][k] = Math.min(all[0][k]!, low[k]!);
      all[1][k] = Math.max(all[1][k]!, high[k]!);
    }
  }
  return all;
}
