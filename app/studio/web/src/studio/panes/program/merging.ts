// Two people change one text: what was typed here and is not saved, and what the server says has changed meanwhile. Changes that lie apart
// are merged. Where they overlap, a person must choose.

import { Change, diff } from "@codemirror/merge";
import { ChangeSet, Text, type ChangeSpec } from "@codemirror/state";
import type { TextChange } from "../../../protocol";

/** One piece of a text that is replaced. */
export interface Hunk {
  from: number;
  to: number;
  insert: string;
}

export function textOf(source: string): Text {
  return Text.of(source.split("\n"));
}

export function hunksOf(changes: ChangeSet): Hunk[] {
  const out: Hunk[] = [];
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    out.push({ from: fromA, to: toA, insert: inserted.toString() });
  });
  return out;
}

export function changesOf(hunks: readonly Hunk[], length: number): ChangeSet {
  // one text object a piece, so that no line separator of an editor is looked for in it
  const specs: ChangeSpec[] = hunks.map(({ from, to, insert }) => ({ from, to, insert: textOf(insert) }));
  return ChangeSet.of(specs, length);
}

/** The pieces that differ, mostly the smallest ones. */
export function differences(before: string, after: string): readonly Change[] {
  // the library fails at some places within characters of two units: it runs in circles there, or gives pieces that are none
  try {
    const pieces = diff(before, after, { scanLimit: 1_000, timeout: 200 });
    if (fits(pieces, before, after)) return pieces;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first += 1;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last += 1;
  return [new Change(first, before.length - last, first, after.length - last)];
}

function fits(pieces: readonly Change[], before: string, after: string): boolean {
  let [a, b] = [0, 0];
  for (const { fromA, toA, fromB, toB } of pieces) {
    if (fromA < a || toA < fromA || fromB < b || toB < fromB || before.slice(a, fromA) !== after.slice(b, fromB)) return false;
    [a, b] = [toA, toB];
  }
  return before.slice(a) === after.slice(b);
}

/** The changes that make one text the other. */
export function changesBetween(before: string, after: string): ChangeSet {
  if (before === after) return ChangeSet.empty(before.length);
  return changesOf(
    differences(before, after).map(({ fromA, toA, fromB, toB }) => ({ from: fromA, to: toA, insert: after.slice(fromB, toB) })),
    before.length,
  );
}

/** The changes of a step; null where they do not fit the text. */
export function changesOfStep(changes: readonly TextChange[], before: string, after: string): ChangeSet | null {
  const last = changes.at(-1);
  if (last !== undefined && last.to > before.length) return null;
  const made = changesOf(changes, before.length);
  return made.newLength === after.length && made.apply(textOf(before)).toString() === after ? made : null;
}

export type Merge =
  | { kind: "merged"; /** What the text that is shown needs. */ shown: ChangeSet; /** What is typed, on the new base. */ local: ChangeSet }
  | { kind: "conflict"; /** The pieces of the base that both changed. */ pieces: { from: number; to: number }[] };

/**
 * Puts changes of the base under those that were typed over it.
 *
 * @param local from the base to the text that is shown
 * @param remote from the base to the new base
 */
export function mergeChanges(base: Text, local: ChangeSet, remote: ChangeSet): Merge {
  const mine = hunksOf(local);
  const theirs = hunksOf(remote);
  const clashes = overlapping(base, mine, theirs);
  if (clashes.length > 0) return { kind: "conflict", pieces: clashes.map(({ mine: { from, to } }) => ({ from, to })) };
  // what both did in the same way is done once
  const kept = changesOf(theirs.filter((hunk) => !includes(mine, hunk)), base.length);
  const left = changesOf(mine.filter((hunk) => !includes(theirs, hunk)), base.length);
  return { kind: "merged", shown: kept.map(local), local: left.map(remote) };
}

/** The result of a conflict in which what was typed here wins. Changes elsewhere are taken from both. */
export function keepMine(base: Text, local: ChangeSet, remote: ChangeSet): { shown: ChangeSet; local: ChangeSet } {
  const [mine, theirs] = [hunksOf(local), hunksOf(remote)];
  const lost = new Set(overlapping(base, mine, theirs).map((clash) => clash.theirs));
  const kept = changesOf(theirs.filter((hunk) => !lost.has(hunk) && !includes(mine, hunk)), base.length);
  const shown = kept.map(local);
  const text = shown.apply(local.apply(base)).toString();
  return { shown, local: changesBetween(remote.apply(base).toString(), text) };
}

/** The result of a conflict in which the change of the server wins. What was typed elsewhere stays. */
export function takeTheirs(base: Text, local: ChangeSet, remote: ChangeSet): { shown: ChangeSet; local: ChangeSet } {
  const [mine, theirs] = [hunksOf(local), hunksOf(remote)];
  const lost = new Set(overlapping(base, mine, theirs).map((clash) => clash.mine));
  const kept = changesOf(mine.filter((hunk) => !lost.has(hunk) && !includes(theirs, hunk)), base.length);
  const text = remote.map(kept).apply(kept.apply(base)).toString();
  return { shown: changesBetween(local.apply(base).toString(), text), local: kept.map(remote) };
}

function includes(hunks: readonly Hunk[], hunk: Hunk): boolean {
  return hunks.some((other) => sameHunk(hunk, other));
}

function sameHunk(a: Hunk, b: Hunk): boolean {
  return a.from === b.from && a.to === b.to && a.insert === b.insert;
}

function overlapping(base: Text, mine: readonly Hunk[], theirs: readonly Hunk[]): { mine: Hunk; theirs: Hunk }[] {
  const out: { mine: Hunk; theirs: Hunk }[] = [];
  for (const here of mine) {
    for (const there of theirs) {
      if (!sameHunk(here, there) && clash(base, here, there)) out.push({ mine: here, theirs: there });
    }
  }
  return out;
}

function clash(base: Text, a: Hunk, b: Hunk): boolean {
  if (a.from === a.to && b.from === b.to && a.from === b.from) return !(wholeLines(base, a) && wholeLines(base, b));
  const [wideA, wideB] = [widened(base, a), widened(base, b)];
  return wideA.from < wideB.to && wideB.from < wideA.to;
}

/** Both may add lines at one place: neither cares about the other. */
function wholeLines(base: Text, hunk: Hunk): boolean {
  const line = base.lineAt(hunk.from);
  return (hunk.from === line.from && hunk.insert.endsWith("\n")) || (hunk.from === line.to && hunk.insert.startsWith("\n"));
}

const wordPart = /[\w.]/;

/** A piece with the words and numbers that it touches: half a number is no change that another half goes with. */
function widened(base: Text, hunk: Hunk): { from: number; to: number } {
  const line = base.lineAt(hunk.from);
  const last = base.lineAt(hunk.to);
  let from = hunk.from;
  let to = hunk.to;
  while (from > line.from && wordPart.test(line.text[from - 1 - line.from] ?? "")) from -= 1;
  while (to < last.to && wordPart.test(last.text[to - last.from] ?? "")) to += 1;
  return { from, to };
}
