// Sends the draft to the server: on demand and when nobody has typed for a moment.

import { refetch, writeProgram } from "../../state/studio";
import type { ProgramDraft } from "./draft";

const idleMilliseconds = 450;
/** How long the event of a text that was taken may need, before the scene is fetched anew. */
const eventMilliseconds = 4_000;
const mostRefusals = 8;

export class DraftRunner {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refusals = 0;
  private over = false;

  constructor(
    private readonly draft: ProgramDraft,
    private readonly changed: () => void,
  ) {}

  /** Somebody typed, or the text below changed: it is sent when that stops. */
  later(): void {
    clearTimeout(this.timer);
    if (this.draft.changed && this.draft.phase !== "conflict") this.timer = setTimeout(() => void this.now(), idleMilliseconds);
  }

  async now(): Promise<void> {
    clearTimeout(this.timer);
    if (this.over) return;
    const sent = this.draft.begin();
    this.changed();
    if (sent === null) return;
    const outcome = await writeProgram(sent.text, sent.basedOn);
    if (this.over) return;
    if (outcome.ok) {
      this.refusals = 0;
      this.draft.accepted(outcome.result.revision);
      if (this.draft.sending) this.timer = setTimeout(() => void refetch(), eventMilliseconds);
    } else {
      this.draft.refusedWith(outcome.error);
      if (outcome.error.stale) await this.again();
    }
    this.changed();
    if (this.draft.phase === "typing") this.later();
  }

  /** The scene changed before the text arrived. What changed is merged as soon as it is here, then the text is sent again. */
  private async again(): Promise<void> {
    this.refusals += 1;
    const before = this.draft.revision;
    await new Promise((resolve) => setTimeout(resolve, 50 * this.refusals));
    if (this.draft.revision === before) await refetch();
    if (this.refusals < mostRefusals && !this.over) await this.now();
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
  }
}
