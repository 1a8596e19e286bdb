import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import type { Box } from "../../../src/viewport/tools/logic/boxes";
import { measured, measuredText, nearestOnSegment, partLines, snapMark } from "../../../src/viewport/tools/logic/measuring";
import { angleText, figure, lengthText, unitOf } from "../../../src/viewport/tools/logic/units";
import { distance, subtract } from "../../../src/viewport/tools/logic/vectors";
import { box, point, real } from "./support/arbitrary";

/** A picture from the front, 100 pixels a metre. */
const project = (at: Vec3): { x: number; y: number } => ({ x: at[0] * 100, y: -at[1] * 100 });
const table: Box = { at: [0, 0, 0], yaw: 0, size: [2, 1, 1] };

describe("where a click is taken to be", () => {
  const mark = (surface: Vec3): ReturnType<typeof snapMark> => snapMark(surface, [table], project(surface), project);

  it("snaps to corners, middles and centres, then edges, then the surface", () => {
    expect(mark([0.95, 0.96, 0.5])).toEqual({ point: expect.anything(), what: "corner" });
    expect(mark([0.03, 0.97, 0.5]).what).toMatch(/middle|centre/);
    expect(mark([0.02, 0.52, 0.5]).what).toBe("centre");
    expect(mark([0.5, 0.97, 0.5])).toEqual({ point: [0.5, 1, 0.5], what: "edge" });
    expect(mark([0.5, 0.7, 0.5])).toEqual({ point: [0.5, 0.7, 0.5], what: "surface" });
  });

  it("stays within the pixels that it may, and passes over what is behind the eye", () => {
    fc.assert(
      fc.property(box(1), point(1), (one, surface) => {
        const found = snapMark(surface, [one], project(surface), project, 10);
        const [a, b] = [project(found.point), project(surface)];
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThanOrEqual(10 + 1e-9);
        expect(snapMark(surface, [one], project(surface), () => null)).toEqual({ point: surface, what: "surface" });
      }),
    );
  });

  it("finds the nearest point of an edge", () => {
    fc.assert(
      fc.property(point(), point(), point(), real(0, 1), (from, to, at, share) => {
        const near = nearestOnSegment(from, to, at);
        const other = from.map((value, i) => value + share * ((to[i] as number) - value)) as Vec3;
        expect(distance(near, at)).toBeLessThanOrEqual(distance(other, at) + 1e-9);
      }),
    );
  });
});

describe("a distance", () => {
  it("has parts that add up to it", () => {
    fc.assert(
      fc.property(point(), point(), (from, to) => {
        const found = measured(from, to);
        expect(Math.hypot(...found.parts)).toBeCloseTo(found.distance, 9);
        expect(found.parts).toEqual(subtract(to, from));
        const lines = partLines(found);
        expect(lines.reduce((sum, line) => sum + distance(line.from, line.to) ** 2, 0)).toBeCloseTo(found.distance ** 2, 3);
        for (const line of lines) expect(subtract(line.to, line.from).filter((part) => Math.abs(part) > 1e-12).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is said with its unit", () => {
    expect(measuredText(measured([0, 0, 0], [3, -4, 0]), "m")).toEqual({ whole: "5.000 m", parts: "x 3.000  y 4.000  z 0.000 m" });
    expect(lengthText(-0.00001, "m")).toBe("0.000 m");
    expect(figure(-1.5)).toBe("−1.500");
    expect(angleText(-12.34)).toBe("−12.3°");
    expect(angleText(45)).toBe("45°");
  });

  it("knows the names of metres", () => {
    for (const name of [null, "", "m", "metres", "Meter"]) expect(unitOf(name)).toBe("m");
    expect(unitOf("inches")).toBe("inches");
  });
});
