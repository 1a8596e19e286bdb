// From an upload to a scene: training, then a scene of its splats. The second job is begun when the first ends, unless the page was
// loaded anew meanwhile: then its toast and the list of jobs offer it.

import type { StudioJob } from "../../../protocol";
import { nextSteps, startJob, tellEnd, tellFailure } from "../jobs/jobStore";
import { startAndOpen } from "./generating";

nextSteps.set("capture_train", (job) => ({ label: "Make a scene of it", run: () => void sceneOfTraining(job) }));

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
