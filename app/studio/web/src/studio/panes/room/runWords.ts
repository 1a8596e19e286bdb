// A run of language models in order: what was asked and answered, what the checker found about each program, and the stages that were done.

import type { RunRound, RunStage, RunTurn, ShownRun } from "../../../protocol";

export type RunStep =
  | { kind: "turn"; number: number; turn: RunTurn }
  | { kind: "round"; round: RunRound }
  | { kind: "stage"; number: number; stage: RunStage };

/** All that happened, in order. Of rounds and stages that came after no turn that is known, it is only known that they came. */
export function stepsOf(run: ShownRun): RunStep[] {
  const steps: RunStep[] = [];
  const between = (holds: (after: number) => boolean) => {
    for (const round of run.rounds) if (holds(round.after ?? Infinity)) steps.push({ kind: "round", round });
    run.stages.forEach((stage, index) => {
      if (holds(stage.after ?? Infinity)) steps.push({ kind: "stage", number: index + 1, stage });
    });
  };
  between((after) => after === 0);
  run.turns.forEach((turn, index) => {
    steps.push({ kind: "turn", number: index + 1, turn });
    between((after) => after === index + 1);
  });
  between((after) => after > run.turns.length);
  return steps;
}

/** A part of an answer: words, or a program or data between fences. */
export interface AnswerPart {
  code: boolean;
  text: string;
}

/** What a model said, with the programs in it apart. A program that was cut off is one, too. */
export function partsOf(answer: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  answer.split(/^```[^\n]*$/m).forEach((text, index) => {
    if (text.trim() !== "") parts.push({ code: index % 2 === 1, text: text.replace(/^\n+|\s+$/g, "") });
  });
  return parts;
}

/** What a critic said. */
export interface Critique {
  score: number;
  findings: { about: string; says: string; change: string }[];
}

/** An answer as a critique; null where it is none, or was cut off. */
export function critiqueOf(turn: RunTurn): Critique | null {
  if (!turn.role.startsWith("critic")) return null;
  const said = recordIn(turn.answered);
  const score = said?.["score"];
  if (typeof score !== "number") return null;
  const findings = Array.isArray(said?.["findings"]) ? said["findings"] : [];
  return {
    score,
    findings: findings.flatMap((each: unknown) => {
      const { about, says, change } = (each ?? {}) as Record<string, unknown>;
      return typeof says === "string" ? [{ about: wordsOf(about), says, change: wordsOf(change) }] : [];
    }),
  };
}

/** JSON of an answer with its lines; the text itself where it is none. */
export function laidOut(text: string): string {
  const found = recordIn(text);
  return found === null ? text : JSON.stringify(found, null, 2);
}

function recordIn(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const wordsOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Lines of a program, in words. */
export function linesText(text: string): string {
  const count = text.split("\n").length;
  return count === 1 ? "1 line" : `${count} lines`;
}

const outcomes: Record<string, string> = {
  done: "All checks passed",
  "best-so-far": "The best there was when it stopped",
  failed: "It failed",
  cancelled: "It was cancelled",
  running: "It was cut off",
};

export const outcomeText = (outcome: string): string => outcomes[outcome] ?? outcome;

/** How a run ended, as a tone. */
export const outcomeTone = (outcome: string): "good" | "warn" | "bad" | "info" => (outcome === "done" ? "good" : outcome === "best-so-far" || outcome === "running" ? "warn" : outcome === "failed" ? "bad" : "info");
