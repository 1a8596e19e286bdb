// What part of the program is in sight: a change from elsewhere comes into sight, unless the person types or has just scrolled; what lay in sight comes
// back after another pane or a comparison was looked at.

import { EditorSelection, type ChangeSet, type StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** For so long after a scroll by hand the text stays where it is, milliseconds. */
const HANDS_OFF = 4_000;
/** For so long a change that came into sight is not left for the call of what it selects, milliseconds. */
const READ = 1_500;
/** Lines that come into sight together; of a change over more, the first. */
const TOGETHER = 16;

/** Of the lines that a change touched, those to bring into sight: from the first on, as many as a look takes in. */
export function linesToShow(lines: readonly number[]): { first: number; last: number } | null {
  if (lines.length === 0) return null;
  const sorted = [...lines].sort((a, b) => a - b);
  const first = sorted[0]!;
  return { first, last: sorted.findLast((line) => line - first < TOGETHER)! };
}

type Place = StateEffect<unknown>;

export class ProgramSight {
  private scrolledAt = -Infinity;
  private shownAt = -Infinity;
  /** Where the text was when it was taken off the page, and when a comparison was opened. */
  private left: Place | null = null;
  private uncompared: Place | null = null;
  /** What is to come into sight once the text is on the page again. */
  private waiting: readonly number[] | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly now: () => number = () => performance.now(),
  ) {
    const byHand = () => {
      this.scrolledAt = this.now();
    };
    view.scrollDOM.addEventListener("wheel", byHand, { passive: true });
    view.scrollDOM.addEventListener("touchmove", byHand, { passive: true });
    // a press beside the text is on the scroll bar
    view.scrollDOM.addEventListener("pointerdown", (event) => event.target === view.scrollDOM && byHand());
    view.scrollDOM.addEventListener("keydown", (event) => ["PageUp", "PageDown"].includes(event.key) && byHand());
  }

  /** Brings lines of a change into sight, where the person has not just scrolled. */
  showChange(lines: readonly number[]): void {
    if (lines.length === 0 || this.now() - this.scrolledAt < HANDS_OFF) return;
    this.shownAt = this.now();
    if (this.view.scrollDOM.clientHeight === 0) this.waiting = lines;
    else this.scrollTo(lines);
  }

  /** Whether a change is being read that has just come into sight. */
  get isRead(): boolean {
    return this.now() - this.shownAt < READ;
  }

  private scrollTo(lines: readonly number[]): void {
    const found = linesToShow(lines);
    const { doc } = this.view.state;
    if (found === null) return;
    const at = (line: number) => doc.line(Math.min(Math.max(line, 1), doc.lines));
    const effect = EditorView.scrollIntoView(EditorSelection.range(at(found.first).from, at(found.last).to), { y: "nearest", yMargin: 60 });
    // a change comes within updates of the editor as well, where it must not be changed
    queueMicrotask(() => this.view.dispatch({ effects: effect }));
  }

  /** The text is on the page again. */
  attached(): void {
    const { left, waiting } = this;
    this.left = this.waiting = null;
    if (left !== null) this.view.dispatch({ effects: left });
    if (waiting !== null) this.scrollTo(waiting);
  }

  /** The text is about to leave the page. */
  leaves(): void {
    if (this.view.scrollDOM.clientHeight > 0) this.left = this.view.scrollSnapshot();
  }

  /** A comparison opens. */
  beginsToCompare(): void {
    this.uncompared ??= this.view.scrollSnapshot();
  }

  /** A comparison is closed: back to where one was. */
  endsToCompare(): Place[] {
    const place = this.uncompared;
    this.uncompared = null;
    return place === null ? [] : [place];
  }

  /** The text has changed: places move with it. */
  moved(changes: ChangeSet): void {
    this.left = this.left?.map(changes) ?? null;
    this.uncompared = this.uncompared?.map(changes) ?? null;
  }
}
