import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import { boxAround, type Box, cornersOf, footprintsMeet, gapBetween, halfAlong, holdsPoint, nearestPoint, squareWith, toLocal, toWorld, topOf } from "../../../src/viewport/tools/logic/boxes";
import { distance, dot, subtract } from "../../../src/viewport/tools/logic/vectors";
import { box, point, real } from "./support/arbitrary";

const cube = (x: number, y: number, z: number, side = 1, yaw = 0): Box => ({ at: [x, y, z], yaw, size: [side, side, side] });

describe("boxes", () => {
  it("goes to its own frame and back", () => {
    fc.assert(
      fc.property(box(), point(), (one, at) => {
        expect(distance(toWorld(one, toLocal(one, at)), at)).toBeLessThan(1e-9);
      }),
    );
  });

  it("says how far it reaches along a direction", () => {
    fc.assert(
      fc.property(box(), real(-4, 4), (one, angle) => {
        const along: Vec3 = [Math.sin(angle), 0, Math.cos(angle)];
        const far = Math.max(...cornersOf(one).map((corner) => dot(subtract(corner, one.at), along)));
        expect(halfAlong(one, along)).toBeCloseTo(far, 9);
      }),
    );
  });

  it("knows right angles", () => {
    expect(squareWith(0.3, 0.3 + Math.PI * 1.5)).toBe(true);
    expect(squareWith(0, Math.PI / 4)).toBe(false);
    expect(squareWith(-0.001, Math.PI)).toBe(true);
  });

  it("holds several boxes in one, seen along its axes", () => {
    fc.assert(
      fc.property(fc.array(box(), { minLength: 1, maxLength: 5 }), box(), (boxes, frame) => {
        const around = boxAround(boxes, frame);
        for (const corner of boxes.flatMap(cornersOf)) {
          expect(holdsPoint(around, corner[0], corner[2], 1e-6)).toBe(true);
          expect(corner[1]).toBeGreaterThan(around.at[1] - 1e-6);
          expect(corner[1]).toBeLessThan(topOf(around) + 1e-6);
        }
      }),
    );
  });
});

describe("the gap of two boxes", () => {
  it("is the straight way between facing sides, at the middle of what they share", () => {
    const gap = gapBetween(cube(0, 0, 0), cube(3, 0.5, 0.25));
    expect(gap.distance).toBeCloseTo(2, 12);
    expect(gap.from).toEqual([0.5, 0.75, 0.125]);
    expect(gap.to).toEqual([2.5, 0.75, 0.125]);
  });

  it("is 0 where they overlap or touch", () => {
    expect(gapBetween(cube(0, 0, 0), cube(0.4, 0.2, 0.3, 1, 0.4)).distance).toBe(0);
    expect(gapBetween(cube(0, 0, 0), cube(1, 0, 0)).distance).toBeCloseTo(0, 12);
  });

  it("goes upright between boxes above each other", () => {
    const gap = gapBetween(cube(0, 0, 0), cube(0.2, 2, 0));
    expect(gap.distance).toBeCloseTo(1, 12);
    expect(subtract(gap.to, gap.from).map((part) => part + 0)).toEqual([0, 1, 0]);
  });

  it("runs from corner to corner where they stand askew", () => {
    expect(gapBetween(cube(0, 0, 0), cube(2, 2, 2)).distance).toBeCloseTo(Math.sqrt(3), 12);
  });

  it("ends on both boxes, is the same both ways, and no sampled pair is nearer", () => {
    fc.assert(
      fc.property(box(), box(), fc.array(fc.tuple(point(), point()), { minLength: 5, maxLength: 10 }), (a, b, pairs) => {
        const gap = gapBetween(a, b);
        expect(distance(gap.from, nearestPoint(a, gap.from))).toBeLessThan(1e-6);
        expect(distance(gap.to, nearestPoint(b, gap.to))).toBeLessThan(1e-6);
        expect(gapBetween(b, a).distance).toBeCloseTo(gap.distance, 9);
        for (const [p, q] of pairs) expect(distance(nearestPoint(a, p), nearestPoint(b, q))).toBeGreaterThan(gap.distance - 1e-9);
        // no step from one box to the other makes it shorter
        expect(distance(gap.from, nearestPoint(b, gap.from))).toBeGreaterThan(gap.distance - 1e-9);
      }),
    );
  });

  it("agrees with the footprints on whether boxes of one height are apart", () => {
    fc.assert(
      fc.property(box(1.5), box(1.5), (a, b) => {
        const [low, high] = [{ ...a, at: [a.at[0], 0, a.at[2]] as Vec3 }, { ...b, at: [b.at[0], 0, b.at[2]] as Vec3 }];
        if (footprintsMeet(low, high, 1e-6)) expect(gapBetween(low, high).distance).toBe(0);
        else if (!footprintsMeet(low, high, -1e-6)) expect(gapBetween(low, high).distance).toBeGreaterThan(0);
      }),
    );
  });
});
