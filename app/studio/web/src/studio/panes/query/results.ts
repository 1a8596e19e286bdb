// What a query or a question gives, in the form that the pane shows.

import type { Heat } from "../../../protocol";

export interface FoundThing {
  path: string;
  words: string;
  score: number;
  reason: string;
}

export interface QueryAnswer {
  query: string;
  encoder: string;
  calibrated: boolean;
  none: boolean;
  /** Why nothing was found. */
  why: string;
  results: FoundThing[];
}

/** The answer of the action `query`: one answer directly, several in a list. */
export type QueryReport = (QueryAnswer | { queries: QueryAnswer[] }) & { warnings: string[]; missing: string | null };

export function answersOf(report: QueryReport): QueryAnswer[] {
  return "queries" in report ? report.queries : [report];
}

export interface QuestionAnswer {
  answered: boolean;
  kind: string;
  value: string | number | boolean | string[] | null;
  text: string;
  /** `power`: of metres, in which the value is; 0 for a count, a share or a word. */
  basis: { what: string; paths: string[]; value: number | string | null; power: number }[];
  notes: string[];
}

export function isQuestion(text: string): boolean {
  return text.trim().endsWith("?");
}

/** The queries of a text: one a line, or divided by semicolons. */
export function queriesOf(text: string): string[] {
  return [...new Set(text.split(/[;\n]/).map((each) => each.trim()).filter((each) => each !== ""))].slice(0, 12);
}

/** Results that reach the threshold, best first. */
export function shownResults(answer: QueryAnswer, threshold: number): FoundThing[] {
  return answer.results.filter((found) => found.score >= threshold).sort((a, b) => b.score - a.score);
}

/** The heat of several answers together: what fits more than one has its best score. */
export function heatOf(answers: readonly QueryAnswer[], threshold: number): Heat | null {
  const heat: Heat = {};
  for (const answer of answers) for (const { path, score } of shownResults(answer, threshold)) if (path !== "") heat[path] = Math.max(heat[path] ?? 0, score);
  return Object.keys(heat).length === 0 ? null : heat;
}

export function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}

/** A fact with its value, in the unit that its kind has. */
export function factText(fact: QuestionAnswer["basis"][number]): string {
  if (fact.value === null) return fact.what;
  if (typeof fact.value === "string") return `${fact.what}: ${fact.value}`;
  const unit = ["", " m", " m²", " m³"][fact.power] ?? "";
  return `${fact.what}: ${Number(fact.value.toFixed(3))}${unit}`;
}

/** Hues of a palette, far from each other and from the accent colour. */
export const paletteHues = [28, 140, 275, 190, 340, 55, 100, 310] as const;
