import { BufferGeometry, BoxGeometry, PerspectiveCamera, Ray, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../src/protocol";
import { type Box, around, framingDistance, framingHeight, pictureAxes } from "../../src/viewport/cameras/framing";
import { PixelRatio } from "../../src/viewport/core/pixel_ratio";
import { InstancePoses } from "../../src/viewport/data/instance_poses";
import { SceneIndex } from "../../src/viewport/data/scene_index";
import { Shape } from "../../src/viewport/data/shapes";
import { heatStop } from "../../src/viewport/drawing/heat";
import { type RoomFrame, fadedSides, isFaded, sideOf } from "../../src/viewport/drawing/shell_fading";
import { withoutOverlap } from "../../src/viewport/overlays/labels";
import { broadPhase, pickInstance } from "../../src/viewport/picking/instance_picker";
import { drawing, sceneState, shift } from "../support/scenes";

const room: RoomFrame = { at: [0, 0, 0], yaw: 0, width: 4, depth: 3, height: 2.5 };
const sides = (eye: Vec3, of = room): string[] => [...fadedSides(of, eye)].sort();

describe("walls", () => {
  it("fade where the eye is beyond them", () => {
    expect(sides([0, 1.6, 1])).toEqual([]);
    expect(sides([0, 1.6, 5])).toEqual(["wall_front"]);
    expect(sides([-5, 4, 5])).toEqual(["ceiling", "wall_front", "wall_left"]);
    expect(sides([5, 1, -5])).toEqual(["wall_back", "wall_right"]);
    expect(sides([0, 20, 0])).toEqual(["ceiling"]);
    expect(sides([0, -3, 0])).toEqual(["floor"]);
  });

  it("fade by the frame of a room that is turned and moved", () => {
    const turned = { ...room, at: [10, 0, 0] as Vec3, yaw: Math.PI / 2 };
    // its front looks along +x
    expect(sides([15, 1, 0], turned)).toEqual(["wall_front"]);
    expect(sides([10, 1, -5], turned)).toEqual(["wall_right"]);
  });

  it("take their doors and windows along", () => {
    const faded = new Set(["wall_front", "ceiling"]);
    expect(sideOf(room, [1, 1, 1.55])).toBe("wall_front");
    expect(isFaded("other", [1, 1, 1.55], room, faded)).toBe(true);
    expect(isFaded("other", [-2.02, 1.5, 0], room, faded)).toBe(false);
    expect(isFaded("other", [0, 1, 0], room, faded)).toBe(false);
    expect(isFaded("floor", [0, 0, 0], room, faded)).toBe(false);
    expect(isFaded("floor", [0, 0, 0], room, new Set(["floor"]))).toBe(true);
    expect(isFaded("ceiling", [0, 2.5, 0], room, faded)).toBe(true);
  });
});

describe("focus", () => {
  const box: Box = [[-1, 0, -2], [3, 1, 2]];
  it.each<[Vec3, number, number]>([[[0, -0.5, -1], 40, 16 / 9], [[1, -1, 0.3], 40, 0.5], [[0, -1, 0], 70, 1], [[-1, 0, 0], 20, 3]])(
    "along %j with %i degrees at %d fits the box closely",
    (forward, fov, aspect) => {
      const distance = framingDistance(box, forward, fov, aspect, 1);
      const camera = new PerspectiveCamera(fov, aspect, 0.01, 1000);
      const centre = new Vector3(1, 0.5, 0);
      camera.position.copy(centre).addScaledVector(new Vector3(...forward).normalize(), -distance);
      camera.up.fromArray(pictureAxes(forward).up);
      camera.lookAt(centre);
      camera.updateMatrixWorld();
      const extents = Array.from({ length: 8 }, (_, k) => new Vector3(box[k & 1 ? 1 : 0][0], box[k & 2 ? 1 : 0][1], box[k & 4 ? 1 : 0][2]).project(camera))
        .map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)));
      expect(Math.max(...extents)).toBeCloseTo(1, 4);
    },
  );

  it("leaves room around the box", () => {
    expect(framingDistance(box, [0, 0, -1], 40, 1, 1.5)).toBeGreaterThan(framingDistance(box, [0, 0, -1], 40, 1, 1));
  });

  it("from above has the height of the deeper side", () => {
    expect(framingHeight(box, [0, -1, 0], 2, 1)).toBeCloseTo(4);
    expect(framingHeight(box, [0, -1, 0], 0.5, 1)).toBeCloseTo(8);
  });

  it("goes around several boxes", () => {
    expect(around([])).toBeNull();
    expect(around([box, [[-4, -1, 0], [0, 0, 5]]])).toEqual([[-4, -1, -2], [3, 1, 5]]);
  });
});

