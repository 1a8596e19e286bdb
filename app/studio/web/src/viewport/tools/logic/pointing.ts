// What a pointer means in the scene: rays against planes and lines, angles and ratios on the screen.
import type { Vec3 } from "../../../protocol";
import { add, degrees, dot, length, subtract, times } from "./vectors";

export interface Ray {
  origin: Vec3;
  /** Unit length. */
  direction: Vec3;
}

export interface ScreenPoint {
  x: number;
  /** Downward. */
  y: number;
}

/** Rays that meet a plane farther away than this are taken to miss it: near the horizon a pixel is a street. */
const FARTHEST = 500;

export function onPlane(ray: Ray, point: Vec3, normal: Vec3): Vec3 | null {
  const slope = dot(ray.direction, normal);
  if (Math.abs(slope) < 0.02) return null;
  const far = dot(subtract(point, ray.origin), normal) / slope;
  return far > 0 && far < FARTHEST ? add(ray.origin, times(ray.direction, far)) : null;
}

/** How far along a line (unit direction) its nearest point to the ray lies; null where both are nearly parallel. */
export function alongLine(ray: Ray, point: Vec3, direction: Vec3): number | null {
  const both = dot(ray.direction, direction);
  const rest = 1 - both * both;
  if (rest < 2e-3) return null;
  const between = subtract(point, ray.origin);
  const far = (both * dot(between, ray.direction) - dot(between, direction)) / rest;
  return Math.abs(far) < FARTHEST ? far : null;
}

/** The move from one ray to another, along a line or in a plane through `point`. */
export function movedAlong(from: Ray, to: Ray, point: Vec3, direction: Vec3): Vec3 | null {
  const [a, b] = [alongLine(from, point, direction), alongLine(to, point, direction)];
  return a === null || b === null ? null : times(direction, b - a);
}

export function movedIn(from: Ray, to: Ray, point: Vec3, normal: Vec3): Vec3 | null {
  const [a, b] = [onPlane(from, point, normal), onPlane(to, point, normal)];
  return a && b ? subtract(b, a) : null;
}

/** The plane that a free move follows: the floor's, unless one looks along it; then the one that faces the eye. */
export function freePlane(view: Vec3): Vec3 {
  if (Math.abs(view[1]) > 0.12) return [0, 1, 0];
  const level: Vec3 = [view[0], 0, view[2]];
  return times(level, -1 / length(level));
}

/** Degrees about +y that a pointer went round a point of the screen, so that things follow the hand seen from above and from below. */
export function angleAround(centre: ScreenPoint, from: ScreenPoint, to: ScreenPoint, fromAbove: boolean): number {
  const angle = (p: ScreenPoint): number => Math.atan2(centre.y - p.y, p.x - centre.x);
  const turn = degrees(angle(to) - angle(from));
  const short = ((turn % 360) + 540) % 360 - 180;
  return fromAbove ? short : -short;
}

export function ratioAround(centre: ScreenPoint, from: ScreenPoint, to: ScreenPoint): number {
  const far = (p: ScreenPoint): number => Math.max(8, Math.hypot(p.x - centre.x, p.y - centre.y));
  return far(to) / far(from);
}

/** The world's level axis that looks most like right, or away from the eye, on the screen. */
export function screenStep(view: Vec3, up: Vec3, key: "left" | "right" | "away" | "near"): Vec3 {
  // looking straight down, away from the eye is where the picture's top is
  const ahead: Vec3 = Math.hypot(view[0], view[2]) > 0.1 ? [view[0], 0, view[2]] : [up[0], 0, up[2]];
  const right: Vec3 = [-ahead[2], 0, ahead[0]];
  const wanted = key === "right" ? right : key === "left" ? times(right, -1) : key === "away" ? ahead : times(ahead, -1);
  return Math.abs(wanted[0]) > Math.abs(wanted[2]) ? [Math.sign(wanted[0]), 0, 0] : [0, 0, Math.sign(wanted[2]) || 1];
}
