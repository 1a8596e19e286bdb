// Numbers that are typed while something is moved: digits, one dot, minus, backspace, and Tab between several of them.

export interface NumberEntry {
  /** What was typed into each field; "" where the pointer or 0 counts. */
  readonly fields: readonly string[];
  readonly current: number;
  readonly negative: readonly boolean[];
}

export const emptyEntry = (): NumberEntry => ({ fields: [""], current: 0, negative: [false] });
export const isTyped = (entry: NumberEntry): boolean => entry.fields.some((field, i) => field !== "" || entry.negative[i] === true);

const LONGEST = 10;

function replaced<T>(list: readonly T[], at: number, value: T): T[] {
  const out = [...list];
  out[at] = value;
  return out;
}

/** The entry after a key; null where the key means nothing to it. */
export function typeKey(entry: NumberEntry, key: string, most: number): NumberEntry | null {
  const { current } = entry;
  const field = entry.fields[current] ?? "";
  if (/^[0-9]$/.test(key)) return field.length >= LONGEST ? entry : { ...entry, fields: replaced(entry.fields, current, field + key) };
  if (key === "." || key === ",") return field.includes(".") ? entry : { ...entry, fields: replaced(entry.fields, current, `${field}.`) };
  if (key === "-") return { ...entry, negative: replaced(entry.negative, current, entry.negative[current] !== true) };
  if (key === "Backspace") return erased(entry, field);
  if (key === "Tab" || key === "Shift+Tab") {
    if (most < 2) return entry;
    const next = (current + (key === "Tab" ? 1 : most - 1)) % most;
    const count = Math.max(entry.fields.length, next + 1);
    return {
      fields: Array.from({ length: count }, (_, i) => entry.fields[i] ?? ""),
      negative: Array.from({ length: count }, (_, i) => entry.negative[i] ?? false),
      current: next,
    };
  }
  return null;
}

function erased(entry: NumberEntry, field: string): NumberEntry {
  const { current } = entry;
  if (field !== "") return { ...entry, fields: replaced(entry.fields, current, field.slice(0, -1)) };
  if (entry.negative[current]) return { ...entry, negative: replaced(entry.negative, current, false) };
  if (current > 0 && current === entry.fields.length - 1)
    return { fields: entry.fields.slice(0, -1), negative: entry.negative.slice(0, -1), current: current - 1 };
  return entry;
}

/** The number of a field; null where nothing was typed. */
export function numberIn(entry: NumberEntry, at: number): number | null {
  const field = entry.fields[at] ?? "";
  const digits = field.replace(/\.$/, "");
  if (digits === "" || digits === ".") return null;
  const value = Number(digits);
  return entry.negative[at] ? -value + 0 : value;
}

/** What a field shows. */
export function shownField(entry: NumberEntry, at: number): string {
  return `${entry.negative[at] ? "−" : ""}${entry.fields[at] ?? ""}`;
}
