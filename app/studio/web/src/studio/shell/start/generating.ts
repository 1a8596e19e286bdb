// Starts the job that writes a scene, and opens the scene when it is there.

import type { GeneratedScene, StudioJob } from "../../../protocol";
import { getJson } from "../../api/client";
import { toast, useStudio } from "../../state/studio";
import { onViewport } from "../../state/viewport";
import { showTab } from "../state/shell";
import { openMade, startJob, tellEnd, tellFailure } from "../jobs/jobStore";

/** Opens what a job made; where the person has gone to another scene meanwhile, a toast offers it. */
export function openWhenMade(job: StudioJob): void {
  const onFirstPage = useStudio.getState().session?.scene == null;
  // the first page shows what failed, and what is left of it
  if (job.state === "failed" && onFirstPage) return;
  if (job.state !== "finished" || job.made === null) tellEnd(job);
  else if (onFirstPage) void openAndTell(job);
  else tellEnd(job);
}

/** Opens a scene, and says what it shows of the text that it was made of. */
async function openAndTell(job: StudioJob): Promise<void> {
  await openMade(job);
  if (Array.isArray(job.request["images"]) && useStudio.getState().session?.scene?.id === job.made) {
    lookAsPictured();
    void tellNotes(job);
  }
  const ofText = typeof job.request["text"] === "string" || job.action === "resume";
  if (ofText && useStudio.getState().session?.scene?.id === job.made) showTab("text");
}

/** Shows a scene as its pictures do, once it is there. */
function lookAsPictured(): void {
  const stop = onViewport((viewport) => {
    if (viewport === null) return;
    // the listener may be called before there is anything to stop
    queueMicrotask(() => stop());
    void viewport.settled().then(() => viewport.view("camera"));
  });
}

const mostNotes = 3;

/** What of the pictures could not be made a scene of. */
async function tellNotes(job: StudioJob): Promise<void> {
  const made = await getJson<GeneratedScene | null>(`/api/jobs/${encodeURIComponent(job.id)}/result`).catch(() => null);
  for (const note of made?.notes.slice(0, mostNotes) ?? []) toast("info", note.replace(/^./, (first) => first.toUpperCase()));
}

/** Opens what a job made, wherever the person is: they asked for it there. */
export function openAnother(job: StudioJob): void {
  if (job.state === "finished" && job.made !== null) void openAndTell(job);
  else tellEnd(job);
}

export async function startAndOpen(action: string, request: Record<string, unknown>, key = "", whenEnded = openWhenMade): Promise<StudioJob | null> {
  try {
    return await startJob(action, request, { key, whenEnded });
  } catch (error) {
    tellFailure(error);
    return null;
  }
}
