import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import { type Box, gapBetween, halfAlong, movedBox, topOf } from "../../../src/viewport/tools/logic/boxes";
import { degrees, distance, dot, length, subtract, wrapped } from "../../../src/viewport/tools/logic/vectors";
import { inForce, NO_SNAPPING, snapFactor, snapMove, snapTurn, type SnapSettings } from "../../../src/viewport/tools/snapping";
import { box, point, real, straightBox } from "./support/arbitrary";

const LEVEL: Vec3[] = [[1, 0, 0], [0, 0, 1]];
const ALL: Vec3[] = [...LEVEL, [0, 1, 0]];
const ROOM = { width: 5, depth: 4, height: 2.6 };
const only = (part: Partial<SnapSettings>): SnapSettings => ({ ...NO_SNAPPING, ...part });
const thing = (at: Vec3, size: Vec3 = [1, 1, 1], yaw = 0): Box => ({ at, yaw, size });
const close = (a: Vec3, b: Vec3): void => expect(distance(a, b)).toBeLessThan(1e-9);

describe("snapping to walls", () => {
  it("puts the back flush to the wall", () => {
    const snapped = snapMove(thing([0, 0, 0], [2, 1, 0.8]), [0, 0, -1.52], LEVEL, { boxes: [], room: ROOM }, only({ walls: true }), 0.1);
    close(snapped.by, [0, 0, -1.6]);
    expect(snapped.guides).toHaveLength(1);
    expect(snapped.guides[0]?.from[2]).toBeCloseTo(-2, 9);
    expect(snapped.guides[0]?.to[2]).toBeCloseTo(-2, 9);
  });

  it("draws a back from farther away than another side", () => {
    const lead = thing([0, 0, 0], [1, 1, 1]);
    const near = (by: Vec3): Vec3 => snapMove(lead, by, LEVEL, { boxes: [], room: ROOM }, only({ walls: true }), 0.1).by;
    close(near([0, 0, -1.37]), [0, 0, -1.5]);
    close(near([0, 0, 1.37]), [0, 0, 1.37]);
    close(near([0, 0, 1.42]), [0, 0, 1.5]);
  });

  it("goes into a corner, flush to both walls", () => {
    const snapped = snapMove(thing([0, 0, 0]), [1.95, 0, -1.46], LEVEL, { boxes: [], room: ROOM }, only({ walls: true }), 0.1);
    close(snapped.by, [2, 0, -1.5]);
    expect(snapped.guides).toHaveLength(2);
  });

  it("touches with a corner where a thing stands askew", () => {
    const lead = thing([0, 0, 0], [1, 1, 1], Math.PI / 4);
    const { by } = snapMove(lead, [1.75, 0, 0], LEVEL, { boxes: [], room: ROOM }, only({ walls: true }), 0.1);
    expect(by[0]).toBeCloseTo(2.5 - Math.SQRT1_2, 9);
  });

  it("reaches the ceiling", () => {
    close(snapMove(thing([0, 0, 0]), [0, 1.55, 0], [[0, 1, 0]], { boxes: [], room: ROOM }, only({ walls: true }), 0.1).by, [0, 1.6, 0]);
  });

  it("leaves a room that is none alone", () => {
    close(snapMove(thing([0, 0, 0]), [1.97, 0, 0], LEVEL, { boxes: [], room: null }, only({ walls: true }), 0.1).by, [1.97, 0, 0]);
  });
});

