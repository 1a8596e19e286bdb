// Vectors as three numbers, for logic that needs no drawing.
import type { Vec3 } from "../../../protocol";

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vec3, b: Vec3): number => length(subtract(a, b));
export const middle = (a: Vec3, b: Vec3): Vec3 => times(add(a, b), 0.5);

/** Turned by radians about +y, right-handed: +z goes toward +x. */
export function turned(a: Vec3, yaw: number): Vec3 {
  const c = Math.cos(yaw);
  const s = Math.sin(yaw);
  return [c * a[0] + s * a[2], a[1], -s * a[0] + c * a[2]];
}

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The same direction, from -180 (excluded) to 180 degrees. */
export function wrapped(angle: number): number {
  const rest = ((angle % 360) + 360) % 360;
  return rest > 180 ? rest - 360 : rest;
}

/** Four decimals, as the texts of programs hold; never a negative 0. */
export function rounded(value: number, step = 1e-4): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  return Number((Math.round(value / step) * step).toFixed(digits)) + 0;
}

export const roundedPoint = (a: Vec3): Vec3 => [rounded(a[0]), rounded(a[1]), rounded(a[2])];
