import { describe, expect, it } from "vitest";
import type { ChatEvent, ChatTurn } from "../../src/protocol";
import { viewOf, withEvent } from "../../src/studio/panes/chat/dialogue";

const begun: ChatEvent = { event: "begun", said: "move the lamp", begun: "2026-11-29T01:00:00+00:00" };

function after(events: ChatEvent[], number = 1): ChatTurn[] {
  return events.reduce<ChatTurn[]>((turns, event) => withEvent(turns, number, event), []);
}

describe("a dialogue", () => {
  it("grows by the pieces of the stream", () => {
    const turns = after([begun, { event: "doing", what: "reading" }, { event: "text", piece: "The lamp " }, { event: "text", piece: "moved." }]);
    expect(turns[0]?.events).toEqual([{ event: "doing", what: "reading" }, { event: "text", piece: "The lamp moved." }]);
    expect(viewOf(turns[0]!)).toMatchObject({ text: "The lamp moved.", doing: "reading" });
  });

  it("takes the whole turn at its end, even if it saw nothing before", () => {
    const turn: ChatTurn = { id: 1, said: "x", selection: [], begun: "", state: "ended", events: [{ event: "text", piece: "Done." }] };
    expect(after([{ event: "over", state: "ended", turn }])).toEqual([turn]);
    expect(after([begun, { event: "over", state: "ended", turn }])).toEqual([turn]);
  });

  it("begins anew", () => expect(after([begun, { event: "new" }])).toEqual([]));

  it("says nothing twice", () => {
    const turns = after([
      begun,
      { event: "text", piece: "The lamp stands by the sofa. It collides with the table." },
      { event: "note", kind: "consequence", text: "It collides with the table." },
      { event: "note", kind: "remark", text: "The relation near(lamp, door) was dropped." },
      { event: "refused", reason: "The lamp stands by the sofa.", suggestions: ["undo"] },
    ]);
    const view = viewOf(turns[0]!);
    expect(view.notes).toEqual([{ kind: "remark", text: "The relation near(lamp, door) was dropped." }]);
    expect(view.refused).toEqual({ reason: "", suggestions: ["undo"] });
  });

  it("knows the revision of a turn that changed something", () => {
    const edited: ChatEvent = { event: "edited", words: "moved lamp", paths: ["r/lamp"], gone: [], edits: [], revision: 7 };
    const end = (steps: number): ChatEvent => ({ event: "end", outcome: "changed", words: "", paths: [], gone: [], revision: 7, steps });
    expect(viewOf(after([begun, edited, end(1)])[0]!).revision).toBe(7);
    expect(viewOf(after([begun, end(0)])[0]!).revision).toBeNull();
  });
});
