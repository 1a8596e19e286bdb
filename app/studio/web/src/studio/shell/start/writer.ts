// Who writes the program of a new scene. The key of a model provider is kept here, in memory, until the page is closed, and nowhere else.

import { create } from "zustand";
import type { Dress } from "../../../protocol";

export interface WriterChoice {
  writer: "embedded" | "model";
  /** provider:name */
  model: string;
  baseUrl: string;
  key: string;
  seed: number;
  /** What the embedded writer adds that nobody asked for. */
  dress: Dress;
}

export const useWriter = create<WriterChoice>()(() => ({ writer: "embedded", model: "", baseUrl: "", key: "", seed: 0, dress: "light" }));

/** The request of the job that writes a scene. */
export function generateRequest(text: string, choice: WriterChoice): Record<string, unknown> {
  const model = choice.writer === "model" ? { model: choice.model.trim(), ...(choice.baseUrl.trim() !== "" && { base_url: choice.baseUrl.trim() }) } : {};
  const dress = choice.writer === "embedded" ? { dress: choice.dress } : {};
  return { text: text.trim(), seed: choice.seed, ...dress, ...model };
}

/** How much nobody asked for, from the least on. */
export const dresses: readonly { id: Dress; label: string; note: string }[] = [
  { id: "only", label: "What I say", note: "Nothing but what the text names." },
  { id: "none", label: "Furniture", note: "What such a room has in any case: a bedroom gets a bed and a wardrobe." },
  { id: "light", label: "Light", note: "Furniture, and what one sees first of a lived-in room: a picture, a plant, curtains, sockets." },
  { id: "full", label: "Full", note: "And all that lies about there." },
];

/** What is missing before a scene can be written; null: nothing. */
export function missingFor(text: string, choice: WriterChoice): string | null {
  if (text.trim() === "") return "Describe the scene first.";
  if (choice.writer === "model" && !/^[^:\s]+:\S+$/.test(choice.model.trim())) return "Name the model as provider:name, such as openai:gpt-6.1-sol.";
  return null;
}
