// The turns of a dialogue as the pane shows them, and how events change them.

import type { ChatEvent, ChatTurn, TurnEvent } from "../../../protocol";

/** The turns after an event of the stream. */
export function withEvent(turns: readonly ChatTurn[], number: number, event: ChatEvent): ChatTurn[] {
  if (event.event === "new") return [];
  if (event.event === "waiting") return [...turns];
  if (event.event === "begun") {
    const turn: ChatTurn = { id: number, said: event.said, selection: [], begun: event.begun, by: event.by ?? null, state: "running", events: [] };
    return [...turns.filter((each) => each.id !== number), turn];
  }
  if (event.event === "over") return turns.some((each) => each.id === number) ? turns.map((each) => (each.id === number ? event.turn : each)) : [...turns, event.turn];
  if (event.event === "waits") return turns.map((each) => (each.id === number ? { ...each, waits: event.what } : each));
  return turns.map((each) => (each.id === number ? { ...withoutWait(each), events: withTurnEvent(each.events, event) } : each));
}

/** What came next ends the wait. */
function withoutWait({ waits: _, ...turn }: ChatTurn): ChatTurn {
  return turn;
}

function withTurnEvent(events: readonly TurnEvent[], event: TurnEvent): TurnEvent[] {
  const last = events.at(-1);
  if (event.event === "text" && last?.event === "text") return [...events.slice(0, -1), { event: "text", piece: last.piece + event.piece }];
  return [...events, event];
}

export interface TurnView {
  text: string;
  /** What is being done, while it runs. */
  doing: string | null;
  /** What was done before that. */
  done: string[];
  changed: { words: string; added: string[]; moved: string[]; other: string[]; gone: string[] } | null;
  answerPaths: string[];
  selected: string[];
  notes: { kind: "consequence" | "remark"; text: string }[];
  refused: { reason: string; suggestions: string[] } | null;
  asked: { question: string; candidates: { path: string; words: string }[] } | null;
  failure: string | null;
  /** The revision that the turn made; null: it made none. */
  revision: number | null;
}

/** What a turn shows. What its text says already is not said again. */
export function viewOf(turn: ChatTurn): TurnView {
  const view: TurnView = { text: "", doing: null, done: [], changed: null, answerPaths: [], selected: [], notes: [], refused: null, asked: null, failure: null, revision: null };
  const answers: string[] = [];
  for (const event of turn.events) {
    switch (event.event) {
      case "text":
        view.text += event.piece;
        break;
      case "doing":
        if (view.doing !== null) view.done.push(view.doing);
        view.doing = event.what;
        break;
      case "edited":
        view.changed = whatBecame(event);
        view.revision = event.revision;
        break;
      case "answer":
        view.answerPaths = event.paths;
        answers.push(event.text);
        break;
      case "selected":
        view.selected = event.paths;
        break;
      case "note":
        view.notes.push({ kind: event.kind, text: event.text });
        break;
      case "refused":
        view.refused = { reason: event.reason, suggestions: event.suggestions };
        break;
      case "asked":
        view.asked = { question: event.question, candidates: event.candidates };
        break;
      case "failed":
        view.failure = event.message;
        break;
      case "end":
        if (event.steps > 0) view.revision = event.revision;
        else view.revision = null;
        break;
    }
  }
  // an answer may come before the text that says it
  for (const answer of answers) if (!said(view.text, answer)) view.text += `${view.text === "" ? "" : "\n"}${answer}`;
  view.notes = view.notes.filter((note) => !said(view.text, note.text));
  if (view.refused !== null && said(view.text, view.refused.reason)) view.refused = { ...view.refused, reason: "" };
  if (view.asked !== null && said(view.text, view.asked.question)) view.asked = { ...view.asked, question: "" };
  if (turn.waits !== undefined) view.doing = turn.waits;
  if (turn.state !== "running") Object.assign(view, { doing: null, done: [] });
  return view;
}

/** The things of a change by what became of them: each stands in one list. */
function whatBecame(event: Extract<TurnEvent, { event: "edited" }>): NonNullable<TurnView["changed"]> {
  const added = new Set(event.added ?? []);
  const moved = new Set(event.moved ?? []);
  return {
    words: event.words,
    added: event.paths.filter((path) => added.has(path)),
    moved: event.paths.filter((path) => moved.has(path) && !added.has(path)),
    other: event.paths.filter((path) => !added.has(path) && !moved.has(path)),
    gone: event.gone,
  };
}

function said(text: string, part: string): boolean {
  return part !== "" && text.includes(part.trim().replace(/[.?!]$/, ""));
}
