import { describe, expect, it } from "vitest";
import { fileStem } from "../../../src/studio/shell/saveFile";
import { fileSize, MOST_GAUSSIANS, pageSize } from "../../../src/studio/shell/jobs/exportSize";

describe("the size of an exported page", () => {
  it("is that of the viewport where there are no Gaussians", () => expect(pageSize([])).toBe("The file takes 0.9 MB, and what the meshes and textures of the scene take."));
  it("grows with the Gaussians", () => expect(pageSize([300_000, 200_000])).toContain("With 500,000 Gaussians the file takes 13 to 33 MB"));
  it("says what is too much", () => expect(pageSize([MOST_GAUSSIANS + 1])).toContain("a web page holds at most 5,033,164"));
  it.each([[12, "1 kB"], [812_345, "812 kB"], [1_234_567, "1.2 MB"], [52_000_000, "52 MB"]])("of %d bytes is %s", (bytes, text) => expect(fileSize(bytes)).toBe(text));
});

describe("the name of a saved file", () => {
  it.each([
    ["Bedroom", "bedroom"],
    ["A barber shop with three barber chairs along the left wall", "barber-shop-with-three-barber-chairs"],
    ["../etc/pass wd", "etc-pass-wd"],
    ["Küche für Omas Haus", "küche-für-omas-haus"],
    ["!?", "scene"],
    ["a", "a"],
    ["x".repeat(90), "x".repeat(40)],
  ])("of '%s' is %s", (title, stem) => expect(fileStem(title)).toBe(stem));
});
