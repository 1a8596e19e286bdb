// Marks in the program's text: the calls of what is selected elsewhere, and the lines that the last change touched.

import { type ChangeSet, type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker } from "@codemirror/view";
import type { SceneStep } from "../../../protocol";
import type { TextRange } from "./spans";

/** Marks these ranges and no other. */
export const markSpans = StateEffect.define<readonly TextRange[]>();

const spanMark = Decoration.mark({ class: "cm-spanMark" });
const spanLine = Decoration.line({ class: "cm-spanLine" });

const spanField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markSpans)) continue;
      const { doc } = transaction.state;
      const ranges = [];
      const lines = new Set<number>();
      for (const { from, to } of effect.value) {
        if (from >= to || to > doc.length) continue;
        ranges.push(spanMark.range(from, to));
        for (let line = doc.lineAt(from); !lines.has(line.from); line = doc.line(line.number + 1)) {
          lines.add(line.from);
          ranges.push(spanLine.range(line.from));
          if (line.to >= to || line.number === doc.lines) break;
        }
      }
      now = Decoration.set(ranges, true);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

type Author = SceneStep["author"];

/** Marks the lines that changes touch; the marks fade. `elsewhere`: they were not typed here, so that they are marked all over for a moment. */
export const markChanges = StateEffect.define<{ lines: readonly number[]; author: Author; elsewhere: boolean }>();
/** Takes all marks of changes away. */
export const unmarkChanges = StateEffect.define<null>();

class ChangedLine extends GutterMarker {
  constructor(readonly author: Author) {
    super();
  }
  // never equal: a line that changes again fades anew
  override eq(): boolean {
    return false;
  }
  override toDOM(): Node {
    const mark = document.createElement("div");
    mark.className = `cm-stepLine by-${this.author}`;
    return mark;
  }
}

const changeField = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(unmarkChanges)) now = RangeSet.empty;
      if (!effect.is(markChanges)) continue;
      const { lines, author } = effect.value;
      const marker = new ChangedLine(author);
      const { doc } = transaction.state;
      const found = lines.filter((number) => number >= 1 && number <= doc.lines).map((number) => marker.range(doc.line(number).from));
      now = RangeSet.of(found, true);
    }
    return now;
  },
});

const changedLine = Decoration.line({ class: "cm-freshLine" });

/** The background of the lines, which fades soon. */
const changedLineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(unmarkChanges)) now = Decoration.none;
      if (!effect.is(markChanges)) continue;
      const { doc } = transaction.state;
      const lines = (effect.value.elsewhere ? effect.value.lines : []).filter((number) => number >= 1 && number <= doc.lines);
      now = Decoration.set(lines.map((number) => changedLine.range(doc.line(number).from)), true);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Numbers of the lines that a change touches, in the text after it. */
export function changedLines(changes: ChangeSet, after: { lineAt(offset: number): { number: number }; length: number }): number[] {
  const lines = new Set<number>();
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const first = after.lineAt(Math.min(fromB, after.length)).number;
    // a piece that ends with a line break does not touch the line below
    const last = after.lineAt(Math.max(fromB, Math.min(toB, after.length) - (toB > fromB ? 1 : 0))).number;
    for (let line = first; line <= last && lines.size < 2_000; line += 1) lines.add(line);
  });
  return [...lines];
}

export function programMarks(): Extension {
  return [
    spanField,
    changeField,
    changedLineField,
    gutter({ class: "cm-stepGutter", markers: (view) => view.state.field(changeField) }),
  ];
}