describe("heat", () => {
  const lightness = (score: number): number => {
    const [r, g, b] = heatStop(score).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    const y = 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    return 116 * Math.cbrt(y) - 16;
  };

  it("grows evenly in lightness", () => {
    const steps = Array.from({ length: 20 }, (_, k) => lightness((k + 1) / 20) - lightness(k / 20));
    expect(Math.min(...steps)).toBeGreaterThan(1.5);
    expect(Math.max(...steps)).toBeLessThan(8);
  });

  it("takes what is no score for the nearest end", () => {
    expect(heatStop(-1)).toEqual(heatStop(0));
    expect(heatStop(7)).toEqual(heatStop(1));
    expect(heatStop(Number.NaN)).toEqual(heatStop(0));
  });
});

describe("labels", () => {
  it("are left out where they would lie over others", () => {
    const rect = (x: number, y: number) => ({ x, y, width: 40, height: 16 });
    expect(withoutOverlap([rect(0, 0), rect(30, 5), rect(60, 5), rect(0, 17), rect(0, 20)])).toEqual([true, false, true, false, true]);
  });
});

describe("pixels", () => {
  it("are fewer while frames are slow, and all of them when they are quick", () => {
    const ratio = new PixelRatio(2);
    expect(ratio.moving(null)).toBe(2);
    ratio.moving(200);
    expect(ratio.reduced).toBe(false);
    for (let k = 0; k < 40; k++) ratio.moving(200);
    expect(ratio.now).toBeCloseTo(0.8);
    for (let k = 0; k < 40; k++) ratio.moving(10);
    expect(ratio.reduced).toBe(false);
  });
});

/** 14,000 unit cubes in rows on a plane. */
function manyCubes() {
  const matrices = Array.from({ length: 14_000 }, (_, i) => shift((i % 120) * 1.5, 0, Math.floor(i / 120) * 1.5));
  const one = drawing(matrices.map((matrix, i) => ({ row: i + 20, matrix })));
  const index = new SceneIndex(sceneState(), one);
  const geometry: BufferGeometry = new BoxGeometry(1, 1, 1);
  const shape = new Shape(geometry.attributes["position"]!.array as Float32Array, geometry.attributes["normal"]!.array as Float32Array, Uint32Array.from(geometry.index!.array), null, null);
  return { drawing: one, shapes: [shape], poses: new InstancePoses(one, index, [shape.box]) } as unknown as Parameters<typeof pickInstance>[0];
}

describe("a ray", () => {
  const scene = manyCubes();
  const all = (): boolean => true;

  it("meets the nearest of 14,000 things", () => {
    const hit = pickInstance(scene, new Ray(new Vector3(15, 0.2, -10), new Vector3(0, 0, 1)), all)!;
    expect(hit.instance).toBe(10);
    expect(hit.distance).toBeCloseTo(9.5);
    expect(hit.normal.toArray().map(Math.round)).toEqual([0, 0, -1]);
  });

  it("goes through what it is to leave out", () => {
    expect(pickInstance(scene, new Ray(new Vector3(15, 0.2, -10), new Vector3(0, 0, 1)), (i) => i !== 10)!.instance).toBe(130);
  });

  it("meets nothing between the rows", () => {
    expect(pickInstance(scene, new Ray(new Vector3(0.75, 0, -10), new Vector3(0, 0, 1)), all)).toBeNull();
  });

  it("asks only the meshes whose boxes it enters", () => {
    const found = broadPhase(scene.poses.boxes, 14_000, new Ray(new Vector3(15, 10, 15), new Vector3(0, -1, 0)), Infinity, all);
    expect(found.map(([instance]) => instance)).toEqual([1210]);
  });
});
