import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { describe, expect, it } from "vitest";
import { indentOf, wrapping } from "../../src/studio/panes/program/wrapping";

describe("soft wrap", () => {
  it("knows how deep a line stands", () => {
    expect(indentOf("        place()", 4)).toBe(8);
    expect(indentOf("\t  place()", 4)).toBe(6);
    expect(indentOf(" \tx", 4)).toBe(4);
    expect(indentOf("    ", 4)).toBe(0);
  });

  it("hangs what goes on below the beginning of its line, and only where it is on", () => {
    const doc = "a\n        deep\n";
    const view = new EditorView({ state: EditorState.create({ doc, extensions: wrapping(true) }) });
    const lines = [...view.contentDOM.querySelectorAll<HTMLElement>(".cm-line")];
    expect(view.contentDOM.classList.contains("cm-lineWrapping")).toBe(true);
    expect(lines[1]!.style.textIndent).toBe("-12ch");
    expect(lines[1]!.style.paddingLeft).toContain("12ch");
    view.destroy();
    const plain = new EditorView({ state: EditorState.create({ doc, extensions: wrapping(false) }) });
    expect(plain.contentDOM.classList.contains("cm-lineWrapping")).toBe(false);
    plain.destroy();
  });
});
