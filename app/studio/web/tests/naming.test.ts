import { describe, expect, it } from "vitest";
import { thingName, thingNames } from "../src/naming";
import { nodesOf } from "./studio/shell/support";

const names = (given: Parameters<typeof nodesOf>[0]) => Object.fromEntries(thingNames(nodesOf(given)));

describe("telling names", () => {
  it("are words where one thing has them", () => {
    expect(names([{ path: "office" }, { path: "office/chair", word: "office_chair" }, { path: "office/desk" }])).toEqual({
      office: "office",
      "office/chair": "office chair",
      "office/desk": "desk",
    });
  });

  it("are numbers in the order of the program, or names of the program", () => {
    expect(
      names([
        { path: "office" },
        { path: "office/chair" },
        { path: "office/chair[1]", word: "chair" },
        { path: "office/reading_chair", word: "chair" },
        { path: "office/plant", word: "potted plant" },
        { path: "office/plant_2", word: "potted plant" },
      ]),
    ).toEqual({
      office: "office",
      "office/chair": "chair 1",
      "office/chair[1]": "chair 2",
      "office/reading_chair": "reading chair",
      "office/plant": "plant",
      "office/plant_2": "plant 2",
    });
  });

  it("do not give one name twice", () => {
    const given = names([{ path: "a" }, { path: "a/chair" }, { path: "a/chair[1]", word: "chair" }, { path: "a/chair_2", word: "chair" }, { path: "a/set", kind: "group" as const }, { path: "a/set/chair" }]);
    expect(given["a/chair_2"]).toBe("chair 2");
    expect(new Set(Object.values(given)).size).toBe(6);
  });

  it("count parts within what they are part of", () => {
    const given = names([{ path: "a" }, { path: "a/table" }, { path: "a/table/leg" }, { path: "a/table/leg[1]", word: "leg" }, { path: "a/stool" }, { path: "a/stool/leg" }]);
    expect(given["a/table/leg[1]"]).toBe("leg 2");
    expect(given["a/stool/leg"]).toBe("leg");
  });

  it("of what is gone are its last name", () => {
    expect(thingName([], "a/old_chair[2]")).toBe("old chair");
  });
});
