// Who answers the chat: the embedded editor, or a language model. The choice is kept with the session, and goes with each sentence.

import { create } from "zustand";
import type { StudioModels } from "../../../protocol";
import { choiceOf, recordOf, textOf } from "../../shell/state/kept";
import { keepInterface, keepPart, useStudio } from "../../state/studio";

export interface Answerer {
  editor: "embedded" | "model";
  /** provider:name; "": the studio's own. */
  model: string;
}

export const useAnswerer = create<Answerer>()(() => ({ editor: "embedded", model: "" }));

export function chooseAnswerer(change: Partial<Answerer>): void {
  useAnswerer.setState(change);
  keepInterface();
}

/** Whether there is any choice. */
export const modelsOffered = (models: StudioModels | undefined): boolean => models !== undefined && (models.own !== null || models.any);

/** Whether a text names a model: a provider, a colon and a name. */
export const namesModel = (text: string): boolean => /^[^:\s]+:\S+$/.test(text.trim());

/** The model that answers, by its name; null: the embedded editor does, or no model is named yet. */
export function answeringModel({ editor, model }: Answerer, models: StudioModels | undefined): string | null {
  if (editor === "embedded" || !modelsOffered(models)) return null;
  const named = models!.any ? model.trim() : "";
  return named === "" ? models!.own : named;
}

/** The fields of a sentence that say who is to answer it. */
export function answerFields(choice: Answerer, models: StudioModels | undefined): { editor: string; model?: string } {
  const name = answeringModel(choice, models);
  if (name === null) return { editor: "embedded" };
  return name === models!.own ? { editor: "model" } : { editor: "model", model: name };
}

/** What is missing before a sentence can be sent; null: nothing. */
export function missingForAnswer(choice: Answerer, models: StudioModels | undefined): string | null {
  if (choice.editor === "embedded" || !modelsOffered(models)) return null;
  const name = answeringModel(choice, models);
  if (name === null || !namesModel(name)) return "Name the model as provider:name, such as ollama:qwen3, or choose the embedded editor.";
  return null;
}

/** Called once, before the session is opened. */
export function beginAnswerer(): void {
  keepPart("answerer", () => useAnswerer.getState());
  useStudio.subscribe((now, before) => {
    if (now.session === null || now.session.id === before.session?.id) return;
    const kept = recordOf(now.session.interface["answerer"]);
    const last = useAnswerer.getState();
    useAnswerer.setState({ editor: choiceOf(kept["editor"], ["embedded", "model"], last.editor), model: textOf(kept["model"], last.model) });
  });
}
