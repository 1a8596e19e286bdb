// What language models did on the scene: what was asked, and what it took. Each run can be opened turn by turn.

import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { ModelRun } from "../../../protocol";
import { getJson, RequestFailure } from "../../api/client";
import { Notice } from "../../parts";
import { duration } from "../../shell/jobs/jobWords";
import { sessionPath, useStudio } from "../../state/studio";
import { RunDialog } from "./RunDialog";
import { outcomeText } from "./runWords";
import { moneyText } from "./tasks";
import "./room.css";

/** Nothing is shown where there are no runs. */
export function RunsSection({ hasEnded }: { hasEnded: number }) {
  const session = useStudio((now) => now.session?.id ?? null);
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const [runs, setRuns] = useState<ModelRun[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState<ModelRun | null>(null);
  useEffect(() => setOpen(null), [session]);
  useEffect(() => {
    if (session === null || revision === null) return;
    const ends = new AbortController();
    const timer = setTimeout(() => {
      getJson<{ runs: ModelRun[] }>(sessionPath("/runs"), ends.signal)
        .then((answer) => {
          setRuns([...answer.runs].reverse());
          setProblem(null);
        })
        .catch((error: unknown) => {
          if (!ends.signal.aborted && error instanceof RequestFailure && error.status !== 0) setProblem(error.message);
        });
    }, 300);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [session, revision, hasEnded]);
  if (problem !== null) return <Notice tone="bad">{problem}</Notice>;
  if (runs.length === 0) return null;
  const known = runs.filter((run) => run.problem === undefined);
  return (
    <div className="text-group">
      <h2 className="text-heading">{`What language models did here (${runs.length})`}</h2>
      <table className="room-runs">
        <thead>
          <tr>
            <th scope="col">Asked</th>
            <th scope="col">Model</th>
            <th scope="col" className="number">
              Rounds
            </th>
            <th scope="col" className="number">
              Tokens
            </th>
            <th scope="col" className="number">
              Time
            </th>
            <th scope="col" className="number">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map((run) => (
            <tr key={run.id}>
              <td className="asked">
                <AriaButton className="run-open" onPress={() => setOpen(run)}>
                  {run.request.length > 160 ? `${run.request.slice(0, 158)} …` : run.request || "Without words"}
                </AriaButton>
                {run.outcome !== "done" && <span className="run-ended muted">{`${outcomeText(run.outcome)}${run.message === "" ? "" : `: ${run.message}`}`}</span>}
              </td>
              <td>{run.models.join(", ")}</td>
              <td className="number">{run.rounds}</td>
              <td className="number">{(run.spent.input_tokens + run.spent.output_tokens).toLocaleString("en")}</td>
              <td className="number">{duration(run.seconds)}</td>
              <td className="number">{moneyText(run.spent.money)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && <RunDialog run={open} onClose={() => setOpen(null)} />}
      {runs.length > known.length && <p className="muted">{`${runs.length - known.length} more cannot be read.`}</p>}
    </div>
  );
}
