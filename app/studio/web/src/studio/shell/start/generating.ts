// Starts the job that writes a scene, and opens the scene when it is there.

import type { StudioJob } from "../../../protocol";
import { useStudio } from "../../state/studio";
import { openMade, startJob, tellEnd, tellFailure } from "../jobs/jobStore";

/** Opens what a job made; where the person has gone to another scene meanwhile, a toast offers it. */
export function openWhenMade(job: StudioJob): void {
  if (job.state !== "finished" || job.made === null) tellEnd(job);
  else if (useStudio.getState().session?.scene == null) void openMade(job);
  else tellEnd(job);
}

export async function startAndOpen(action: string, request: Record<string, unknown>, key = ""): Promise<StudioJob | null> {
  try {
    return await startJob(action, request, { key, whenEnded: openWhenMade });
  } catch (error) {
    tellFailure(error);
    return null;
  }
}
