// Where a thing that is added comes to stand: on what the view shows, nearest to its middle, where nothing is in the way. Pure geometry on the
// boxes of the scene's things.

import type { SceneNode, SceneRoom, Vec3 } from "../../../protocol";

export interface Footing {
  at: Vec3;
  /** What carries it there; null: the floor. */
  on: string | null;
}

/** A rectangle in the plan: its middle, half its sides, and its turn about the upright axis in radians. */
interface Plan {
  x: number;
  z: number;
  halfX: number;
  halfZ: number;
  yaw: number;
}

/** Room that a hand leaves around a thing, in metres. */
const gap = 0.04;
/** What is thinner than this, such as a rug, is stood on. */
const flat = 0.03;

/**
 * The first of the footings, in the order of their worth, on which a thing of this size (width, height, depth) is in nobody's way. Null: none.
 * `yaw` is its turn; `things` are the things of the scene without those that hold others, `room` bounds what stands on the floor.
 */
export function freePlace(size: Vec3, yaw: number, footings: readonly Footing[], things: readonly SceneNode[], room: SceneRoom | null, middle: Vec3 | null): Footing | null {
  return footings.find((footing) => isFree(size, yaw, footing, things, room, middle)) ?? null;
}

function isFree(size: Vec3, yaw: number, { at, on }: Footing, things: readonly SceneNode[], room: SceneRoom | null, middle: Vec3 | null): boolean {
  const plan: Plan = { x: at[0], z: at[2], halfX: size[0] / 2 + gap, halfZ: size[2] / 2 + gap, yaw };
  const carrier = on === null ? null : things.find((thing) => thing.path === on);
  if (carrier === undefined) return false;
  if (carrier !== null && !carries(carrier, at, plan)) return false;
  if (carrier === null && room !== null && middle !== null && !inRoom(plan, room, middle)) return false;
  const [low, high] = [at[1] + flat, at[1] + size[1]];
  return things.every((thing) => thing.path === on || thing.at[1] >= high || thing.at[1] + thing.size[1] <= low || apart(plan, planOf(thing)));
}

function planOf(thing: SceneNode): Plan {
  return { x: thing.at[0], z: thing.at[2], halfX: thing.size[0] / 2, halfZ: thing.size[2] / 2, yaw: thing.yaw };
}

/** Whether the whole of it stands on the top of a thing. */
function carries(carrier: SceneNode, at: Vec3, plan: Plan): boolean {
  if (Math.abs(carrier.at[1] + carrier.size[1] - at[1]) > flat) return false;
  const below = planOf(carrier);
  return corners(plan).every(([x, z]) => {
    const [side, front] = local(below, x, z);
    return Math.abs(side) <= below.halfX + gap && Math.abs(front) <= below.halfZ + gap;
  });
}

function inRoom(plan: Plan, room: SceneRoom, middle: Vec3): boolean {
  return corners(plan).every(([x, z]) => Math.abs(x - middle[0]) <= room.width / 2 && Math.abs(z - middle[2]) <= room.depth / 2);
}

/** Along the rectangle's own axes, from its middle. */
function local(of: Plan, x: number, z: number): [number, number] {
  const [cos, sin] = [Math.cos(of.yaw), Math.sin(of.yaw)];
  const [dx, dz] = [x - of.x, z - of.z];
  return [dx * cos - dz * sin, dx * sin + dz * cos];
}

function corners(of: Plan): [number, number][] {
  const [cos, sin] = [Math.cos(of.yaw), Math.sin(of.yaw)];
  return ([[1, 1], [1, -1], [-1, -1], [-1, 1]] as const).map(([a, b]) => {
    const [side, front] = [a * of.halfX, b * of.halfZ];
    return [of.x + side * cos + front * sin, of.z - side * sin + front * cos];
  });
}

/** Whether two rectangles do not overlap: one of their sides parts them. */
function apart(a: Plan, b: Plan): boolean {
  const parted = (one: Plan, other: Plan): boolean => {
    const found = corners(other).map(([x, z]) => local(one, x, z));
    const [sides, fronts] = [found.map(([side]) => side), found.map(([, front]) => front)];
    return Math.min(...sides) >= one.halfX || Math.max(...sides) <= -one.halfX || Math.min(...fronts) >= one.halfZ || Math.max(...fronts) <= -one.halfZ;
  };
  return parted(a, b) || parted(b, a);
}

/** Points of a rectangle of the page from its middle outward, in rings. */
export function pointsOutward(area: { left: number; top: number; width: number; height: number }, rings = 7): [number, number][] {
  const [x, y] = [area.left + area.width / 2, area.top + area.height / 2];
  const points: [number, number][] = [[x, y]];
  for (let ring = 1; ring <= rings; ring += 1) {
    const share = (ring / rings) * 0.46;
    const count = ring * 6;
    for (let step = 0; step < count; step += 1) {
      const angle = (2 * Math.PI * step) / count;
      points.push([x + Math.cos(angle) * area.width * share, y + Math.sin(angle) * area.height * share]);
    }
  }
  return points;
}
