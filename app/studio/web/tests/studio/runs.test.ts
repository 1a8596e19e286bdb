import { describe, expect, test } from "vitest";
import type { RunTurn, ShownRun } from "../../src/protocol";
import { critiqueOf, laidOut, partsOf, stepsOf } from "../../src/studio/panes/room/runWords";
import { resumeFields, type WriterChoice } from "../../src/studio/shell/start/writer";

const turn = (role: string, answered = "", more: Partial<RunTurn> = {}): RunTurn => ({
  role,
  model: "tiny",
  output: "text",
  pictures: [],
  said: "asked",
  answered,
  finish_reason: "stop",
  input_tokens: 1,
  output_tokens: 1,
  seconds: 1,
  cost: null,
  tries: 1,
  error: null,
  ...more,
});
const round = (number: number, after: number | null) => ({ number, checks: "fine", kept: true, after, program: "x" });
const run = (more: Partial<ShownRun>): ShownRun => ({
  id: "1",
  kind: "generate",
  request: "a room",
  models: {},
  started: "2026-01-01T00:00:00+00:00",
  seconds: 1,
  outcome: "done",
  message: "",
  spent: { requests: 1, input_tokens: 1, output_tokens: 1, seconds: 1, money: null },
  rounds: [],
  stages: [],
  goes_on_after: [],
  turns: [],
  notes: [],
  ...more,
});

describe("a run in order", () => {
  test("rounds and stages follow the turn that they came after", () => {
    const shown = run({ turns: [turn("planner"), turn("writer"), turn("critic")], rounds: [round(1, 2)], stages: [{ name: "plan", checks: "", after: 2 }] });
    expect(stepsOf(shown).map(({ kind }) => kind)).toEqual(["turn", "turn", "round", "stage", "turn"]);
  });

  test("those of which nobody knows come last, each once", () => {
    const shown = run({ turns: [turn("writer")], rounds: [round(1, null), round(2, 9), round(3, 0)] });
    expect(stepsOf(shown).map((step) => (step.kind === "round" ? step.round.number : step.kind))).toEqual([3, "turn", 1, 2]);
  });
});

describe("what models said", () => {
  test("programs are apart from words, also one that was cut off", () => {
    expect(partsOf("Here it is.\n\n```python\nx = 1\n```\nDone.")).toEqual([
      { code: false, text: "Here it is." },
      { code: true, text: "x = 1" },
      { code: false, text: "Done." },
    ]);
    expect(partsOf("So.\n```\nx = ")).toEqual([
      { code: false, text: "So." },
      { code: true, text: "x =" },
    ]);
    expect(partsOf("")).toEqual([]);
  });

  test("a critique is read, and anything else of a critic is not", () => {
    const said = JSON.stringify({ score: 6.5, findings: [{ about: "style", says: "It is bare.", change: "Add a rug." }, { about: 3 }, null] });
    expect(critiqueOf(turn("critic", said))).toEqual({ score: 6.5, findings: [{ about: "style", says: "It is bare.", change: "Add a rug." }] });
    expect(critiqueOf(turn("writer", said))).toBeNull();
    for (const other of ["", "[]", "null", '{"score": "7"}', said.slice(0, -3)]) expect(critiqueOf(turn("critic", other))).toBeNull();
  });

  test("data is laid out, and text stays as it is", () => {
    expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(laidOut("{a")).toBe("{a");
  });
});

describe("going on from a stage", () => {
  const choice: WriterChoice = { writer: "embedded", model: "", baseUrl: "", key: "", effort: "standard", staged: false, minutes: NaN, money: NaN, seed: 0, dress: "light" };
  const own = { own: "openai:own", address: null, any: false, keyed: ["openai"] };

  test("the chosen model does it, else that of the studio", () => {
    expect(resumeFields({ ...choice, writer: "model", model: "ollama:qwen3", key: "k" }, own)).toEqual({ fields: { writer: "model", model: "ollama:qwen3" }, key: "k" });
    expect(resumeFields(choice, own)).toEqual({ fields: { writer: "model" }, key: "" });
    expect(resumeFields(choice, { ...own, own: null })).toBeNull();
    expect(resumeFields(choice, undefined)).toBeNull();
  });
});
