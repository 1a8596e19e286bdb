// One turn of the dialogue: what the person said, what came of it, and the way back.

import { Check, CircleAlert, CircleStop, LoaderCircle, TriangleAlert, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { ownName, spoken } from "../../../naming";
import type { ChatTurn } from "../../../protocol";
import { Button, Notice } from "../../parts";
import { duration } from "../../shell/jobs/jobWords";
import { nodeByPath, select } from "../../state/studio";
import { PathList, PathText } from "../PathText";
import { viewOf } from "./dialogue";

export function Turn({ turn, latest, undo, busy, onSay, onUndo }: { turn: ChatTurn; latest: boolean; undo: number | null; busy: boolean; onSay: (text: string) => void; onUndo: (steps: number) => void }) {
  const view = viewOf(turn);
  // a model's fault, or what it will not do, stands out from what it says
  const notDone = turn.by != null && view.refused !== null && view.changed === null;
  return (
    <li className="chat-turn">
      <p className="chat-said">{turn.said}</p>
      <div className="chat-told">
        {view.text !== "" && (
          <p className={`chat-text ${notDone ? "chat-refused" : ""}`}>
            {notDone && <CircleAlert size={14} aria-hidden />}
            <span>
              <PathText text={notDone ? capital(view.text) : view.text} />
            </span>
          </p>
        )}
        {turn.state === "running" && <Doing turn={turn} done={view.done} doing={view.doing ?? "Reading"} />}
        {view.changed !== null && (
          <div className="chat-change">
            <Check size={14} aria-hidden />
            <div>
              {view.text === "" && view.changed.words !== "" && <p>{view.changed.words}</p>}
              {(
                [
                  ["added", view.changed.added],
                  ["moved", view.changed.moved],
                  ["changed", view.changed.other],
                ] as const
              ).map(
                ([became, paths]) =>
                  paths.length > 0 && (
                    <p key={became} className="chat-paths">
                      <span className="muted">{became} </span>
                      <PathList paths={paths} />
                    </p>
                  ),
              )}
              {view.changed.gone.length > 0 && (
                <p className="chat-paths">
                  <span className="muted">removed {view.changed.gone.map((path) => spoken(ownName(path))).join(", ")}</span>
                </p>
              )}
            </div>
            {view.revision !== null && undo !== null && turn.state !== "running" && (
              <Button size="small" icon={Undo2} isDisabled={busy} onPress={() => onUndo(undo)}>
                {undo === 1 ? "Undo this turn" : `Undo back to here (${undo})`}
              </Button>
            )}
            {view.revision !== null && undo === null && turn.state !== "running" && <span className="muted chat-undone">undone</span>}
          </div>
        )}
        {view.answerPaths.length > 0 && view.changed === null && (
          <p className="chat-paths">
            <span className="muted">about </span>
            <PathList paths={view.answerPaths} />
          </p>
        )}
        {view.notes.map((note, index) => (
          <p key={index} className={`chat-note ${note.kind}`}>
            {note.kind === "consequence" && <TriangleAlert size={12} aria-hidden />}
            <span>
              <PathText text={note.text} />
            </span>
          </p>
        ))}
        {view.refused !== null && (
          <>
            {view.refused.reason !== "" && (
              <p className="chat-note consequence">
                <CircleAlert size={12} aria-hidden />
                <span>
                  <PathText text={view.refused.reason} />
                </span>
              </p>
            )}
            {latest && view.refused.suggestions.length > 0 && <Choices label="You can say" choices={view.refused.suggestions.map((text) => ({ text, shown: text }))} busy={busy} onSay={onSay} />}
          </>
        )}
        {view.asked !== null && (
          <>
            {view.asked.question !== "" && <p className="chat-text">{view.asked.question}</p>}
            {latest && view.asked.candidates.length > 0 && (
              <Choices
                label="Which one"
                choices={view.asked.candidates.map(({ path, words }) => ({ text: nodeByPath(path) === undefined ? words : path, shown: words, path }))}
                busy={busy}
                onSay={onSay}
              />
            )}
          </>
        )}
        {view.failure !== null && <Notice tone="bad">{view.failure}</Notice>}
        {turn.state === "stopped" && (
          <p className="chat-note">
            <CircleStop size={12} aria-hidden />
            <span>{view.changed === null ? "Stopped. The scene is as it was." : "Stopped."}</span>
          </p>
        )}
        {turn.by != null && turn.state !== "running" && <p className="chat-by">{turn.by}</p>}
      </div>
    </li>
  );
}

/** What a turn does now, after what it did before; and for how long, where a model thinks. */
function Doing({ turn, done, doing }: { turn: ChatTurn; done: readonly string[]; doing: string }) {
  return (
    <div className="chat-steps">
      {turn.by != null &&
        done.map((what, index) => (
          <p key={index} className="chat-doing muted">
            <Check size={14} aria-hidden />
            <span>
              <PathText text={capital(what)} />
            </span>
          </p>
        ))}
      <p className="chat-doing muted" role="status">
        <LoaderCircle size={14} className="spinner" aria-hidden />
        <span>
          <PathText text={capital(doing)} />
          {turn.by != null && <Since begun={turn.begun} />}
        </span>
      </p>
    </div>
  );
}

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
const worthSaying = 5;

function Since({ begun }: { begun: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = (now - Date.parse(begun)) / 1_000;
  return Number.isNaN(seconds) || seconds < worthSaying ? null : <span aria-hidden>{` · ${duration(seconds)}`}</span>;
}

function Choices({ label, choices, busy, onSay }: { label: string; choices: readonly { text: string; shown: string; path?: string }[]; busy: boolean; onSay: (text: string) => void }) {
  return (
    <div className="button-row" role="group" aria-label={label}>
      {choices.slice(0, 12).map((choice) => (
        <span
          key={choice.text}
          // what a candidate is shows in the viewport while the pointer or the focus is on it
          onPointerEnter={() => choice.path !== undefined && select([choice.path])}
          onFocus={() => choice.path !== undefined && select([choice.path])}
        >
          <Button size="small" isDisabled={busy} onPress={() => onSay(choice.text)}>
            {choice.shown}
          </Button>
        </span>
      ))}
    </div>
  );
}
