// Tasks on the whole room, and what came of them, in words.

import type { RoomTaskDone, StudioJob } from "../../../protocol";

export const taskActions = ["furnish", "rearrange", "tidy", "restyle", "fit"] as const;
export type TaskAction = (typeof taskActions)[number];

/** The last task on a scene; null: none is known. */
export function lastTask(jobs: readonly StudioJob[], place: string | null): StudioJob | null {
  if (place === null) return null;
  return jobs.find((job) => job.place === place && (taskActions as readonly string[]).includes(job.action)) ?? null;
}

/** The result of the job `fit`. */
export interface FittedScene {
  changed: boolean;
  psnr_before: number;
  psnr_after: number;
  things: { path: string; problem: string }[];
  revision: number;
  notes: string[];
}

export interface TaskOutcome {
  says: string;
  done: boolean;
  revision: number;
  /** What could not be done, with the reason. */
  notDone: { thing: string; reason: string }[];
  notes: string[];
}

/** What a task did, whichever it was. */
export function outcomeOf(action: string, result: RoomTaskDone | FittedScene): TaskOutcome {
  if (action === "fit") return fitOutcome(result as FittedScene);
  const { says, done, revision, not_done } = result as RoomTaskDone;
  return { says, done, revision, notDone: not_done, notes: [] };
}

function fitOutcome({ changed, psnr_before, psnr_after, things, revision, notes }: FittedScene): TaskOutcome {
  const better = `it is like the picture by ${psnr_after.toFixed(1)} dB, and was by ${psnr_before.toFixed(1)}`;
  const says = changed ? `The camera and ${things.length === 1 ? "one thing" : `${things.length} things`} were brought to the picture: ${better}.` : "Nothing was changed: the scene would have been less like the picture.";
  return { says, done: changed, revision, notDone: things.filter(({ problem }) => problem !== "").map(({ path, problem }) => ({ thing: path, reason: problem })), notes };
}

export const styles = ["Japandi", "Scandinavian", "industrial", "mid-century modern", "art deco", "coastal", "a warm Victorian look", "blue and white"] as const;

/** The cost of a run for people; "?" where no price is known. */
export function moneyText(dollars: number | null): string {
  if (dollars === null) return "?";
  return dollars < 0.1 ? `$${dollars.toFixed(4)}` : `$${dollars.toFixed(2)}`;
}
