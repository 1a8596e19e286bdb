// Soft wrap: what goes on in the next row stands deeper than its line begins, so that the program's indentation stays plain.

import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";

/** Columns that the rows after the first stand deeper. */
const deeper = 4;
/** Beyond this an indentation is no longer followed, for little would be left of the row. */
const mostIndent = 24;

/** Columns of white space at the beginning of a line. */
export function indentOf(text: string, tab: number): number {
  let columns = 0;
  for (const sign of text) {
    if (sign === " ") columns += 1;
    else if (sign === "\t") columns += tab - (columns % tab);
    else return columns;
  }
  return 0;
}

function hanging(columns: number): Decoration {
  const by = Math.min(columns, mostIndent) + deeper;
  return Decoration.line({ attributes: { style: `text-indent: -${by}ch; padding-left: calc(6px + ${by}ch)` } });
}

function decorated(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      if (line.length > 0) builder.add(line.from, line.from, hanging(indentOf(line.text, view.state.tabSize)));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const hangingIndents = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorated(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorated(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** The extension of an editor that wraps its lines, or of one that does not. */
export function wrapping(wraps: boolean): Extension {
  return wraps ? [EditorView.lineWrapping, hangingIndents] : [];
}
