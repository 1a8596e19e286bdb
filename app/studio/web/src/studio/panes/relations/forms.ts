// Relations as forms: what each takes, read from the reference of the language.

import type { Edit } from "../../../protocol";
import type { LanguageArgument, LanguageEntry } from "../../api/language";

export type FieldKind = "thing" | "things" | "number" | "choice" | "text";

export interface RelationField {
  name: string;
  kind: FieldKind;
  meaning: string;
  /** null: it must be given. */
  default: string | null;
  choices: string[];
}

const common = new Set(["weight", "hard"]);

/** The fields of a relation, without those that all have. */
export function fieldsOf(entry: LanguageEntry): RelationField[] {
  return entry.arguments.filter(({ name }) => !common.has(name)).map((argument) => ({ ...argument, ...kindOf(argument) }));
}

function kindOf({ meaning }: LanguageArgument): { kind: FieldKind; choices: string[] } {
  if (/^a list of names/i.test(meaning)) return { kind: "things", choices: [] };
  if (/name of an instance/i.test(meaning)) return { kind: "thing", choices: [] };
  if (/^(metres|degrees)/i.test(meaning)) return { kind: "number", choices: [] };
  const choices = [...new Set([...meaning.matchAll(/'([a-z_]+)'/g)].map((match) => match[1]!))];
  return { kind: choices.length > 0 ? "choice" : "text", choices };
}

export type FieldValues = Readonly<Record<string, string>>;

/** What is still missing, by the names of the fields. */
export function missingFields(fields: readonly RelationField[], values: FieldValues): string[] {
  return fields.filter((field) => field.default === null && (values[field.name] ?? "").trim() === "").map((field) => field.name);
}

/** The edit that adds a relation. Fields that are as by default are left out. */
export function relationEdit(entry: LanguageEntry, values: FieldValues, hard: boolean): Edit {
  // `joined(a, b, ...)` takes the things one by one, `in_row(items)` takes a list
  const apart = entry.calls[0]?.includes("...") ?? false;
  const given: unknown[] = [];
  const options: [string, unknown][] = [];
  for (const field of fieldsOf(entry)) {
    const text = (values[field.name] ?? "").trim();
    if (field.default === null) {
      if (field.kind !== "things") given.push(read(field, text));
      else if (apart) given.push(...listed(text));
      else given.push(listed(text));
    } else if (text !== "" && text !== field.default) {
      options.push([field.name, read(field, text)]);
    }
  }
  if (hard) options.push(["hard", true]);
  return { kind: "add-relation", relation: entry.name, arguments: given, options };
}

function listed(text: string): string[] {
  return text.split("\n").map((each) => each.trim()).filter((each) => each !== "");
}

function read(field: RelationField, text: string): unknown {
  if (field.kind !== "number") return text;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) ? value : text;
}
