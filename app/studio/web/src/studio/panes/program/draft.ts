// The text that is shown, and how it stands to the program on the server: what is typed and not saved, what is being sent, what was refused.
// It knows neither editor nor network, so that every order of events can be tested.

import { ChangeSet, type Text } from "@codemirror/state";
import type { StudioError, TextChange } from "../../../protocol";
import { changesBetween, changesOfStep, keepMine, mergeChanges, takeTheirs, textOf } from "./merging";

export type DraftPhase = "saved" | "typing" | "running" | "failed" | "conflict";

/** A text on its way to the server. */
interface Sent {
  text: string;
  /** From the text that was sent to the one that is shown. */
  since: ChangeSet;
  /** The revision that has it; null before the server answered. */
  revision: number | null;
}

export class ProgramDraft {
  private base: Text;
  /** From the base to what is shown. */
  private local: ChangeSet;
  private sent: Sent | null = null;
  private waiting: { source: string; revision: number } | null = null;
  private refused: { text: string; error: StudioError } | null = null;

  constructor(
    source: string,
    private baseRevision: number,
  ) {
    this.base = textOf(source);
    this.local = ChangeSet.empty(this.base.length);
  }

  /** The revision that the unsaved changes build on. */
  get revision(): number {
    return this.baseRevision;
  }

  get source(): string {
    return this.base.toString();
  }

  get text(): string {
    return this.local.apply(this.base).toString();
  }

  /** Whether what is shown differs from the program. */
  get changed(): boolean {
    return !this.local.empty && !this.local.apply(this.base).eq(this.base);
  }

  get sending(): boolean {
    return this.sent !== null;
  }

  get error(): StudioError | null {
    return this.refused?.error ?? null;
  }

  get phase(): DraftPhase {
    if (this.waiting !== null) return "conflict";
    if (this.sent !== null) return "running";
    if (this.refused !== null && this.refused.text === this.text) return "failed";
    return this.changed ? "typing" : "saved";
  }

  /** What the server has, while it waits for a choice. */
  get theirs(): string | null {
    return this.waiting?.source ?? null;
  }

  /** Where an offset of the program is in the text that is shown. */
  shownOffset(offset: number, side: -1 | 1): number {
    return this.local.mapPos(Math.min(offset, this.base.length), side);
  }

  /** Where an offset of the text that is shown was in the program. */
  programOffset(offset: number): number {
    return this.local.invertedDesc.mapPos(Math.min(offset, this.local.newLength));
  }

  typed(changes: ChangeSet): void {
    this.local = this.local.compose(changes);
    if (this.sent !== null) this.sent.since = this.sent.since.compose(changes);
    if (this.waiting !== null) this.tryWaiting();
  }

  /** What is to be sent now; null where there is nothing, or where a person must choose first. */
  begin(): { text: string; basedOn: number } | null {
    if (this.sent !== null || this.waiting !== null || !this.changed) return null;
    const text = this.text;
    this.sent = { text, since: ChangeSet.empty(text.length), revision: null };
    this.refused = null;
    return { text, basedOn: this.baseRevision };
  }

  /** The server has taken the text that was sent. It counts as sent until the program of that revision comes. */
  accepted(revision: number): void {
    if (this.sent === null) return;
    this.sent.revision = revision;
    // the text was the program's already
    if (this.baseRevision >= revision) this.sent = null;
  }

  /** The server has refused the text that was sent. `stale`: only since the scene changed meanwhile. */
  refusedWith(error: StudioError): void {
    const sent = this.sent;
    this.sent = null;
    if (sent !== null && !error.stale) this.refused = { text: sent.text, error };
  }

  /**
   * The program has changed. Returns what the text that is shown needs, null where nothing or where a person must choose.
   *
   * @param step the pieces that changed, where they are known
   */
  take(source: string, revision: number, step: readonly TextChange[] | null = null): ChangeSet | null {
    if (revision < this.baseRevision) return null;
    const sent = this.sent;
    if (sent !== null && (source === sent.text || (sent.revision !== null && revision >= sent.revision))) {
      // the program was what was sent from here: what is shown is that with what was typed since
      this.sent = null;
      this.rebase(sent.text, revision, sent.since);
      step = null;
    }
    const before = this.source;
    if (source === before) {
      this.baseRevision = revision;
      this.waiting = null;
      return null;
    }
    if (source === this.text) {
      this.rebase(source, revision, ChangeSet.empty(source.length));
      return null;
    }
    const remote = (step === null ? null : changesOfStep(step, before, source)) ?? changesBetween(before, source);
    const merge = mergeChanges(this.base, this.local, remote);
    if (merge.kind === "conflict") {
      this.waiting = { source, revision };
      return null;
    }
    this.show(source, revision, merge);
    return merge.shown;
  }

  /** Ends a conflict. Returns what the text that is shown needs. */
  resolve(choice: "mine" | "theirs"): ChangeSet | null {
    if (this.waiting === null) return null;
    const { source, revision } = this.waiting;
    const remote = changesBetween(this.source, source);
    const made = (choice === "mine" ? keepMine : takeTheirs)(this.base, this.local, remote);
    this.show(source, revision, made);
    return made.shown;
  }

  private tryWaiting(): void {
    const waiting = this.waiting;
    if (waiting !== null && this.text === waiting.source) this.rebase(waiting.source, waiting.revision, ChangeSet.empty(waiting.source.length));
  }

  private show(source: string, revision: number, made: { shown: ChangeSet; local: ChangeSet }): void {
    // a text that is on its way was not made for this base: the server refuses it, and it is sent again
    if (this.sent !== null) this.sent.since = this.sent.since.compose(made.shown);
    this.rebase(source, revision, made.local);
  }

  private rebase(source: string, revision: number, local: ChangeSet): void {
    this.base = textOf(source);
    this.baseRevision = revision;
    this.local = local;
    this.waiting = null;
    if (this.refused !== null && !this.changed) this.refused = null;
  }
}
