import { describe, expect, it } from "vitest";
import type { SceneNode, Vec3 } from "../../src/protocol";
import { faceEdit, floorHeight, moveEdit, sizeEdit, standsSquare, turnEdit, turnOf, wrapped } from "../../src/studio/panes/inspector/poses";

function node(values: Partial<SceneNode> = {}): SceneNode {
  return {
    row: 1, end: 2, parent: 0, path: "room/chair", word: "chair", phrase: null, kind: "asset", span: null,
    at: [1, 0, 2], yaw: 0, size: [0.5, 0.9, 0.6], color: null, asset: null, z: null, ...values,
  };
}

describe("poses", () => {
  it("move one axis and keep the others", () => expect(moveEdit(node(), 2, 5)).toEqual({ kind: "move", path: "room/chair", to: [1, 0, 5] }));

  it("turn by the shorter way", () => {
    expect(turnEdit(node({ yaw: (170 * Math.PI) / 180 }), -170)["degrees"]).toBeCloseTo(20, 9);
    expect(wrapped(540)).toBe(180);
    expect(wrapped(-190)).toBe(170);
    expect(turnOf(node({ yaw: Math.PI / 2 }))).toBeCloseTo(90, 9);
  });

  it.each<[Vec3, number]>([
    [[1, 0, 9], 0],
    [[9, 0, 2], 90],
    [[-9, 0, 2], -90],
  ])("face %j", (target, turn) => expect(faceEdit(node(), target)?.["degrees"]).toBeCloseTo(turn, 9));

  it("do not face what is in the same place", () => expect(faceEdit(node(), [1, 5, 2])).toBeNull());

  it("scale along the axes of the parent", () => {
    expect(sizeEdit(node(), 0, 0, 1, false)?.["factor"]).toEqual([2, 1, 1]);
    expect(sizeEdit(node({ yaw: Math.PI / 2 }), 0, 0, 1, false)?.["factor"]).toEqual([1, 1, 2]);
    expect(sizeEdit(node({ yaw: Math.PI / 2 }), Math.PI / 2, 0, 1, false)?.["factor"]).toEqual([2, 1, 1]);
    expect(sizeEdit(node({ yaw: 0.3 }), 0, 2, 1.2, false)?.["factor"]).toEqual([2, 1, 2]);
    expect(sizeEdit(node({ yaw: 0.3 }), 0, 1, 1.8, false)?.["factor"]).toEqual([1, 2, 1]);
    expect(sizeEdit(node(), 0, 1, 1.8, true)?.["factor"]).toBeCloseTo(2, 9);
    expect(standsSquare(node({ yaw: 0.3 }), 0)).toBe(false);
  });

  it("have no size of nothing", () => expect(sizeEdit(node(), 0, 0, 0, false)).toBeNull());

  it("know where the floor is", () => {
    expect(floorHeight([node({ kind: "room", word: "floor", at: [0, -0.05, 0], size: [4, 0.05, 4] })])).toBeCloseTo(0, 9);
    expect(floorHeight([node()])).toBe(0);
  });
});
