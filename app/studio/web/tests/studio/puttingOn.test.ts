import { describe, expect, it } from "vitest";
import type { CatalogueMaterial } from "../../src/protocol";
import { covering } from "../../src/studio/panes/catalogue/puttingOn";
import { swatchStyle } from "../../src/studio/panes/catalogue/swatch";
import { node, nodes } from "../support/scenes";

const oak: CatalogueMaterial = { name: "oak", kind: "wood", color: [0.72549, 0.55294, 0.3451], roughness: 0.55, metallic: 0, opacity: 1, emission: 0 };
const glass: CatalogueMaterial = { ...oak, name: "clear glass", kind: "glass", opacity: 0.25 };
const all = nodes();
const on = (path: string, material = oak, scene = all) => covering(material, scene.find((each) => each.path === path)!, scene);

describe("a material that is put onto", () => {
  it("a thing of primitives gives colour and finish in one step", () =>
    expect(on("scene/set/table")).toEqual({
      edits: [
        { kind: "recolour", path: "scene/set/table", color: [0.725, 0.553, 0.345] },
        { kind: "set-material", path: "scene/set/table", roughness: 0.55, metallic: 0, opacity: 1, emission: 0 },
      ],
    }));
  it("an object of the catalogue asks for the same object of it", () =>
    expect(on("scene/rug")).toEqual({ edits: [{ kind: "replace", path: "scene/rug", what: "oak rug" }] }));
  it("an object of the catalogue forgets its former material and colour", () => {
    const asset = { id: "x", words: "leather armchair", licence: null, title: "armchair" };
    const scene = [...all.slice(0, -1), node(12, 13, 0, "scene/seat", { kind: "asset", word: "navy armchair", asset })];
    expect(on("scene/seat", oak, scene)).toEqual({ edits: [{ kind: "replace", path: "scene/seat", what: "oak armchair" }] });
  });
  it("a floor or a wall is a colour alone", () =>
    expect(on("scene/room/floor")).toEqual({ edits: [{ kind: "recolour", path: "scene/room/floor", color: [0.725, 0.553, 0.345] }] }));
  it("a floor is refused where it is clear", () => expect(on("scene/room/floor", glass)).toEqual({ refused: expect.stringContaining("neither clear nor glowing") as string }));
  it("a whole room is refused, with what to do", () => expect(on("scene/room")).toEqual({ refused: expect.stringContaining("on its floor, or on a wall") as string }));
  it("the scene is refused", () => expect(on("scene")).toEqual({ refused: expect.stringContaining("choose one thing") as string }));
  it("a set with an object of the catalogue is refused, with what to do", () => {
    const mixed = [...all.slice(0, -1), node(12, 15, 0, "scene/corner", { kind: "group" }), node(13, 14, 12, "scene/corner/sofa", { kind: "asset" })];
    expect(on("scene/corner", oak, mixed)).toEqual({ refused: expect.stringContaining("double click") as string });
  });
  it("a capture is refused", () => {
    const captured = [...all, node(13, 14, 0, "scene/bust", { kind: "splat" })];
    expect(on("scene/bust", oak, captured)).toEqual({ refused: expect.stringContaining("photographed") as string });
  });
});

describe("a swatch", () => {
  it("lets what is clear show what lies behind it", () => expect(swatchStyle(glass)["background"]).toContain("/ 0.30)"));
  it("glows where the material does", () => {
    expect(swatchStyle({ ...oak, emission: 2 })["boxShadow"]).toContain("rgb(185 141 88");
    expect(swatchStyle(oak)["boxShadow"]).toBeUndefined();
  });
});
