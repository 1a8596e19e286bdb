// Upright oriented boxes: the shape of things for snapping, measuring and walking.
import type { SceneNode, Vec3 } from "../../../protocol";
import { add, distance, dot, subtract, turned } from "./vectors";

/** `at` is the bottom centre; `yaw` the direction of its front, radians about +y, 0 toward +z; `size` along its own axes. */
export interface Box {
  at: Vec3;
  yaw: number;
  size: Vec3;
}

export const boxOf = (node: Pick<SceneNode, "at" | "yaw" | "size">): Box => ({ at: node.at, yaw: node.yaw, size: node.size });
export const centreOf = (box: Box): Vec3 => [box.at[0], box.at[1] + box.size[1] / 2, box.at[2]];
export const topOf = (box: Box): number => box.at[1] + box.size[1];
export const movedBox = (box: Box, by: Vec3): Box => ({ ...box, at: add(box.at, by) });

/** Its own x (to the left of who looks out of its front) and z (its front), in the world. */
export function axesOf(box: Box): { x: Vec3; z: Vec3 } {
  return { x: turned([1, 0, 0], box.yaw), z: turned([0, 0, 1], box.yaw) };
}

export const toWorld = (box: Box, local: Vec3): Vec3 => add(box.at, turned(local, box.yaw));
export const toLocal = (box: Box, point: Vec3): Vec3 => turned(subtract(point, box.at), -box.yaw);

/** Half of what it takes up along a level unit direction. */
export function halfAlong(box: Box, direction: Vec3): number {
  const { x, z } = axesOf(box);
  return (Math.abs(dot(x, direction)) * box.size[0] + Math.abs(dot(z, direction)) * box.size[2]) / 2;
}

/** The eight corners: the bottom's four, then the top's. */
export function cornersOf(box: Box): Vec3[] {
  const out: Vec3[] = [];
  for (const y of [0, box.size[1]])
    for (const [x, z] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) out.push(toWorld(box, [(x * box.size[0]) / 2, y, (z * box.size[2]) / 2]));
  return out;
}

/** Pairs of numbers of corners that make its twelve edges. */
export const EDGES: readonly (readonly [number, number])[] = [
  [0, 1], [1, 2], [2, 3], [3, 0], [4, 5], [5, 6], [6, 7], [7, 4], [0, 4], [1, 5], [2, 6], [3, 7],
];

/** Whether a turn from one to the other is a quarter turn or several, within a degree. */
export function squareWith(yaw: number, other: number, slack = Math.PI / 180): boolean {
  const quarter = Math.PI / 2;
  const rest = (((yaw - other) % quarter) + quarter) % quarter;
  return Math.min(rest, quarter - rest) <= slack;
}

