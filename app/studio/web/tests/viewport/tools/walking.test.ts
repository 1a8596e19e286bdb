import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/viewport/tools/logic/boxes";
import { nearestPoint } from "../../../src/viewport/tools/logic/boxes";
import { blocking, GIRTH, SPEED, startPlace, stepOf, walk } from "../../../src/viewport/tools/logic/walking";
import { box, real } from "./support/arbitrary";

const ROOM = { width: 5, depth: 4 };
const shelf: Box = { at: [0, 0, -1], yaw: 0, size: [2, 2, 0.4] };

/** Metres between a walker's middle and a box, seen from above. */
function clearance(place: { x: number; z: number }, one: Box): number {
  const near = nearestPoint(one, [place.x, one.at[1], place.z]);
  return Math.hypot(near[0] - place.x, near[2] - place.z);
}

describe("walking", () => {
  it("goes freely where nothing stands", () => {
    const end = walk({ x: 0, z: 1 }, { x: 0.5, z: 0.25 }, { boxes: [], room: null });
    expect(end.x).toBeCloseTo(0.5, 9);
    expect(end.z).toBeCloseTo(1.25, 9);
  });

  it("stops at a wall and slides along it", () => {
    const end = walk({ x: 2, z: 0 }, { x: 3, z: 0.5 }, { boxes: [], room: ROOM });
    expect(end.x).toBeCloseTo(2.5 - GIRTH, 9);
    expect(end.z).toBeCloseTo(0.5, 9);
  });

  it("stops at furniture and slides along it", () => {
    const end = walk({ x: 0, z: 0 }, { x: 0.3, z: -2 }, { boxes: [shelf], room: ROOM });
    expect(end.z).toBeCloseTo(-0.8 + GIRTH, 6);
    expect(end.x).toBeGreaterThan(0.2);
  });

  it("stops in a narrow gap instead of shaking in it", () => {
    const pair: Box[] = [
      { at: [-0.6, 0, 0], yaw: 0, size: [1, 1, 1] },
      { at: [0.6, 0, 0], yaw: 0, size: [1, 1, 1] },
    ];
    const end = walk({ x: 0, z: 2 }, { x: 0, z: -3 }, { boxes: pair, room: null });
    expect(end.z).toBeGreaterThan(0.5);
    for (const one of pair) expect(clearance(end, one)).toBeGreaterThan(GIRTH - 1e-6);
  });

  it("never passes through anything, however long the step", () => {
    fc.assert(
      fc.property(fc.array(box(2), { maxLength: 8 }), real(-2, 2), real(-1.5, 1.5), real(-6, 6), real(-6, 6), (boxes, x, z, dx, dz) => {
        const obstacles = { boxes: blocking(boxes), room: ROOM };
        const start = startPlace({ x, z }, obstacles);
        fc.pre(obstacles.boxes.every((one) => clearance(start, one) >= GIRTH - 1e-6));
        const end = walk(start, { x: dx, z: dz }, obstacles);
        for (const one of obstacles.boxes) expect(clearance(end, one)).toBeGreaterThan(GIRTH - 1e-6);
        expect(Math.abs(end.x)).toBeLessThanOrEqual(ROOM.width / 2 - GIRTH + 1e-9);
        expect(Math.abs(end.z)).toBeLessThanOrEqual(ROOM.depth / 2 - GIRTH + 1e-9);
        expect(Math.hypot(end.x - start.x, end.z - start.z)).toBeLessThan(Math.hypot(dx, dz) + 4);
      }),
    );
  });

  it("cannot be walked through a thin screen", () => {
    const screen: Box = { at: [0, 0, 0], yaw: 0, size: [9, 2, 0.02] };
    fc.assert(
      fc.property(real(0.3, 3), real(-20, -0.1), (z, far) => {
        expect(walk({ x: 0, z }, { x: 0, z: far }, { boxes: [screen], room: null }).z).toBeGreaterThan(0);
      }),
    );
  });

  it("steps over rugs and goes below lamps", () => {
    const rug: Box = { at: [0, 0, 0], yaw: 0, size: [2, 0.02, 2] };
    const lamp: Box = { at: [0, 2.1, 0], yaw: 0, size: [0.5, 0.4, 0.5] };
    expect(blocking([rug, lamp, shelf])).toEqual([shelf]);
  });

  it("begins beside what stands where one would begin", () => {
    const start = startPlace({ x: 0, z: -1 }, { boxes: [shelf], room: ROOM });
    expect(clearance(start, shelf)).toBeGreaterThan(GIRTH - 1e-9);
    expect(Math.hypot(start.x, start.z + 1)).toBeLessThan(0.8);
  });

  it("goes ahead where one looks, aside to the right, at an even speed", () => {
    expect(stepOf({ ahead: 1, aside: 0, fast: false }, 0, 1).z).toBeCloseTo(-SPEED, 9);
    expect(stepOf({ ahead: 0, aside: 1, fast: false }, 0, 1).x).toBeCloseTo(SPEED, 9);
    expect(stepOf({ ahead: 1, aside: 0, fast: false }, Math.PI / 2, 1).x).toBeCloseTo(-SPEED, 9);
    const slant = stepOf({ ahead: 1, aside: -1, fast: true }, 0.7, 0.5);
    expect(Math.hypot(slant.x, slant.z)).toBeCloseTo(SPEED, 9);
    expect(stepOf({ ahead: 0, aside: 0, fast: true }, 1, 1)).toEqual({ x: 0, z: 0 });
  });
});
