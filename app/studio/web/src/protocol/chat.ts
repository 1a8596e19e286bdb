// The dialogue that edits a scene. The Python side is app/agent/events.py and app/studio/chats.py.

/** The events of a turn, in their order. */
export type TurnEvent =
  | { event: "text"; piece: string }
  | { event: "doing"; what: string }
  | { event: "edited"; words: string; paths: string[]; gone: string[]; /** Of `paths`: those that are new. */ added?: string[]; /** Of `paths`: those that only stand elsewhere. */ moved?: string[]; edits: Record<string, unknown>[]; revision: number }
  | { event: "answer"; text: string; paths: string[] }
  | { event: "selected"; paths: string[] }
  | { event: "note"; kind: "consequence" | "remark"; text: string }
  | { event: "refused"; reason: string; suggestions: string[] }
  | { event: "asked"; question: string; candidates: { path: string; words: string }[] }
  | {
      event: "end";
      outcome: "changed" | "stepped" | "answered" | "selected" | "asked" | "refused" | "talked";
      words: string;
      paths: string[];
      gone: string[];
      revision: number;
      /** Undo steps that the turn made. */
      steps: number;
    }
  /** An error of the server. */
  | { event: "failed"; message: string };

export interface ChatTurn {
  id: number;
  /** The id that the sentence had among what waits; left out where it is not known. */
  sentence?: string;
  said: string;
  selection: string[];
  /** ISO 8601, UTC. */
  begun: string;
  /** The language model that answers; null or left out: the embedded editor. */
  by?: string | null;
  state: "running" | "ended" | "failed" | "stopped";
  events: TurnEvent[];
  /** What is waited for now. */
  waits?: string;
}

/** GET chat */
export interface ChatDialogue {
  turns: ChatTurn[];
  running: number | null;
  waiting: WaitingSentence[];
}

/** What was said while a turn ran: it becomes a turn of its own after those before it. */
export interface WaitingSentence {
  id: string;
  said: string;
}

/** What the event stream tells of a dialogue. */
export type ChatEvent =
  | TurnEvent
  | { event: "begun"; said: string; begun: string; by?: string | null }
  /** What is waited for, such as a server that is busy: told while it is so, and not kept. */
  | { event: "waits"; what: string }
  | { event: "over"; state: ChatTurn["state"]; turn: ChatTurn }
  /** What waits now. */
  | { event: "waiting"; waiting: WaitingSentence[] }
  /** The dialogue begins anew. */
  | { event: "new" };
