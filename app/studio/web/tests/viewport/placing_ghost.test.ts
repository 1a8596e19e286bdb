import { describe, expect, it } from "vitest";
import { ObjectShapes, readObject } from "../../src/viewport/data/object_shapes";
import { PlacingGhost } from "../../src/viewport/overlays/placing_ghost";
import { safetensors } from "../support/scenes";

const TRIANGLE = {
  positions: { shape: [3, 3], data: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0) },
  normals: { shape: [3, 3], data: Float32Array.of(0, 1, 0, 0, 1, 0, 0, -1, 0) },
  colors: { shape: [3, 3], data: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 0, 0) },
  faces: { shape: [1, 3], data: Uint32Array.of(0, 1, 2) },
};
const BOX = { at: [1, 0, 2] as [number, number, number], size: [0.5, 1, 0.5] as [number, number, number], yaw: 0 };
const settle = () => new Promise((done) => setTimeout(done, 0));

describe("the shape of an object", () => {
  it("is darker where it is turned away from the light", () => {
    const color = readObject(safetensors(TRIANGLE)).getAttribute("color");
    expect(color.getX(0)).toBeGreaterThan(color.getX(2));
    expect(color.getY(0)).toBe(0);
  });

  it("is refused where a face has an unknown vertex", () => {
    const faces = { shape: [1, 3], data: Uint32Array.of(0, 1, 7) };
    expect(() => readObject(safetensors({ ...TRIANGLE, faces }))).toThrow("unknown vertex 7");
  });

  it("is fetched once, and again where it did not come", async () => {
    const asked: string[] = [];
    let fails = true;
    const shapes = new ObjectShapes((url) => {
      asked.push(url);
      return fails ? Promise.reject(new Error("away")) : Promise.resolve(safetensors(TRIANGLE));
    });
    await expect(shapes.get("a")).rejects.toThrow("away");
    fails = false;
    const first = await shapes.get("a");
    expect(await shapes.get("a")).toBe(first);
    expect(asked).toEqual(["a", "a"]);
  });
});

describe("what is about to be put into the scene", () => {
  it("is a box until its shape is here", async () => {
    let frames = 0;
    const ghost = new PlacingGhost(new ObjectShapes(() => Promise.resolve(safetensors(TRIANGLE))), () => (frames += 1));
    ghost.show({ ...BOX, shape: "a" });
    expect(ghost.showsShape).toBe(false);
    await settle();
    expect(ghost.showsShape).toBe(true);
    expect(frames).toBe(1);
    ghost.show(null);
    expect(ghost.showsShape).toBe(false);
    ghost.show({ ...BOX, shape: "b" });
    expect(ghost.showsShape).toBe(false); // the last one's shape is no longer there
  });

  it("stays a box where the shape does not come", async () => {
    const ghost = new PlacingGhost(new ObjectShapes(() => Promise.reject(new Error("away"))), () => undefined);
    ghost.show({ ...BOX, shape: "a" });
    await settle();
    expect(ghost.root.visible).toBe(true);
    expect(ghost.showsShape).toBe(false);
  });
});
