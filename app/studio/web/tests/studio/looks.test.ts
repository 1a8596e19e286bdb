import { describe, expect, it } from "vitest";
import { colorOfHex, colorValue, hexOf } from "../../src/studio/panes/inspector/colors";
import { finishes, finishOf, materialWords, statedMaterial, whyNoMaterial } from "../../src/studio/panes/inspector/materials";
import { nodesOf } from "./shell/support";

describe("colours", () => {
  it("go to hex and back", () => {
    for (const hex of ["#000000", "#ffffff", "#12ab9f"]) expect(hexOf(colorOfHex(hex)!)).toBe(hex);
    expect(colorOfHex("f80")).toEqual(colorOfHex("#ff8800"));
  });

  it("stay within what a screen shows", () => expect(hexOf([-1, 0.5, 2])).toBe("#0080ff"));

  it("are names where they are no hex", () => {
    expect(colorValue(" pale navy ")).toBe("pale navy");
    expect(colorValue("#12")).toBeNull();
    expect(colorValue("  ")).toBeNull();
  });
});

describe("materials", () => {
  const plain = { share: 1, roughness: 0.9, metallic: 0, opacity: 1, emission: 0, texture: null };
  it.each([
    [plain, "matt"],
    [{ ...plain, roughness: 0.1, metallic: 1 }, "polished metal"],
    [{ ...plain, roughness: 0.05, opacity: 0.2 }, "clear"],
    [{ ...plain, emission: 0.4 }, "matt, glowing"],
    [{ ...plain, roughness: 0.6, opacity: 0.9, texture: "wood.png" }, "satin, translucent, with a texture"],
  ])("%j reads %s", (material, words) => expect(materialWords(material)).toBe(words));
});

describe("a material that is stated", () => {
  const matt = { share: 1, roughness: 0.9, metallic: 0, opacity: 1, emission: 0, texture: null };

  it("has the values that all surfaces share", () => {
    const values = statedMaterial([{ materials: [matt] }, { materials: [{ ...matt, opacity: 0.5 }] }]);
    expect(values).toEqual({ roughness: 0.9, metallic: 0, opacity: null, emission: 0 });
    expect(statedMaterial([])).toEqual({ roughness: null, metallic: null, opacity: null, emission: null });
  });

  it("is a finish where one has its numbers", () => {
    expect(finishOf(statedMaterial([{ materials: [matt] }]))).toBe("matt");
    expect(finishOf({ roughness: 0.9, metallic: 0, opacity: null, emission: 0 })).toBeNull();
    for (const { id, values } of finishes) expect(finishOf(values)).toBe(id);
  });

  it("is the catalogue's own of what holds an object of it", () => {
    const nodes = nodesOf([{ path: "a" }, { path: "a/set", kind: "group" }, { path: "a/set/chair", asset: "1" }, { path: "a/box" }]);
    const at = (path: string) => nodes.filter((node) => node.path === path);
    expect(whyNoMaterial(at("a/set"), nodes)).toContain("choose Add, Materials");
    expect(whyNoMaterial(at("a/box"), nodes)).toBeNull();
  });
});
