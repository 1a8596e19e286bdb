// In scenes of very many instances, those that are smaller than a pixel are not drawn.

import type { Vec3 } from "../../protocol";

export interface Sight {
  eye: Vec3;
  /** World metres of a CSS pixel one metre from the eye; of any pixel where the view is orthographic. */
  pixel: number;
  orthographic: boolean;
}

/** Scenes with fewer are drawn whole. */
const MANY = 5_000;
const PIXELS = 1.2;
/** Share of the distance that the eye may move before all are looked at again. */
const SLACK = 0.04;

export class TinyInstances {
  /** 1 for instances that are too small to see. */
  readonly small: Uint8Array;
  private seen: Sight | null = null;
  private slack = 0;

  constructor(
    private readonly count: number,
    private readonly many = MANY,
  ) {
    this.small = new Uint8Array(count);
  }

  /** Looks which are too small from here. True: they are others than before. */
  look(sight: Sight, boxes: Float32Array): boolean {
    if (this.count < this.many || this.staysNear(sight)) return false;
    this.seen = { ...sight, eye: [...sight.eye] };
    this.slack = SLACK * reach(sight.eye, boxes);
    let changed = false;
    for (let i = 0; i < this.count; i++) {
      const is = isTiny(sight, boxes, i * 6) ? 1 : 0;
      if (this.small[i] === is) continue;
      this.small[i] = is;
      changed = true;
    }
    return changed;
  }

  private staysNear(now: Sight): boolean {
    const { seen } = this;
    if (seen === null || seen.orthographic !== now.orthographic || Math.abs(now.pixel / seen.pixel - 1) > SLACK) return false;
    return now.orthographic || Math.hypot(...now.eye.map((value, k) => value - seen.eye[k]!)) <= this.slack;
  }
}

/** The distance from the eye to the furthest instance: a share of it changes sizes by about that share. */
function reach(eye: Vec3, boxes: Float32Array): number {
  let most = 0;
  for (let at = 0; at < boxes.length; at += 6) most = Math.max(most, Math.abs(boxes[at]! - eye[0]), Math.abs(boxes[at + 2]! - eye[2]));
  return most;
}

function isTiny({ eye, pixel, orthographic }: Sight, boxes: Float32Array, at: number): boolean {
  let size = 0;
  let away = 0;
  for (let k = 0; k < 3; k++) {
    const low = boxes[at + k]!;
    const high = boxes[at + 3 + k]!;
    size = Math.max(size, high - low);
    // to the nearest point of the box
    const beyond = Math.max(low - eye[k]!, eye[k]! - high, 0);
    away += beyond * beyond;
  }
  return size < PIXELS * pixel * (orthographic ? 1 : Math.sqrt(away));
}
