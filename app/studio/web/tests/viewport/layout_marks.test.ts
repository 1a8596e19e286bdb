import { LineLoop, Mesh, MeshBasicMaterial, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import type { LayoutMarks } from "../../src/protocol";
import { LayoutMarkings, MARK_COLORS } from "../../src/viewport/overlays/layout_marks";

const none: LayoutMarks = { relations: [], collisions: [], freeFloor: [], clearances: [], floor: null };
const square: [number, number][] = [[1, 2], [3, 2], [3, 4], [1, 4]];
const hole: [number, number][] = [[1.5, 2.5], [2, 2.5], [2, 3], [1.5, 3]];

function shown(marks: Partial<LayoutMarks>): { fills: Mesh[]; rims: LineLoop[] } {
  const markings = new LayoutMarkings();
  markings.show({ ...none, ...marks }, 0.5, () => undefined);
  const { children } = markings.onFloor;
  for (const child of children) child.updateMatrixWorld(true);
  return { fills: children.filter((child): child is Mesh => child instanceof Mesh), rims: children.filter((child): child is LineLoop => child instanceof LineLoop) };
}

/** Square metres of triangles, seen from above. */
function area(mesh: Mesh): number {
  const { index, attributes } = mesh.geometry;
  const corner = (k: number) => new Vector3().fromBufferAttribute(attributes["position"]!, index!.getX(k)).applyMatrix4(mesh.matrixWorld);
  let sum = 0;
  for (let k = 0; k < index!.count; k += 3) {
    const [a, b, c] = [corner(k), corner(k + 1), corner(k + 2)];
    sum += Math.abs((b.x - a.x) * (c.z - a.z) - (c.x - a.x) * (b.z - a.z)) / 2;
  }
  return sum;
}

const colorOf = (mesh: Mesh) => (mesh.material as MeshBasicMaterial).color.getHex();

describe("the floor of a report", () => {
  it("is filled where it is free, with holes, at the floor of the room", () => {
    const { fills, rims } = shown({ freeFloor: [{ reached: true, outline: square, holes: [hole] }] });
    expect(fills).toHaveLength(1);
    expect(rims).toHaveLength(2);
    expect(area(fills[0]!)).toBeCloseTo(4 - 0.25, 6);
    expect(colorOf(fills[0]!)).toBe(MARK_COLORS.free);
    expect(fills[0]!.position.y).toBeCloseTo(0.5, 1);
  });

  it("lies where the world has it", () => {
    const { fills } = shown({ freeFloor: [{ reached: true, outline: square, holes: [] }], floor: 2 });
    fills[0]!.geometry.computeBoundingBox();
    const box = fills[0]!.geometry.boundingBox!.clone().applyMatrix4(fills[0]!.matrixWorld);
    [box.min.x, box.max.x, box.min.z, box.max.z].forEach((value, k) => expect(value).toBeCloseTo([1, 3, 2, 4][k]!, 6));
    expect(box.min.y).toBeGreaterThan(2);
  });

  it("has islands in a colour of their own", () => {
    const { fills } = shown({ freeFloor: [{ reached: false, outline: square, holes: [] }] });
    expect(colorOf(fills[0]!)).toBe(MARK_COLORS.island);
  });

  it("shows what is blocked in red above what is free", () => {
    const space = { path: "r/a", what: "front", polygon: square, inside: [] };
    const { fills } = shown({ clearances: [{ ...space, kept: false }, { ...space, kept: true }] });
    const [kept, broken] = [MARK_COLORS.kept, MARK_COLORS.broken].map((color) => fills.find((fill) => colorOf(fill) === color)!);
    expect(broken!.position.y).toBeGreaterThan(kept!.position.y);
  });

  it("ends with the marks", () => {
    const markings = new LayoutMarkings();
    markings.show({ ...none, freeFloor: [{ reached: true, outline: square, holes: [] }] }, 0, () => undefined);
    markings.show(null, 0, () => undefined);
    expect(markings.onFloor.children).toHaveLength(0);
  });
});
