import { Box, Boxes, ChevronRight, CircleStop, Download, FolderOpen, RotateCcw, X } from "lucide-react";
import { memo, useEffect, useState } from "react";
import type { StudioJob } from "../../../protocol";
import { Badge, Button, IconButton, Notice, ProgressBar } from "../../parts";
import { saveFile } from "../saveFile";
import { sceneOfTraining, thingsOfTraining } from "../start/training";
import { cancelJob, hasEnded, jobFile, openMade, repeatJob, stopJob, tellFailure } from "./jobStore";
import { JobStages } from "./JobStages";
import { WatchButton } from "./WatchButton";
import { bytesText, duration, jobName, jobSeconds, shareOf, stateName, stateTones } from "./jobWords";

const logEvery = 1_500;

export const JobRow = memo(function JobRow({ job }: { job: StudioJob }) {
  const [open, setOpen] = useState(false);
  const over = hasEnded(job);
  const seconds = useSeconds(job);
  const name = jobName(job);
  return (
    <li className="job-row">
      <div className="job-head">
        <button type="button" className="job-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={12} className={open ? "open" : ""} aria-hidden />
          <span className="cut" title={name}>
            {name}
          </span>
        </button>
        <span className="job-time numbers">{seconds === null ? "" : duration(seconds)}</span>
        <Badge tone={stateTones[job.state]}>{stateName(job)}</Badge>
        <span className="job-actions">
          {job.made !== null && <IconButton size="small" label="Open the scene" icon={FolderOpen} onPress={() => void openMade(job)} />}
          <WatchButton job={job} />
          {job.stops && job.state === "running" && <IconButton size="small" label="End it now and keep the result" icon={CircleStop} onPress={() => void stopJob(job)} />}
          {over ? (
            <IconButton size="small" label="Do it again" icon={RotateCcw} isDisabled={job.keyed} onPress={() => void repeatJob(job)} />
          ) : (
            <IconButton size="small" label="Cancel" icon={X} onPress={() => void cancelJob(job)} />
          )}
        </span>
      </div>
      {job.stages.length > 0 && (open || !over) && <JobStages job={job} />}
      {!over && <ProgressBar label={job.what || job.title} value={shareOf(job)} />}
      {job.error !== null && (job.state !== "cancelled" || job.files.length > 0) && <Notice tone={job.state === "lost" ? "warn" : job.state === "cancelled" ? "info" : "bad"}>{job.error.message}</Notice>}
      {job.action === "capture_train" && job.state === "finished" && (
        <div className="job-next">
          <Button size="small" icon={Box} onPress={() => void sceneOfTraining(job)}>
            Make a scene of it
          </Button>
          <Button size="small" icon={Boxes} onPress={() => void thingsOfTraining(job)}>
            Split it into things
          </Button>
        </div>
      )}
      {open && <JobDetails job={job} />}
    </li>
  );
});

/** How long it runs, second by second. */
function useSeconds(job: StudioJob): number | null {
  const [now, setNow] = useState(Date.now);
  const running = job.state === "running";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return jobSeconds(job, now);
}

function JobDetails({ job }: { job: StudioJob }) {
  const log = useLog(job);
  const given = Object.entries(job.request).filter(([, value]) => value !== null && value !== undefined);
  return (
    <div className="job-details">
      {job.files.length > 0 && (
        <ul className="job-files">
          {job.files.map((file) => (
            <li key={file.n}>
              <Button size="small" icon={Download} onPress={() => saveFile(jobFile(job, file.n, "?save=true"), file.name)}>
                <span className="cut">{file.name}</span>
                <span className="muted">{bytesText(file.bytes)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {given.length > 0 && (
        <dl className="job-request">
          {given.map(([field, value]) => (
            <div key={field}>
              <dt>{field.replaceAll("_", " ")}</dt>
              <dd className="cut">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <pre className="job-log" tabIndex={0} aria-label="Log">
        {log === null ? "…" : log === "" ? "Nothing to report." : log}
      </pre>
    </div>
  );
}

/** The log, which is looked at again while the job runs. */
function useLog(job: StudioJob): string | null {
  const [log, setLog] = useState<string | null>(null);
  const { id } = job;
  const over = hasEnded(job);
  useEffect(() => {
    const ends = new AbortController();
    const look = async () => {
      try {
        const answer = await fetch(`/api/jobs/${encodeURIComponent(id)}/log`, { credentials: "same-origin", signal: ends.signal });
        if (answer.ok) setLog(await answer.text());
      } catch (error) {
        if (!ends.signal.aborted) tellFailure(error);
      }
    };
    void look();
    const timer = over ? undefined : setInterval(() => void look(), logEvery);
    return () => {
      ends.abort();
      clearInterval(timer);
    };
  }, [id, over]);
  return log;
}
