import { Group, BoxGeometry } from "three";
import { describe, expect, it } from "vitest";
import { Shape } from "../../src/viewport/data/shapes";
import { Batch } from "../../src/viewport/drawing/batches";
import { SurfaceMaterial } from "../../src/viewport/drawing/surface_material";
import { TinyInstances } from "../../src/viewport/drawing/tiny_instances";
import { shift } from "../support/scenes";

function cube(): Shape {
  const geometry = new BoxGeometry(1, 1, 1);
  return new Shape(geometry.attributes["position"]!.array as Float32Array, geometry.attributes["normal"]!.array as Float32Array, Uint32Array.from(geometry.index!.array), null, null);
}

function batch(count: number) {
  const matrix = Float32Array.from(Array.from({ length: count }, (_, i) => shift(i, 0, 0)).flat());
  const looks = { tint: new Float32Array(count * 4).fill(0.5), surface: new Float32Array(count * 3).fill(0.25) };
  const group = { mesh: 0, texture: -1, transparent: false, mirrored: false, shell: false, instances: Uint32Array.from(Array(count).keys()) };
  const made = new Batch(group, cube(), new SurfaceMaterial({}, { plain: { value: 0 } }), new Group());
  const x = (slot: number): number => made.mesh.instanceMatrix.array[slot * 16 + 12]!;
  return { made, matrix, looks, x };
}

describe("a batch", () => {
  it("draws what is shown, one after the other", () => {
    const { made, matrix, looks, x } = batch(10);
    made.shows = (i) => i % 2 === 1;
    made.fill(matrix, looks, null);
    expect(made.mesh.count).toBe(5);
    expect([0, 1, 2, 3, 4].map(x)).toEqual([1, 3, 5, 7, 9]);
  });

  it("sends only the slots of what moved", () => {
    const { made, matrix, looks, x } = batch(100);
    made.shows = (i) => i !== 0;
    made.fill(matrix, looks, null);
    made.mesh.instanceMatrix.clearUpdateRanges();
    matrix[40 * 12 + 3] = 7;
    made.touch(40);
    made.touch(0);
    made.fill(matrix, looks, null);
    expect(x(39)).toBe(7);
    expect(made.mesh.instanceMatrix.updateRanges).toEqual([{ start: 39 * 16, count: 16 }]);
  });

  it("needs no new picture where a step brings what a preview showed", () => {
    const { made, matrix, looks, x } = batch(100);
    expect(made.fill(matrix, looks, null)).toBe(true);
    matrix[40 * 12 + 3] = 7;
    made.touch(40);
    expect(made.fill(matrix, looks, null)).toBe(true);
    matrix[40 * 12 + 3] = 7.000001;
    made.touch(40);
    expect(made.fill(matrix, looks, null)).toBe(false);
    made.dirty = true;
    expect(made.fill(matrix, looks, null)).toBe(false);
    matrix[40 * 12 + 3] = 7.001;
    made.touch(40);
    expect(made.fill(matrix, looks, null)).toBe(true);
    expect(x(40)).toBeCloseTo(7.001);
  });

  it("has changed where an instance goes and where another comes", () => {
    const { made, matrix, looks } = batch(10);
    made.fill(matrix, looks, null);
    for (const shows of [(i: number) => i !== 9, (i: number) => i !== 0, () => true]) {
      made.shows = shows;
      made.dirty = true;
      expect(made.fill(matrix, looks, null)).toBe(true);
    }
  });

  it("is filled anew where its instances are shown or hidden", () => {
    const { made, matrix, looks } = batch(10);
    made.fill(matrix, looks, null);
    made.touch(3);
    made.shows = (i) => i > 4;
    made.dirty = true;
    made.fill(matrix, looks, null);
    expect(made.mesh.count).toBe(5);
  });

  it("mirrors its frame where its matrices mirror", () => {
    const matrix = Float32Array.from([-1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0]);
    const looks = { tint: new Float32Array(4), surface: new Float32Array(3) };
    const group = { mesh: 0, texture: -1, transparent: false, mirrored: true, shell: false, instances: Uint32Array.of(0) };
    const made = new Batch(group, cube(), new SurfaceMaterial({}, { plain: { value: 0 } }), new Group());
    made.fill(matrix, looks, null);
    const world = made.mesh.matrix.clone();
    expect(world.determinant()).toBe(-1);
    made.mesh.getMatrixAt(0, made.mesh.matrixWorld);
    expect(made.mesh.matrixWorld.determinant()).toBeGreaterThan(0);
    expect(world.multiply(made.mesh.matrixWorld).elements[12]).toBe(2);
  });
});

describe("instances smaller than a pixel", () => {
  // a metre and a millimetre, both 20 m away
  const boxes = Float32Array.of(0, 0, 20, 1, 1, 21, 2, 0, 20, 2.001, 0.001, 20.001);
  const sight = { eye: [0, 0, 0] as [number, number, number], pixel: 0.001, orthographic: false };

  it("are left out of scenes of very many", () => {
    const tiny = new TinyInstances(2, 2);
    expect(tiny.look(sight, boxes)).toBe(true);
    expect([...tiny.small]).toEqual([0, 1]);
    expect(new TinyInstances(2).look(sight, boxes)).toBe(false);
  });

  it("are looked at again when the eye has moved", () => {
    const tiny = new TinyInstances(2, 2);
    tiny.look(sight, boxes);
    expect(tiny.look({ ...sight, eye: [0, 0, 0.1] }, boxes)).toBe(false);
    expect(tiny.look({ ...sight, eye: [2, 0, 19.5] }, boxes)).toBe(true);
    expect([...tiny.small]).toEqual([0, 0]);
  });

  it("of plans go by the width of a pixel", () => {
    const tiny = new TinyInstances(2, 2);
    tiny.look({ ...sight, pixel: 0.01, orthographic: true }, boxes);
    expect([...tiny.small]).toEqual([0, 1]);
  });
});