describe("snapping to other things", () => {
  const table = thing([1, 0, 0.5], [1, 0.75, 0.6]);

  it("puts sides flush, with the guide where they touch", () => {
    const { by, guides } = snapMove(thing([-1, 0, 0.45], [0.5, 0.9, 0.3]), [1.2, 0, 0], LEVEL, { boxes: [table], room: null }, only({ faces: true }), 0.1);
    expect(by[0]).toBeCloseTo(1.25, 9);
    // along z, centres come in line: it was 5 cm off
    expect(by[2]).toBeCloseTo(0.05, 9);
    expect(guides.map((guide) => guide.kind).sort()).toEqual(["centre", "touch"]);
    expect(guides.find((guide) => guide.kind === "touch")?.from[0]).toBeCloseTo(0.5, 9);
  });

  it("brings sides in line", () => {
    const { by } = snapMove(thing([-0.6, 0, 0], [0.5, 0.9, 0.4]), [0, 0, 0.57], LEVEL, { boxes: [table], room: null }, only({ faces: true }), 0.06);
    expect(by[2]).toBeCloseTo(0.6, 9);
  });

  it("puts bottoms on tops and tops in line", () => {
    const vase = thing([1, 0, 0.5], [0.2, 0.3, 0.2]);
    close(snapMove(vase, [0, 0.7, 0], [[0, 1, 0]], { boxes: [table], room: null }, only({ floor: true }), 0.1).by, [0, 0.75, 0]);
    close(snapMove(thing([0, 0, 0.5], [0.4, 0.5, 0.4]), [0, 0.22, 0], [[0, 1, 0]], { boxes: [table], room: null }, only({ faces: true }), 0.1).by, [0, 0.25, 0]);
  });

  it("ignores what is far, or passes above", () => {
    const far = thing([1, 0, 9], [1, 1, 1]);
    const lamp = thing([-1, 2, 0.5], [0.5, 0.3, 0.5]);
    close(snapMove(thing([0, 0, 0]), [0.97, 0, 0], LEVEL, { boxes: [far], room: null }, only({ faces: true }), 0.1).by, [0.97, 0, 0]);
    close(snapMove(lamp, [1.2, 0, 0], LEVEL, { boxes: [table], room: null }, only({ faces: true }), 0.1).by, [1.2, 0, 0]);
  });

  it("follows the axes of a thing that stands askew", () => {
    const askew = thing([0, 0, 0], [2, 1, 1], 0.5);
    const lead = thing([2, 0, 2], [1, 1, 1], 0.5);
    const { by } = snapMove(lead, [-1.2, 0, -1.4], LEVEL, { boxes: [askew], room: null }, only({ faces: true }), 0.25);
    expect(gapBetween(movedBox(lead, by), askew).distance).toBeLessThan(1e-9);
  });

  it("puts on the floor", () => {
    close(snapMove(thing([0, 1, 0]), [0, -0.93, 0], [[0, 1, 0]], { boxes: [], room: null }, only({ floor: true }), 0.1).by, [0, -1, 0]);
  });
});

describe("the grid", () => {
  it("takes the bottom centre to multiples of itself", () => {
    close(snapMove(thing([0.13, 0, 0.02]), [1.01, 0, 0.3], LEVEL, { boxes: [], room: null }, only({ grid: 0.25 }), 0.1).by, [1.12, 0, 0.23]);
  });

  it("yields to a wall along the direction that the wall takes", () => {
    const { by } = snapMove(thing([0, 0, 0], [1, 1, 0.85]), [0.33, 0, -1.55], LEVEL, { boxes: [], room: ROOM }, only({ walls: true, grid: 0.25 }), 0.1);
    close(by, [0.25, 0, -1.575]);
  });

  it("counts steps along an oblique line", () => {
    const along: Vec3 = [Math.SQRT1_2, 0, Math.SQRT1_2];
    const { by } = snapMove(thing([0.1, 0, 0.2]), [0.42, 0, 0.42], [along], { boxes: [], room: null }, only({ grid: 0.25 }), 0.1);
    expect(dot(by, along)).toBeCloseTo(0.5, 9);
  });
});

