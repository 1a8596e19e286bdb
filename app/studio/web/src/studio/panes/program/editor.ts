// The editor of the program: one for each scene that is open. It outlives its pane, so that what is typed, the cursor and the undo history
// survive a look at another pane.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { pythonLanguage, python } from "@codemirror/lang-python";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxTree } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { unifiedMergeView } from "@codemirror/merge";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, type ChangeSet, Compartment, EditorState, Prec, Transaction, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, type ViewUpdate } from "@codemirror/view";
import type { SceneNode, StudioError } from "../../../protocol";
import { language } from "../../api/language";
import { nodeByPath, select, stepHistory, useStudio } from "../../state/studio";
import { switchWide, switchWrap, useShell } from "../../shell/state/shell";
import { programCompletion } from "./completion";
import { ProgramDraft, type DraftPhase } from "./draft";
import { DraftRunner } from "./draftRunner";
import { programHover } from "./hover";
import { changedLines, markChanges, markSpans, programMarks } from "./marks";
import { changesBetween, differences, textOf } from "./merging";
import { ProgramSight } from "./sight";
import { nodesAtOffset, nodeWithSpan, rangeOfSpan, spanOfNode, type TextRange } from "./spans";
import { programTheme } from "./theme";
import { wrapping } from "./wrapping";

/** What the pane shows around the editor. */
export interface ProgramStatus {
  phase: DraftPhase;
  error: StudioError | null;
  line: number;
  column: number;
  /** The program before its last change; null: nothing has changed since the page was opened. */
  before: string | null;
  showsChange: boolean;
  /** What the server has while a person must choose. */
  theirs: string | null;
}

const fromServer = Annotation.define<boolean>();

export class ProgramEditor {
  readonly view: EditorView;
  private readonly draft: ProgramDraft;
  private readonly runner: DraftRunner;
  private readonly sight: ProgramSight;
  private readonly listeners = new Set<() => void>();
  private readonly comparison = new Compartment();
  private readonly wrap = new Compartment();
  private readonly ends: (() => void)[] = [];
  private shown: ProgramStatus;
  private before: string | null = null;
  /** Somebody typed since the editor had the focus: then the text stays where it is. */
  private typed = false;
  private ownSelection: readonly string[] | null = null;

  constructor(source: string, revision: number) {
    this.draft = new ProgramDraft(source, revision);
    this.runner = new DraftRunner(this.draft, () => this.tell());
    this.view = new EditorView({ state: EditorState.create({ doc: textOf(source), extensions: this.extensions() }) });
    this.sight = new ProgramSight(this.view);
    this.shown = this.status();
    this.ends.push(
      useStudio.subscribe((now, last) => {
        if (now.scene !== null && (now.source !== last.source || now.scene.revision !== last.scene?.revision)) this.take(now.source, now.scene.revision);
        if (now.selection !== last.selection || now.scene?.nodes !== last.scene?.nodes) this.showSelection(!sameItems(now.selection, last.selection));
      }),
    );
    this.ends.push(
      useShell.subscribe((now, last) => {
        if (now.programWraps !== last.programWraps) this.view.dispatch({ effects: this.wrap.reconfigure(wrapping(now.programWraps)) });
      }),
    );
    this.showSelection(false);
    // the first completion must not wait for it
    language().catch(() => undefined);
  }

  // -- what the pane asks -----------------------------------------------------------------------------------------------------------

  attach(host: HTMLElement): () => void {
    host.append(this.view.dom);
    this.view.requestMeasure();
    this.sight.attached();
    return () => {
      this.sight.leaves();
      this.view.dom.remove();
    };
  }

  current = (): ProgramStatus => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  run(): void {
    void this.runner.now();
  }

  resolve(choice: "mine" | "theirs"): void {
    const changes = this.draft.resolve(choice);
    this.dispatchChanges(changes);
    this.runner.later();
    this.tell();
  }

  showChange(shown: boolean): void {
    const compares = shown && this.before !== null;
    const extension = compares ? comparisonWith(this.before!) : [];
    if (compares) this.sight.beginsToCompare();
    const back = compares ? [] : this.sight.endsToCompare();
    this.view.dispatch({ effects: [this.comparison.reconfigure(extension), ...back] });
    this.shown = { ...this.shown, showsChange: compares };
    this.tell();
  }

  goTo(line: number, column: number | null): void {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const at = Math.min(found.from + Math.max((column ?? 1) - 1, 0), found.to);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.view.focus();
  }

