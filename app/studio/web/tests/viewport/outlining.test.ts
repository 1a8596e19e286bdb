import { OrthographicCamera, PerspectiveCamera, Vector2 } from "three";
import { describe, expect, it } from "vitest";
import { outlineRects } from "../../src/viewport/overlays/outline";
import { inFront, regionOf } from "../../src/viewport/overlays/outlining/in_front";

// metre cubes about: the thing, before it, behind it, beside it, behind the eye
const boxes = Float32Array.from([0, 1.5, -3, 4, 20].flatMap((z, i) => {
  const x = i === 3 ? 8 : 0;
  return [x - 0.5, -0.5, z - 0.5, x + 0.5, 0.5, z + 0.5];
}));
const all = (): boolean => true;

function eye<T extends PerspectiveCamera | OrthographicCamera>(camera: T): T {
  camera.position.set(0, 0, 10);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return camera;
}

describe("what stands before an outlined thing", () => {
  for (const camera of [eye(new PerspectiveCamera(40, 1, 0.1, 100)), eye(new OrthographicCamera(-6, 6, 6, -6, 0.1, 100))]) {
    it(`is found by its box: ${camera.type}`, () => {
      const region = regionOf(camera, boxes, [0])!;
      expect(region.far).toBeCloseTo(10.5);
      expect(inFront(camera, boxes, region, (i) => i !== 0)).toEqual([1]);
    });

    it(`is nothing where what might be is left out: ${camera.type}`, () => {
      expect(inFront(camera, boxes, regionOf(camera, boxes, [0])!, () => false)).toEqual([]);
    });
  }

  it("is whatever stands around the eye", () => {
    const camera = eye(new PerspectiveCamera(40, 1, 0.1, 100));
    const around = Float32Array.from([...boxes.slice(0, 6), -3, -3, 8, 3, 3, 12]);
    expect(inFront(camera, around, regionOf(camera, around, [0])!, all)).toContain(1);
  });

  it("is not asked for where a part of the thing is beside the eye", () => {
    const camera = eye(new PerspectiveCamera(40, 1, 0.1, 100));
    expect(regionOf(camera, boxes, [0, 4])).toBeNull();
    expect(regionOf(camera, boxes, [])).toBeNull();
  });
});

describe("the part of the picture that a thing covers", () => {
  it("is that of its corners", () => {
    const camera = eye(new OrthographicCamera(-5, 5, 5, -5, 0.1, 100));
    const { low, high } = regionOf(camera, boxes, [0])!;
    expect(low.map((v) => Number(v.toFixed(5)))).toEqual([-0.1, -0.1]);
    expect(high.map((v) => Number(v.toFixed(5)))).toEqual([0.1, 0.1]);
  });
});

describe("the rectangles of an outline", () => {
  it("has a mask as far as the line looks for it", () => {
    const size = new Vector2(400, 300);
    for (const pixels of [1.5, 2, 4]) {
      const { line, mask } = outlineRects({ low: [-0.5, -0.5], high: [0.5, 0.5], far: 1 }, size, pixels)!;
      const reach = 1.4 * pixels;
      expect(line.x - mask.x).toBeGreaterThan(reach);
      expect(line.y - mask.y).toBeGreaterThan(reach);
      expect(mask.x + mask.z - line.x - line.z).toBeGreaterThan(reach);
      expect(mask.y + mask.w - line.y - line.w).toBeGreaterThan(reach);
      // and the line itself has room around the thing
      expect(100 - line.x).toBeGreaterThan(pixels);
    }
  });

  it("is nothing where the thing is out of the picture", () => {
    expect(outlineRects({ low: [2, 2], high: [3, 3], far: 1 }, new Vector2(400, 300), 2)).toBeNull();
  });
});
