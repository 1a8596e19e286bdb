import { describe, expect, it } from "vitest";
import type { ChatEvent, ChatTurn } from "../../src/protocol";
import { answerFields, missingForAnswer } from "../../src/studio/panes/chat/answerer";
import { viewOf, withEvent } from "../../src/studio/panes/chat/dialogue";
import { putBack } from "../../src/studio/panes/chat/unsent";
import { factText } from "../../src/studio/panes/query/results";

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

  it("shows what a model does, and for what it waits", () => {
    const turns = after([{ ...begun, by: "ollama:tiny" }, { event: "doing", what: "writing" }, { event: "doing", what: "trying" }, { event: "waits", what: "it is busy; asked again after 4 s" }]);
    expect(viewOf(turns[0]!)).toMatchObject({ done: ["writing"], doing: "it is busy; asked again after 4 s" });
    const later = withEvent(turns, 1, { event: "doing", what: "looking" });
    expect(viewOf(later[0]!)).toMatchObject({ done: ["writing", "trying"], doing: "looking" });
    expect(later[0]!.events).toHaveLength(3);
    expect(viewOf({ ...later[0]!, state: "stopped" })).toMatchObject({ done: [], doing: null });
  });

  it("is answered by whom the person chose", () => {
    const own = { own: "ollama:tiny", address: null, any: false, keyed: [] };
    const any = { ...own, own: null, any: true };
    expect(answerFields({ editor: "embedded", model: "openai:x" }, any)).toEqual({ editor: "embedded" });
    expect(answerFields({ editor: "model", model: "openai:x" }, own)).toEqual({ editor: "model" });
    expect(answerFields({ editor: "model", model: "openai:x" }, any)).toEqual({ editor: "model", model: "openai:x" });
    expect(missingForAnswer({ editor: "model", model: "" }, any)).toMatch(/provider:name/);
    expect(missingForAnswer({ editor: "model", model: "" }, own)).toBeNull();
    expect(answerFields({ editor: "model", model: "" }, { ...own, own: null })).toEqual({ editor: "embedded" });
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

  it("tells what is new from what moved and what changed otherwise", () => {
    const edited: ChatEvent = { event: "edited", words: "x", paths: ["r/a", "r/b", "r/c"], added: ["r/a"], moved: ["r/b"], gone: ["r/d"], edits: [], revision: 2 };
    expect(viewOf(after([begun, edited])[0]!).changed).toEqual({ words: "x", added: ["r/a"], moved: ["r/b"], other: ["r/c"], gone: ["r/d"] });
  });

  it("is not changed by what waits", () => {
    const turns = after([begun]);
    expect(withEvent(turns, 0, { event: "waiting", waiting: [{ id: "a", said: "undo" }] })).toEqual(turns);
  });

  it("gives back what was not sent before what was typed since", () => {
    expect(putBack("make it red", "")).toBe("make it red");
    expect(putBack("make it red", "undo")).toBe("make it red\nundo");
  });

  it("knows the revision of a turn that changed something", () => {
    const edited: ChatEvent = { event: "edited", words: "moved lamp", paths: ["r/lamp"], gone: [], edits: [], revision: 7 };
    const end = (steps: number): ChatEvent => ({ event: "end", outcome: "changed", words: "", paths: [], gone: [], revision: 7, steps });
    expect(viewOf(after([begun, edited, end(1)])[0]!).revision).toBe(7);
    expect(viewOf(after([begun, end(0)])[0]!).revision).toBeNull();
  });
});

describe("a fact of an answer", () => {
  it.each([
    [{ what: "found", paths: [], value: 0, power: 0 }, "found: 0"],
    [{ what: "distance", paths: [], value: 1.25, power: 1 }, "distance: 1.25 m"],
    [{ what: "floor area", paths: [], value: 12, power: 2 }, "floor area: 12 m²"],
    [{ what: "shape said of it", paths: [], value: "round", power: 0 }, "shape said of it: round"],
    [{ what: "has", paths: [], value: null, power: 0 }, "has"],
  ])("has the unit of what it measures", (fact, told) => expect(factText(fact)).toBe(told));
});
