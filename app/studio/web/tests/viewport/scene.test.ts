import { describe, expect, it } from "vitest";
import { InstancePoses } from "../../src/viewport/data/instance_poses";
import { boxMatrix, matrixFrom12, matrixTo12 } from "../../src/viewport/data/matrices";
import { SceneIndex } from "../../src/viewport/data/scene_index";
import { groupInstances } from "../../src/viewport/drawing/grouping";
import { instanceLooks } from "../../src/viewport/drawing/looks";
import { Vector3 } from "three";
import { type Piece, drawing, head, node, pieces, sceneState, shift } from "../support/scenes";

const index = new SceneIndex(sceneState(), drawing(pieces()));
const paths = (rows: number[]): (string | undefined)[] => rows.map((row) => index.owner(row)?.path);

describe("the owner of a row", () => {
  it("is the last listed node that holds it", () => {
    expect(paths([0, 3, 5, 6, 8, 9, 11, 12])).toEqual([
      "scene", "scene/room/floor", "scene/room/wall_back", "scene/set", "scene/set/table", "scene/set/table", "scene/set/lamp", "scene/rug",
    ]);
  });

  it("is the outer node after an inner one has ended", () => {
    const state = sceneState(1, { nodes: [node(0, 6, -1, "a"), node(1, 3, 0, "a/b")] });
    const other = new SceneIndex(state, drawing([]));
    expect(other.owner(4)?.path).toBe("a");
    expect(other.owner(6)).toBeUndefined();
  });

  it("has all instances below it", () => {
    const rows = (path: string): number[] => [...index.instancesOf(index.node(path)!)].map((i) => pieces()[i]!.row);
    expect(rows("scene/set")).toEqual([8, 9, 11]);
    expect(rows("scene/rug")).toEqual([12]);
    expect(rows("scene")).toHaveLength(6);
  });

  it("knows what belongs to the shell", () => {
    expect(["scene/room", "scene/room/floor"].every((path) => index.inShell(index.node(path)!))).toBe(true);
    expect(index.inShell(index.node("scene/set/table")!)).toBe(false);
  });
});

/** 2,000 things of seven pieces each, of 8 meshes and 38 materials, some of them glass. */
function crowd(): Piece[] {
  return Array.from({ length: 14_000 }, (_, i) => ({ row: i + 1, mesh: i % 8, material: (i * 7) % 38 }));
}

describe("draw calls", () => {
  const materials = Array.from({ length: 38 }, (_, i) => ({ metallic: i % 2, roughness: i / 38, opacity: i % 9 === 0 ? 0.3 : 1, emission: 0 }));
  const meshes = Array.from({ length: 8 }, (_, i) => `mesh ${i}`);

  it("are at most two a mesh for 14,000 instances", () => {
    const groups = groupInstances(drawing(crowd(), head({ meshes, materials })), () => false);
    expect(groups.length).toBeLessThanOrEqual(16);
    expect(groups.reduce((sum, one) => sum + one.instances.length, 0)).toBe(14_000);
  });

  it("keep glass, textures, mirrored things and the shell apart", () => {
    const two = head({ materials: [materials[1]!, materials[0]!], textures: ["t"] });
    const all = drawing(
      [{ row: 8 }, { row: 9, material: 1 }, { row: 11, texture: 0 }, { row: 12, matrix: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] }, { row: 3 }, { row: 8 }],
      two,
    );
    const groups = groupInstances(all, (row) => row === 3);
    expect(groups.map((one) => [...one.instances])).toEqual([[0, 5], [1], [2], [3], [4]]);
    expect(groups.map((one) => [one.transparent, one.texture, one.mirrored, one.shell])).toEqual([
      [false, -1, false, false], [true, -1, false, false], [false, 0, false, false], [false, -1, true, false], [false, -1, false, true],
    ]);
  });
});

