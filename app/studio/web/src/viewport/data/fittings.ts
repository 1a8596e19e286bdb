// What hangs on the walls and the ceiling of a room, with what stands on it: a shelf with its books, a clock, a radiator, a curtain, a lamp.

import type { SceneNode, Vec3 } from "../../protocol";
import { inRoom, type RoomFrame, type ShellPart } from "../drawing/shell_fading";
import type { SceneIndex } from "./scene_index";

export type FittedSide = Exclude<ShellPart, "other" | "floor">;

/** A thing as an upright box in the frame of the room. Metres. */
interface Placed {
  node: SceneNode;
  middle: Vec3;
  bottom: number;
  top: number;
  /** Half its extents along x and z of the room. */
  half: [number, number];
  /** Where its front looks, along x and z of the room. */
  front: [number, number];
}

/** An object of the catalogue that is made for a wall hangs there, with this much air behind it at most, and any other thing with less. */
const WALL_GAP = 0.25;
const GAP = 0.06;
/** What is lower stands on the floor. */
const OFF_FLOOR = 0.04;
/** What lies on a thing is this near to it. */
const CONTACT = 0.04;

const INWARD: Record<"wall_left" | "wall_right" | "wall_back" | "wall_front", [number, number]> = {
  wall_left: [1, 0],
  wall_right: [-1, 0],
  wall_back: [0, 1],
  wall_front: [0, -1],
};

/** Of the things of a scene, those that a wall or the ceiling carries, with that side. */
export function fittings(index: SceneIndex, room: RoomFrame): Map<SceneNode, FittedSide> {
  const placed = things(index).map((node) => placedIn(node, room)).sort((a, b) => a.bottom - b.bottom);
  const found = new Map<SceneNode, FittedSide>();
  for (const one of placed) {
    const carriers = placed.filter((other) => other !== one && carries(other, one));
    const side = sideBehind(one, room, carriers.length > 0);
    if (side !== null) found.set(one.node, side);
    else {
      // from below to above, so that what is stacked follows what it stands on
      const ridden = carriers.map(({ node }) => found.get(node)).find((each) => each !== undefined);
      if (ridden !== undefined && carriers.every(({ node }) => found.has(node))) found.set(one.node, ridden);
    }
  }
  return found;
}

/** What people call things: what groups hold, without the room. */
function things(index: SceneIndex): SceneNode[] {
  const open = new Set(index.nodes.filter((node) => node.parent < 0 || node.kind === "group").map((node) => node.row));
  return index.nodes.filter((node) => node.parent >= 0 && node.kind !== "group" && open.has(node.parent) && !index.inShell(node));
}

function placedIn(node: SceneNode, room: RoomFrame): Placed {
  const [x, y, z] = inRoom(room, node.at);
  const yaw = node.yaw - room.yaw;
  const [c, s] = [Math.abs(Math.cos(yaw)), Math.abs(Math.sin(yaw))];
  const [width, height, depth] = node.size;
  return {
    node,
    middle: [x, y + height / 2, z],
    bottom: y,
    top: y + height,
    half: [(c * width + s * depth) / 2, (s * width + c * depth) / 2],
    front: [Math.sin(yaw), Math.cos(yaw)],
  };
}

/** The wall or ceiling that a thing hangs on; null: it stands somewhere. */
function sideBehind(one: Placed, room: RoomFrame, carried: boolean): FittedSide | null {
  const made = one.node.asset?.support ?? "";
  const off = one.bottom > OFF_FLOOR;
  if (made === "ceiling" || (off && !carried && made !== "wall" && room.height - one.top < GAP && one.bottom > 0.6 * room.height)) return "ceiling";
  if (made !== "wall" && (!off || carried)) return null;
  const [x, , z] = one.middle;
  const air = {
    wall_left: x - one.half[0] + room.width / 2,
    wall_right: room.width / 2 - x - one.half[0],
    wall_back: z - one.half[1] + room.depth / 2,
    wall_front: room.depth / 2 - z - one.half[1],
  };
  const most = made === "wall" ? WALL_GAP : GAP;
  // in a corner it hangs on the wall that its back is turned to
  const turned = (side: keyof typeof air): number => INWARD[side][0] * one.front[0] + INWARD[side][1] * one.front[1];
  const near = (Object.keys(air) as (keyof typeof air)[]).filter((side) => air[side] <= most).sort((a, b) => turned(b) - turned(a));
  return near[0] ?? null;
}

/** Whether a thing stands on another, or in it. */
function carries(below: Placed, above: Placed): boolean {
  const [dx, dz] = [above.middle[0] - below.middle[0], above.middle[2] - below.middle[2]];
  if (Math.abs(dx) > below.half[0] || Math.abs(dz) > below.half[1]) return false;
  return below.bottom < above.bottom - CONTACT / 4 && above.bottom <= below.top + CONTACT;
}
