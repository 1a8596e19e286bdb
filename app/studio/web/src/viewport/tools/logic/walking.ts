// Walking through a scene: a person as an upright cylinder, who is stopped by walls and furniture and slides along them.
import type { SceneRoom, Vec3 } from "../../../protocol";
import { type Box, toLocal, toWorld, topOf } from "./boxes";

export const EYE_HEIGHT = 1.65;
/** Half the width of who walks, metres. */
export const GIRTH = 0.22;
/** What is lower is stepped over or onto, such as a rug or a threshold. */
export const STEP = 0.2;
/** Metres a second; running doubles it. */
export const SPEED = 1.6;

export interface Obstacles {
  boxes: readonly Box[];
  room: Pick<SceneRoom, "width" | "depth"> | null;
}

/** What stands in the way of a walker whose feet are at `floor`. */
export function blocking(boxes: readonly Box[], floor = 0): Box[] {
  return boxes.filter((box) => topOf(box) > floor + STEP && box.at[1] < floor + EYE_HEIGHT + 0.1);
}

type Place = { x: number; z: number };

/** Where a step ends: as far as wanted, but out of all obstacles. */
export function walk(from: Place, by: Place, obstacles: Obstacles): Place {
  const far = Math.hypot(by.x, by.z);
  // no part of a step is longer than half the walker, so that nothing is passed through
  const parts = Math.max(1, Math.ceil(far / (GIRTH / 2)));
  let place = from;
  for (let i = 0; i < parts; i++) {
    const wanted = { x: place.x + by.x / parts, z: place.z + by.z / parts };
    const next = settled(wanted, obstacles);
    if (!next) break;
    place = next;
  }
  return place;
}

/** Out of what one would stand in; null where there is no way out nearby, so that the step is not made. */
function settled(wanted: Place, obstacles: Obstacles): Place | null {
  let place = wanted;
  for (let round = 0; round < 8; round++) {
    const inside = within(place, obstacles.room);
    const hit = obstacles.boxes.map((box) => pushed(inside, box)).find((free) => free !== null);
    if (!hit) return inside;
    place = hit;
  }
  return null;
}

function within(place: Place, room: Obstacles["room"]): Place {
  if (!room) return place;
  const clamp = (value: number, side: number): number => {
    const most = Math.max(0, side / 2 - GIRTH);
    return Math.min(most, Math.max(-most, value));
  };
  return { x: clamp(place.x, room.width), z: clamp(place.z, room.depth) };
}

/** The nearest place at which the walker no longer overlaps a box; null where there is no overlap. */
function pushed(place: Place, box: Box): Place | null {
  const local = toLocal(box, [place.x, box.at[1], place.z]);
  const [w, d] = [box.size[0] / 2, box.size[2] / 2];
  const near = { x: Math.min(w, Math.max(-w, local[0])), z: Math.min(d, Math.max(-d, local[2])) };
  const off = { x: local[0] - near.x, z: local[2] - near.z };
  const far = Math.hypot(off.x, off.z);
  if (far >= GIRTH - 1e-9) return null;
  let free: Vec3;
  if (far > 1e-9) free = [near.x + (off.x / far) * GIRTH, 0, near.z + (off.z / far) * GIRTH];
  else if (w - Math.abs(local[0]) < d - Math.abs(local[2])) free = [(Math.sign(local[0]) || 1) * (w + GIRTH), 0, local[2]];
  else free = [local[0], 0, (Math.sign(local[2]) || 1) * (d + GIRTH)];
  const world = toWorld(box, free);
  return { x: world[0], z: world[2] };
}

/** The nearest free place to begin at: rings of places around the wanted one. */
export function startPlace(wanted: Place, obstacles: Obstacles): Place {
  for (let ring = 0; ring < 60; ring++) {
    const count = ring === 0 ? 1 : 6 * ring;
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * i) / count;
      const place = within({ x: wanted.x + Math.cos(angle) * ring * 0.15, z: wanted.z + Math.sin(angle) * ring * 0.15 }, obstacles.room);
      if (obstacles.boxes.every((box) => pushed(place, box) === null)) return place;
    }
  }
  return wanted;
}

export interface Gait {
  ahead: number;
  aside: number;
  fast: boolean;
}

/** The way in so many seconds; `yaw` is where one looks, 0 toward -z, positive to the left. */
export function stepOf(gait: Gait, yaw: number, seconds: number): Place {
  const size = Math.hypot(gait.ahead, gait.aside);
  if (size === 0) return { x: 0, z: 0 };
  const far = (SPEED * (gait.fast ? 2 : 1) * seconds) / size;
  const ahead = { x: -Math.sin(yaw), z: -Math.cos(yaw) };
  const right = { x: Math.cos(yaw), z: -Math.sin(yaw) };
  return { x: (ahead.x * gait.ahead + right.x * gait.aside) * far, z: (ahead.z * gait.ahead + right.z * gait.aside) * far };
}
