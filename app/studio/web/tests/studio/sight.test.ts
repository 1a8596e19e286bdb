import { describe, expect, it } from "vitest";
import { countWords } from "../../src/studio/panes/catalogue/catalogueApi";
import { linesToShow } from "../../src/studio/panes/program/sight";

describe("what comes into sight of a change", () => {
  it("is nothing where no line changed", () => expect(linesToShow([])).toBeNull());
  it("is all of it where it is short", () => expect(linesToShow([40, 38, 39])).toEqual({ first: 38, last: 40 }));
  it("is its beginning where it is long", () => expect(linesToShow([3, 4, 90])).toEqual({ first: 3, last: 4 }));
});

describe("what a search found", () => {
  it("counts what is meant apart from what is similar", () => expect(countWords({ total: 3, fitting: 1 })).toBe("1 object, 2 similar"));
  it("counts all where nothing is meant, or all is", () => {
    expect(countWords({ total: 12, fitting: 0 })).toBe("12 objects");
    expect(countWords({ total: 1, fitting: 1 })).toBe("1 object");
  });
});
