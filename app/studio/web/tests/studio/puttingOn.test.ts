import { describe, expect, it } from "vitest";
import type { CatalogueMaterial } from "../../src/protocol";
import { covering, coveredWords } from "../../src/studio/panes/catalogue/puttingOn";
import { swatchStyle } from "../../src/studio/panes/catalogue/swatch";
import { node, nodes } from "../support/scenes";

const oak: CatalogueMaterial = { name: "oak", kind: "wood", color: [0.72549, 0.55294, 0.3451], roughness: 0.55, metallic: 0, opacity: 1, emission: 0 };
const glass: CatalogueMaterial = { ...oak, name: "clear glass", kind: "glass", opacity: 0.25 };
const all = nodes();
const on = (path: string, material = oak, scene = all) => covering(material, scene.find((each) => each.path === path)!, scene);

describe("a material that is put onto", () => {
  it("a thing of primitives takes it by name", () => expect(on("scene/set/table")).toEqual({ edit: { kind: "set-material", path: "scene/set/table", surface: "oak" }, takes: "material" }));
  it("an object of the catalogue stays the object that it is", () => expect(on("scene/rug")).toEqual({ edit: { kind: "set-material", path: "scene/rug", surface: "oak" }, takes: "material" }));
  it("a floor or a wall is a colour alone", () =>
    expect(on("scene/room/floor")).toEqual({ edit: { kind: "recolour", path: "scene/room/floor", color: [0.725, 0.553, 0.345] }, takes: "colour" }));
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

describe("what is said of it", () => {
  it("names the one thing", () => expect(coveredWords("walnut", ["armchair"], "material")).toBe("Armchair is walnut now."));
  it("counts several", () => expect(coveredWords("walnut", ["armchair", "desk"], "material")).toBe("2 things are walnut now."));
  it("says that a wall takes the colour alone", () => expect(coveredWords("walnut", ["floor"], "colour")).toBe("Floor has the colour of walnut now."));
});

describe("a swatch", () => {
  it("lets what is clear show what lies behind it", () => expect(swatchStyle(glass)["background"]).toContain("/ 0.30)"));
  it("glows where the material does", () => {
    expect(swatchStyle({ ...oak, emission: 2 })["boxShadow"]).toContain("rgb(185 141 88");
    expect(swatchStyle(oak)["boxShadow"]).toBeUndefined();
  });
});
