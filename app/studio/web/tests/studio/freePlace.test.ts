import { describe, expect, it } from "vitest";
import type { SceneNode, SceneRoom, Vec3 } from "../../src/protocol";
import { freePlace, pointsOutward, type Footing } from "../../src/studio/panes/catalogue/freePlace";
import { columnsOf, gridStep } from "../../src/studio/panes/catalogue/gridKeys";

const thing = (path: string, at: Vec3, size: Vec3, yaw = 0): SceneNode => ({
  row: 1, end: 2, parent: 0, path, word: path, phrase: null, kind: "asset", span: null, at, yaw, size, color: null, asset: null, z: null,
});
const room: SceneRoom = { path: "room", width: 4, depth: 4, height: 2.5 };
const middle: Vec3 = [0, 0, 0];
const floor = (x: number, z: number): Footing => ({ at: [x, 0, z], on: null });
const desk = thing("desk", [0, 0, 0], [1.2, 0.75, 0.6]);

describe("a free place", () => {
  it("is the first one that nothing stands in", () => {
    expect(freePlace([0.5, 1, 0.5], 0, [floor(0, 0), floor(0.7, 0), floor(1.2, 0)], [desk], room, middle)).toEqual(floor(1.2, 0));
  });
  it("lies within the walls", () => {
    expect(freePlace([1, 1, 1], 0, [floor(1.6, 0), floor(0, 1.6)], [], room, middle)).toBeNull();
    expect(freePlace([1, 1, 1], 0, [floor(1.6, 0)], [], null, null)).toEqual(floor(1.6, 0));
  });
  it("regards the turn of both", () => {
    const turned = thing("bench", [0, 0, 0], [2, 0.5, 0.2], Math.PI / 2);
    expect(freePlace([0.4, 0.4, 0.4], 0, [floor(0.6, 0)], [turned], room, middle)).toEqual(floor(0.6, 0));
    expect(freePlace([0.4, 0.4, 0.4], 0, [floor(0, 0.9)], [turned], room, middle)).toBeNull();
    expect(freePlace([2, 0.4, 0.2], Math.PI / 2, [floor(0.6, 0)], [turned], room, middle)).toEqual(floor(0.6, 0));
  });
  it("is on a rug, and below what hangs", () => {
    const rug = thing("rug", [0, 0, 0], [3, 0.02, 3]);
    const lamp = thing("lamp", [0, 2, 0], [0.4, 0.4, 0.4]);
    expect(freePlace([0.5, 1, 0.5], 0, [floor(0, 0)], [rug, lamp], room, middle)).toEqual(floor(0, 0));
  });
  it("is on the top of a thing, all of it, and not in what stands there", () => {
    const on = (x: number, y = 0.75): Footing => ({ at: [x, y, 0], on: "desk" });
    const mug = thing("mug", [0, 0.75, 0], [0.1, 0.1, 0.1]);
    expect(freePlace([0.1, 0.1, 0.1], 0, [on(0), on(0.58), on(0.3, 0.4), on(0.4)], [desk, mug], room, middle)).toEqual(on(0.4));
  });
});

describe("points of a view", () => {
  it("go outward from its middle and stay within", () => {
    const area = { left: 100, top: 50, width: 400, height: 200 };
    const points = pointsOutward(area);
    const far = ([x, y]: [number, number]) => Math.hypot((x - 300) / 400, (y - 150) / 200);
    expect(points[0]).toEqual([300, 150]);
    points.slice(1).forEach((point, index) => expect(far(point)).toBeGreaterThanOrEqual(far(points[index]!) - 1e-9));
    expect(points.every(([x, y]) => x > 100 && x < 500 && y > 50 && y < 250)).toBe(true);
  });
});

describe("keys in a grid", () => {
  it("go by columns and rows", () => {
    expect(gridStep("ArrowRight", 2, 7, 3)).toBe(3);
    expect(gridStep("ArrowDown", 2, 7, 3)).toBe(5);
    expect(gridStep("ArrowDown", 5, 7, 3)).toBe(5);
    expect(gridStep("ArrowUp", 5, 7, 3)).toBe(2);
    expect(gridStep("ArrowUp", 1, 7, 3)).toBe(-1);
    expect(gridStep("End", 1, 7, 3)).toBe(6);
    expect(gridStep("q", 1, 7, 3)).toBeNull();
  });
  it("know how many stand in a row", () => {
    expect(columnsOf([10, 10, 10, 120, 120])).toBe(3);
    expect(columnsOf([10, 10])).toBe(2);
    expect(columnsOf([])).toBe(1);
  });
});
