import { describe, expect, it } from "vitest";
import { readDrawing } from "../../src/viewport/data/drawing";
import { readSafetensors, tensorOf } from "../../src/viewport/data/safetensors";
import { ShapeShelf, isClosed } from "../../src/viewport/data/shapes";
import { drawing, drawingFile, head, pieces, safetensors } from "../support/scenes";

const square = { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) };

describe("safetensors", () => {
  it.each([0, 1, 2, 3])("reads tensors that stand %i bytes further", (pad) => {
    const read = readSafetensors(safetensors({ a: square, b: { shape: [3], data: Uint32Array.of(7, 8, 9) } }, { head: "x" }, pad));
    expect([...tensorOf(read, "a", Float32Array, 2)]).toEqual([1, 2, 3, 4]);
    expect([...tensorOf(read, "b", Uint32Array, 1)]).toEqual([7, 8, 9]);
    expect(read.metadata).toEqual({ head: "x" });
  });

  it("reads tensors without rows", () => {
    const read = readSafetensors(safetensors({ a: { shape: [0, 3], data: new Float32Array() } }));
    expect(tensorOf(read, "a", Float32Array, 3)).toHaveLength(0);
  });

  it("refuses a file that is cut off", () => {
    const file = safetensors({ a: square });
    expect(() => readSafetensors(file.slice(0, 4))).toThrow("at least 8");
    expect(() => readSafetensors(file.slice(0, 20))).toThrow("cut off");
    expect(() => readSafetensors(file.slice(0, file.byteLength - 1))).toThrow("'a'");
  });

  it("refuses a header that is no JSON", () => {
    const file = safetensors({ a: square });
    new Uint8Array(file)[8] = 0x21;
    expect(() => readSafetensors(file)).toThrow("no JSON");
  });

  it("names the tensor that is missing or of another kind", () => {
    const read = readSafetensors(safetensors({ a: square }));
    expect(() => tensorOf(read, "b", Float32Array, 1)).toThrow("no tensor 'b'");
    expect(() => tensorOf(read, "a", Uint32Array, 2)).toThrow("'a' is F32 (2, 2)");
    expect(() => tensorOf(read, "a", Float32Array, 3)).toThrow("rows of 3");
  });
});

describe("a drawing", () => {
  it("is read as it was written", () => {
    const one = drawing(pieces());
    const read = readDrawing(drawingFile(one));
    expect(read.count).toBe(6);
    expect([...read.row]).toEqual([3, 5, 8, 9, 11, 12]);
    expect(read.head).toEqual(one.head);
  });

  it("is refused where an instance has an unknown mesh", () => {
    expect(() => readDrawing(drawingFile(drawing([{ row: 0, mesh: 4 }])))).toThrow("unknown mesh 4");
    expect(() => readDrawing(drawingFile(drawing([{ row: 0, material: 2 }])))).toThrow("unknown material 2");
    expect(() => readDrawing(drawingFile(drawing([{ row: 0, texture: 0 }])))).toThrow("unknown texture 0");
  });
});

const triangle = {
  positions: { shape: [3, 3], data: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0) },
  normals: { shape: [3, 3], data: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1) },
  faces: { shape: [1, 3], data: Uint32Array.of(0, 1, 2) },
};

function shapeFile(keys: string[]): ArrayBuffer {
  return safetensors(Object.fromEntries(keys.flatMap((key) => Object.entries(triangle).map(([name, tensor]) => [`${key}.${name}`, tensor]))));
}

describe("the shelf of shapes", () => {
  it("fetches only what it does not have", async () => {
    const asked: string[][] = [];
    const shelf = new ShapeShelf((keys) => {
      asked.push(keys);
      // a server may send more than was asked for
      return Promise.resolve(shapeFile(["a", "b", "c"]));
    });
    await shelf.fill(head({ meshes: ["a", "b"] }));
    await shelf.fill(head({ meshes: ["b", "c"] }));
    await shelf.fill(head({ meshes: ["a", "c"] }));
    expect(asked).toEqual([["a", "b"], ["c"]]);
  });

  it("forgets what a drawing does not have", async () => {
    const asked: string[][] = [];
    const shelf = new ShapeShelf((keys) => (asked.push(keys), Promise.resolve(shapeFile(keys))));
    await shelf.fill(head({ meshes: ["a", "b"] }));
    shelf.keep(head({ meshes: ["b"] }));
    await shelf.fill(head({ meshes: ["a", "b"] }));
    expect(asked).toEqual([["a", "b"], ["a"]]);
  });

  it("refuses faces of unknown vertices", async () => {
    const wrong = { ...triangle, faces: { shape: [1, 3], data: Uint32Array.of(0, 1, 3) } };
    const file = safetensors(Object.fromEntries(Object.entries(wrong).map(([name, tensor]) => [`a.${name}`, tensor])));
    await expect(new ShapeShelf(() => Promise.resolve(file)).fill(head({ meshes: ["a"] }))).rejects.toThrow("unknown vertex 3");
  });
});

describe("the inner side of a mesh", () => {
  const corners = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  it("is drawn for open ones only", () => {
    expect(isClosed(corners, Uint32Array.of(0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3))).toBe(true);
    expect(isClosed(corners, Uint32Array.of(0, 2, 1, 0, 1, 3, 0, 3, 2))).toBe(false);
  });
});
