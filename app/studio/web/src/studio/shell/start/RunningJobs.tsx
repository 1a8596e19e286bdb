import { Check, CircleAlert, CircleStop, Download, RotateCcw, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { StudioJob } from "../../../protocol";
import { Button, IconButton, ProgressBar } from "../../parts";
import { cancelJob, hasEnded, jobFile, repeatJob, useJobs } from "../jobs/jobStore";
import { jobName, shareOf, stateName } from "../jobs/jobWords";
import { JobStages } from "../jobs/JobStages";
import { WatchButton } from "../jobs/WatchButton";
import { saveFile } from "../saveFile";

/** The jobs that run, so that one sees how far the new scene is, and those that did not end well while the page looked. */
export function RunningJobs() {
  const jobs = useJobs((now) => now.jobs);
  const seen = useRef(new Set<string>());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  // a brief is shown where it was asked for
  const shown = jobs.filter((job) => job.action !== "brief");
  for (const job of shown) if (!hasEnded(job)) seen.current.add(job.id);
  const running = shown.filter((job) => !hasEnded(job));
  const ended = shown.filter((job) => seen.current.has(job.id) && !dismissed.has(job.id) && (job.state === "failed" || (job.state === "cancelled" && job.files.length > 0)));
  if (running.length + ended.length === 0) return null;
  return (
    <section className="running" aria-label="Running jobs">
      {running.map((job) => (
        <Running key={job.id} job={job} />
      ))}
      {ended.map((job) => (
        <NotMade key={job.id} job={job} onDismiss={() => setDismissed(new Set([...dismissed, job.id]))} />
      ))}
    </section>
  );
}

function Running({ job }: { job: StudioJob }) {
  const before = useStepsBefore(job.what);
  return (
    <div className="running-job">
      <div className="running-head">
        <strong className="cut">{jobName(job)}</strong>
        <span className="muted">{job.state === "waiting" ? stateName(job) : ""}</span>
        <WatchButton job={job} />
        <IconButton size="small" label="Cancel" icon={X} onPress={() => void cancelJob(job)} />
      </div>
      {before.length > 0 && job.stages.length === 0 && (
        <ul className="running-steps" aria-label="Done so far">
          {before.map((what, index) => (
            <li key={index}>
              <Check size={12} aria-hidden />
              {what}
            </li>
          ))}
        </ul>
      )}
      {job.stages.length > 0 && <JobStages job={job} />}
      <ProgressBar label={job.what || "It begins"} value={shareOf(job)} />
    </div>
  );
}

const mostSteps = 4;

/** The last steps before the one that is done now. */
function useStepsBefore(what: string): string[] {
  const [steps, setSteps] = useState<string[]>([]);
  const now = useRef("");
  useEffect(() => {
    if (what === "" || what === now.current) return;
    const last = now.current;
    now.current = what;
    if (last !== "") setSteps((before) => [...before.filter((each) => each !== last && each !== what), last].slice(-mostSteps));
  }, [what]);
  return steps;
}

/** Why a scene was not made, and what there is of it. */
function NotMade({ job, onDismiss }: { job: StudioJob; onDismiss: () => void }) {
  const failed = job.state === "failed";
  const Icon = failed ? CircleAlert : CircleStop;
  return (
    <div className={`running-job ${failed ? "failed" : ""}`} role={failed ? "alert" : "status"}>
      <div className="running-head">
        <Icon size={16} aria-hidden />
        <strong className="cut">{jobName(job)}</strong>
        <span className="muted">{stateName(job)}</span>
        <IconButton size="small" label="Close" icon={X} onPress={onDismiss} />
      </div>
      {job.stages.length > 0 && <JobStages job={job} />}
      <p className="running-why">{sentence(job.error?.message ?? "Nobody knows why.")}</p>
      <div className="button-row">
        {!job.keyed && (
          <Button
            size="small"
            icon={RotateCcw}
            onPress={() => {
              onDismiss();
              void repeatJob(job);
            }}
          >
            Try again
          </Button>
        )}
        {job.files.map((file) => (
          <Button key={file.n} size="small" icon={Download} onPress={() => saveFile(jobFile(job, file.n, "?save=true"), file.name)}>
            {file.name}
          </Button>
        ))}
      </div>
    </div>
  );
}

const sentence = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
