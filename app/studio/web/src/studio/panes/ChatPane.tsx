// A dialogue that edits the scene. Each turn is one undo step or none, and says what it changed.

import { CircleStop, MessageSquarePlus, SendHorizontal } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { ChatDialogue, ChatTurn, WaitingSentence } from "../../protocol";
import { getJson, RequestFailure, sendJson } from "../api/client";
import { Button, IconButton, Notice, TextField } from "../parts";
import { onEvent, select, sessionPath, stepHistory, useStudio } from "../state/studio";
import { answerFields, missingForAnswer, useAnswerer } from "./chat/answerer";
import { AnswererButton } from "./chat/AnswererButton";
import { viewOf, withEvent } from "./chat/dialogue";
import { suggestions } from "./chat/suggestions";
import { Turn } from "./chat/Turn";
import { keepUnsent, putBack, unsentText } from "./chat/unsent";
import { Waiting } from "./chat/Waiting";
import type { HistoryChange } from "./history/changes";
import "./panes.css";
import "./chat/chat.css";

export function ChatPane() {
  const session = useStudio((now) => now.session?.id);
  const place = useStudio((now) => now.session?.scene?.id);
  const connected = useStudio((now) => now.connected);
  const selection = useStudio((now) => now.selection);
  const nodes = useStudio((now) => now.scene?.nodes);
  const [turns, setTurns] = useState<ChatTurn[]>([]);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<WaitingSentence[]>([]);
  const waitingNow = useRef(waiting);
  waitingNow.current = waiting;
  /** Sentences are sent one after another, in the order in which they were said. */
  const sent = useRef<Promise<void>>(Promise.resolve());
  const [undoing, setUndoing] = useState(false);
  const steps = useUndoSteps(turns);
  const list = useRef<HTMLOListElement>(null);
  const said = useRef<string[]>([]);
  const sentences = useMemo(() => (nodes === undefined ? [] : suggestions(nodes, selection, turns.length)), [nodes, selection, turns.length]);
  const running = turns.some((turn) => turn.state === "running");

  const load = useCallback(async () => {
    try {
      const dialogue = await getJson<ChatDialogue>(sessionPath("/chat"));
      setTurns(dialogue.turns);
      setWaiting(dialogue.waiting);
      said.current = dialogue.turns.map((turn) => turn.said);
    } catch (error) {
      if (!(error instanceof RequestFailure) || error.status !== 0) setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);

  // a page that is loaded anew, or was without a connection, finds the dialogue as it is now
  useEffect(() => {
    if (session !== undefined && place !== undefined && connected) void load();
  }, [session, place, connected, load]);

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === "missed") void load();
        if (event.type !== "chat" || event.session !== useStudio.getState().session?.id) return;
        if (event.event.event === "waiting") setWaiting(event.event.waiting);
        else setTurns((before) => withEvent(before, event.turn, event.event));
        if (event.event.event === "selected") select(event.event.paths);
      }),
    [load],
  );

  // what was typed and not sent outlives the page
  useEffect(() => {
    if (session !== undefined) setText(unsentText(session));
  }, [session]);
  const type = (typed: string) => {
    setText(typed);
    if (session !== undefined) keepUnsent(session, typed);
  };

  const shownLength = turns.length === 0 ? 0 : turns.length * 1_000 + (turns.at(-1)?.events.length ?? 0) + waiting.length;
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [shownLength]);

  const giveBack = (sentence: string) => {
    const now = session === undefined ? "" : unsentText(session);
    type(putBack(sentence, now));
  };
  const send = async (sentence: string, selected: readonly string[], answerer: { editor: string; model?: string }) => {
    try {
      await sendJson("POST", sessionPath("/chat"), { text: sentence, selection: selected.slice(0, 500), ...answerer });
      said.current.push(sentence);
    } catch (error) {
      // the page was left before the answer came: the server has the sentence, for it said so
      if (waitingNow.current.some((one) => one.said === sentence)) return;
      giveBack(sentence);
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    }
  };
  const say = (sentence: string, typed = false) => {
    const plain = sentence.trim();
    if (plain === "") return;
    setProblem(null);
    if (typed) type("");
    const { selection: selected, session: shown } = useStudio.getState();
    const missing = missingForAnswer(useAnswerer.getState(), shown?.models);
    if (missing !== null) {
      giveBack(plain);
      setProblem(missing);
      return;
    }
    const answerer = answerFields(useAnswerer.getState(), shown?.models);
    sent.current = sent.current.then(() => send(plain, selected, answerer));
  };
  const takeBack = async (sentence: WaitingSentence) => {
    try {
      const answer = await sendJson<{ taken: boolean }>("DELETE", sessionPath(`/chat/waiting/${sentence.id}`), {});
      if (answer.taken) giveBack(sentence.said);
    } catch (error) {
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    }
  };
  const goOn = () => sendJson("POST", sessionPath("/chat/go-on"), {}).catch((error: unknown) => setProblem(String(error)));
  const stop = () => sendJson("POST", sessionPath("/chat/stop"), {}).catch((error: unknown) => setProblem(String(error)));
  const begin = () => sendJson("DELETE", sessionPath("/chat"), {}).catch((error: unknown) => setProblem(String(error)));
  const undo = async (count: number) => {
    setUndoing(true);
    for (let done = 0; done < count; done += 1) {
      const outcome = await stepHistory("undo");
      if (!outcome.ok) break;
    }
    setUndoing(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      say(text, true);
    } else if (event.key === "ArrowUp" && text === "") {
      const last = said.current.at(-1);
      if (last !== undefined) type(last);
    } else if (event.key === "Escape" && running) {
      void stop();
    }
  };

  return (
    <section className="pane chat-pane" aria-label="Chat">
      <ol ref={list} className="chat-turns" aria-live="polite" aria-label="Dialogue" tabIndex={0}>
        {turns.length === 0 && waiting.length === 0 && (
          <li className="chat-empty">
            <p className="chat-empty-title">Say what to change</p>
            <p className="muted">Each sentence is one step that can be undone. A question is answered from the scene.</p>
          </li>
        )}
        {turns.map((turn, index) => (
          <Turn
            key={turn.id}
            turn={turn}
            latest={index === turns.length - 1}
            undo={steps.get(viewOf(turn).revision ?? -1) ?? null}
            busy={running || undoing}
            onSay={(sentence) => say(sentence)}
            onUndo={(count) => void undo(count)}
          />
        ))}
        <Waiting waiting={waiting} held={!running} onTakeBack={(sentence) => void takeBack(sentence)} onGoOn={() => void goOn()} />
      </ol>
      <div className="chat-form">
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <div className="chat-choices">
          <AnswererButton />
          <div className="chat-suggestions" role="group" aria-label="Suggestions">
            {sentences.map((sentence) => (
              <button key={sentence} type="button" className="chat-suggestion" onClick={() => say(sentence)}>
                {sentence}
              </button>
            ))}
          </div>
        </div>
        <div className="chat-input">
          <TextField
            label="What to change or to ask"
            hideLabel
            value={text}
            onChange={type}
            multiline
            rows={1}
            maxLength={4_000}
            placeholder={selection.length === 0 ? `Such as: ${sentences[1] ?? sentences[0]}` : "What to do with the selection"}
            onKeyDown={onKeyDown}
            className="grow"
          />
          {running && (
            <Button icon={CircleStop} onPress={() => void stop()}>
              Stop
            </Button>
          )}
          {(!running || text.trim() !== "") && (
            <Button variant="primary" icon={SendHorizontal} onPress={() => say(text, true)} isDisabled={text.trim() === ""}>
              Send
            </Button>
          )}
          <IconButton label="Begin a new dialogue" icon={MessageSquarePlus} placement="top" isDisabled={turns.length === 0} onPress={() => void begin()} />
        </div>
      </div>
    </section>
  );
}

/** How many undo steps lead to the state before the change of a revision. */
function useUndoSteps(turns: readonly ChatTurn[]): ReadonlyMap<number, number> {
  const revision = useStudio((now) => now.scene?.revision);
  const [steps, setSteps] = useState<ReadonlyMap<number, number>>(new Map());
  const changes = turns.some((turn) => viewOf(turn).revision !== null);
  useEffect(() => {
    if (!changes || revision === undefined) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      getJson<{ changes: HistoryChange[] }>(sessionPath("/history"), control.signal)
        .then((answer) => setSteps(new Map(answer.changes.flatMap((change) => (change.undo === null ? [] : [[change.revision, change.undo] as const])))))
        .catch(() => undefined);
    }, 150);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [changes, revision, turns.length]);
  return steps;
}
