import { describe, expect, it } from "vitest";
import { namesAlong, programName, textPieces, thingName, thingNames, withNames } from "../src/naming";
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

describe("names of the program", () => {
  const lounge = nodesOf([
    { path: "lounge" },
    { path: "lounge/armchair" },
    { path: "lounge/armchair[1]", word: "armchair" },
    { path: "lounge/table", word: "coffee table" },
    { path: "lounge/table/leg" },
    { path: "lounge/table/leg[1]", word: "leg" },
    { path: "lounge/stool" },
    { path: "lounge/stool/leg" },
    { path: "lounge/stool/leg[1]", word: "leg" },
  ]);

  it("in a text become telling names", () => {
    expect(withNames(lounge, "'lounge/armchair' stands in lounge/armchair[1].")).toBe("armchair 1 stands in armchair 2.");
    expect(withNames(lounge, "line 5 makes 'armchair[1]' as well")).toBe("line 5 makes armchair 2 as well");
    expect(withNames(lounge, "lounge/table/leg[1] is loose")).toBe("coffee table › leg 2 is loose");
  });

  it("stay where they name nothing, or more than one thing", () => {
    for (const text of ["there is no 'armchair[7]'", "leg[1] and/or 3/4", "the table's legs", "", "a table 'by the door'"]) expect(withNames(lounge, text)).toBe(text);
  });

  it("in a text are pieces with their paths", () => {
    expect(textPieces(lounge, "of lounge/table: the top")).toEqual([
      { text: "of ", path: null },
      { text: "lounge/table", path: "lounge/table" },
      { text: ": the top", path: null },
    ]);
  });

  it("say how the program counts where there are twins", () => {
    expect(programName(lounge, "lounge/armchair")).toContain("counts things of one name from 0");
    expect(programName(lounge, "lounge/armchair[1]")).toMatch(/^lounge\/armchair\[1\]: /);
    expect(programName(lounge, "lounge/table")).toBe("lounge/table");
  });

  it("lead from the scene to a part", () => {
    expect(namesAlong(lounge, "lounge/stool/leg")).toBe("stool › leg 1");
    expect(namesAlong(lounge, "lounge")).toBe("lounge");
  });
});
