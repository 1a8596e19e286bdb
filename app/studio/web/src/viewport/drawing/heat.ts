// The colours of heat: dark violet, red, orange, light yellow, of evenly growing lightness, so that they read in grey, too.

import { Color } from "three";

/** sRGB, 0 to 1 in equal steps of the score. */
const STOPS: readonly [number, number, number][] = [
  [0.16, 0.07, 0.36],
  [0.4, 0.08, 0.45],
  [0.63, 0.17, 0.4],
  [0.83, 0.29, 0.27],
  [0.95, 0.48, 0.13],
  [0.98, 0.7, 0.16],
  [0.99, 0.94, 0.62],
];

/** sRGB of a score; what is outside of 0..1, or no number, counts as the nearest end. */
export function heatStop(score: number): [number, number, number] {
  const share = Number.isFinite(score) ? Math.min(Math.max(score, 0), 1) : 0;
  const at = share * (STOPS.length - 1);
  const low = Math.min(Math.floor(at), STOPS.length - 2);
  const mix = at - low;
  return [0, 1, 2].map((k) => STOPS[low]![k]! * (1 - mix) + STOPS[low + 1]![k]! * mix) as [number, number, number];
}

export function heatColor(score: number): Color {
  const [r, g, b] = heatStop(score);
  return new Color().setRGB(r, g, b, "srgb");
}
