// What stands before a thing, as seen by the eye: only what can hide a part of it is worth drawing to know which parts are hidden.

import type { Camera } from "three";

/** A part of the picture in normalised device coordinates, from -1 to 1, and how far from the eye what is in it reaches, metres. */
export interface Region {
  low: [number, number];
  high: [number, number];
  far: number;
}

/** Around boxes (count, 6: lower and upper corner in the world); null where a part of them is beside or behind the eye, or there are none. */
export function regionOf(camera: Camera, boxes: Float32Array, instances: Iterable<number>): Region | null {
  const view = camera.matrixWorldInverse.elements;
  const lens = camera.projectionMatrix.elements;
  const flat = lens[15] === 1;
  const region: Region = { low: [Infinity, Infinity], high: [-Infinity, -Infinity], far: 0 };
  for (const i of instances) {
    for (let corner = 0; corner < 8; corner++) {
      const x = boxes[i * 6 + (corner & 1 ? 3 : 0)]!;
      const y = boxes[i * 6 + (corner & 2 ? 4 : 1)]!;
      const z = boxes[i * 6 + (corner & 4 ? 5 : 2)]!;
      const away = -(view[2]! * x + view[6]! * y + view[10]! * z + view[14]!);
      if (!flat && away < 1e-3) return null;
      const w = flat ? 1 : away;
      const across = [view[0]! * x + view[4]! * y + view[8]! * z + view[12]!, view[1]! * x + view[5]! * y + view[9]! * z + view[13]!] as const;
      for (let k = 0; k < 2; k++) {
        const at = (lens[k * 5]! * across[k]! - lens[8 + k]! * away + lens[12 + k]!) / w;
        region.low[k] = Math.min(region.low[k]!, at);
        region.high[k] = Math.max(region.high[k]!, at);
      }
      region.far = Math.max(region.far, away);
    }
  }
  return region.far > 0 || region.low[0] <= region.high[0] ? region : null;
}

/** The instances whose balls around their boxes may hide something of a region. */
export function inFront(camera: Camera, boxes: Float32Array, region: Region, may: (instance: number) => boolean): number[] {
  const view = camera.matrixWorldInverse.elements;
  const lens = camera.projectionMatrix.elements;
  const flat = lens[15] === 1;
  const out: number[] = [];
  for (let i = 0, b = 0; b < boxes.length; i++, b += 6) {
    const [x, y, z] = [(boxes[b]! + boxes[b + 3]!) / 2, (boxes[b + 1]! + boxes[b + 4]!) / 2, (boxes[b + 2]! + boxes[b + 5]!) / 2];
    const away = -(view[2]! * x + view[6]! * y + view[10]! * z + view[14]!);
    const radius = Math.hypot(boxes[b + 3]! - x, boxes[b + 4]! - y, boxes[b + 5]! - z);
    const nearest = away - radius;
    if (nearest >= region.far || away + radius <= 0) continue;
    if (flat || nearest > 1e-3) {
      const w = flat ? 1 : away;
      const reach = radius / (flat ? 1 : nearest);
      const right = (lens[0]! * (view[0]! * x + view[4]! * y + view[8]! * z + view[12]!) - lens[8]! * away + lens[12]!) / w;
      if (right + lens[0]! * reach < region.low[0] || right - lens[0]! * reach > region.high[0]) continue;
      const up = (lens[5]! * (view[1]! * x + view[5]! * y + view[9]! * z + view[13]!) - lens[9]! * away + lens[13]!) / w;
      if (up + lens[5]! * reach < region.low[1] || up - lens[5]! * reach > region.high[1]) continue;
    }
    if (may(i)) out.push(i);
  }
  return out;
}