  destroy(): void {
    this.runner.end();
    for (const end of this.ends) end();
    this.view.destroy();
  }

  // -- between server and text --------------------------------------------------------------------------------------------------------

  private take(source: string, revision: number): void {
    const earlier = this.draft.source;
    const step = useStudio.getState().steps.at(-1);
    const known = step !== undefined && step.revision === revision ? step : null;
    const changes = this.draft.take(source, revision, known?.basedOn === this.draft.revision ? known.text : null);
    if (source !== earlier && this.draft.phase !== "conflict") {
      this.before = earlier;
      this.dispatchChanges(changes);
      const touched = changedLines(changesBetween(earlier, source), textOf(source)).map((line) => this.shownLine(source, line));
      // what was typed here is in the text already
      const elsewhere = changes !== null && !changes.empty;
      this.view.dispatch({ effects: markChanges.of({ lines: touched, author: known?.author ?? "unknown", elsewhere }) });
      if (this.shown.showsChange) this.view.dispatch({ effects: this.comparison.reconfigure(comparisonWith(earlier)) });
      else if (elsewhere && !(this.view.hasFocus && this.typed)) this.sight.showChange(touched);
    } else {
      this.dispatchChanges(changes);
    }
    this.showSelection(false);
    if (this.draft.phase === "typing") this.runner.later();
    this.tell();
  }

  private dispatchChanges(changes: ChangeSet | null): void {
    if (changes === null || changes.empty) return;
    this.view.dispatch({ changes, annotations: [fromServer.of(true), Transaction.addToHistory.of(false), Transaction.remote.of(true)] });
  }

  private shownLine(source: string, line: number): number {
    const text = textOf(source);
    return this.view.state.doc.lineAt(this.draft.shownOffset(text.line(line).from, 1)).number;
  }

  private updated(update: ViewUpdate): void {
    let typed = false;
    for (const transaction of update.transactions) {
      if (!transaction.docChanged || transaction.annotation(fromServer)) continue;
      this.draft.typed(transaction.changes);
      typed = true;
    }
    if (typed) {
      this.typed = true;
      this.runner.later();
    }
    if (update.docChanged) this.sight.moved(update.changes);
    if (update.focusChanged) this.typed = false;
    const chosen = update.transactions.some((transaction) => transaction.isUserEvent("select") && transaction.selection !== undefined);
    if (chosen && update.state.selection.main.empty) this.selectAtCursor();
    if (typed || update.selectionSet) this.tell();
  }

  // -- selection ----------------------------------------------------------------------------------------------------------------------

  private selectAtCursor(): void {
    const { scene } = useStudio.getState();
    if (scene === null) return;
    const { head } = this.view.state.selection.main;
    const calls = callsAround(this.view.state, head).map(({ from, to }) => ({ from: this.draft.programOffset(from), to: this.draft.programOffset(to) }));
    const paths = nodesAtOffset(scene.nodes, textOf(this.draft.source), this.draft.programOffset(head), calls).map((node) => node.path);
    if (paths.length === 0) return;
    this.ownSelection = paths;
    select(paths);
  }

  private showSelection(reveal: boolean): void {
    const { scene, selection } = useStudio.getState();
    const ranges: TextRange[] = [];
    const text = textOf(this.draft.source);
    for (const path of selection) {
      const node = nodeByPath(path);
      const maker: SceneNode | null = node === undefined || scene === null ? null : nodeWithSpan(scene.nodes, node);
      const span = maker === null ? null : spanOfNode(maker);
      const range = span === null ? null : rangeOfSpan(text, span);
      if (range === null) continue;
      const shown = { from: this.draft.shownOffset(range.from, 1), to: this.draft.shownOffset(range.to, -1) };
      if (!ranges.some((other) => other.from === shown.from && other.to === shown.to)) ranges.push(shown);
    }
    const own = this.ownSelection !== null && sameItems(this.ownSelection, selection);
    if (!own) this.ownSelection = null;
    const first = ranges[0];
    const writes = this.view.hasFocus && this.typed;
    const scroll = reveal && !own && !writes && !this.sight.isRead && first !== undefined ? [EditorView.scrollIntoView(first.from, { y: "nearest", yMargin: 60 })] : [];
    // called within updates of the editor as well, where it must not be changed
    queueMicrotask(() => this.view.dispatch({ effects: [markSpans.of(ranges), ...scroll] }));
  }

