import { BoxGeometry, PerspectiveCamera, Vector2 } from "three";
import { describe, expect, it } from "vitest";
import { ChangedPart } from "../../src/viewport/core/changed_part";
import { SceneIndex } from "../../src/viewport/data/scene_index";
import { Shape, type ShapeShelf } from "../../src/viewport/data/shapes";
import { instanceLooks } from "../../src/viewport/drawing/looks";
import { SceneDrawing } from "../../src/viewport/drawing/scene_drawing";
import { drawing, sceneState, shift } from "../support/scenes";

const SIZE = new Vector2(800, 600);

/** Cubes of a metre in a row from left to right, five metres apart: parts of the table, the lamp and the rug. */
function row() {
  const geometry = new BoxGeometry(1, 1, 1);
  const cube = new Shape(geometry.attributes["position"]!.array as Float32Array, geometry.attributes["normal"]!.array as Float32Array, Uint32Array.from(geometry.index!.array), null, null);
  const pieces = drawing([8, 9, 11, 12].map((at, i) => ({ row: at, matrix: shift(5 * i - 7.5, 0, 0) })));
  const index = new SceneIndex(sceneState(), pieces);
  const shelf = { shape: () => cube } as unknown as ShapeShelf;
  const made = new SceneDrawing(pieces, index, shelf, { plain: { value: 0 } }, instanceLooks(pieces, index, "lit", null));
  const camera = new PerspectiveCamera(50, SIZE.x / SIZE.y, 0.1, 100);
  camera.position.set(0, 0, 20);
  camera.updateMatrixWorld();
  const update = () => made.update({ eye: [0, 0, 20], pixel: 0.001, orthographic: false });
  update();
  return { made, camera, update };
}

describe("what has changed in a picture", () => {
  it("lies around what moved, as it was and as it is", () => {
    const { made, update } = row();
    made.preview([{ row: 11, motion: shift(0, 2, 0) }]);
    const { seen, where } = update();
    expect(seen).toBe(true);
    expect([...where!].map((value) => Math.round(value * 2) / 2)).toEqual([2, -0.5, -0.5, 3, 0.5, 0.5, 2, 1.5, -0.5, 3, 2.5, 0.5]);
    made.preview([{ row: 11, motion: shift(0, 4, 0) }]);
    // from where the last picture had it
    expect([update().where![1], update().where!.length]).toEqual([1.5, 0]);
  });

  it("is nothing where a step brings what was shown", () => {
    const { made, update } = row();
    made.preview([{ row: 11, motion: shift(0, 2, 0) }]);
    update();
    made.move([{ row: 11, motion: shift(0, 2, 0) }]);
    made.preview(null);
    expect(update().seen).toBe(false);
  });

  it("may be anywhere where things come and go, or look otherwise", () => {
    const { made, update } = row();
    made.setHidden(["scene/rug"]);
    expect(update()).toMatchObject({ seen: true, where: null });
    made.setWireframe(true);
    expect(update()).toMatchObject({ seen: true, where: null });
  });

  it("is drawn with all that may be seen there, and with nothing else", () => {
    const { made, camera, update } = row();
    const part = new ChangedPart();
    made.preview([{ row: 11, motion: shift(0, 2, 0) }]);
    part.add(update().where!);
    const found = part.find(made, camera, SIZE);
    if (found === null || found === "all") throw new Error("a part was expected");
    expect([...found.instances]).toEqual([2]);
    expect(found.rect.z * found.rect.w).toBeLessThan(0.05 * SIZE.x * SIZE.y);
    const shown = () => made.root.children.reduce((sum, mesh) => sum + (mesh.visible ? (mesh as unknown as { count: number }).count : 0), 0);
    let during = 0;
    made.drawOnly(found.instances, () => (during = shown()));
    expect([during, shown()]).toEqual([1, 4]);
    expect(update().seen).toBe(false);
  });

  it("is all of it where the eye stands within, or much of the picture is meant", () => {
    const { made, camera } = row();
    for (const box of [
      [-1, -1, 19, 1, 1, 21],
      [-8, -6, -1, 8, 6, 1],
    ]) {
      const part = new ChangedPart();
      part.add(Float32Array.from(box));
      expect(part.find(made, camera, SIZE)).toBe("all");
    }
  });

  it("is nothing of the picture where it lies outside", () => {
    const { made, camera } = row();
    const part = new ChangedPart();
    part.add(Float32Array.from([90, 0, 0, 91, 1, 1]));
    expect(part.find(made, camera, SIZE)).toBeNull();
    part.clear();
    expect(part.empty).toBe(true);
  });
});
