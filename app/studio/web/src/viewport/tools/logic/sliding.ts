// Where a thing goes that is dragged by a point of its surface: over the floor, onto what can carry it, or along the wall that it hangs on.
import type { SceneRoom, Vec3 } from "../../../protocol";
import { axesOf, type Box, footprintsMeet, topOf } from "./boxes";
import { movedAlong, movedIn, onPlane, type Ray } from "./pointing";
import { dot, subtract, times } from "./vectors";

export interface Grip {
  /** The ray and the point at which it was taken. */
  ray: Ray;
  point: Vec3;
  lead: Box;
  /** The normal of the upright plane in which it moves: that of the wall that it hangs on; null where it stands or lies. */
  wall: Vec3 | null;
}

export interface Surface {
  point: Vec3;
  normal: Vec3;
}

/** The direction of the wall that a thing hangs on: its back is at a wall of the room, and nothing is below it. */
export function hangingWall(box: Box, others: readonly Box[], room: Pick<SceneRoom, "width" | "depth"> | null): Vec3 | null {
  if (!room || box.at[1] < 0.2) return null;
  const back = times(axesOf(box).z, -1);
  const side = Math.abs(back[0]) > Math.abs(back[2]) ? room.width : room.depth;
  const gap = side / 2 - dot(box.at, back) - box.size[2] / 2;
  if (Math.max(Math.abs(back[0]), Math.abs(back[2])) < 0.999 || Math.abs(gap) > 0.06) return null;
  const stands = others.some((other) => Math.abs(topOf(other) - box.at[1]) < 0.03 && footprintsMeet(box, other));
  return stands ? null : back;
}

/** Metres: a rug is no step, and what is less than half a millimetre is an error of a number. */
const SAME_LEVEL = 0.03;
const NO_RISE = 0.0005;

/** The move of a thing whose grip is now under `ray`, over `under`: the surface that the ray meets without it. Null: it stays. */
export function slide(grip: Grip, ray: Ray, under: Surface | null): Vec3 | null {
  if (grip.wall) return movedIn(grip.ray, ray, grip.point, grip.wall);
  const level = movedIn(grip.ray, ray, grip.point, [0, 1, 0]);
  if (!under || under.normal[1] <= 0.7) return level;
  const rise = under.point[1] - grip.lead.at[1];
  // on about the level that it came from it follows the very point that was taken
  if (Math.abs(rise) < SAME_LEVEL) return level && [level[0], Math.abs(rise) < NO_RISE ? 0 : rise, level[2]];
  const held = subtract(grip.point, grip.lead.at);
  const spot = onPlane(ray, under.point, [0, 1, 0]) ?? under.point;
  return [spot[0] - held[0] - grip.lead.at[0], under.point[1] - grip.lead.at[1], spot[2] - held[2] - grip.lead.at[2]];
}

/** Straight up and down. */
export const lift = (grip: Grip, ray: Ray): Vec3 | null => movedAlong(grip.ray, ray, grip.point, [0, 1, 0]);

/** Directions in which a slide may be corrected. */
export function slideDirections(grip: Grip, upright: boolean): Vec3[] {
  if (upright) return [[0, 1, 0]];
  if (grip.wall) return [[-grip.wall[2], 0, grip.wall[0]], [0, 1, 0]];
  return [[1, 0, 0], [0, 0, 1]];
}
