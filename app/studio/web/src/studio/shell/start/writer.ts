// Who writes the program of a new scene. The key of a model provider is kept here, in memory, until the page is closed, and nowhere else.

import { create } from "zustand";

export interface WriterChoice {
  writer: "embedded" | "model";
  /** provider:name */
  model: string;
  baseUrl: string;
  key: string;
  seed: number;
}

export const useWriter = create<WriterChoice>()(() => ({ writer: "embedded", model: "", baseUrl: "", key: "", seed: 0 }));

/** The request of the job that writes a scene. */
export function generateRequest(text: string, choice: WriterChoice): Record<string, unknown> {
  const model = choice.writer === "model" ? { model: choice.model.trim(), ...(choice.baseUrl.trim() !== "" && { base_url: choice.baseUrl.trim() }) } : {};
  return { text: text.trim(), seed: choice.seed, ...model };
}

/** What is missing before a scene can be written; null: nothing. */
export function missingFor(text: string, choice: WriterChoice): string | null {
  if (text.trim() === "") return "Describe the scene first.";
  if (choice.writer === "model" && !/^[^:\s]+:\S+$/.test(choice.model.trim())) return "Name the model as provider:name, such as openai:gpt-5.";
  return null;
}
