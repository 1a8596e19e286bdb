// Queries and questions: a sentence finds things, a sentence with a question mark is answered.

import { Clock, MessageCircleQuestion, Search } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { RequestFailure } from "../api/client";
import { Button, EmptyState, MenuButton, Notice, Slider, Spinner, Switch, TextField } from "../parts";
import { useShell } from "../shell/state/shell";
import { keepInterface, keepPart, runAction, select, useStudio } from "../state/studio";
import { PathList, PathText } from "./PathText";
import { QueryResults } from "./query/QueryResults";
import { answersOf, factText, heatOf, isQuestion, percent, queriesOf, type QueryAnswer, type QueryReport, type QuestionAnswer } from "./query/results";
import "./panes.css";
import "./query/query.css";

type Shown = { kind: "query"; answers: QueryAnswer[]; missing: string | null } | { kind: "answer"; question: string; answer: QuestionAnswer } | null;

const examples = ["chairs near a table", "the tallest thing", "red; blue; green", "How many chairs are there?"];
const mostKept = 30;

export function QueryPane() {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [shown, setShown] = useState<Shown>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [threshold, setThreshold] = useState(0.3);
  const [active, setActive] = useState<string | null>(null);
  const [showsHeat, setShowsHeat] = useState(true);
  const [kept, setKept] = useState<string[]>([]);
  const revision = useStudio((now) => now.scene?.revision);
  const session = useStudio((now) => now.session?.id);
  const inFront = useShell((now) => now.rightTab === "query" && now.rightOpen);
  const running = useRef<AbortController | null>(null);
  const keptNow = useRef(kept);
  keptNow.current = kept;

  useEffect(() => {
    const before = keepPart("queries", () => keptNow.current);
    setKept(Array.isArray(before) ? before.filter((each): each is string => typeof each === "string").slice(0, mostKept) : []);
  }, [session]);

  const run = async (wanted: string) => {
    const plain = wanted.trim();
    if (plain === "") return;
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setBusy(true);
    try {
      if (isQuestion(plain)) {
        const answer = await runAction<QuestionAnswer>("ask", { question: plain }, control.signal);
        setShown({ kind: "answer", question: plain, answer });
      } else {
        const report = await runAction<QueryReport>("query", { queries: queriesOf(plain) }, control.signal);
        setShown({ kind: "query", answers: answersOf(report), missing: report.missing });
      }
      setProblem(null);
      setAsked(plain);
      setActive(null);
      setKept((before) => [plain, ...before.filter((each) => each !== plain)].slice(0, mostKept));
      keepInterface();
    } catch (error) {
      if (!control.signal.aborted) setProblem(error instanceof RequestFailure ? error.message : String(error));
    } finally {
      if (running.current === control) setBusy(false);
    }
  };

  // answers follow the scene
  useEffect(() => {
    if (asked === "" || revision === undefined) return;
    const timer = setTimeout(() => void run(asked), 900);
    return () => clearTimeout(timer);
  }, [revision]);

  useEffect(() => {
    if (!showsHeat || !inFront || shown?.kind !== "query") useStudio.setState({ heat: null });
    else useStudio.setState({ heat: heatOf(shown.answers.filter((answer) => active === null || answer.query === active), threshold) });
  }, [shown, threshold, showsHeat, active, inFront]);

  const clear = () => {
    setText("");
    setAsked("");
    setShown(null);
    setProblem(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void run(text);
    }
  };

  return (
    <section className="pane query-pane" aria-label="Query">
      <div className="query-form">
        <TextField label="Query or question" hideLabel value={text} onChange={setText} multiline rows={2} maxLength={2_000} placeholder="What to find, one query a line; or a question with a ? at its end" onKeyDown={onKeyDown} />
        <div className="button-row">
          <Button variant="primary" size="small" icon={isQuestion(text) ? MessageCircleQuestion : Search} onPress={() => void run(text)} isPending={busy} isDisabled={text.trim() === ""}>
            {isQuestion(text) ? "Ask" : "Find"}
          </Button>
          <MenuButton
            label="Earlier queries"
            entries={kept.slice(0, 12).map((each) => ({ id: each, label: each.length > 60 ? `${each.slice(0, 59)}…` : each }))}
            onAction={(id) => {
              setText(id);
              void run(id);
            }}
          >
            <Button size="small" icon={Clock} isDisabled={kept.length === 0}>
              Earlier
            </Button>
          </MenuButton>
          {shown !== null && (
            <Button size="small" variant="quiet" onPress={clear}>
              Clear
            </Button>
          )}
        </div>
      </div>
      <div className="pane-scroll pane-body" aria-live="polite" aria-busy={busy}>
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        {busy && shown === null && (
          <div className="pane-waiting">
            <Spinner label="Looking" size={20} />
          </div>
        )}
        {shown === null && !busy && problem === null && (
          <EmptyState icon={Search} title="Find things by words">
            <p>A sentence finds things, with a score and the reason of each. A question is answered from the scene.</p>
            <div className="button-row query-examples">
              {examples.map((example) => (
                <Button
                  key={example}
                  size="small"
                  onPress={() => {
                    setText(example);
                    void run(example);
                  }}
                >
                  {example}
                </Button>
              ))}
            </div>
          </EmptyState>
        )}
        {shown?.kind === "query" && (
          <>
            <div className="query-controls">
              <Slider label="Threshold" value={threshold} min={0} max={1} step={0.01} onChange={setThreshold} shown={percent(threshold)} />
              <Switch isSelected={showsHeat} onChange={setShowsHeat}>
                Heat in the viewport
              </Switch>
            </div>
            {shown.missing !== null && <Notice tone="info">{shown.missing}</Notice>}
            <QueryResults answers={shown.answers} threshold={threshold} active={active} onActive={setActive} />
          </>
        )}
        {shown?.kind === "answer" && <Answered question={shown.question} answer={shown.answer} />}
      </div>
    </section>
  );
}

function Answered({ question, answer }: { question: string; answer: QuestionAnswer }) {
  const paths = [...new Set(answer.basis.flatMap((fact) => fact.paths))];
  return (
    <article className="question-answer" aria-label="Answer">
      <p className="muted">{question}</p>
      <p className={answer.answered ? "question-text" : "question-text none"}>
        <PathText text={answer.text} />
      </p>
      {answer.notes.map((note) => (
        <Notice key={note} tone="info">
          {note}
        </Notice>
      ))}
      {answer.basis.length > 0 && (
        <>
          <h3>What it rests on</h3>
          <ul className="plain-list facts-list">
            {answer.basis.map((fact, index) => (
              <li key={index}>
                <span>{factText(fact)}</span>
                <span className="muted">
                  <PathList paths={fact.paths} />
                </span>
              </li>
            ))}
          </ul>
          {paths.length > 0 && (
            <Button size="small" onPress={() => select(paths)}>
              Select {paths.length === 1 ? "it" : `these ${paths.length}`}
            </Button>
          )}
        </>
      )}
    </article>
  );
}
