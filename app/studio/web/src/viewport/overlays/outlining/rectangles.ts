// Parts of the picture in pixels from below.

import { type Vector2, Vector4, type WebGLRenderer } from "three";
import type { Region } from "./in_front";

/** A region in pixels from below, with a margin; all of the picture where none is known, null where nothing of it is in the picture. */
export function rectangle(region: Region | null, size: Vector2, margin: number): Vector4 | null {
  if (region === null) return new Vector4(0, 0, size.x, size.y);
  const x0 = Math.max(Math.floor(((region.low[0] + 1) / 2) * size.x) - margin, 0);
  const y0 = Math.max(Math.floor(((region.low[1] + 1) / 2) * size.y) - margin, 0);
  const x1 = Math.min(Math.ceil(((region.high[0] + 1) / 2) * size.x) + margin, size.x);
  const y1 = Math.min(Math.ceil(((region.high[1] + 1) / 2) * size.y) + margin, size.y);
  return x1 > x0 && y1 > y0 ? new Vector4(x0, y0, x1 - x0, y1 - y0) : null;
}

/** Draws only within pixels from below. */
export function drawWithin(renderer: WebGLRenderer, rect: Vector4, draw: () => void): void {
  const ratio = renderer.getPixelRatio();
  renderer.setScissorTest(true);
  renderer.setScissor(rect.x / ratio, rect.y / ratio, rect.z / ratio, rect.w / ratio);
  try {
    draw();
  } finally {
    renderer.setScissorTest(false);
  }
}
