// From an upload to a scene: training, then a scene of its splats. The second job is begun when the first ends, also where the page was
// loaded anew meanwhile: then the list of jobs offers it.

import type { StudioJob } from "../../../protocol";
import { startJob, tellEnd, tellFailure } from "../jobs/jobStore";
import { startAndOpen } from "./generating";

export async function startTraining(upload: string, minutes: number, title: string): Promise<void> {
  await startJob(
    "capture_train",
    { upload, minutes },
    {
      whenEnded: (job) => {
        if (job.state === "finished") void sceneOfTraining(job, title);
        else tellEnd(job);
      },
    },
  );
}

export async function sceneOfTraining(job: StudioJob, title = "capture"): Promise<void> {
  await startAndOpen("splat_scene", { training: job.id, title });
}

/** Splits a training into a room and things: features first, then the program. */
export async function thingsOfTraining(job: StudioJob): Promise<void> {
  try {
    await startJob(
      "capture_field",
      { training: job.id },
      {
        whenEnded: (lifted) => {
          if (lifted.state === "finished") void startAndOpen("capture_program", { lifted: lifted.id });
          else tellEnd(lifted);
        },
      },
    );
  } catch (error) {
    tellFailure(error);
  }
}