/** The box, with sides along those of `frame`, that holds all of them. */
export function boxAround(boxes: readonly Box[], frame: Box): Box {
  const low: Vec3 = [Infinity, Infinity, Infinity];
  const high: Vec3 = [-Infinity, -Infinity, -Infinity];
  for (const box of boxes)
    for (const corner of cornersOf(box)) {
      const local = toLocal(frame, corner);
      for (const axis of [0, 1, 2] as const) {
        low[axis] = Math.min(low[axis], local[axis]);
        high[axis] = Math.max(high[axis], local[axis]);
      }
    }
  return {
    at: toWorld(frame, [(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]),
    yaw: frame.yaw,
    size: subtract(high, low),
  };
}

/** How far two boxes overlap along a level direction; negative: the gap. */
function overlapAlong(a: Box, b: Box, direction: Vec3): number {
  return halfAlong(a, direction) + halfAlong(b, direction) - Math.abs(dot(subtract(a.at, b.at), direction));
}

/** Whether their outlines, seen from above, share more than `slack` metres. */
export function footprintsMeet(a: Box, b: Box, slack = 1e-6): boolean {
  const axes = [axesOf(a).x, axesOf(a).z, axesOf(b).x, axesOf(b).z];
  return axes.every((axis) => overlapAlong(a, b, axis) > slack);
}

export function holdsPoint(box: Box, x: number, z: number, slack = 0): boolean {
  const local = toLocal(box, [x, box.at[1], z]);
  return Math.abs(local[0]) <= box.size[0] / 2 + slack && Math.abs(local[2]) <= box.size[2] / 2 + slack;
}

/** The point of a box, or within it, that is nearest to a point. */
export function nearestPoint(box: Box, point: Vec3): Vec3 {
  const local = toLocal(box, point);
  const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
  return toWorld(box, [
    within(local[0], -box.size[0] / 2, box.size[0] / 2),
    within(local[1], 0, box.size[1]),
    within(local[2], -box.size[2] / 2, box.size[2] / 2),
  ]);
}

export interface Gap {
  from: Vec3;
  to: Vec3;
  /** Metres; 0 where they touch or overlap. */
  distance: number;
}

type Level = [number, number];

/** The nearest points of two boxes. Upright boxes part into a level and an upright question. */
export function gapBetween(a: Box, b: Box): Gap {
  const low = Math.max(a.at[1], b.at[1]);
  const high = Math.min(topOf(a), topOf(b));
  // where they share heights, the line runs level at the middle of those; else from the top of the lower to the bottom of the upper
  const heights: [number, number] =
    low <= high ? [(low + high) / 2, (low + high) / 2] : topOf(a) < b.at[1] ? [topOf(a), b.at[1]] : [a.at[1], topOf(b)];
  const [p, q] = nearestOutlines(a, b);
  const from: Vec3 = [p[0], heights[0], p[1]];
  const to: Vec3 = [q[0], heights[1], q[1]];
  return { from, to, distance: distance(from, to) };
}

const outlineOf = (box: Box): Level[] => cornersOf(box).slice(0, 4).map((c) => [c[0], c[2]]);

function nearestOutlines(a: Box, b: Box): [Level, Level] {
  if (footprintsMeet(a, b, -1e-9)) {
    const shared = sharedPoint(a, b);
    return [shared, shared];
  }
  // the least distance of two convex polygons that are apart is taken on at a corner of one of them
  let best: [Level, Level] = [[0, 0], [0, 0]];
  let least = Infinity;
  const look = (corners: Box, sides: Box, swap: boolean): void => {
    for (const corner of outlineOf(corners)) {
      const near = nearestPoint(sides, [corner[0], sides.at[1], corner[1]]);
      const far = Math.hypot(near[0] - corner[0], near[2] - corner[1]);
      if (far < least - 1e-12) {
        least = far;
        best = swap ? [[near[0], near[2]], corner] : [corner, [near[0], near[2]]];
      }
    }
  };
  look(a, b, false);
  look(b, a, true);
  return facing(a, b, best);
}

/** Where two parallel sides face each other, any point of them is nearest: the middle of what they share reads best. */
function facing(a: Box, b: Box, pair: [Level, Level]): [Level, Level] {
  const [p, q] = pair;
  const far = Math.hypot(q[0] - p[0], q[1] - p[1]);
  if (far < 1e-9 || !squareWith(a.yaw, b.yaw, 1e-6)) return pair;
  const along: Vec3 = [-(q[1] - p[1]) / far, 0, (q[0] - p[0]) / far];
  const axes = axesOf(a);
  if (Math.max(Math.abs(dot(along, axes.x)), Math.abs(dot(along, axes.z))) < 1 - 1e-9) return pair;
  const [ca, cb, here] = [dot(a.at, along), dot(b.at, along), dot([p[0], 0, p[1]], along)];
  const low = Math.max(ca - halfAlong(a, along), cb - halfAlong(b, along));
  const high = Math.min(ca + halfAlong(a, along), cb + halfAlong(b, along));
  if (low > high) return pair;
  const shift = (low + high) / 2 - here;
  return [
    [p[0] + along[0] * shift, p[1] + along[2] * shift],
    [q[0] + along[0] * shift, q[1] + along[2] * shift],
  ];
}

/** The centre of what two outlines share. */
function sharedPoint(a: Box, b: Box): Level {
  let polygon = outlineOf(a);
  const sides = outlineOf(b);
  for (let i = 0; i < 4 && polygon.length; i++) {
    const from = sides[i] as Level;
    const to = sides[(i + 1) % 4] as Level;
    const side = (p: Level): number => (to[0] - from[0]) * (p[1] - from[1]) - (to[1] - from[1]) * (p[0] - from[0]);
    const kept: Level[] = [];
    for (let j = 0; j < polygon.length; j++) {
      const [here, next] = [polygon[j] as Level, polygon[(j + 1) % polygon.length] as Level];
      const [s, t] = [side(here), side(next)];
      if (s >= 0) kept.push(here);
      if (s * t < 0) {
        const f = s / (s - t);
        kept.push([here[0] + f * (next[0] - here[0]), here[1] + f * (next[1] - here[1])]);
      }
    }
    polygon = kept;
  }
  const points = polygon.length ? polygon : [[(a.at[0] + b.at[0]) / 2, (a.at[2] + b.at[2]) / 2] as Level];
  const sum = points.reduce<Level>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
