// Snapping of moves, turns and scales. A move is corrected along at most as many directions as it is free to go; the grid takes what is left.
import type { Vec3 } from "../../../protocol";
import { type Box, movedBox } from "../logic/boxes";
import { add, dot, length, subtract, times } from "../logic/vectors";
import { type Candidate, candidatesFor, type Guide, MOST_PULL, NEAR, type SnapSettings, type Surroundings } from "./candidates";

export interface Snapped {
  by: Vec3;
  guides: Guide[];
}

export const NO_SNAPPING: SnapSettings = { grid: null, floor: false, walls: false, faces: false, degrees: null };

/** The settings in force: Ctrl turns off what is on, and where all is off turns on the usual. */
export function inForce(settings: SnapSettings, inverted: boolean): SnapSettings {
  if (!inverted) return settings;
  const off = settings.grid === null && !settings.floor && !settings.walls && !settings.faces && settings.degrees === null;
  return off ? { grid: 0.1, floor: true, walls: true, faces: true, degrees: 15 } : NO_SNAPPING;
}

/**
 * @param lead the box before the move.
 * @param by the move that the hand asks for, metres of the world.
 * @param free unit directions, at right angles to each other, along which it may be corrected.
 * @param reach how far a correction may go, metres.
 */
export function snapMove(lead: Box, by: Vec3, free: readonly Vec3[], around: Surroundings, settings: SnapSettings, reach: number): Snapped {
  let move = by;
  let left = [...free];
  const chosen: Candidate[] = [];
  const boxes = near(movedBox(lead, by), around.boxes, left.length * reach * MOST_PULL);
  while (left.length) {
    const box = movedBox(lead, move);
    const found = nearest(candidatesFor(box, { boxes, room: around.room }, settings), left, reach);
    if (!found) break;
    move = add(move, times(found.along, found.far));
    left = without(left, found.along);
    chosen.push(found.candidate);
  }
  if (settings.grid !== null && settings.grid > 0) move = onGrid(lead, move, left, settings.grid);
  const end = movedBox(lead, move);
  return { by: move, guides: chosen.map((candidate) => candidate.guide(end)) };
}

/** Boxes that may have a candidate: of two thousand, a hand moves past a few. */
function near(box: Box, others: readonly Box[], slack: number): Box[] {
  const reaches = (one: Box): number => Math.hypot(one.size[0], one.size[2]) / 2;
  const far = reaches(box) + NEAR * Math.SQRT2 + slack;
  return others.filter((other) => Math.hypot(other.at[0] - box.at[0], other.at[2] - box.at[2]) <= far + reaches(other));
}

interface Found {
  candidate: Candidate;
  /** Unit direction of the correction. */
  along: Vec3;
  far: number;
}

function nearest(candidates: readonly Candidate[], free: readonly Vec3[], reach: number): Found | null {
  let best: Found | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const inward = onto(candidate.normal, free);
    const share = length(inward);
    // a plane that the move hardly approaches would send the box far along it
    if (share < 0.5) continue;
    const far = candidate.shift / share;
    if (Math.abs(far) > reach * candidate.pull) continue;
    const cost = Math.abs(far) / candidate.pull;
    if (cost < least - 1e-9) {
      least = cost;
      best = { candidate, along: times(inward, 1 / share), far };
    }
  }
  return best;
}

/** The part of a vector within the span of unit directions at right angles. */
function onto(vector: Vec3, directions: readonly Vec3[]): Vec3 {
  return directions.reduce<Vec3>((sum, direction) => add(sum, times(direction, dot(vector, direction))), [0, 0, 0]);
}

/** Directions that span what `directions` do, but for `taken`. */
function without(directions: readonly Vec3[], taken: Vec3): Vec3[] {
  const out: Vec3[] = [];
  for (const direction of directions) {
    let rest = subtract(direction, times(taken, dot(direction, taken)));
    rest = subtract(rest, onto(rest, out));
    const size = length(rest);
    if (size > 1e-6 && out.length < directions.length - 1) out.push(times(rest, 1 / size));
  }
  return out;
}

const WORLD: readonly Vec3[] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

/** The bottom centre on multiples of the grid along the world's axes; along an oblique line, so many steps from its start. */
function onGrid(lead: Box, by: Vec3, free: readonly Vec3[], grid: number): Vec3 {
  const axes = WORLD.filter((axis) => length(onto(axis, free)) > 1 - 1e-6);
  let move = by;
  for (const axis of axes) {
    const place = dot(add(lead.at, move), axis);
    move = add(move, times(axis, Math.round(place / grid) * grid - place));
  }
  const line = free.length === 1 && axes.length === 0 ? free[0] : undefined;
  if (line) {
    const gone = dot(move, line);
    move = add(move, times(line, Math.round(gone / grid) * grid - gone));
  }
  return move;
}

/** Degrees to turn, so that the front of what turns ends at a multiple of `step`. */
export function snapTurn(front: number, by: number, step: number | null): number {
  if (step === null || step <= 0) return by;
  return Math.round((front + by) / step) * step - front;
}

const FACTOR_STEP = 0.05;

export function snapFactor(factor: number, settings: SnapSettings): number {
  return settings.grid === null ? factor : Math.max(FACTOR_STEP, Math.round(factor / FACTOR_STEP) * FACTOR_STEP);
}
