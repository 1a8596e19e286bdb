// The history of a scene as the pane lists it. The Python side is app/studio/routes/history.py.

import { Chunk } from "@codemirror/merge";
import { differences, textOf } from "../program/merging";

export interface HistoryChange {
  number: number;
  revision: number;
  author: "person" | "agent" | "solver";
  name: string | null;
  kind: string;
  /** What was done, as a sentence. */
  what: string;
  /** UTC, ISO 8601. */
  time: string;
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
  /** Of a line that another one takes the place of: the parts that differ, as offsets in it. */
  marks?: readonly TextPart[];
}

export interface TextPart {
  from: number;
  to: number;
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
    const begin = out.length;
    const goneTo = chunk.fromA < chunk.toA ? a.lineAt(Math.min(chunk.endA, a.length)).number : 0;
    for (let line = a.lineAt(Math.min(chunk.fromA, a.length)).number; line <= goneTo; line += 1) out.push({ kind: "gone", number: line, text: a.line(line).text });
    const newTo = chunk.fromB < chunk.toB ? b.lineAt(Math.min(chunk.endB, b.length)).number : first - 1;
    for (let line = first; line <= newTo; line += 1) out.push({ kind: "new", number: line, text: b.line(line).text });
    markPairs(out, begin);
    shown = Math.max(newTo, first - 1);
    const tail = Math.min(shown + around, b.lines);
    for (let line = shown + 1; line <= tail; line += 1) out.push({ kind: "same", number: line, text: b.line(line).text });
    shown = tail;
  }
  return out;
}

/** Marks what differs between the lines that are gone and those that took their place, one by one. Lines that have little in common are new as a whole. */
function markPairs(lines: DiffLine[], begin: number): void {
  const gone = lines.slice(begin).filter((line) => line.kind === "gone");
  const fresh = lines.slice(begin).filter((line) => line.kind === "new");
  if (gone.length !== fresh.length) return;
  gone.forEach((old, index) => {
    const now = fresh[index]!;
    const parts = wordDifferences(old.text, now.text);
    const kept = old.text.length - parts.reduce((sum, { fromA, toA }) => sum + toA - fromA, 0);
    if (kept * 3 < Math.max(old.text.length, now.text.length)) return;
    old.marks = parts.map(({ fromA, toA }) => ({ from: fromA, to: toA })).filter(({ from, to }) => to > from);
    now.marks = parts.map(({ fromB, toB }) => ({ from: fromB, to: toB })).filter(({ from, to }) => to > from);
  });
}

interface Difference {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

const inWord = /[\p{L}\p{N}_.]/u;

/** The parts that differ, widened to whole words and numbers, so that 0.45 is seen to become 0.85 and not a 4 an 8. */
export function wordDifferences(before: string, after: string): Difference[] {
  const out: Difference[] = [];
  for (const { fromA, toA, fromB, toB } of differences(before, after)) {
    const last = out.at(-1);
    const part = { fromA, toA, fromB, toB };
    while (part.fromA > 0 && part.fromB > 0 && inWord.test(before[part.fromA - 1]!) && before[part.fromA - 1] === after[part.fromB - 1]) {
      part.fromA -= 1;
      part.fromB -= 1;
    }
    while (part.toA < before.length && part.toB < after.length && inWord.test(before[part.toA]!) && before[part.toA] === after[part.toB]) {
      part.toA += 1;
      part.toB += 1;
    }
    if (last !== undefined && (part.fromA <= last.toA || part.fromB <= last.toB)) {
      last.toA = Math.max(last.toA, part.toA);
      last.toB = Math.max(last.toB, part.toB);
    } else {
      out.push(part);
    }
  }
  return out;
}

export interface ShownPart {
  text: string;
  kind: "same" | "changed" | "left-out";
}

const kept = 18;

/**
 * A line as parts, with what changed in sight: long pieces that did not change are left out in their middle. Nothing is left out of a short line, nor
 * of one without marks, which wraps.
 */
export function shownParts(line: DiffLine, most = 56): ShownPart[] {
  const { text, marks } = line;
  if (marks === undefined || marks.length === 0) return [{ text, kind: "same" }];
  const out: ShownPart[] = [];
  const same = (from: number, to: number, isFirst: boolean, isLast: boolean) => {
    const piece = text.slice(from, to);
    const [head, tail] = [isFirst ? 0 : kept, isLast ? 0 : kept];
    if (text.length <= most || piece.length <= head + tail + 6) {
      if (piece !== "") out.push({ text: piece, kind: "same" });
      return;
    }
    if (head > 0) out.push({ text: piece.slice(0, head), kind: "same" });
    out.push({ text: piece.slice(head, piece.length - tail), kind: "left-out" });
    if (tail > 0) out.push({ text: piece.slice(-tail), kind: "same" });
  };
  let at = 0;
  marks.forEach(({ from, to }, index) => {
    same(at, from, index === 0, false);
    out.push({ text: text.slice(from, to), kind: "changed" });
    at = to;
  });
  same(at, text.length, false, true);
  return out;
}
