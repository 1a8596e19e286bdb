// What the Scene Language offers, for completion, hover help and forms: fetched once, when it is first asked for.

import { getJson } from "./client";

export interface LanguageArgument {
  name: string;
  /** As written in a program; null where it must be given. */
  default: string | null;
  meaning: string;
}

export interface LanguageEntry {
  name: string;
  kind: "function" | "primitive" | "relation" | "table";
  group: string;
  /** How it is called, such as `near(a, b, lo=0.0, hi=1.5)`. */
  calls: string[];
  /** Paragraphs. */
  meaning: string[];
  arguments: LanguageArgument[];
  facts: string[];
  returns: string;
}

export interface Language {
  entries: LanguageEntry[];
  /** Words that the catalogue knows, with their category. */
  words: { word: string; category: string }[];
}

let asked: Promise<Language> | null = null;

export function language(): Promise<Language> {
  asked ??= getJson<Language>("/api/language").catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}
