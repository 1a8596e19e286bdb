import { describe, expect, test } from "vitest";
import type { GeneratedScene, ReadClause, StudioJob } from "../../src/protocol";
import { anotherRequest, dressedWords, makerOf, readingOf, readingSummary } from "../../src/studio/panes/text/reading";

const clause = (change: Partial<ReadClause>): ReadClause => ({ about: "thing", says: "a chair", shown: true, why: "", ...change });
const made = (read: ReadClause[] | null, unserved: GeneratedScene["unserved"] = []): GeneratedScene => ({ read, unserved, notes: [] });
const job = (change: Partial<StudioJob>): StudioJob =>
  ({ id: "1", action: "generate", state: "finished", made: "place", request: { text: "a room", seed: 4 }, ...change }) as StudioJob;

describe("what a scene shows of its text", () => {
  test("clauses are told in groups, each once", () => {
    const reading = readingOf(
      made(
        [
          clause({}),
          clause({ says: "the chair is red", about: "look", shown: false, why: "it is blue" }),
          clause({ says: "a marble bust", shown: false, why: "drawn as a dancer", instead: "dancer" }),
          clause({ says: "it is cozy", about: "room", shown: null, why: "nothing measures it" }),
          clause({ says: "tell us stories", about: "words", shown: null, why: "not understood" }),
        ],
        [
          { word: "bust", reason: "drawn as a dancer" },
          { word: "red chair", reason: "it is blue" },
          { word: "brass handles", reason: "kept in the words of the dresser" },
        ],
      ),
    )!;
    expect(reading.shown.map((line) => line.says)).toEqual(["a chair"]);
    expect(reading.missing.map((line) => line.says)).toEqual(["the chair is red", "a marble bust", "brass handles"]);
    expect(reading.missing[1]).toEqual({ says: "a marble bust", why: "drawn as a dancer", instead: "dancer" });
    expect(reading.unjudged.map((line) => line.says)).toEqual(["it is cozy"]);
    expect(reading.notUnderstood).toEqual([{ says: "tell us stories", why: "", instead: "" }]);
    expect(readingSummary(reading)).toBe("The scene shows 1 of 5; 3 not, 1 nobody can judge, 1 not understood.");
  });

  test("a whole text is told without a rest", () => {
    expect(readingSummary(readingOf(made([clause({}), clause({})]))!)).toBe("The scene shows 2 of 2.");
    expect(readingSummary(readingOf(made([]))!)).toBe("Nothing of the text could be judged.");
  });

  test("a writer that says nothing has no reading", () => {
    expect(readingOf(made(null))).toBeNull();
  });
});

describe("another scene of the same text", () => {
  test("the job that made a scene of a text is found", () => {
    const maker = job({ id: "2" });
    expect(makerOf([job({ made: "other" }), job({ state: "failed" }), job({ request: { program: "x" } }), maker], "place")).toBe(maker);
    expect(makerOf([maker], null)).toBeNull();
  });

  test("it has the next seed", () => {
    expect(anotherRequest(job({}), "full")).toEqual({ text: "a room", seed: 5, dress: "full" });
    expect(anotherRequest(job({ request: { text: "a room" } }), "none")).toEqual({ text: "a room", seed: 1, dress: "none" });
    expect(anotherRequest(job({ request: { text: "a room", seed: 1, model: "openai:gpt-5" } }), "none")).toEqual({ text: "a room", seed: 2, model: "openai:gpt-5" });
  });
});

test("a dressing is told in one sentence", () => {
  const dressed = { level: "full" as const, added: [], removed: [], kept: [], left_out: [], things: 0, changed: false };
  expect(dressedWords(dressed)).toBe("The scene is dressed so already.");
  expect(dressedWords({ ...dressed, level: "none" })).toBe("There is no dressing to take away.");
  expect(dressedWords({ ...dressed, added: ["a/b"], left_out: [{ thing: "power_strip", reason: "x" }], changed: true })).toBe(
    "1 thing came; no place was found for power strip.",
  );
  expect(dressedWords({ ...dressed, removed: ["a", "b"], kept: ["c"], changed: true })).toBe("2 went; 1 stayed, since somebody moved or changed it.");
});