describe("every snap", () => {
  const settings = fc.record({ grid: fc.constantFrom(null, 0.1, 0.25), floor: fc.boolean(), walls: fc.boolean(), faces: fc.boolean(), degrees: fc.constant(null) });
  const room = fc.constantFrom(null, ROOM);
  const free = fc.constantFrom<Vec3[]>(LEVEL, ALL, [[1, 0, 0]], [[0, 1, 0]], [[Math.SQRT1_2, 0, -Math.SQRT1_2]]);

  it("moves no farther than its reach and the grid allow, and only where it is free", () => {
    fc.assert(
      fc.property(box(), point(), fc.array(box(), { maxLength: 6 }), settings, room, free, real(0, 0.3), (lead, by, boxes, chosen, where, ways, reach) => {
        const snapped = snapMove(lead, by, ways, { boxes, room: where }, chosen, reach);
        const change = subtract(snapped.by, by);
        const most = Math.sqrt(ways.length) * Math.max(reach * 1.5, (chosen.grid ?? 0) / 2);
        expect(length(change)).toBeLessThanOrEqual(most + 1e-9);
        const within = ways.reduce((sum, way) => sum + dot(change, way) ** 2, 0);
        expect(length(change) ** 2 - within).toBeLessThan(1e-12);
        expect(snapped.guides.length).toBeLessThanOrEqual(ways.length);
        for (const guide of snapped.guides) expect([...guide.from, ...guide.to].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("changes nothing the second time, without a grid", () => {
    fc.assert(
      fc.property(straightBox(), point(), fc.array(straightBox(), { maxLength: 6 }), settings, room, free, (lead, by, boxes, chosen, where, ways) => {
        const around = { boxes, room: where };
        const without = { ...chosen, grid: null };
        const once = snapMove(lead, by, ways, around, without, 0.12);
        expect(distance(snapMove(lead, once.by, ways, around, without, 0.12).by, once.by)).toBeLessThan(1e-6);
      }),
    );
  });

  it("is switched off as a whole", () => {
    fc.assert(
      fc.property(box(), point(), fc.array(box(), { maxLength: 4 }), (lead, by, boxes) => {
        const snapped = snapMove(lead, by, ALL, { boxes, room: ROOM }, NO_SNAPPING, 0.2);
        expect(snapped).toEqual({ by, guides: [] });
      }),
    );
  });

  it("puts a side at the wall that its guide shows", () => {
    fc.assert(
      fc.property(box(1), real(-3, 3), real(-3, 3), (lead, x, z) => {
        const { by, guides } = snapMove(lead, [x, 0, z], LEVEL, { boxes: [], room: ROOM }, only({ walls: true }), 0.1);
        const end = movedBox(lead, by);
        if (!guides.length) return;
        const flush = LEVEL.flatMap((axis) => [1, -1].map((sign) => (axis[0] ? ROOM.width : ROOM.depth) / 2 - sign * dot(end.at, axis) - halfAlong(end, axis)));
        expect(Math.min(...flush.map(Math.abs))).toBeLessThan(1e-9);
      }),
    );
  });

  it("puts the bottom on the top that it says", () => {
    fc.assert(
      fc.property(box(0.2), straightBox(0.2), real(-0.08, 0.08), (lead, other, off) => {
        const { by } = snapMove(lead, [0, topOf(other) - lead.at[1] + off, 0], [[0, 1, 0]], { boxes: [{ ...other, size: [3, other.size[1], 3] }], room: null }, only({ floor: true }), 0.1);
        const bottom = lead.at[1] + by[1];
        expect(Math.min(Math.abs(bottom - topOf(other)), Math.abs(bottom))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("turns, factors and the switch", () => {
  it("ends at multiples of the step, within half a step", () => {
    fc.assert(
      fc.property(real(-180, 180), real(-720, 720), fc.constantFrom(5, 15, 45, 90), (front, by, step) => {
        const snapped = snapTurn(front, by, step);
        expect(Math.abs(Math.round((front + snapped) / step) * step - (front + snapped))).toBeLessThan(1e-9);
        expect(Math.abs(snapped - by)).toBeLessThanOrEqual(step / 2 + 1e-9);
      }),
    );
    expect(snapTurn(3, 41, null)).toBe(41);
    expect(wrapped(degrees(Math.PI * 3))).toBeCloseTo(180, 9);
  });

  it("takes factors in steps with the grid on, never to 0", () => {
    expect(snapFactor(1.234, only({ grid: 0.1 }))).toBeCloseTo(1.25, 12);
    expect(snapFactor(0.001, only({ grid: 0.1 }))).toBeGreaterThan(0);
    expect(snapFactor(1.234, NO_SNAPPING)).toBe(1.234);
  });

  it("is turned off by Ctrl, and on where it is off", () => {
    expect(inForce(only({ walls: true }), true)).toEqual(NO_SNAPPING);
    expect(inForce(NO_SNAPPING, true)).toMatchObject({ walls: true, faces: true });
    expect(inForce(only({ walls: true }), false)).toEqual(only({ walls: true }));
  });
});
