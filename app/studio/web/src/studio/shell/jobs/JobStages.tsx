// The stages of a scene that is made stage by stage: which are done, what was found about each, and how the scene looks after it.

import { Check, Circle, CircleDashed, CircleSlash } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { JobStage, StudioJob } from "../../../protocol";
import { Dialog, Spinner } from "../../parts";
import { hasEnded } from "./jobStore";

const stateWords: Record<JobStage["state"], string> = {
  waiting: "comes later",
  begun: "being made",
  finished: "done",
  kept: "as it was",
  "left out": "left out",
};

/** A stage that has not begun comes later, as long as anything comes. */
const stateText = ({ state }: JobStage, over: boolean): string => (over && state === "waiting" ? "not reached" : stateWords[state]);

export function JobStages({ job }: { job: StudioJob }) {
  const [large, setLarge] = useState<number | null>(null);
  const shown = large === null ? undefined : job.stages[large];
  return (
    <>
      <ol className="stages" aria-label="Stages">
        {job.stages.map((stage, number) => (
          <li key={number} className={`stage ${stage.state.replace(" ", "-")}`} {...(stage.state === "begun" && { "aria-current": "step" as const })}>
            {stage.pictured ? (
              <AriaButton className="stage-picture" aria-label={`Look at the scene after ${stage.title}`} onPress={() => setLarge(number)}>
                <img src={stagePicture(job, number)} alt="" />
              </AriaButton>
            ) : (
              <span className="stage-picture empty">
                <StageIcon state={stage.state} size={20} />
              </span>
            )}
            <span className="stage-head">
              {stage.pictured && <StageIcon state={stage.state} size={14} />}
              <strong>{capital(stage.title)}</strong>
            </span>
            <span className="stage-says muted" title={stage.says}>
              {stage.says === "" ? stateText(stage, hasEnded(job)) : capital(stage.says)}
            </span>
          </li>
        ))}
      </ol>
      {large !== null && shown !== undefined && (
        <Dialog title={`After ${shown.title}`} size="large" isOpen onClose={() => setLarge(null)}>
          <img className="stage-large" src={stagePicture(job, large)} alt={`The scene after ${shown.title}`} />
          {shown.says !== "" && <p className="muted">{capital(shown.says)}</p>}
        </Dialog>
      )}
    </>
  );
}

const stagePicture = (job: StudioJob, number: number): string => `/api/jobs/${encodeURIComponent(job.id)}/stages/${number}`;

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

function StageIcon({ state, size }: { state: JobStage["state"]; size: number }) {
  if (state === "begun") return <Spinner label="Being made" size={size} />;
  const Icon = { waiting: CircleDashed, finished: Check, kept: Circle, "left out": CircleSlash }[state];
  return <Icon size={size} className={state === "finished" ? "good" : "muted"} aria-hidden />;
}
