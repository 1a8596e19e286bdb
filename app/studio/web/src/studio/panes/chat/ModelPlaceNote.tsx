// Where a model is and whose key it gets, in one sentence.

import type { StudioModels } from "../../../protocol";

const hosted: Record<string, string> = { openai: "OpenAI", "openai-chat": "OpenAI", "openai-responses": "OpenAI", gpt: "OpenAI", anthropic: "Anthropic", claude: "Anthropic", google: "Google", gemini: "Google" };

export interface ModelPlace {
  words: string;
  /** It is at a provider, and the studio has no key for it. */
  keyless: boolean;
}

export function modelPlace(models: StudioModels, name: string): ModelPlace {
  const provider = name.split(":")[0]!.trim().toLowerCase();
  const own = models.own?.split(":")[0]!.toLowerCase();
  if (models.address !== null && (own === undefined || own === provider)) return { words: `${name} is at ${models.address}.`, keyless: false };
  const company = hosted[provider];
  if (company === undefined) return { words: `${name} is asked on the machine of the studio.`, keyless: false };
  if (models.keyed.some((each) => hosted[each] === company)) return { words: `${name} is asked at ${company}, with the key of the studio.`, keyless: false };
  return { words: `The studio has no key for ${company}: it is set in the environment that the studio is started in.`, keyless: true };
}

export function ModelPlaceNote({ models, name }: { models: StudioModels; name: string | null }) {
  return name === null ? null : <p className="field-note muted">{modelPlace(models, name).words}</p>;
}
