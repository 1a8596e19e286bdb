// The part of the last picture that is not true any more: while one thing moves, only what is seen there is drawn anew. Where the processor draws,
// a picture of all things takes longer than a person waits.

import type { Camera, Vector2, Vector4 } from "three";
import type { SceneDrawing } from "../drawing/scene_drawing";
import { inFront, type Region, regionOf } from "../overlays/outlining/in_front";
import { rectangle } from "../overlays/outlining/rectangles";

/** Pixels around boxes: what lies between two pixels is seen in both. */
const MARGIN = 2;
/** Of the picture: where more of it has changed, all of it is drawn. */
const MOST = 0.4;
/** Boxes: where more have changed, the part is not worth looking for. */
const MANY = 4_000;

export interface ShownPart {
  /** Pixels from below. */
  rect: Vector4;
  /** What may be seen there. */
  instances: ReadonlySet<number>;
}

export class ChangedPart {
  private boxes: Float32Array[] = [];

  /** More has changed, within boxes (count, 6) in the world. */
  add(boxes: Float32Array): void {
    this.boxes.push(boxes);
  }

  /** All of the picture is true again. */
  clear(): void {
    this.boxes = [];
  }

  get empty(): boolean {
    return this.boxes.length === 0;
  }

  /** What is to be drawn; 'all' where a part is not enough, null where nothing of it is in the picture. */
  find(drawing: SceneDrawing, camera: Camera, size: Vector2): ShownPart | "all" | null {
    const boxes = joined(this.boxes);
    if (boxes.length > MANY * 6) return "all";
    const region = regionOf(camera, boxes, Array(boxes.length / 6).keys());
    if (region === null) return "all";
    const rect = rectangle(region, size, MARGIN);
    if (rect === null) return null;
    if (rect.z * rect.w > MOST * size.x * size.y) return "all";
    return { rect, instances: new Set(inFront(camera, drawing.poses.boxes, around(rect, size), () => true)) };
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** All that is seen in pixels, however far it is. */
function around(rect: Vector4, size: Vector2): Region {
  const low: [number, number] = [(2 * rect.x) / size.x - 1, (2 * rect.y) / size.y - 1];
  return { low, high: [low[0] + (2 * rect.z) / size.x, low[1] + (2 * rect.w) / size.y], far: Infinity };
}
