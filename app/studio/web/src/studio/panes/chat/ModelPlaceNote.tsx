// Where a model is and whose key it gets, in one sentence.

import type { StudioModels } from "../../../protocol";

const hosted: Record<string, string> = { openai: "OpenAI", "openai-chat": "OpenAI", "openai-responses": "OpenAI", gpt: "OpenAI", anthropic: "Anthropic", claude: "Anthropic", google: "Google", gemini: "Google" };

export function modelPlaceWords(models: StudioModels, name: string | null): string | null {
  if (name === null) return null;
  const provider = name.split(":")[0]!.trim().toLowerCase();
  const own = models.own?.split(":")[0]!.toLowerCase();
  if (models.address !== null && (own === undefined || own === provider)) return `${name} is at ${models.address}.`;
  const company = hosted[provider];
  if (company === undefined) return `${name} is asked on the machine of the studio.`;
  const keyed = models.keyed.some((each) => hosted[each] === company);
  return keyed ? `${name} is asked at ${company}, with the key of the studio.` : `The studio has no key for ${company}: it is set in the environment that the studio is started in.`;
}

export function ModelPlaceNote({ models, name }: { models: StudioModels; name: string | null }) {
  const words = modelPlaceWords(models, name);
  return words === null ? null : <p className="field-note muted">{words}</p>;
}
