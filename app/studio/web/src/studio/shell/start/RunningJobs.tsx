import { X } from "lucide-react";
import { IconButton, ProgressBar } from "../../parts";
import { cancelJob, hasEnded, useJobs } from "../jobs/jobStore";
import { jobName, stateName } from "../jobs/jobWords";
import { WatchButton } from "../jobs/WatchButton";

/** The jobs that run, so that one sees how far the new scene is. */
export function RunningJobs() {
  const jobs = useJobs((now) => now.jobs).filter((job) => !hasEnded(job));
  if (jobs.length === 0) return null;
  return (
    <section className="running" aria-label="Running jobs">
      {jobs.map((job) => (
        <div key={job.id} className="running-job">
          <div className="running-head">
            <strong className="cut">{jobName(job)}</strong>
            <span className="muted">{job.state === "waiting" ? stateName(job) : ""}</span>
            <WatchButton job={job} />
            <IconButton size="small" label="Cancel" icon={X} onPress={() => void cancelJob(job)} />
          </div>
          <ProgressBar label={job.what || "It begins"} value={job.state === "running" && job.share > 0 ? job.share : null} />
        </div>
      ))}
    </section>
  );
}
