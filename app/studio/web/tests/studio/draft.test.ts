import { ChangeSet } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import type { StudioError } from "../../src/protocol";
import { ProgramDraft } from "../../src/studio/panes/program/draft";
import { changesBetween, changesOf, textOf } from "../../src/studio/panes/program/merging";
import { Random } from "./random";

function type(draft: ProgramDraft, from: number, to: number, insert: string): void {
  draft.typed(changesOf([{ from, to, insert }], draft.text.length));
}

const wrong: StudioError = { class: "ProgramError", message: "no", field: "", stale: false, line: 1 };
const stale: StudioError = { ...wrong, class: "StaleChange", stale: true };

describe("a draft", () => {
  it("is saved when the program is what was sent", () => {
    const draft = new ProgramDraft("one\ntwo", 1);
    expect(draft.phase).toBe("saved");
    type(draft, 3, 3, "!");
    expect(draft.phase).toBe("typing");
    expect(draft.begin()).toEqual({ text: "one!\ntwo", basedOn: 1 });
    expect(draft.phase).toBe("running");
    draft.accepted(2);
    expect(draft.phase).toBe("running");
    expect(draft.take("one!\ntwo", 2)).toBeNull();
    expect([draft.phase, draft.revision, draft.text]).toEqual(["saved", 2, "one!\ntwo"]);
  });

  it("keeps what is typed while it runs, whichever comes first", () => {
    for (const eventFirst of [true, false]) {
      const draft = new ProgramDraft("one", 1);
      type(draft, 3, 3, "!");
      draft.begin();
      type(draft, 0, 0, "> ");
      if (eventFirst) draft.take("one!", 2);
      draft.accepted(2);
      if (!eventFirst) draft.take("one!", 2);
      expect([draft.phase, draft.text, draft.source]).toEqual(["typing", "> one!", "one!"]);
      expect(draft.begin()).toEqual({ text: "> one!", basedOn: 2 });
    }
  });

  it("keeps a text that was refused, until it changes", () => {
    const draft = new ProgramDraft("one", 1);
    type(draft, 3, 3, "(");
    draft.begin();
    draft.refusedWith(wrong);
    expect([draft.phase, draft.error]).toEqual(["failed", wrong]);
    type(draft, 4, 4, ")");
    expect(draft.phase).toBe("typing");
    type(draft, 3, 5, "");
    expect(draft.phase).toBe("saved");
  });

  it("sends a stale text again on the new base", () => {
    const draft = new ProgramDraft("a = 1\nb = 2\n", 4);
    type(draft, 4, 5, "7");
    draft.begin();
    draft.refusedWith(stale);
    const shown = draft.take("a = 1\nb = 3\n", 5);
    expect(shown?.apply(textOf("a = 7\nb = 2\n")).toString()).toBe("a = 7\nb = 3\n");
    expect(draft.begin()).toEqual({ text: "a = 7\nb = 3\n", basedOn: 5 });
  });

  it("waits for a choice where both changed one number", () => {
    for (const [choice, text] of [["mine", "a = 7\n"], ["theirs", "a = 3\n"]] as const) {
      const draft = new ProgramDraft("a = 1\n", 1);
      type(draft, 4, 5, "7");
      expect(draft.take("a = 3\n", 2)).toBeNull();
      expect([draft.phase, draft.theirs, draft.begin()]).toEqual(["conflict", "a = 3\n", null]);
      draft.resolve(choice);
      expect([draft.text, draft.revision, draft.phase]).toEqual([text, 2, choice === "mine" ? "typing" : "saved"]);
    }
  });

  it("ends a conflict when the person types the same", () => {
    const draft = new ProgramDraft("a = 1\n", 1);
    type(draft, 4, 5, "7");
    draft.take("a = 3\n", 2);
    type(draft, 4, 5, "3");
    expect([draft.phase, draft.revision]).toEqual(["saved", 2]);
  });

  it("takes several revisions at once after its own was saved", () => {
    const draft = new ProgramDraft("a = 1\nb = 2\n", 1);
    type(draft, 4, 5, "1.5");
    draft.begin();
    draft.accepted(2);
    const shown = draft.take("a = 1.5\nb = 9\n", 3);
    expect(shown?.apply(textOf("a = 1.5\nb = 2\n")).toString()).toBe("a = 1.5\nb = 9\n");
    expect(draft.phase).toBe("saved");
  });

  it("maps offsets between program and shown text", () => {
    const draft = new ProgramDraft("one two", 1);
    type(draft, 0, 0, "# \n");
    expect(draft.shownOffset(4, 1)).toBe(7);
    expect(draft.programOffset(7)).toBe(4);
  });

  it("never loses a change, in any order of events", () => {
    const random = new Random(11);
    for (let round = 0; round < 200; round += 1) {
      let server = Array.from({ length: 12 }, (_, line) => `value_${line} = 0\n`).join("");
      let revision = 1;
      const draft = new ProgramDraft(server, revision);
      let shown = server;
      const typed: string[] = [];
      const elsewhere: string[] = [];
      const apply = (changes: ChangeSet | null) => {
        if (changes !== null) shown = changes.apply(textOf(shown)).toString();
      };
      for (let event = 0; event < 30; event += 1) {
        const choice = random.below(4);
        if (choice === 0) {
          const mark = `# typed ${event}\n`;
          const at = shown.indexOf(`value_${random.below(6) * 2} `);
          typed.push(mark);
          const changes = changesOf([{ from: at, to: at, insert: mark }], shown.length);
          shown = changes.apply(textOf(shown)).toString();
          draft.typed(changes);
        } else if (choice === 1) {
          const mark = `# other ${event}\n`;
          const at = server.indexOf(`value_${random.below(6) * 2 + 1} `);
          elsewhere.push(mark);
          server = server.slice(0, at) + mark + server.slice(at);
          revision += 1;
          if (random.below(2) === 0) apply(draft.take(server, revision));
        } else if (choice === 2) {
          const sent = draft.begin();
          if (sent === null) continue;
          if (sent.basedOn !== revision) {
            draft.refusedWith(stale);
            apply(draft.take(server, revision));
          } else {
            server = sent.text;
            revision += 1;
            if (random.below(2) === 0) apply(draft.take(server, revision));
            draft.accepted(revision);
          }
        } else {
          apply(draft.take(server, revision));
        }
        expect(draft.text).toBe(shown);
        expect(draft.phase).not.toBe("conflict");
      }
      apply(draft.take(server, revision));
      const sent = draft.begin();
      if (sent !== null) {
        server = sent.text;
        draft.accepted(revision + 1);
        apply(draft.take(server, revision + 1));
      }
      expect(shown).toBe(server);
      for (const mark of [...typed, ...elsewhere]) expect(server.split(mark).length).toBe(2);
    }
  });

  it("shows no change where a text comes twice", () => {
    const draft = new ProgramDraft("a", 1);
    expect(draft.take("a", 2)).toBeNull();
    expect(draft.revision).toBe(2);
    expect(changesBetween("a", "a").empty).toBe(true);
  });
});
