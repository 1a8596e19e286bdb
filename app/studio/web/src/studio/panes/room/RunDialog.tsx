// One run of language models, turn by turn: what was asked and answered, what the checker and the critic found, and what it took. What models
// said is shown as text alone.

import { Bot, CheckCheck, CircleX, Flag, Play } from "lucide-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { ModelRun, RunRound, RunStage, RunTurn, ShownRun } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { Badge, Button, Dialog, Notice, Spinner } from "../../parts";
import { duration, stageTitle } from "../../shell/jobs/jobWords";
import { openAnother, startAndOpen } from "../../shell/start/generating";
import { showTab } from "../../shell/state/shell";
import { resumeFields, useWriter } from "../../shell/start/writer";
import { sessionPath, useStudio } from "../../state/studio";
import { critiqueOf, laidOut, linesText, outcomeText, outcomeTone, partsOf, stepsOf } from "./runWords";
import { moneyText } from "./tasks";

export function RunDialog({ run, onClose }: { run: ModelRun; onClose: () => void }) {
  const { shown, problem } = useRun(run.id);
  return (
    <Dialog title={run.request.trim() === "" ? "A run" : run.request} size="full" isOpen onClose={onClose}>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {problem === null && shown === null && <Spinner label="Reading the run" />}
      {shown !== null && <RunView run={shown} onLeave={onClose} />}
    </Dialog>
  );
}

