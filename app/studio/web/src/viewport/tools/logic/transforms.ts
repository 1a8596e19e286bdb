// Moves, turns and scales of several things: the matrices that a preview shows, and the edits that make them last.
import { Matrix4 } from "three";
import type { Edit, Vec3 } from "../../../protocol";
import { type Box, squareWith } from "./boxes";
import { commonCentre, type Refusal, shortName, type Subject } from "./subjects";
import { add, degrees, length, radians, rounded, roundedPoint, subtract, times, turned, wrapped } from "./vectors";

export type Axis = "x" | "y" | "z";
export const AXES: readonly Axis[] = ["x", "y", "z"];
export const numberOf = (axis: Axis): 0 | 1 | 2 => (axis === "x" ? 0 : axis === "y" ? 1 : 2);

/** What is done to each thing, and where it stands after. */
export interface Outcome {
  /** By path: shown = matrix * pose. */
  matrices: Map<string, Matrix4>;
  /** By path: the box after. */
  boxes: Map<string, Box>;
  edits: Edit[];
}

const empty = (): Outcome => ({ matrices: new Map(), boxes: new Map(), edits: [] });
const isNothing = (by: Vec3): boolean => by.every((part) => part === 0);

function moveEdit(path: string, by: Vec3): Edit[] {
  const written = roundedPoint(by);
  return isNothing(written) ? [] : [{ kind: "move", path, by: written }];
}

/** Each thing moved by metres of the world; with `local`, along its own axes. */
export function moveAll(subjects: readonly Subject[], by: Vec3, local = false): Outcome {
  const out = empty();
  for (const { path, box } of subjects) {
    const step = local ? turned(by, box.yaw) : by;
    out.matrices.set(path, new Matrix4().makeTranslation(...step));
    out.boxes.set(path, { ...box, at: add(box.at, step) });
    out.edits.push(...moveEdit(path, step));
  }
  return out;
}

/** All turned by degrees about the upright line through their common centre. */
export function turnAll(subjects: readonly Subject[], angle: number): Outcome {
  const out = empty();
  const about = commonCentre(subjects);
  const yaw = radians(angle);
  const written = rounded(wrapped(angle));
  for (const { path, box } of subjects) {
    const at: Vec3 = subjects.length === 1 ? box.at : add(about, turned(subtract(box.at, about), yaw));
    const matrix = new Matrix4().makeTranslation(...at);
    matrix.multiply(new Matrix4().makeRotationY(yaw)).multiply(new Matrix4().makeTranslation(...times(box.at, -1)));
    out.matrices.set(path, matrix);
    out.boxes.set(path, { ...box, at, yaw: box.yaw + yaw });
    if (written !== 0) out.edits.push({ kind: "turn", path, degrees: written, about: "middle" });
    out.edits.push(...moveEdit(path, subtract(at, box.at)));
  }
  return out;
}

/** Scaling below this makes a thing vanish, above it fills the world. */
export const SMALLEST_FACTOR = 0.01;
export const LARGEST_FACTOR = 100;

/** All scaled by a factor along each axis: of the world, or with `local` their own; about their common bottom centre. */
export function scaleAll(subjects: readonly Subject[], factors: Vec3, local = false): Outcome | Refusal {
  const wrong = factors.find((factor) => !(factor >= SMALLEST_FACTOR && factor <= LARGEST_FACTOR));
  if (wrong !== undefined) return { refused: `A factor is from ${SMALLEST_FACTOR} to ${LARGEST_FACTOR}, not ${rounded(wrong)}.` };
  const out = empty();
  const about = commonCentre(subjects);
  for (const subject of subjects) {
    const { path, box, parentYaw } = subject;
    const own = parentFactors(subject, factors, local);
    if ("refused" in own) return own;
    const spread = subtract(box.at, about);
    const at: Vec3 =
      subjects.length === 1 || local ? box.at : add(about, [spread[0] * factors[0], spread[1] * factors[1], spread[2] * factors[2]]);
    const matrix = new Matrix4().makeTranslation(...at);
    matrix.multiply(new Matrix4().makeRotationY(parentYaw));
    matrix.multiply(new Matrix4().makeScale(...own.factors));
    matrix.multiply(new Matrix4().makeRotationY(-parentYaw)).multiply(new Matrix4().makeTranslation(...times(box.at, -1)));
    out.matrices.set(path, matrix);
    const sideways = squareWith(box.yaw, parentYaw) && Math.abs(Math.sin(box.yaw - parentYaw)) > 0.5;
    const [fx, fy, fz] = own.factors;
    const [sx, sy, sz] = box.size;
    out.boxes.set(path, { ...box, at, size: sideways ? [sx * fz, sy * fy, sz * fx] : [sx * fx, sy * fy, sz * fz] });
    const written: Vec3 = roundedPoint(own.factors);
    const even = written[0] === written[1] && written[1] === written[2];
    if (written.some((factor) => factor !== 1)) out.edits.push({ kind: "scale", path, factor: even ? written[0] : written });
    out.edits.push(...moveEdit(path, subtract(at, box.at)));
  }
  return out;
}

/** The factors along the axes of its parent, which are the ones that an edit has. */
function parentFactors({ path, box, parentYaw }: Subject, factors: Vec3, local: boolean): { factors: Vec3 } | Refusal {
  const [fx, , fz] = factors;
  if (Math.abs(fx - fz) < 1e-12) return { factors };
  const frame = local ? box.yaw : 0;
  const off = rounded(wrapped(degrees(box.yaw)), 0.1);
  if (!squareWith(box.yaw, parentYaw) || !squareWith(frame, parentYaw))
    return { refused: `'${shortName(path)}' stands at ${off}°: it can be scaled evenly, along y, or along x and z together.` };
  const swap = Math.abs(Math.sin(frame - parentYaw)) > 0.5;
  return { factors: swap ? [fz, factors[1], fx] : factors };
}

/** Copies, each `by` metres from its original. */
export function duplicateAll(subjects: readonly Subject[], by: Vec3): Outcome {
  const out = empty();
  const written = roundedPoint(by);
  for (const { path, box } of subjects) {
    out.boxes.set(path, { ...box, at: add(box.at, by) });
    out.edits.push({ kind: "duplicate", path, by: written });
  }
  return out;
}

export const deleteAll = (subjects: readonly Subject[]): Edit[] => subjects.map(({ path }) => ({ kind: "delete", path }));

/** Bytes of the edits as they cross the wire. */
export const bytesOf = (edits: readonly Edit[]): number => new TextEncoder().encode(JSON.stringify(edits)).length;

/** Whether a move is long enough to be one. */
export const isMove = (by: Vec3): boolean => length(by) > 5e-5;
