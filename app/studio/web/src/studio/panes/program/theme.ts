// The look of the program's text. All colours are tokens of the page, so that dark and light follow by themselves.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--panel)", fontSize: "12.5px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "19px", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)", padding: "6px 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  ".cm-line": { padding: "0 12px 0 6px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--code-selection)" },
  ".cm-activeLine": { backgroundColor: "var(--code-line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--code-line)", color: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 4px 0 8px", minWidth: "34px" },
  ".cm-foldGutter .cm-gutterElement": { width: "14px", textAlign: "center", cursor: "default" },
  ".cm-foldPlaceholder": { background: "var(--raised)", border: "1px solid var(--line)", color: "var(--muted)", padding: "0 6px", borderRadius: "4px" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--line-strong)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-soft)", outline: "1px solid var(--bad)" },
  ".cm-selectionMatch": { backgroundColor: "var(--code-match)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--code-selection)" },

  // the call of what is selected elsewhere
  ".cm-spanLine": { boxShadow: "inset 3px 0 0 var(--accent-ink)" },
  ".cm-spanMark": { backgroundColor: "var(--accent-soft)", borderRadius: "3px" },

  // lines that the last change touched
  ".cm-freshLine": { animation: "changed-background 0.6s ease-out 2.5s forwards", backgroundColor: "var(--warn-soft)" },
  ".cm-stepGutter": { width: "4px" },
  ".cm-stepGutter .cm-gutterElement": { padding: "0" },
  ".cm-stepLine": { width: "3px", height: "100%", borderRadius: "2px", animation: "changed-line 0.6s ease-out 6s forwards" },
  ".cm-stepLine.by-person": { background: "var(--accent-ink)" },
  ".cm-stepLine.by-agent": { background: "var(--code-agent)" },
  ".cm-stepLine.by-solver": { background: "var(--good)" },
  ".cm-stepLine.by-unknown": { background: "var(--muted)" },

  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)", zIndex: "3" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "6px 28px 6px 8px", font: "12px/18px Inter, system-ui, sans-serif" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", fontSize: "12px", color: "var(--muted)" },
  ".cm-panel.cm-search [name=close]": { color: "var(--muted)", fontSize: "16px", width: "24px", height: "24px", top: "4px", right: "4px" },
  ".cm-textfield": { backgroundColor: "var(--ground)", color: "var(--text)", border: "1px solid var(--line-strong)", borderRadius: "6px", height: "24px", fontSize: "12px", padding: "0 6px" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--panel)", color: "var(--text)", border: "1px solid var(--line-strong)", borderRadius: "6px", height: "24px", fontSize: "12px", padding: "0 8px" },
  ".cm-button:active": { backgroundImage: "none", backgroundColor: "var(--hover)" },

  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--line-strong)", borderRadius: "6px", boxShadow: "var(--shadow)", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px", lineHeight: "18px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--accent-text)" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "var(--accent-text)" },
  ".cm-completionLabel": { fontSize: "12px" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--muted)", fontSize: "11px", fontFamily: "Inter, system-ui, sans-serif" },
  ".cm-completionIcon": { opacity: "0.8", width: "1.2em", paddingRight: "0.5em" },
  ".cm-completionInfo": { padding: "0", maxWidth: "340px" },

  ".cm-diagnostic": { font: "12px/18px Inter, system-ui, sans-serif", padding: "6px 10px", borderLeft: "3px solid var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn) 1px", textUnderlineOffset: "3px" },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "3px 0 0 3px" },
  ".cm-lint-marker": { width: "11px", height: "11px" },
  ".cm-lint-marker-error": { content: "none", borderRadius: "50%", background: "var(--bad)" },
  ".cm-lint-marker-warning": { content: "none", borderRadius: "50%", background: "var(--warn)" },

  // the last change
  ".cm-changedText": { background: "var(--good-soft)" },
  "&.cm-merge-b .cm-changedText": { background: "var(--good-soft)", borderBottom: "1px solid var(--good)" },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": { backgroundColor: "var(--good-soft)" },
  ".cm-deletedChunk": { backgroundColor: "var(--bad-soft)", paddingLeft: "6px" },
  ".cm-deletedChunk .cm-deletedText, .cm-deletedText": { background: "var(--bad-soft)", textDecoration: "line-through", textDecorationColor: "var(--bad)" },
  ".cm-changeGutter .cm-deletedLineGutter": { background: "var(--bad)" },
  ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: "'⋯'", margin: "0 6px" },
  ".cm-collapsedLines": { background: "var(--raised)", color: "var(--muted)", font: "12px/22px Inter, system-ui, sans-serif", padding: "0 12px", cursor: "default" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], color: "var(--code-keyword)" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], color: "var(--code-call)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.comment], color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.meta], color: "var(--code-keyword)" },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--code-name)" },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: "var(--muted)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);

export function programTheme(): Extension {
  return [look, syntaxHighlighting(colours)];
}
