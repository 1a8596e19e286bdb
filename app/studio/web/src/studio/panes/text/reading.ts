// What a scene shows of the text that it was made of, in groups for people.

import type { Dress, DressedScene, GeneratedScene, StudioJob } from "../../../protocol";

export interface ReadLine {
  says: string;
  /** Why it is not shown or not judged; "" where there is no more to say. */
  why: string;
  instead: string;
}

export interface Reading {
  shown: ReadLine[];
  missing: ReadLine[];
  unjudged: ReadLine[];
  notUnderstood: ReadLine[];
}

const line = (says: string, why = "", instead = ""): ReadLine => ({ says, why, instead });

/** Groups of clauses; null: the writer does not say what it understood. What is only told as not served stands with what is missing. */
export function readingOf(made: GeneratedScene): Reading | null {
  if (made.read === null) return null;
  const clauses = made.read.map((clause) => ({ ...clause, line: line(clause.says, clause.why, clause.instead ?? "") }));
  const words = clauses.filter((clause) => clause.about === "words");
  const said = clauses.filter((clause) => clause.about !== "words");
  const told = (word: string, reason: string) => clauses.some(({ says, why }) => mentions(says, word) || (why !== "" && why === reason));
  const others = made.unserved.filter(({ word, reason }) => !told(word, reason));
  return {
    shown: said.filter((clause) => clause.shown === true).map((clause) => clause.line),
    missing: [...said.filter((clause) => clause.shown === false).map((clause) => clause.line), ...others.map(({ word, reason, instead }) => line(word, reason, instead ?? ""))],
    unjudged: said.filter((clause) => clause.shown === null).map((clause) => clause.line),
    notUnderstood: words.map((clause) => line(clause.says, clause.why === "not understood" ? "" : clause.why, clause.instead ?? "")),
  };
}

/** Whether a clause speaks of the word: then it says more than the word does. */
function mentions(says: string, word: string): boolean {
  return says.toLowerCase().split(/[^\p{L}\p{N}]+/u).join(" ").includes(word.toLowerCase());
}

/** One sentence for the whole. */
export function readingSummary({ shown, missing, unjudged, notUnderstood }: Reading): string {
  const all = shown.length + missing.length + unjudged.length;
  const rest = [
    ...(missing.length > 0 ? [`${missing.length} not`] : []),
    ...(unjudged.length > 0 ? [`${unjudged.length} nobody can judge`] : []),
    ...(notUnderstood.length > 0 ? [`${notUnderstood.length} not understood`] : []),
  ];
  const first = all === 0 ? "Nothing of the text could be judged" : `The scene shows ${shown.length} of ${all}`;
  return `${first}${rest.length > 0 ? `; ${rest.join(", ")}` : ""}.`;
}

/** The job that made a scene of a text; null: none is known. */
export function makerOf(jobs: readonly StudioJob[], place: string | null): StudioJob | null {
  if (place === null) return null;
  return jobs.find((job) => job.action === "generate" && job.made === place && job.state === "finished" && typeof job.request["text"] === "string") ?? null;
}

export const seedOf = (job: StudioJob): number => (typeof job.request["seed"] === "number" ? job.request["seed"] : 0);

/** The same text as another scene: with the next seed, and as much beside it as is wanted. */
export function anotherRequest(job: StudioJob, dress: Dress): Record<string, unknown> {
  const { model } = job.request;
  return { ...job.request, seed: seedOf(job) + 1, ...(typeof model === "string" ? {} : { dress }) };
}

/** What a dressing did, in one sentence. */
export function dressedWords({ level, added, removed, kept, left_out: leftOut, changed }: DressedScene): string {
  const parts = [
    ...(added.length > 0 ? [`${added.length} ${added.length === 1 ? "thing" : "things"} came`] : []),
    ...(removed.length > 0 ? [`${removed.length} went`] : []),
    ...(kept.length > 0 ? [`${kept.length} stayed, since somebody moved or changed ${kept.length === 1 ? "it" : "them"}`] : []),
    ...(leftOut.length > 0 ? [`no place was found for ${leftOut.map(({ thing }) => thing.replaceAll("_", " ")).join(", ")}`] : []),
  ];
  if (!changed && parts.length === 0) return level === "none" ? "There is no dressing to take away." : "The scene is dressed so already.";
  return `${parts.join("; ")}.`.replace(/^./, (first) => first.toUpperCase());
}