function RunView({ run, onLeave }: { run: ShownRun; onLeave: () => void }) {
  const steps = useMemo(() => stepsOf(run), [run]);
  const { spent } = run;
  const facts: [string, string][] = [
    ["Model", [...new Set(Object.values(run.models))].join(", ") || "not known"],
    ["Turns", String(run.turns.length)],
    ["Tokens", `${count(spent.input_tokens)} read, ${count(spent.output_tokens)} written`],
    ["Time", duration(run.seconds)],
    ["Cost", moneyText(spent.money)],
    ["Begun", new Date(run.started).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })],
  ];
  const went = run.goes_on_after.filter((name) => !run.stages.some((stage) => stage.name === name));
  return (
    <div className="run">
      <div className="run-facts">
        <Badge tone={outcomeTone(run.outcome)}>{outcomeText(run.outcome)}</Badge>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {run.message !== "" && <p className="run-message">{capital(run.message)}</p>}
      {went.map((name) => (
        <div key={name} className="run-went">
          <span className="muted">{`It went on from ${stageTitle(name)} of an earlier run.`}</span>
          <GoOn run={run.id} after={name} onLeave={onLeave} />
        </div>
      ))}
      {steps.length === 0 ? (
        <p className="muted">Nothing was said in this run.</p>
      ) : (
        <ol className="run-steps" aria-label="Turns">
          {steps.map((step) =>
            step.kind === "turn" ? (
              <TurnStep key={`turn ${step.number}`} run={run.id} number={step.number} turn={step.turn} />
            ) : step.kind === "round" ? (
              <RoundStep key={`round ${step.round.number}`} round={step.round} />
            ) : (
              <StageStep key={`stage ${step.number}`} run={run} number={step.number} stage={step.stage} onLeave={onLeave} />
            ),
          )}
        </ol>
      )}
      {run.notes.length > 0 && (
        <ul className="plain-list muted">
          {run.notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TurnStep({ run, number, turn }: { run: string; number: number; turn: RunTurn }) {
  const critique = critiqueOf(turn);
  const typed = turn.output !== "text";
  const cutOff = turn.finish_reason === "length";
  const took = [
    `${count(turn.input_tokens)} + ${count(turn.output_tokens)} tokens`,
    seconds(turn.seconds),
    ...(turn.cost === null ? [] : [moneyText(turn.cost)]),
    ...(turn.tries > 1 ? [`sent ${turn.tries} times`] : []),
  ];
  return (
    <li className="run-step">
      <div className="run-head">
        <Bot size={16} aria-hidden />
        <h3>{`${number}. ${capital(turn.role === "" ? "model" : turn.role)}`}</h3>
        {cutOff && <Badge tone="warn">cut off</Badge>}
        <span className="run-took muted numbers">{took.join(", ")}</span>
      </div>
      {turn.pictures.length > 0 && (
        <div className="run-pictures">
          {turn.pictures.map((name, index) => (
            <RunPicture key={`${name} ${index}`} path={`/runs/${encodeURIComponent(run)}/pictures/${encodeURIComponent(name)}`} about={`Picture ${index + 1} that it was shown`} />
          ))}
        </div>
      )}
      <Fold title="What it was told" more={linesText(turn.said)}>
        <pre className="run-text">{turn.said}</pre>
      </Fold>
      {turn.error !== null && <Notice tone="bad">{turn.error}</Notice>}
      {critique !== null ? (
        <div className="run-critique">
          <p>{`It gives ${critique.score} of 10.`}</p>
          <ul className="plain-list">
            {critique.findings.map(({ about, says, change }, index) => (
              <li key={index}>
                {about !== "" && <Badge>{about}</Badge>} {says}
                {change !== "" && <span className="muted">{` ${change}`}</span>}
              </li>
            ))}
          </ul>
        </div>
      ) : typed && turn.answered !== "" ? (
        <Fold title="What it answered" more={linesText(laidOut(turn.answered))}>
          <pre className="run-text">{laidOut(turn.answered)}</pre>
        </Fold>
      ) : (
        partsOf(turn.answered).map(({ code, text }, index) =>
          code ? (
            <Fold key={index} title="Program" more={linesText(text)}>
              <pre className="run-text code">{text}</pre>
            </Fold>
          ) : (
            <p key={index} className="run-said">
              {text}
            </p>
          ),
        )
      )}
    </li>
  );
}

function RoundStep({ round }: { round: RunRound }) {
  const Icon = round.kept ? CheckCheck : CircleX;
  return (
    <li className="run-step checked">
      <div className="run-head">
        <Icon size={16} className={round.kept ? "good" : "muted"} aria-hidden />
        <h3>{`Program ${round.number}, checked`}</h3>
        <span className="run-took muted">{round.kept ? "kept" : "not kept"}</span>
      </div>
      <p className="run-said">{round.checks === "" ? "Nothing is known of it." : capital(round.checks)}</p>
      <Fold title="Program" more={linesText(round.program)}>
        <pre className="run-text code">{round.program}</pre>
      </Fold>
    </li>
  );
}

function StageStep({ run, number, stage, onLeave }: { run: ShownRun; number: number; stage: RunStage; onLeave: () => void }) {
  return (
    <li className="run-step stage-done">
      <div className="run-head">
        <Flag size={16} className="good" aria-hidden />
        <h3>{`Done: ${stageTitle(stage.name)}`}</h3>
        <span className="bar-space" />
        {run.goes_on_after.includes(stage.name) && <GoOn run={run.id} after={stage.name} onLeave={onLeave} />}
      </div>
      <RunPicture large path={`/runs/${encodeURIComponent(run.id)}/stages/${number}/${encodeURIComponent(stage.name)}`} about={`The scene after ${stageTitle(stage.name)}`} />
      <p className="run-said">{capital(stage.checks)}</p>
    </li>
  );
}

/** Makes another scene from a stage on. Nothing is asked where no model is known. */
function GoOn({ run, after, onLeave }: { run: string; after: string; onLeave: () => void }) {
  const models = useStudio((now) => now.session?.models);
  const choice = useWriter();
  const [pending, setPending] = useState(false);
  const by = resumeFields(choice, models);
  const start = async () => {
    if (by === null) return;
    setPending(true);
    const job = await startAndOpen("resume", { run, after, ...by.fields }, by.key, openAnother);
    setPending(false);
    if (job === null) return;
    showTab("jobs"); // where its stages are seen
    onLeave();
  };
  if (by === null) return <span className="run-took muted">To go on from here, choose a language model on the first page</span>;
  return (
    <Button size="small" icon={Play} isPending={pending} label={`Go on from here: another scene after ${stageTitle(after)}`} onPress={() => void start()}>
      Go on from here
    </Button>
  );
}

/** A picture of a run. Nothing is shown where it was not kept. */
function RunPicture({ path, about, large = false }: { path: string; about: string; large?: boolean }) {
  const [gone, setGone] = useState(false);
  return gone ? null : <img className={large ? "run-picture large" : "run-picture"} src={sessionPath(path)} alt={about} loading="lazy" onError={() => setGone(true)} />;
}

function Fold({ title, more, children }: { title: string; more: string; children: ReactNode }) {
  return (
    <details className="run-fold">
      <summary>
        {title} <span className="muted">{more}</span>
      </summary>
      {children}
    </details>
  );
}

function useRun(id: string): { shown: ShownRun | null; problem: string | null } {
  const [shown, setShown] = useState<ShownRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    setShown(null);
    setProblem(null);
    getJson<ShownRun>(sessionPath(`/runs/${encodeURIComponent(id)}`), ends.signal)
      .then(setShown)
      .catch((error: unknown) => {
        if (!ends.signal.aborted) setProblem(error instanceof RequestFailure ? error.message : String(error));
      });
    return () => ends.abort();
  }, [id]);
  return { shown, problem };
}

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
const count = (tokens: number): string => tokens.toLocaleString("en");
const seconds = (time: number): string => (time < 10 ? `${time.toFixed(1)} s` : duration(time));
