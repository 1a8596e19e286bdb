import { describe, expect, test } from "vitest";
import { clicked, moved, movementOf, scrolledTo, windowOf } from "../../../src/studio/shell/outliner/choosing";
import { buildTree, rowsOf } from "../../../src/studio/shell/outliner/tree";
import { nodesOf } from "./support";

const names = ["bed", "chair", "chest", "lamp", "table"];
const rows = rowsOf(buildTree(nodesOf([{ path: "home" }, ...names.map((name) => ({ path: `home/${name}` }))])), new Set(), null);
const path = (name: string) => `home/${name}`;
const plain = { ctrl: false, shift: false };

describe("clicks", () => {
  test("a click selects one", () => {
    expect(clicked(rows, [path("bed"), path("lamp")], path("bed"), path("chair"), plain)).toEqual({ selection: [path("chair")], anchor: path("chair"), focus: path("chair") });
  });

  test("ctrl adds and takes away", () => {
    const added = clicked(rows, [path("bed")], path("bed"), path("lamp"), { ctrl: true, shift: false });
    expect(added.selection).toEqual([path("bed"), path("lamp")]);
    expect(clicked(rows, added.selection, added.anchor, path("bed"), { ctrl: true, shift: false }).selection).toEqual([path("lamp")]);
  });

  test("shift selects from the anchor, up or down, and the anchor stays", () => {
    const up = clicked(rows, [path("lamp")], path("lamp"), path("chair"), { ctrl: false, shift: true });
    expect(up.selection).toEqual([path("chair"), path("chest"), path("lamp")]);
    expect(clicked(rows, up.selection, up.anchor, path("table"), { ctrl: false, shift: true }).selection).toEqual([path("lamp"), path("table")]);
  });

  test("ctrl and shift add a range", () => {
    expect(clicked(rows, [path("bed"), path("chest")], path("chest"), path("lamp"), { ctrl: true, shift: true }).selection).toEqual([path("bed"), path("chest"), path("lamp")]);
  });

  test("an anchor that is out of view begins anew", () => {
    expect(clicked(rows, [], "home/gone", path("lamp"), { ctrl: false, shift: true }).selection).toEqual([path("lamp")]);
  });
});

describe("keys", () => {
  test("movements stay within the rows", () => {
    expect(moved(6, 0, "up", 3)).toBe(0);
    expect(moved(6, 4, "pageDown", 3)).toBe(5);
    expect(moved(6, 5, "first", 3)).toBe(0);
    expect(moved(6, -1, "down", 3)).toBe(0);
    expect(moved(0, -1, "down", 3)).toBe(-1);
    expect(movementOf("ArrowUp")).toBe("up");
    expect(movementOf("a")).toBeNull();
  });
});

describe("the rows in view", () => {
  test("are drawn with some beyond, and no more", () => {
    expect(windowOf(2_000, 0, 240, 24)).toEqual([0, 18]);
    expect(windowOf(2_000, 24_000, 240, 24)).toEqual([992, 1018]);
    expect(windowOf(2_000, 48_000, 240, 24)).toEqual([1992, 2000]);
  });

  test("hold for lists that are short, empty or shorter than before", () => {
    expect(windowOf(3, 0, 240, 24)).toEqual([0, 3]);
    expect(windowOf(0, 0, 240, 24)).toEqual([0, 0]);
    const [from, to] = windowOf(5, 9_999, 240, 24);
    expect(from).toBeLessThanOrEqual(to);
  });

  test("a row that is out of view comes into it", () => {
    expect(scrolledTo(3, 0, 240, 24)).toBeNull();
    expect(scrolledTo(100, 0, 240, 24)!).toBe(2_208);
    expect(scrolledTo(1, 480, 240, 24)).toBe(0);
  });
});
