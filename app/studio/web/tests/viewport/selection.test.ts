import { describe, expect, it } from "vitest";
import { SceneIndex } from "../../src/viewport/data/scene_index";
import { MarkedThings } from "../../src/viewport/core/marked_things";
import { afterBox, afterClick, afterRenames, partToward, selectableOf, selectables, selectionWords, withoutParts } from "../../src/viewport/picking/selection_rules";
import { outerOf } from "../../src/viewport/tools/logic/subjects";
import { drawing, pieces, sceneState } from "../support/scenes";

const index = new SceneIndex(sceneState(), drawing(pieces()));
const at = (path: string) => index.node(path)!;

describe("a click", () => {
  it("selects the outermost thing below the root", () => {
    expect(selectableOf(index, at("scene/set/table"), []).path).toBe("scene/set");
    expect(selectableOf(index, at("scene/rug"), []).path).toBe("scene/rug");
  });

  it("selects the neighbour of a part that is selected", () => {
    expect(selectableOf(index, at("scene/set/lamp"), ["scene/set/table"]).path).toBe("scene/set/lamp");
    expect(selectableOf(index, at("scene/set/lamp"), ["scene/set"]).path).toBe("scene/set");
  });

  it("never selects the whole room for a part of it", () => {
    expect(selectableOf(index, at("scene/room/floor"), []).path).toBe("scene/room/floor");
  });

  it("on the root's own pieces selects the root", () => {
    expect(selectableOf(index, at("scene"), []).path).toBe("scene");
  });

  it("replaces, adds, takes away and clears", () => {
    expect(afterClick(["a"], "b", false)).toEqual(["b"]);
    expect(afterClick(["a"], "b", true)).toEqual(["a", "b"]);
    expect(afterClick(["a", "b"], "a", true)).toEqual(["b"]);
    expect(afterClick(["a"], null, false)).toEqual([]);
    expect(afterClick(["a"], null, true)).toEqual(["a"]);
  });

  it("twice goes one part further in", () => {
    expect(partToward(index, at("scene/set"), at("scene/set/table")).path).toBe("scene/set/table");
    expect(partToward(index, at("scene/rug"), at("scene/rug")).path).toBe("scene/rug");
  });
});

describe("a box", () => {
  it("can select what clicks select, without the room", () => {
    expect(selectables(index, []).map((one) => one.path)).toEqual(["scene/set", "scene/rug"]);
    expect(selectables(index, ["scene/set/lamp"]).map((one) => one.path)).toEqual(["scene/set/table", "scene/set/lamp", "scene/rug"]);
  });

  it("replaces or adds", () => {
    expect(afterBox(["a"], ["b", "c"], false)).toEqual(["b", "c"]);
    expect(afterBox(["a"], ["a", "c"], true)).toEqual(["a", "c"]);
  });
});

describe("a step", () => {
  it("takes the selection along to new names", () => {
    const renamed = { "scene/set": "scene/group", "scene/rug": null };
    expect(afterRenames(["scene/set/table", "scene/rug", "scene/lamp"], renamed, () => true)).toEqual(["scene/group/table", "scene/lamp"]);
  });

  it("prefers the nearest name that changed", () => {
    expect(afterRenames(["a/b/c"], { a: "x", "a/b": "x/y" }, () => true)).toEqual(["x/y/c"]);
  });

  it("drops what is not there any more", () => {
    expect(afterRenames(["a", "b"], {}, (path) => path === "b")).toEqual(["b"]);
  });

  it("is no name for what objects have by nature", () => {
    expect(afterRenames(["constructor", "toString/a"], {}, () => true)).toEqual(["constructor", "toString/a"]);
  });
});

describe("marked things", () => {
  it("keep what was asked for until the scene has it", () => {
    let now: SceneIndex | null = null;
    const marked = new MarkedThings(() => now);
    marked.select(["scene/rug", "scene/new"]);
    expect(marked.selection).toEqual([]);
    now = index;
    expect(marked.selection).toEqual(["scene/rug"]);
  });

  it("say whether the selection is another", () => {
    const marked = new MarkedThings(() => index);
    expect(marked.select(["scene/rug"])).toBe(true);
    expect(marked.select(["scene/rug"])).toBe(false);
    expect(marked.follow({ "scene/rug": null })).toBe(true);
    expect(marked.selection).toEqual([]);
  });
});

describe("the spoken selection", () => {
  it("names one thing and counts several", () => {
    expect(selectionWords(index, [])).toBe("Nothing is selected.");
    expect(selectionWords(index, ["scene/set/table"])).toBe("table is selected.");
    expect(selectionWords(index, ["scene/rug", "scene/set"])).toBe("2 things are selected.");
  });
});

describe("parts", () => {
  it("lead back to what they are part of, and things of their own nowhere", () => {
    const state = sceneState();
    expect(outerOf(state, ["scene/set/table"])).toBe("scene/set");
    expect(outerOf(state, ["scene/set"])).toBeNull();
    expect(outerOf(state, ["scene/set/table", "scene/rug"])).toBeNull();
    expect(outerOf(state, ["gone"])).toBeNull();
  });

  it("that are not there are explained", () => {
    expect(withoutParts(index, { ...at("scene/rug"), kind: "asset" })).toContain("one object of the catalogue");
    expect(withoutParts(index, { ...at("scene/rug"), kind: "entity" })).toContain("no parts that are things of the program");
  });
});
