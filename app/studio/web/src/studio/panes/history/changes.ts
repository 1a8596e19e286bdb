// The history of a scene as the pane lists it. The Python side is app/studio/routes/history.py.

import { Chunk } from "@codemirror/merge";
import { differences, textOf } from "../program/merging";

export interface HistoryChange {
  number: number;
  revision: number;
  author: "person" | "agent" | "solver";
  name: string | null;
  kind: string;
  what: string;
  /** UTC, ISO 8601. */
  time: string;
  /** The change that an undo or redo is about. */
  target: number | null;
  /** So many undo steps lead to the state before it; null: it cannot be undone. */
  undo: number | null;
  /** So many redo steps lead to the state after it; null: it cannot be done again. */
  redo: number | null;
}

export type ChangeState = "applied" | "undone" | "left" | "step" | "first";

/** Where a change stands: `undone` can be done again, `left` was undone and then something else was done. */
export function stateOf(change: HistoryChange): ChangeState {
  if (change.undo !== null) return "applied";
  if (change.redo !== null) return "undone";
  if (change.kind === "undo" || change.kind === "redo") return "step";
  return change.kind === "import" || change.kind === "create" || change.number === 1 ? "first" : "left";
}

const kindWords: Record<string, string> = {
  write: "wrote in the program",
  import: "the scene was imported",
  create: "the scene was made",
  layout: "laid the scene out",
  edited: "edited the file outside of the studio",
};

/** What was done, for people. */
export function changeWords(change: HistoryChange): string {
  if (change.kind === "undo" || change.kind === "redo") return `${change.kind === "undo" ? "took back" : "did again"} change ${change.target ?? ""}`.trim();
  return change.what === change.kind ? (kindWords[change.kind] ?? change.what) : change.what;
}

const authorWords = { person: "You or another person", agent: "The agent", solver: "The layout" } as const;

export function authorOf(change: HistoryChange): string {
  return change.name ?? authorWords[change.author];
}

/** A time as people say it, near to now. */
export function timeWords(time: string, now: number): string {
  const at = Date.parse(time);
  if (!Number.isFinite(at)) return "";
  const seconds = Math.max(0, (now - at) / 1000);
  if (seconds < 50) return "now";
  if (seconds < 3_000) return `${Math.max(1, Math.round(seconds / 60))} min ago`;
  if (seconds < 22 * 3600) return `${Math.max(1, Math.round(seconds / 3600))} h ago`;
  return new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

export interface DiffLine {
  kind: "same" | "gone" | "new" | "gap";
  /** In the text after; of what is gone in the text before. */
  number: number | null;
  text: string;
}

const around = 1;
const most = 120;

/** The lines that differ between two texts, with a line around them. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [textOf(before), textOf(after)];
  const out: DiffLine[] = [];
  let shown = 0;
  for (const chunk of Chunk.build(a, b, { override: differences })) {
    if (out.length >= most) {
      out.push({ kind: "gap", number: null, text: "more" });
      break;
    }
    const first = b.lineAt(Math.min(chunk.fromB, b.length)).number;
    const lead = Math.max(first - around, shown + 1);
    if (lead > shown + 1) out.push({ kind: "gap", number: null, text: "" });
    for (let line = lead; line < first; line += 1) out.push({ kind: "same", number: line, text: b.line(line).text });
    const goneTo = chunk.fromA < chunk.toA ? a.lineAt(Math.min(chunk.endA, a.length)).number : 0;
    for (let line = a.lineAt(Math.min(chunk.fromA, a.length)).number; line <= goneTo; line += 1) out.push({ kind: "gone", number: line, text: a.line(line).text });
    const newTo = chunk.fromB < chunk.toB ? b.lineAt(Math.min(chunk.endB, b.length)).number : first - 1;
    for (let line = first; line <= newTo; line += 1) out.push({ kind: "new", number: line, text: b.line(line).text });
    shown = Math.max(newTo, first - 1);
    const tail = Math.min(shown + around, b.lines);
    for (let line = shown + 1; line <= tail; line += 1) out.push({ kind: "same", number: line, text: b.line(line).text });
    shown = tail;
  }
  return out;
}
