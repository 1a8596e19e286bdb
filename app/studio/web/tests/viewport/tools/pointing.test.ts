import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import type { Box } from "../../../src/viewport/tools/logic/boxes";
import { alongLine, angleAround, freePlane, movedAlong, movedIn, onPlane, ratioAround, type Ray, screenStep } from "../../../src/viewport/tools/logic/pointing";
import { type Grip, hangingWall, lift, slide, slideDirections } from "../../../src/viewport/tools/logic/sliding";
import { add, distance, dot, length, subtract, times } from "../../../src/viewport/tools/logic/vectors";
import { point, real } from "./support/arbitrary";

const toward = (origin: Vec3, target: Vec3): Ray => ({ origin, direction: times(subtract(target, origin), 1 / distance(origin, target)) });
const EYE: Vec3 = [0, 3, 6];

describe("rays", () => {
  it("meets a plane where it is aimed", () => {
    fc.assert(
      fc.property(real(-4, 4), real(-4, 4), (x, z) => {
        const met = onPlane(toward(EYE, [x, 0, z]), [9, 0, 9], [0, 1, 0]);
        expect(distance(met as Vec3, [x, 0, z])).toBeLessThan(1e-9);
      }),
    );
  });

  it("misses a plane that it runs along or leaves", () => {
    expect(onPlane({ origin: EYE, direction: [0, 0, -1] }, [0, 0, 0], [0, 1, 0])).toBeNull();
    expect(onPlane({ origin: EYE, direction: [0, 1, 0] }, [0, 0, 0], [0, 1, 0])).toBeNull();
    expect(alongLine({ origin: EYE, direction: [0, -1, 0] }, [0, 0, 0], [0, 1, 0])).toBeNull();
  });

  it("finds the point of a line that is nearest", () => {
    fc.assert(
      fc.property(point(), real(-3, 3), point(1), (start, far, aim) => {
        fc.pre(length(aim) > 0.1);
        const direction = times(aim, 1 / length(aim));
        const target = add(start, times(direction, far));
        fc.pre(Math.abs(dot(toward(EYE, target).direction, direction)) < 0.95);
        expect(alongLine(toward(EYE, target), start, direction)).toBeCloseTo(far, 6);
      }),
    );
  });

  it("moves as far as the pointer does", () => {
    const [from, to] = [toward(EYE, [0, 0, 0]), toward(EYE, [1.5, 0, -0.5])];
    expect(distance(movedIn(from, to, [0, 0, 0], [0, 1, 0]) as Vec3, [1.5, 0, -0.5])).toBeLessThan(1e-9);
    expect(distance(movedAlong(from, toward(EYE, [1, 0, 0]), [0, 0, 0], [1, 0, 0]) as Vec3, [1, 0, 0])).toBeLessThan(1e-9);
  });

  it("takes the floor for a free move, and in a straight view from the side what faces the eye", () => {
    expect(freePlane([0, -0.5, -0.8])).toEqual([0, 1, 0]);
    expect(freePlane([0, 0, -1])[2]).toBe(1);
    expect(freePlane([-1, 0.01, 0])[0]).toBe(1);
  });
});

describe("angles and ratios on the screen", () => {
  const centre = { x: 100, y: 100 };

  it("turns with the hand, from above and from below", () => {
    // from the right to the top of the picture is a quarter against the clock
    expect(angleAround(centre, { x: 150, y: 100 }, { x: 100, y: 50 }, true)).toBeCloseTo(90, 9);
    expect(angleAround(centre, { x: 150, y: 100 }, { x: 100, y: 50 }, false)).toBeCloseTo(-90, 9);
  });

  it("takes the short way round, so that small steps add up", () => {
    fc.assert(
      fc.property(real(0, 360), real(-170, 170), (start, by) => {
        const at = (angle: number): { x: number; y: number } => ({ x: 100 + 50 * Math.cos((angle * Math.PI) / 180), y: 100 - 50 * Math.sin((angle * Math.PI) / 180) });
        expect(angleAround(centre, at(start), at(start + by), true)).toBeCloseTo(by, 6);
      }),
    );
  });

  it("scales by how far the hand went, and never by nothing", () => {
    expect(ratioAround(centre, { x: 150, y: 100 }, { x: 200, y: 100 })).toBeCloseTo(2, 9);
    expect(ratioAround(centre, centre, centre)).toBe(1);
  });

  it("nudges along the axis that looks that way", () => {
    expect(screenStep([0, -0.5, -1], [0, 1, 0], "right")).toEqual([1, 0, 0]);
    expect(screenStep([0, -0.5, -1], [0, 1, 0], "away")).toEqual([0, 0, -1]);
    expect(screenStep([-1, -0.2, 0.1], [0, 1, 0], "right")).toEqual([0, 0, -1]);
    // in the plan, away is up in the picture
    expect(screenStep([0, -1, 0], [0, 0, -1], "away")).toEqual([0, 0, -1]);
    expect(screenStep([0, -1, 0], [0, 0, -1], "left")).toEqual([-1, 0, 0]);
  });
});

