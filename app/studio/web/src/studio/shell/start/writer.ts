// Who writes the program of a new scene. The key of a model provider is kept here, in memory, until the page is closed, and nowhere else.

import { create } from "zustand";
import type { Brief, Dress, Effort, StudioModels } from "../../../protocol";
import { modelPlace } from "../../panes/chat/ModelPlaceNote";

export interface WriterChoice {
  writer: "embedded" | "model";
  /** provider:name */
  model: string;
  baseUrl: string;
  key: string;
  effort: Effort;
  /** Stage by stage: plan, furniture, walls, ceiling, small things. */
  staged: boolean;
  /** Most minutes and US dollars of language models; NaN: as usual. */
  minutes: number;
  money: number;
  seed: number;
  /** What the embedded writer adds that nobody asked for. */
  dress: Dress;
}

export const useWriter = create<WriterChoice>()(() => ({ writer: "embedded", model: "", baseUrl: "", key: "", effort: "standard", staged: false, minutes: NaN, money: NaN, seed: 0, dress: "light" }));

/** What a scene is made from beside its text. */
export interface Shown {
  /** Ids of uploaded pictures. */
  images?: readonly string[];
  brief?: Brief | null;
}

/** The request of the job that writes a scene. */
export function generateRequest(text: string, choice: WriterChoice, { images = [], brief = null }: Shown = {}): Record<string, unknown> {
  const from = { ...(text.trim() !== "" && { text: text.trim() }), ...(images.length > 0 && { images }) };
  if (choice.writer === "embedded") return { ...from, seed: choice.seed, dress: choice.dress };
  const limits = { ...(choice.minutes > 0 && { max_seconds: Math.round(choice.minutes * 60) }), ...(choice.money > 0 && { max_money: choice.money }) };
  return { ...from, seed: choice.seed, ...modelFields(choice), effort: choice.effort, ...(choice.staged && { staged: true }), ...limits, ...(brief !== null && { brief }) };
}

/** The request of the job that says what a text asks for. */
export function briefRequest(text: string, choice: WriterChoice): Record<string, unknown> {
  return { text: text.trim(), ...(choice.writer === "model" && modelFields(choice)) };
}

/** Who goes on with a scene from one of its stages; null: no language model is there for it. */
export function resumeFields(choice: WriterChoice, models: StudioModels | undefined): { fields: Record<string, unknown>; key: string } | null {
  const named = choice.writer === "model" && /^[^:\s]+:\S+$/.test(choice.model.trim());
  if (named) return { fields: modelFields(choice), key: choice.key };
  return models?.own == null ? null : { fields: { writer: "model" }, key: choice.key };
}

/** Which language model is meant: without a name it is the studio's own. */
function modelFields({ model, baseUrl }: WriterChoice): Record<string, unknown> {
  return { writer: "model", ...(model.trim() !== "" && { model: model.trim() }), ...(baseUrl.trim() !== "" && { base_url: baseUrl.trim() }) };
}

/** How much a language model does. */
export const efforts: readonly { id: Effort; label: string; note: string }[] = [
  { id: "quick", label: "Quick", note: "It writes, and mends once what is measured to be wrong." },
  { id: "standard", label: "Standard", note: "It plans, writes, mends twice, and looks at its pictures." },
  { id: "best", label: "Best", note: "Three candidates at the same time; the best is mended and looked at for longer." },
];

/** In how many steps a language model makes a scene. */
export const makings: readonly { id: "once" | "stages"; label: string; note: string }[] = [
  { id: "once", label: "At once", note: "The whole scene in one program, which is then mended." },
  { id: "stages", label: "In stages", note: "Plan, furniture, walls, ceiling, small things: you see each as it is done, and can go on from it later. Some five times as many turns." },
];

/** How much nobody asked for, from the least on. */
export const dresses: readonly { id: Dress; label: string; note: string }[] = [
  { id: "only", label: "What I say", note: "Nothing but what the text names." },
  { id: "none", label: "Furniture", note: "What such a room has in any case: a bedroom gets a bed and a wardrobe." },
  { id: "light", label: "Light", note: "Furniture, and what one sees first of a lived-in room: a picture, a plant, curtains, sockets." },
  { id: "full", label: "Full", note: "And all that lies about there." },
];

/** What is missing before a scene can be written; null: nothing. */
export function missingFor(text: string, choice: WriterChoice, models: StudioModels | undefined, pictures = 0): string | null {
  const said = text.trim() !== "";
  if (!said && pictures === 0) return "Describe the scene first.";
  if (said && pictures > 0 && choice.writer === "embedded") return "Text and pictures together need a language model. Leave one of them out, or choose a model.";
  const named = choice.model.trim() === "" ? (models?.own ?? "") : choice.model.trim();
  if (choice.writer === "model" && !/^[^:\s]+:\S+$/.test(named)) return "Name the model as provider:name, such as openai:gpt-6.1-sol.";
  return null;
}

/** The model that writes, by its name; null: none is named yet. */
export const writingModel = (choice: WriterChoice, models: StudioModels | undefined): string | null => (choice.model.trim() === "" ? (models?.own ?? null) : choice.model.trim());

/** Whether the person has to give a key: the model is at a provider, and the studio has none for it. */
export function wantsKey(choice: WriterChoice, models: StudioModels | undefined): boolean {
  const name = writingModel(choice, models);
  if (models === undefined || name === null) return true;
  if (choice.baseUrl.trim() !== "") return true;
  if (name !== models.own && !models.any) return true;
  return modelPlace(models, name).keyless;
}
