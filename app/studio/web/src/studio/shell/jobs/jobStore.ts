// The jobs of the person, as the server tells of them. A page that is loaded anew finds them here again.

import { create } from "zustand";
import type { StudioJob } from "../../../protocol";
import { commandName, getJson, RequestFailure, sendJson } from "../../api/client";
import { onEvent, openPlace, sessionPath, toast, useStudio, type Toast } from "../../state/studio";
import { showTab } from "../state/shell";
import { jobName } from "./jobWords";

export interface JobsState {
  /** The newest first; jobs that the studio began by itself are not among them. */
  jobs: StudioJob[];
  /** Grows when a picture was made: galleries look again. */
  pictures: number;
  loaded: boolean;
}

export const useJobs = create<JobsState>()(() => ({ jobs: [], pictures: 0, loaded: false }));

/** Whether a job was done with a scene, or made it. */
export const ofScene = (job: StudioJob, place: string | null): boolean => job.place === place || (job.made !== null && job.made === place);

const ended = new Set(["finished", "failed", "cancelled", "lost"]);
export const hasEnded = (job: StudioJob): boolean => ended.has(job.state);

/** Jobs of this page that nobody has been told of the end of. */
const awaited = new Map<string, (job: StudioJob) => void>();

/** A list with a job put in its place: the newest first. */
export function withJob(jobs: readonly StudioJob[], job: StudioJob): StudioJob[] {
  const at = jobs.findIndex((each) => each.id === job.id);
  if (at >= 0) return jobs.map((each, index) => (index === at ? job : each));
  return [job, ...jobs].sort((a, b) => (a.queued < b.queued ? 1 : -1));
}

function take(job: StudioJob): void {
  if (hasEnded(job) && job.action === "render") useJobs.setState((now) => ({ pictures: now.pictures + 1 }));
  if (job.quiet) return;
  const before = useJobs.getState().jobs.find((each) => each.id === job.id);
  useJobs.setState((now) => ({ jobs: withJob(now.jobs, job) }));
  if (!hasEnded(job) || (before !== undefined && hasEnded(before))) return;
  const listener = awaited.get(job.id);
  awaited.delete(job.id);
  if (listener) listener(job);
  else if (before !== undefined) tellEnd(job);
}

/** What the toast of a finished job offers, by the kind of job, where that is more than to look at it. */
export const nextSteps = new Map<string, (job: StudioJob) => NonNullable<Toast["action"]>>();

function nextStep(job: StudioJob): Toast["action"] {
  const next = nextSteps.get(job.action);
  if (job.made !== null) return { label: "Open the scene", run: () => void openMade(job) };
  if (next !== undefined) return next(job);
  return showJob();
}

/** The first page has no list of jobs. */
function showJob(): Toast["action"] {
  return useStudio.getState().session?.scene == null ? undefined : { label: "Show it", run: () => showTab("jobs") };
}

/** A toast for a job that ends. One that was cancelled was so by the person, who needs no message. */
export function tellEnd(job: StudioJob): void {
  const name = jobName(job);
  if (job.state === "finished") toast("success", `${name} is finished.`, nextStep(job));
  else if (job.state === "failed" || job.state === "lost") toast("error", `${name} failed: ${job.error?.message ?? "nobody knows why"}`, showJob());
}

export async function openMade(job: StudioJob): Promise<void> {
  if (job.made === null) return;
  try {
    await openPlace(job.made);
  } catch (error) {
    tellFailure(error);
  }
}

export function tellFailure(error: unknown): void {
  toast("error", error instanceof Error ? error.message : String(error));
}

export async function loadJobs(): Promise<void> {
  try {
    const { jobs } = await getJson<{ jobs: StudioJob[] }>("/api/jobs");
    useJobs.setState({ jobs, loaded: true });
  } catch (error) {
    // without a connection there is a banner already
    if (!(error instanceof RequestFailure) || error.status !== 0) tellFailure(error);
  }
}

/** Called once: follows the jobs over all scenes of the page. */
export function beginJobs(): void {
  onEvent((event) => {
    if (event.type === "job") take(event.job);
    else if (event.type === "missed") void loadJobs();
  });
  useStudio.subscribe((now, before) => {
    const came = now.session !== null && now.session.id !== before.session?.id;
    if (came || (now.connected && !before.connected)) void loadJobs();
  });
}

/**
 * Starts a job. `whenEnded` is called in place of a toast.
 *
 * Throws a RequestFailure where it is refused.
 */
export async function startJob(
  action: string,
  request: Record<string, unknown>,
  { key = "", whenEnded }: { key?: string; whenEnded?: (job: StudioJob) => void } = {},
): Promise<StudioJob> {
  const command = commandName();
  const path = sessionPath(`/jobs/${action}`);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { job } = await sendJson<{ job: StudioJob }>("POST", path, { request, key, command });
      const known = useJobs.getState().jobs.find((each) => each.id === job.id);
      if (whenEnded !== undefined) {
        // its end may have been told before this answer came
        if (known !== undefined && hasEnded(known)) queueMicrotask(() => whenEnded(known));
        else awaited.set(job.id, whenEnded);
      }
      if (known === undefined) take(job);
      return known ?? job;
    } catch (error) {
      if (!(error instanceof RequestFailure) || error.status !== 0 || attempt >= 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
    }
  }
}

async function order(job: StudioJob, what: "cancel" | "stop" | "again", body: Record<string, unknown> = {}): Promise<StudioJob | null> {
  try {
    const answer = await sendJson<{ job: StudioJob }>("POST", `/api/jobs/${encodeURIComponent(job.id)}/${what}`, body);
    take(answer.job);
    return answer.job;
  } catch (error) {
    tellFailure(error);
    return null;
  }
}

export const cancelJob = (job: StudioJob): Promise<StudioJob | null> => order(job, "cancel");
/** Ends a training early; what it has is kept. */
export const stopJob = (job: StudioJob): Promise<StudioJob | null> => order(job, "stop");
export const repeatJob = (job: StudioJob, key = ""): Promise<StudioJob | null> => order(job, "again", { key });

export const jobFile = (job: StudioJob, n: number, query = ""): string => `/api/jobs/${encodeURIComponent(job.id)}/files/${n}${query}`;
