// A dialogue that edits the scene. Each turn is one undo step or none, and says what it changed.

import { CircleStop, MessageSquarePlus, SendHorizontal } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { ChatDialogue, ChatTurn } from "../../protocol";
import { getJson, RequestFailure, sendJson } from "../api/client";
import { Button, IconButton, Notice, TextField } from "../parts";
import { onEvent, select, sessionPath, stepHistory, useStudio } from "../state/studio";
import { viewOf, withEvent } from "./chat/dialogue";
import { suggestions } from "./chat/suggestions";
import { Turn } from "./chat/Turn";
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
  const [sending, setSending] = useState(false);
  /** What was said while a turn ran. */
  const [next, setNext] = useState<string | null>(null);
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
        setTurns((before) => withEvent(before, event.turn, event.event));
        if (event.event.event === "selected") select(event.event.paths);
      }),
    [load],
  );

  const shownLength = turns.length === 0 ? 0 : turns.length * 1_000 + (turns.at(-1)?.events.length ?? 0);
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [shownLength]);

  const say = async (sentence: string) => {
    const plain = sentence.trim();
    if (plain === "" || sending) return;
    if (running) {
      setNext(plain);
      setText("");
      return;
    }
    setProblem(null);
    setSending(true);
    try {
      await sendJson("POST", sessionPath("/chat"), { text: plain, selection: useStudio.getState().selection.slice(0, 500) });
      said.current.push(plain);
      setText("");
    } catch (error) {
      setProblem(error instanceof RequestFailure ? error.message : String(error));
    } finally {
      setSending(false);
    }
  };
  // what was said during a turn follows it
  useEffect(() => {
    if (running || next === null) return;
    setNext(null);
    void say(next);
  }, [running, next]);
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
      void say(text);
    } else if (event.key === "ArrowUp" && text === "") {
      const last = said.current.at(-1);
      if (last !== undefined) setText(last);
    } else if (event.key === "Escape" && running) {
      void stop();
    }
  };

  return (
    <section className="pane chat-pane" aria-label="Chat">
      <ol ref={list} className="chat-turns" aria-live="polite" aria-label="Dialogue" tabIndex={0}>
        {turns.length === 0 && (
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
            onSay={(sentence) => void say(sentence)}
            onUndo={(count) => void undo(count)}
          />
        ))}
      </ol>
      <div className="chat-form">
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        {next !== null && (
          <p className="muted" role="status">
            Next: {next}
          </p>
        )}
        <div className="chat-suggestions" role="group" aria-label="Suggestions">
          {sentences.map((sentence) => (
            <button key={sentence} type="button" className="chat-suggestion" disabled={running} onClick={() => void say(sentence)}>
              {sentence}
            </button>
          ))}
        </div>
        <div className="chat-input">
          <TextField
            label="What to change or to ask"
            hideLabel
            value={text}
            onChange={setText}
            multiline
            rows={1}
            maxLength={4_000}
            placeholder={selection.length === 0 ? `Such as: ${sentences[1] ?? sentences[0]}` : "What to do with the selection"}
            onKeyDown={onKeyDown}
            className="grow"
          />
          {running ? (
            <Button icon={CircleStop} onPress={() => void stop()}>
              Stop
            </Button>
          ) : (
            <Button variant="primary" icon={SendHorizontal} onPress={() => void say(text)} isDisabled={text.trim() === ""} isPending={sending}>
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
