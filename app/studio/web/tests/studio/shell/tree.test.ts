import { describe, expect, test } from "vitest";
import { alike, buildTree, flipped, nameOf, opened, outermost, rowsOf, searched, shownNames, within } from "../../../src/studio/shell/outliner/tree";
import { hallOf, nodesOf } from "./support";

const nodes = nodesOf([
  { path: "home" },
  { path: "home/room", kind: "room" },
  { path: "home/room/floor", kind: "room" },
  { path: "home/room/wall_left", kind: "room" },
  { path: "home/dinner", kind: "group", word: "dining set" },
  { path: "home/dinner/table", asset: "oak table" },
  { path: "home/dinner/chair", asset: "chair" },
  { path: "home/dinner/chair[1]", word: "chair", asset: "chair" },
  { path: "home/lamp", word: "floor_lamp", asset: "lamp" },
]);
const tree = buildTree(nodes);
const shown = (toggled: string[] = [], query = "") => rowsOf(tree, new Set(toggled), searched(tree, query)).map((row) => row.item.node.path);

describe("the tree", () => {
  test("puts each node below its parent", () => {
    expect(tree.roots.map((item) => item.node.path)).toEqual(["home"]);
    expect(tree.roots[0]!.children.map((item) => item.name)).toEqual(["room", "dinner", "lamp"]);
    expect(tree.byPath.get("home/dinner/chair")!.depth).toBe(2);
  });

  test("shows sets of things open and the room closed", () => {
    expect(shown()).toEqual(["home", "home/room", "home/dinner", "home/dinner/table", "home/dinner/chair", "home/dinner/chair[1]", "home/lamp"]);
    expect(shown(["home/room", "home/dinner"])).toEqual(["home", "home/room", "home/room/floor", "home/room/wall_left", "home/dinner", "home/lamp"]);
  });

  test("says of each row where it stands among its siblings", () => {
    const rows = rowsOf(tree, new Set(), null);
    expect(rows.find((row) => row.item.name === "dinner")).toMatchObject({ open: true, position: 2, siblings: 3 });
    expect(rows.find((row) => row.item.name === "lamp")).toMatchObject({ open: null, position: 3, siblings: 3 });
  });

  test("opens the way to a row that is out of view", () => {
    const toggled = opened(tree, new Set(["home"]), "home/room/floor")!;
    expect(shown([...toggled])).toContain("home/room/floor");
    expect(opened(tree, toggled, "home/room/floor")).toBeNull();
    expect(opened(tree, new Set(), "nowhere")).toBeNull();
  });

  test("builds 20,000 rows in an instant", () => {
    const many = hallOf(20_000);
    const begun = performance.now();
    expect(rowsOf(buildTree(many), new Set(), null)).toHaveLength(20_001);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe("a search", () => {
  test("leaves what it finds and the way there, even where that is closed", () => {
    expect(shown([], "floor")).toEqual(["home", "home/room", "home/room/floor", "home/lamp"]);
    expect(shown(["home/dinner"], "oak")).toEqual(["home", "home/dinner", "home/dinner/table"]);
  });

  test("wants all words, in any case and order", () => {
    expect([...searched(tree, "LAMP floor")!]).toEqual(["home/lamp"]);
    expect(searched(tree, "floor chair")!.size).toBe(0);
    expect(searched(tree, "  ")).toBeNull();
  });
});

describe("sets of paths", () => {
  test("what lies in something that is hidden is hidden", () => {
    expect(within(new Set(["home/dinner"]), "home/dinner/chair")).toBe(true);
    expect(within(new Set(["home/dinner"]), "home/dinner_2")).toBe(false);
    expect(within(new Set(), "home")).toBe(false);
  });

  test("of things within each other the outermost are left", () => {
    expect(outermost(["home/dinner/chair", "home/dinner", "home/lamp"])).toEqual(["home/dinner", "home/lamp"]);
    expect(outermost(["home/dinner/chair", "home/dinner/chair[1]"])).toHaveLength(2);
  });

  test("things are alike by their object, or by their word", () => {
    expect(alike(tree, ["home/dinner/chair"])).toEqual(["home/dinner/chair", "home/dinner/chair[1]"]);
    expect(alike(tree, ["home/room/floor"])).toEqual(["home/room/floor"]);
  });

  test("flipping twice changes nothing", () => {
    expect([...flipped(flipped(new Set(["a"]), "b"), "b")]).toEqual(["a"]);
  });
});

describe("names", () => {
  test("a name is shown only where it says more than the word", () => {
    const shown = (path: string) => shownNames(tree.byPath.get(path)!.node, tree.byPath.get(path)!.telling);
    expect(shown("home/lamp")).toEqual({ word: "floor lamp", name: "lamp" });
    expect(shown("home/dinner/table")).toEqual({ word: "table", name: null });
  });

  test("twins are numbered, and called as the program calls them", () => {
    const twins = buildTree(nodesOf([{ path: "a" }, { path: "a/chair" }, { path: "a/chair[1]", word: "chair" }, { path: "a/reading_chair", word: "chair" }]));
    const shown = (path: string) => shownNames(twins.byPath.get(path)!.node, twins.byPath.get(path)!.telling);
    expect(shown("a/chair[1]")).toEqual({ word: "chair 2", name: null });
    expect(shown("a/reading_chair")).toEqual({ word: "reading chair", name: "chair" });
  });

  test("what people write becomes a name of the language", () => {
    expect(nameOf(" my chair! ")).toBe("my_chair");
    expect(nameOf("2nd chair")).toBe("_2nd_chair");
    expect(nameOf("Stühle")).toBe("Stühle");
    expect(nameOf("<b>${x}</b>")).toBe("b_x_b");
    expect(nameOf("---")).toBe("");
  });
});