  // -- what is told ---------------------------------------------------------------------------------------------------------------------

  private status(): ProgramStatus {
    const head = this.view.state.selection.main.head;
    const line = this.view.state.doc.lineAt(head);
    return {
      phase: this.draft.phase,
      error: this.draft.error,
      line: line.number,
      column: head - line.from + 1,
      before: this.before,
      showsChange: this.shown?.showsChange ?? false,
      theirs: this.draft.theirs,
    };
  }

  private tell(): void {
    const before = this.shown;
    this.shown = this.status();
    if (before.error !== this.shown.error) queueMicrotask(() => this.showError(this.shown.error));
    const { phase } = this.shown;
    useStudio.setState({ draft: phase === "saved" ? "none" : phase === "typing" || phase === "running" ? "typing" : "failed" });
    for (const listener of this.listeners) listener();
  }

  private showError(error: StudioError | null): void {
    const { state } = this.view;
    const found: Diagnostic[] = [];
    if (error !== null && error.line != null) {
      const line = state.doc.line(Math.min(Math.max(error.line, 1), state.doc.lines));
      const from = error.column == null ? line.from + (line.text.length - line.text.trimStart().length) : Math.min(line.from + error.column - 1, line.to);
      const to = error.column == null ? line.to : Math.min(Math.max(state.wordAt(from)?.to ?? from + 1, from + 1), Math.max(line.to, from));
      found.push({ from, to: Math.max(to, from), severity: "error", message: error.message });
    }
    this.view.dispatch(setDiagnostics(state, found));
  }

  // -- the editor -----------------------------------------------------------------------------------------------------------------------

  private extensions(): Extension {
    const undoHere = (view: EditorView) => {
      if (undoDepth(view.state) > 0) return undo(view);
      if (useStudio.getState().scene?.canUndo) void stepHistory("undo");
      return true;
    };
    const redoHere = (view: EditorView) => {
      if (redoDepth(view.state) > 0) return redo(view);
      if (useStudio.getState().scene?.canRedo) void stepHistory("redo");
      return true;
    };
    const runHere = () => {
      this.run();
      return true;
    };
    return [
      EditorState.lineSeparator.of("\n"),
      EditorState.tabSize.of(4),
      indentUnit.of("    "),
      lineNumbers(),
      lintGutter(),
      foldGutter(),
      programMarks(),
      this.comparison.of([]),
      this.wrap.of(wrapping(useShell.getState().programWraps)),
      history(),
      drawSelection(),
      EditorState.allowMultipleSelections.of(true),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: true, activateOnTyping: true, maxRenderedOptions: 80 }),
      python(),
      pythonLanguage.data.of({ autocomplete: programCompletion }),
      programHover(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches({ minSelectionLength: 3 }),
      search({ top: true }),
      programTheme(),
      EditorView.contentAttributes.of({ "aria-label": "Program of the scene", tabindex: "0" }),
      Prec.highest(
        keymap.of([
          { key: "Mod-Enter", run: runHere },
          { key: "Alt-z", run: () => (switchWrap(), true), preventDefault: true, stopPropagation: true },
          { key: "Alt-w", run: () => (switchWide(), true), preventDefault: true, stopPropagation: true },
          { key: "Mod-z", run: undoHere, preventDefault: true, stopPropagation: true },
          { key: "Mod-y", mac: "Mod-Shift-z", run: redoHere, preventDefault: true, stopPropagation: true },
          { key: "Mod-Shift-z", run: redoHere, preventDefault: true, stopPropagation: true },
        ]),
      ),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.updateListener.of((update) => this.updated(update)),
    ];
  }
}

/** The calls of the text around an offset, the innermost first. */
function callsAround(state: EditorState, offset: number): TextRange[] {
  const out: TextRange[] = [];
  for (let node: ReturnType<ReturnType<typeof syntaxTree>["resolveInner"]> | null = syntaxTree(state).resolveInner(offset, -1); node !== null; node = node.parent) {
    if (node.name === "CallExpression") out.push({ from: node.from, to: node.to });
  }
  return out;
}

function comparisonWith(original: string): Extension {
  return unifiedMergeView({
    original: textOf(original),
    mergeControls: false,
    allowInlineDiffs: true,
    gutter: false,
    collapseUnchanged: { margin: 3, minSize: 8 },
    diffConfig: { override: differences },
  });
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
