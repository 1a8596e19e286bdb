// Reads the JSON schema of a renderer's options as fields. Types that the page has no field for are left to the command line.

import { recordOf, textOf } from "../state/kept";

export type OptionField = { name: string; label: string; note: string } & (
  | { kind: "switch"; value: boolean | null; nullable: boolean }
  | { kind: "number"; value: number | null; nullable: boolean; whole: boolean; min: number | undefined; max: number | undefined }
  | { kind: "choice"; value: string | null; nullable: boolean; choices: string[] }
);

export type OptionValue = boolean | number | string;

/** The fields of a schema, without those that are named. */
export function optionFields(schema: unknown, without: ReadonlySet<string> = new Set()): OptionField[] {
  const fields: OptionField[] = [];
  for (const [name, given] of Object.entries(recordOf(recordOf(schema)["properties"]))) {
    const field = without.has(name) ? null : fieldOf(name, recordOf(given));
    if (field !== null) fields.push(field);
  }
  return fields;
}

function fieldOf(name: string, given: Record<string, unknown>): OptionField | null {
  const kinds = Array.isArray(given["anyOf"]) ? given["anyOf"].map(recordOf) : [given];
  const nullable = kinds.some((kind) => kind["type"] === "null");
  const proper = kinds.filter((kind) => kind["type"] !== "null");
  const type = proper.length === 1 ? proper[0]! : null;
  if (type === null) return null;
  const value = given["default"] ?? null;
  const words = name.replaceAll("_", " ");
  const shared = { name, label: words[0]!.toUpperCase() + words.slice(1), note: textOf(given["description"], ""), nullable };
  if (type["type"] === "boolean") return { ...shared, kind: "switch", value: typeof value === "boolean" ? value : null };
  if (type["type"] === "integer" || type["type"] === "number") {
    const whole = type["type"] === "integer";
    return {
      ...shared,
      kind: "number",
      value: typeof value === "number" ? value : null,
      whole,
      min: bound(type, "minimum", "exclusiveMinimum", whole ? 1 : 1e-3),
      max: bound(type, "maximum", "exclusiveMaximum", whole ? -1 : -1e-3),
    };
  }
  const choices = type["enum"];
  if (Array.isArray(choices) && choices.every((each) => typeof each === "string")) {
    return { ...shared, kind: "choice", value: typeof value === "string" ? value : null, choices };
  }
  return null;
}

function bound(type: Record<string, unknown>, plain: string, exclusive: string, step: number): number | undefined {
  if (typeof type[plain] === "number") return type[plain];
  return typeof type[exclusive] === "number" ? type[exclusive] + step : undefined;
}

/** What differs from the defaults: the server knows those. */
export function changedOptions(fields: readonly OptionField[], values: Readonly<Record<string, OptionValue | null>>): Record<string, OptionValue> {
  const changed: Record<string, OptionValue> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value != null && value !== field.value) changed[field.name] = value;
  }
  return changed;
}
