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

/** The node whose call a node was made by: itself, or what it is part of where it has no call of its own. */
export function nodeWithSpan(nodes: readonly SceneNode[], node: SceneNode): SceneNode | null {
  const byRow = new Map(nodes.map((each) => [each.row, each]));
  let now: SceneNode | undefined = node;
  while (now !== undefined && now.span === null) now = byRow.get(now.parent);
  return now ?? null;
}

/**
 * What the innermost call around an offset made. A call in a loop makes several; of what one call makes, the parts are left out.
 */
export function nodesAtOffset(nodes: readonly SceneNode[], text: Text, offset: number): SceneNode[] {
  let best: TextRange | null = null;
  let found: SceneNode[] = [];
  for (const node of nodes) {
    if (node.span === null) continue;
    const range = rangeOfSpan(text, node.span);
    if (range === null || offset < range.from || offset > range.to) continue;
    const shorter = best === null ? -1 : range.to - range.from - (best.to - best.from);
    if (shorter < 0) {
      best = range;
      found = [node];
    } else if (shorter === 0 && best !== null && range.from === best.from) {
      found.push(node);
    }
  }
  const rows = new Set(found.map((node) => node.row));
  return found.filter((node) => !rows.has(node.parent));
}
