import type { TextChange } from "../../protocol";

/** The text after changes, whose offsets are in the text before. They are disjoint and in order. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  let out = "";
  let at = 0;
  for (const change of changes) {
    out += text.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return out + text.slice(at);
}
