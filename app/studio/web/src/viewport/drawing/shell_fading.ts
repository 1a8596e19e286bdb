// Which parts of a room's shell stand between the eye and the room.

import type { Vec3 } from "../../protocol";

export type ShellPart = "floor" | "ceiling" | "wall_left" | "wall_right" | "wall_back" | "wall_front" | "other";

/** The room's inside: about the middle of its floor, turned by `yaw` about +y. Metres. */
export interface RoomFrame {
  at: Vec3;
  yaw: number;
  width: number;
  depth: number;
  height: number;
}

type Side = Exclude<ShellPart, "other">;

/** A point of the world in the frame of the room. */
export function inRoom(room: RoomFrame, point: Vec3): Vec3 {
  const [x, y, z] = [point[0] - room.at[0], point[1] - room.at[1], point[2] - room.at[2]];
  const [c, s] = [Math.cos(room.yaw), Math.sin(room.yaw)];
  return [c * x - s * z, y, s * x + c * z];
}

/** How far a point of the room's frame stands beyond each side, metres; below zero: on the inner side. */
function beyond(room: RoomFrame, [x, y, z]: Vec3): Record<Side, number> {
  return {
    wall_left: -x - room.width / 2,
    wall_right: x - room.width / 2,
    wall_back: -z - room.depth / 2,
    wall_front: z - room.depth / 2,
    ceiling: y - room.height,
    floor: -y,
  };
}

/** The sides of a room that the eye looks through from outside. `eye` in the world. */
export function fadedSides(room: RoomFrame, eye: Vec3): Set<Side> {
  const out = beyond(room, inRoom(room, eye));
  return new Set((Object.keys(out) as Side[]).filter((side) => out[side] > 0));
}

/** The side that a door, window or other piece of the shell belongs to, by its centre in the world; null: none, so it never fades. */
export function sideOf(room: RoomFrame, centre: Vec3): Side | null {
  const out = beyond(room, inRoom(room, centre));
  const nearest = (Object.keys(out) as Side[]).reduce((a, b) => (Math.abs(out[a]) <= Math.abs(out[b]) ? a : b));
  // the thickness of a wall with a frame on it
  return Math.abs(out[nearest]) <= 0.1 * Math.min(room.width, room.depth, room.height) ? nearest : null;
}

/** Whether a part of the shell fades. */
export function isFaded(part: ShellPart, centre: Vec3, room: RoomFrame, faded: ReadonlySet<string>): boolean {
  if (part !== "other") return faded.has(part);
  const side = sideOf(room, centre);
  return side !== null && faded.has(side);
}

/** Of the height of the eye above the floor, to its distance from the middle along the floor: beyond it a lamp below the ceiling hides what it hangs over. */
const STEEP = 1.5;

/** Whether an eye looks into a room from so far above that what hangs from its ceiling hides the room. A lamp over a table is seen from the side. */
export function looksDown(room: RoomFrame, eye: Vec3): boolean {
  const [x, y, z] = inRoom(room, eye);
  return y > STEEP * Math.hypot(x, z);
}
