// Spans of the program's text, as the server gives them (lines and columns from 1, UTF-16 units), and offsets in the editor's text.

import type { Text } from "@codemirror/state";
import type { SceneNode, SourceSpan } from "../../../protocol";

export interface TextRange {
  from: number;
  to: number;
}

/** The offsets of a span; null where the text has no such lines. */
export function rangeOfSpan(text: Text, span: SourceSpan): TextRange | null {
  if (span.line < 1 || span.endLine < span.line || span.endLine > text.lines) return null;
  const from = offsetAt(text, span.line, span.column);
  const to = offsetAt(text, span.endLine, span.endColumn);
  return to < from ? null : { from, to };
}

/** The offset of a line and column; a column beyond the line means its end. */
export function offsetAt(text: Text, line: number, column: number): number {
  const found = text.line(Math.min(Math.max(line, 1), text.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}

export function spanOfRange(text: Text, range: TextRange): SourceSpan {
  const first = text.lineAt(range.from);
  const last = text.lineAt(range.to);
  return {
    line: first.number,
    column: range.from - first.from + 1,
    endLine: last.number,
    endColumn: range.to - last.from + 1,
  };
}

/** Where the program says of a node what and where it is: the call that made it, or that placed it where the two stand apart. */
export function spanOfNode({ span, placed = null }: SceneNode): SourceSpan | null {
  if (span === null || placed === null) return span;
  const starts = span.line > placed.line || (span.line === placed.line && span.column >= placed.column);
  const ends = span.endLine < placed.endLine || (span.endLine === placed.endLine && span.endColumn <= placed.endColumn);
  return starts && ends ? span : placed;
}

/** The node whose call a node was made by: itself, or what it is part of where it has no call of its own. */
export function nodeWithSpan(nodes: readonly SceneNode[], node: SceneNode): SceneNode | null {
  const byRow = new Map(nodes.map((each) => [each.row, each]));
  let now: SceneNode | undefined = node;
  while (now !== undefined && now.span === null) now = byRow.get(now.parent);
  return now ?? null;
}

/**
 * What the call around an offset made or placed. A call in a loop makes several; of what one call makes, the parts are left out.
 *
 * @param calls the calls of the text around the offset, the innermost first: in `place(asset_call('desk'), at=(1, 0, 0))` only the inner call
 *   makes an instance, and a person who looks at its place means that
 */
export function nodesAtOffset(nodes: readonly SceneNode[], text: Text, offset: number, calls: readonly TextRange[] = []): SceneNode[] {
  const placed: { node: SceneNode; range: TextRange }[] = [];
  for (const node of nodes) {
    for (const span of [node.span, node.placed ?? null]) {
      const range = span === null ? null : rangeOfSpan(text, span);
      if (range !== null) placed.push({ node, range });
    }
  }
  let best: TextRange | null = null;
  for (const { range } of placed) {
    if (offset >= range.from && offset <= range.to && (best === null || length(range) < length(best))) best = range;
  }
  let wanted = best;
  for (const call of calls) {
    if (best !== null && length(call) >= length(best)) break;
    const within = outermost(placed.map(({ range }) => range).filter((range) => range.from >= call.from && range.to <= call.to));
    if (within.length > 1) break;
    if (within[0] !== undefined) {
      wanted = within[0];
      break;
    }
  }
  if (wanted === null) return [];
  const found = [...new Set(placed.filter(({ range }) => range.from === wanted.from && range.to === wanted.to).map(({ node }) => node))];
  const rows = new Set(found.map((node) => node.row));
  return found.filter((node) => !rows.has(node.parent));
}

function length(range: TextRange): number {
  return range.to - range.from;
}

/** The ranges that lie in no other, each once. */
function outermost(ranges: readonly TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (last === undefined || range.to > last.to) out.push(range);
  }
  return out;
}
