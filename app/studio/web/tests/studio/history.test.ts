import { describe, expect, it } from "vitest";
import { diffLines, shownParts, stateOf, timeWords, wordDifferences, type DiffLine, type HistoryChange } from "../../src/studio/panes/history/changes";
import { Random } from "./random";

const change: HistoryChange = { number: 4, revision: 4, author: "person", name: null, kind: "move", what: "Moved chair by 1 m along x", time: "2026-11-29T01:00:00+00:00", undo: null, redo: null };

describe("a change", () => {
  it("stands where undo and redo lead", () => {
    expect(stateOf({ ...change, undo: 2 })).toBe("applied");
    expect(stateOf({ ...change, redo: 1 })).toBe("undone");
    expect(stateOf(change)).toBe("left");
    expect(stateOf({ ...change, kind: "undo" })).toBe("step");
    expect(stateOf({ ...change, kind: "import", number: 1 })).toBe("first");
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

describe("a line that changed", () => {
  const before = "        place(asset_call('office chair with arms and wheels'), at=(0.45, 0, 0.4), turn=180, name='chair')";
  const after = before.replace("0.45", "0.85");
  const lines = diffLines(before, after);
  const parts = (line: DiffLine) => shownParts(line).map(({ kind, text }) => `${kind} ${text}`);

  it("marks the whole number", () => {
    const at = before.indexOf("0.45");
    expect(wordDifferences(before, after)).toEqual([{ fromA: at, toA: at + 4, fromB: at, toB: at + 4 }]);
    expect(lines.map(({ kind }) => kind)).toEqual(["gone", "new"]);
    expect(parts(lines[0]!)).toContain("changed 0.45");
    expect(parts(lines[1]!)).toContain("changed 0.85");
  });
  it("leaves out of long pieces what did not change, and no more", () => {
    for (const line of lines) {
      const shown = shownParts(line);
      expect(shown.map(({ text }) => text).join("")).toBe(line.text);
      expect(shown.some(({ kind }) => kind === "left-out")).toBe(true);
      const seen = shown.filter(({ kind }) => kind !== "left-out").map(({ text }) => text).join("");
      expect(seen.length).toBeLessThan(56);
    }
  });
  it("is whole where it is short, and where it has nothing in common", () => {
    expect(parts(diffLines("a = 1", "a = 2")[0]!)).toEqual(["same a = ", "changed 1"]);
    expect(diffLines("wholly of its own", "another 1")[0]!.marks).toBeUndefined();
  });
  it("shows what changed, whatever changed", () => {
    const random = new Random(4);
    for (let round = 0; round < 200; round += 1) {
      const words = Array.from({ length: 24 }, () => String(random.below(1000) / 100));
      const other = [...words];
      const at = random.below(24);
      other[at] = "77.7";
      const [gone, fresh] = diffLines(words.join(", "), other.join(", "));
      if (gone === undefined || fresh === undefined) continue;
      expect(shownParts(fresh).filter(({ kind }) => kind === "changed").map(({ text }) => text).join(" ")).toContain("77.7");
      expect(shownParts(gone).filter(({ kind }) => kind === "changed").map(({ text }) => text).join(" ")).toContain(words[at]!);
      expect(shownParts(gone).map(({ text }) => text).join("")).toBe(gone.text);
    }
  });
});
