import { ChangeSet } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { changesBetween, changesOf, changesOfStep, keepMine, mergeChanges, takeTheirs, textOf, type Hunk } from "../../src/studio/panes/program/merging";
import { Random } from "./random";

const pieces = ["a", "bc", "1.5", "\n", " ", "(", ",", "place", "'x'", "é", "🪑"];

function randomText(random: Random, parts: number): string {
  return Array.from({ length: parts }, () => random.pick(pieces)).join("");
}

function randomHunks(random: Random, length: number): Hunk[] {
  const out: Hunk[] = [];
  let at = 0;
  for (let number = random.below(4); number >= 0; number -= 1) {
    const from = at + random.below(Math.max(length - at, 0) + 1);
    const to = Math.min(from + random.below(4), length);
    out.push({ from, to, insert: random.below(3) === 0 ? "" : randomText(random, 1 + random.below(3)) });
    at = to + 1;
    if (at > length) break;
  }
  return out;
}

/** What a text has at its lines that no other change may lose: the merge of pieces that lie apart. */
function replacedAt(text: string, hunks: readonly Hunk[]): string {
  let out = text;
  for (const { from, to, insert } of [...hunks].sort((a, b) => b.from - a.from)) out = out.slice(0, from) + insert + out.slice(to);
  return out;
}

describe("differences of texts", () => {
  it("make one text the other", () => {
    const random = new Random(1);
    for (let round = 0; round < 300; round += 1) {
      const [a, b] = [randomText(random, random.below(30)), randomText(random, random.below(30))];
      expect(changesBetween(a, b).apply(textOf(a)).toString()).toBe(b);
    }
  });

  it("of a step are used only where they fit", () => {
    expect(changesOfStep([{ from: 1, to: 2, insert: "x" }], "abc", "axc")?.apply(textOf("abc")).toString()).toBe("axc");
    expect(changesOfStep([{ from: 1, to: 2, insert: "y" }], "abc", "axc")).toBeNull();
    expect(changesOfStep([{ from: 1, to: 20, insert: "x" }], "abc", "axc")).toBeNull();
  });
});

describe("a merge", () => {
  it("keeps both sides: what is shown is the new base with what was typed", () => {
    const random = new Random(2);
    let merged = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const text = randomText(random, 5 + random.below(40));
      const base = textOf(text);
      const local = changesOf(randomHunks(random, text.length), text.length);
      const remote = changesOf(randomHunks(random, text.length), text.length);
      const merge = mergeChanges(base, local, remote);
      if (merge.kind === "conflict") continue;
      merged += 1;
      const shown = merge.shown.apply(local.apply(base)).toString();
      expect(merge.local.apply(remote.apply(base)).toString()).toBe(shown);
    }
    expect(merged).toBeGreaterThan(300);
  });

  it("of changes on different lines is the same as both, one after the other", () => {
    const random = new Random(3);
    for (let round = 0; round < 300; round += 1) {
      const lines = Array.from({ length: 8 }, (_, number) => `line ${number} = ${random.below(100)}`);
      const text = lines.join("\n");
      const at = (line: number) => text.indexOf(`line ${line} `);
      const [one, other] = [random.below(4), 4 + random.below(4)];
      const mine = [{ from: at(one), to: at(one) + 4, insert: `mine ${random.below(9)}` }];
      const theirs = [{ from: at(other) + 2, to: at(other) + 6, insert: "" }];
      const merge = mergeChanges(textOf(text), changesOf(mine, text.length), changesOf(theirs, text.length));
      expect(merge.kind).toBe("merged");
      if (merge.kind === "merged") expect(merge.shown.apply(changesOf(mine, text.length).apply(textOf(text))).toString()).toBe(replacedAt(text, [...mine, ...theirs]));
    }
  });

  it("of two changes of one number is a conflict", () => {
    const text = "at=(1.0, 0, 2.0)";
    const mine = changesOf([{ from: 7, to: 7, insert: "5" }], text.length);
    const theirs = changesOf([{ from: 4, to: 5, insert: "3" }], text.length);
    expect(mergeChanges(textOf(text), mine, theirs).kind).toBe("conflict");
  });

  it("of two numbers beside each other is none", () => {
    const text = "at=(1.0, 0, 2.0)";
    const mine = changesOf([{ from: 7, to: 7, insert: "5" }], text.length);
    const theirs = changesOf([{ from: 12, to: 15, insert: "3.25" }], text.length);
    const merge = mergeChanges(textOf(text), mine, theirs);
    expect(merge.kind === "merged" && merge.shown.apply(mine.apply(textOf(text))).toString()).toBe("at=(1.05, 0, 3.25)");
  });

  it("takes lines that both add at one place from both", () => {
    const text = "a(\n)\n";
    const mine = changesOf([{ from: 3, to: 3, insert: "  mine,\n" }], text.length);
    const theirs = changesOf([{ from: 3, to: 3, insert: "  theirs,\n" }], text.length);
    const merge = mergeChanges(textOf(text), mine, theirs);
    const shown = merge.kind === "merged" ? merge.shown.apply(mine.apply(textOf(text))).toString() : "";
    expect(shown).toContain("  mine,\n");
    expect(shown).toContain("  theirs,\n");
    expect(shown.length).toBe(text.length + 8 + 10);
  });

  it("does what both did once", () => {
    const text = "one two three";
    const change = [{ from: 4, to: 7, insert: "2" }];
    const merge = mergeChanges(textOf(text), changesOf(change, text.length), changesOf(change, text.length));
    expect(merge.kind === "merged" && merge.shown.empty && merge.local.empty).toBe(true);
  });
});

describe("a choice", () => {
  const text = "first 1\nsecond 2\nthird 3\nfourth 4";
  const base = textOf(text);
  const local = changesOf([{ from: 6, to: 7, insert: "mine" }, { from: 15, to: 16, insert: "my" }], text.length);
  const remote = changesOf([{ from: 15, to: 16, insert: "their" }, { from: 23, to: 24, insert: "new" }], text.length);

  it("for mine keeps what was typed, and changes elsewhere", () => {
    const made = keepMine(base, local, remote);
    const shown = made.shown.apply(local.apply(base)).toString();
    expect(shown).toBe("first mine\nsecond my\nthird new\nfourth 4");
    expect(made.local.apply(remote.apply(base)).toString()).toBe(shown);
  });

  it("for theirs drops what was typed there, and nothing else", () => {
    const made = takeTheirs(base, local, remote);
    const shown = made.shown.apply(local.apply(base)).toString();
    expect(shown).toBe("first mine\nsecond their\nthird new\nfourth 4");
    expect(made.local.apply(remote.apply(base)).toString()).toBe(shown);
  });

  it("agrees with its base after any two changes", () => {
    const random = new Random(5);
    for (let round = 0; round < 500; round += 1) {
      const source = randomText(random, 5 + random.below(30));
      const [mine, theirs] = [changesOf(randomHunks(random, source.length), source.length), changesOf(randomHunks(random, source.length), source.length)];
      for (const choose of [keepMine, takeTheirs]) {
        const made = choose(textOf(source), mine, theirs);
        expect(made.shown.apply(mine.apply(textOf(source))).toString()).toBe(made.local.apply(theirs.apply(textOf(source))).toString());
      }
    }
  });

  it("with nothing typed gives the other text", () => {
    const made = takeTheirs(base, ChangeSet.empty(text.length), remote);
    expect(made.shown.apply(base).toString()).toBe(remote.apply(base).toString());
  });
});