describe("poses of instances", () => {
  const unit = [Float32Array.of(-0.5, -0.5, -0.5, 0.5, 0.5, 0.5)];
  const x = (numbers: Float32Array, i: number): number => numbers[i * 12 + 3]!;

  it("follow a motion with all below", () => {
    const poses = new InstancePoses(drawing(pieces()), index, unit);
    poses.move([{ row: 6, motion: shift(2, 0, 0) }]);
    expect([0, 1, 2, 3, 4, 5].map((i) => x(poses.shown, i))).toEqual([0, 0, 2, 2, 2, 0]);
    expect([...poses.boxes.subarray(12, 18)]).toEqual([1.5, -0.5, -0.5, 2.5, 0.5, 0.5]);
  });

  it("follow the motion of a primitive alone", () => {
    const poses = new InstancePoses(drawing(pieces()), index, unit);
    poses.move([{ row: 8, motion: shift(2, 0, 0) }]);
    expect([2, 3].map((i) => x(poses.shown, i))).toEqual([2, 0]);
  });

  it("come back when a preview ends", () => {
    const poses = new InstancePoses(drawing(pieces()), index, unit);
    poses.preview([{ row: 6, motion: shift(2, 0, 0) }, { row: 10, motion: shift(5, 0, 0) }]);
    expect([2, 4, 5].map((i) => x(poses.shown, i))).toEqual([2, 5, 0]);
    poses.preview([{ row: 12, motion: shift(1, 0, 0) }]);
    expect([2, 4, 5].map((i) => x(poses.shown, i))).toEqual([0, 0, 1]);
    poses.preview(null);
    expect([...poses.shown]).toEqual([...poses.base]);
  });

  it("turn about the world's axes", () => {
    const one = drawing([{ row: 12, matrix: shift(1, 0, 0) }]);
    const poses = new InstancePoses(one, new SceneIndex(sceneState(), one), unit);
    // a quarter turn about +y takes +x to -z
    poses.move([{ row: 12, motion: [0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 0] }]);
    expect([3, 7, 11].map((k) => poses.shown[k])).toEqual([0, 0, -1]);
  });
});

describe("matrices", () => {
  it("keep their numbers on the way to three and back", () => {
    const numbers = Array.from({ length: 12 }, (_, k) => k + 1);
    expect(matrixTo12(matrixFrom12(numbers))).toEqual(numbers);
  });

  it("put the unit box where a node is", () => {
    const matrix = boxMatrix({ at: [1, 2, 3], yaw: Math.PI / 2, size: [2, 4, 6] });
    // its front is +x after a quarter turn
    const front = new Vector3(0, 1, 0.5).applyMatrix4(matrix).toArray();
    [4, 6, 3].forEach((value, k) => expect(front[k]).toBeCloseTo(value));
  });
});

describe("looks of instances", () => {
  const scene = drawing(pieces());
  const tint = (looks: { tint: Float32Array }, i: number): number[] => [...looks.tint.subarray(i * 4, i * 4 + 3)];

  it("are linear colours of their own", () => {
    expect(tint(instanceLooks(scene, index, "lit", null), 2)[0]).toBeCloseTo(0.2140, 3);
  });

  it("are one colour for each entity", () => {
    const looks = instanceLooks(scene, index, "entities", null);
    expect(tint(looks, 2)).toEqual(tint(looks, 3));
    expect(tint(looks, 2)).not.toEqual(tint(looks, 4));
  });

  it("take the heat of what they are part of; others are grey", () => {
    const looks = instanceLooks(scene, index, "lit", { "scene/set": 0.2, "scene/set/lamp": 1 });
    expect(tint(looks, 2)).toEqual(tint(looks, 3));
    expect(tint(looks, 4)[0]).toBeGreaterThan(tint(looks, 2)[0]!);
    const [r, g, b] = tint(looks, 5);
    expect(Math.max(r!, g!, b!) - Math.min(r!, g!, b!)).toBeLessThan(0.03);
  });
});
