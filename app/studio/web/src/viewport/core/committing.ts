// Edits that the tools make, and the preview that stays in view until their step arrives.

import type { Matrix4 } from "three";
import type { Edit, EditOutcome, ViewportTransport } from "../../protocol";

export interface Previewer {
  /** `held`: a tool moves things on, or their change is on its way. */
  show(motions: ReadonlyMap<string, Matrix4> | null, held: boolean): void;
  revision(): number;
  message(text: string, kind: "info" | "error"): void;
}

/** Milliseconds after which a preview goes that no step took over: the edit changed nothing. */
const PATIENCE = 2500;
const READ_ONLY = "This page only shows the scene: it cannot be changed here.";

export class Committing {
  private waiting = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly transport: ViewportTransport,
    private readonly view: Previewer,
  ) {}

  get editable(): boolean {
    return this.transport.edit !== undefined;
  }

  preview(motions: ReadonlyMap<string, Matrix4> | null): void {
    this.stopWaiting();
    this.view.show(motions, false);
  }

  /** Shows what a tool moves, until the tool shows something else or the step of its commit is in view. */
  hold(motions: ReadonlyMap<string, Matrix4> | null): void {
    this.stopWaiting();
    this.view.show(motions, motions !== null);
  }

  async commit(edits: Edit[]): Promise<EditOutcome> {
    if (this.transport.edit === undefined) return this.refuse(READ_ONLY);
    const turn = ++this.waiting;
    const before = this.view.revision();
    const outcome = await this.answer(() => this.transport.edit!(edits, before));
    if (!outcome.ok) return this.refuse(outcome.message, turn);
    // the step may have come before the answer, and taken the preview with it
    if (this.waiting === turn && this.view.revision() === before) this.timer = setTimeout(() => this.stepArrived(), PATIENCE);
    return outcome;
  }

  async undo(): Promise<EditOutcome> {
    const { undo } = this.transport;
    if (undo === undefined) return this.refuse(READ_ONLY);
    return this.told(await this.answer(() => undo.call(this.transport)));
  }

  async redo(): Promise<EditOutcome> {
    const { redo } = this.transport;
    if (redo === undefined) return this.refuse(READ_ONLY);
    return this.told(await this.answer(() => redo.call(this.transport)));
  }

  /** A step is in view: it shows what the preview showed. */
  stepArrived(): void {
    if (this.waiting === 0 && this.timer === null) return;
    this.stopWaiting();
    this.view.show(null, false);
  }

  private stopWaiting(): void {
    this.waiting = 0;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async answer(ask: () => Promise<EditOutcome>): Promise<EditOutcome> {
    try {
      return await ask();
    } catch (error) {
      return { ok: false, message: `The change was not made: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  private told(outcome: EditOutcome): EditOutcome {
    if (!outcome.ok) this.view.message(outcome.message, "error");
    return outcome;
  }

  private refuse(message: string, turn = this.waiting): EditOutcome {
    if (turn === this.waiting) {
      this.stopWaiting();
      this.view.show(null, false);
    }
    this.view.message(message, "error");
    return { ok: false, message };
  }

  dispose(): void {
    this.stopWaiting();
  }
}