describe("dragging", () => {
  const lead: Box = { at: [0, 0, 0], yaw: 0, size: [1, 1, 1] };
  const held: Vec3 = [0.2, 1, 0.1];
  const grip: Grip = { ray: toward(EYE, held), point: held, lead, wall: null };
  const floor = (at: Vec3): { point: Vec3; normal: Vec3 } => ({ point: at, normal: [0, 1, 0] });

  it("keeps the very point under the pointer on the same level", () => {
    const target: Vec3 = [1.2, 1, -0.4];
    const by = slide(grip, toward(EYE, target), floor([1.2, 0, -0.4])) as Vec3;
    expect(distance(add(held, by), target)).toBeLessThan(1e-9);
    expect(by[1]).toBeCloseTo(0, 12);
  });

  it("comes to stand on what is under the pointer", () => {
    const top: Vec3 = [1, 0.75, -1];
    const by = slide(grip, toward(EYE, top), floor(top)) as Vec3;
    expect(distance(add(lead.at, by), [1 - 0.2, 0.75, -1 - 0.1])).toBeLessThan(1e-9);
  });

  it("comes down to what is a little lower or higher, such as a rug", () => {
    const by = slide(grip, toward(EYE, [1.2, 1, -0.4]), floor([1.2, 0.012, -0.4])) as Vec3;
    expect(by[1]).toBeCloseTo(0.012, 12);
    expect(slide(grip, toward(EYE, [1.2, 1, -0.4]), floor([1.2, 0.0003, -0.4]))?.[1]).toBe(0);
  });

  it("does not climb walls", () => {
    const by = slide(grip, toward(EYE, [0, 1, -2]), { point: [0, 1, -2], normal: [0, 0, 1] });
    expect(by?.[1]).toBeCloseTo(0, 12);
  });

  it("slides a picture along its wall", () => {
    const picture: Box = { at: [0, 1.2, -1.97], yaw: 0, size: [0.8, 0.6, 0.05] };
    const room = { width: 5, depth: 4 };
    const wall = hangingWall(picture, [], room);
    expect(wall?.map((part) => part + 0)).toEqual([0, 0, -1]);
    const onWall: Grip = { ray: toward(EYE, [0, 1.5, -1.95]), point: [0, 1.5, -1.95], lead: picture, wall };
    const by = slide(onWall, toward(EYE, [0.7, 1.9, -1.95]), null) as Vec3;
    expect(distance(by, [0.7, 0.4, 0])).toBeLessThan(1e-9);
    expect(slideDirections(onWall, false)).toHaveLength(2);
  });

  it("knows what hangs from what stands", () => {
    const room = { width: 5, depth: 4 };
    expect(hangingWall({ at: [0, 0, -1.8], yaw: 0, size: [1, 1, 0.4] }, [], room)).toBeNull();
    expect(hangingWall({ at: [0, 1.2, 0], yaw: 0, size: [0.8, 0.6, 0.05] }, [], room)).toBeNull();
    const radio: Box = { at: [0, 0.8, -1.85], yaw: 0, size: [0.4, 0.3, 0.3] };
    expect(hangingWall(radio, [{ at: [0, 0, -1.8], yaw: 0, size: [1, 0.8, 0.4] }], room)).toBeNull();
    expect(hangingWall(radio, [], null)).toBeNull();
  });

  it("goes straight up with Shift", () => {
    const by = lift(grip, toward(EYE, [0.2, 1.6, 0.1])) as Vec3;
    expect(distance(by, [0, 0.6, 0])).toBeLessThan(1e-9);
    expect(slideDirections(grip, true)).toEqual([[0, 1, 0]]);
  });
});
