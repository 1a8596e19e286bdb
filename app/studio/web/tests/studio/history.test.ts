import { describe, expect, it } from "vitest";
import { changeWords, diffLines, stateOf, timeWords, type HistoryChange } from "../../src/studio/panes/history/changes";
import { Random } from "./random";

const change: HistoryChange = { number: 4, revision: 4, author: "person", name: null, kind: "move", what: "move chair by 1 0 0", time: "2026-11-29T01:00:00+00:00", target: null, undo: null, redo: null };

describe("a change", () => {
  it("stands where undo and redo lead", () => {
    expect(stateOf({ ...change, undo: 2 })).toBe("applied");
    expect(stateOf({ ...change, redo: 1 })).toBe("undone");
    expect(stateOf(change)).toBe("left");
    expect(stateOf({ ...change, kind: "undo" })).toBe("step");
    expect(stateOf({ ...change, kind: "import", number: 1 })).toBe("first");
  });

  it("is told in words", () => {
    expect(changeWords(change)).toBe("move chair by 1 0 0");
    expect(changeWords({ ...change, kind: "write", what: "write" })).toBe("wrote in the program");
    expect(changeWords({ ...change, kind: "undo", what: "undo", target: 3 })).toBe("took back change 3");
    expect(changeWords({ ...change, kind: "strange", what: "strange" })).toBe("strange");
  });

  it("has a time near to now", () => {
    const at = Date.parse(change.time);
    expect(timeWords(change.time, at + 5_000)).toBe("now");
    expect(timeWords(change.time, at + 61_000)).toBe("1 min ago");
    expect(timeWords(change.time, at + 2 * 3_600_000)).toBe("2 h ago");
    expect(timeWords("nonsense", at)).toBe("");
  });
});

describe("the difference of two texts", () => {
  it("has the lines that changed with one around them", () => {
    const before = "a\nb\nc\nd\ne\nf";
    const after = "a\nb\nC\nd\ne\nf";
    expect(diffLines(before, after).map(({ kind, number, text }) => `${kind} ${number} ${text}`)).toEqual(["gap null ", "same 2 b", "gone 3 c", "new 3 C", "same 4 d"]);
  });

  it("of the same text is empty", () => expect(diffLines("a\nb", "a\nb")).toEqual([]));

  it("shows each line that was added or removed", () => {
    const random = new Random(9);
    for (let round = 0; round < 100; round += 1) {
      const lines = Array.from({ length: 12 }, (_, number) => `line ${number}`);
      const at = random.below(12);
      const added = [...lines.slice(0, at), "an added line", ...lines.slice(at)];
      const found = diffLines(lines.join("\n"), added.join("\n"));
      expect(found.filter(({ kind }) => kind === "new").map(({ text }) => text)).toContain("an added line");
      const back = diffLines(added.join("\n"), lines.join("\n"));
      expect(back.filter(({ kind }) => kind === "gone").map(({ text }) => text)).toContain("an added line");
    }
  });
});
