// What a person types into a field for a number: a number with or without its unit, a sum, or a change of what is there (`+=0.5`, `*=2`).

/** The new value for an old one. */
export type Entry = (old: number) => number;

/** Factors of units to the unit of the field. */
export type Units = Readonly<Record<string, number>>;

export const lengthUnits: Units = { m: 1, cm: 0.01, mm: 0.001 };
export const angleUnits: Units = { "°": 1, deg: 1 };
export const noUnits: Units = {};

/** Reads what was typed; null where it is no number. */
export function readEntry(text: string, units: Units): Entry | null {
  const plain = text.trim().replace(/,(?=\d)/g, ".").replaceAll("−", "-").replaceAll("×", "*");
  const relative = /^([-+*/])=(.*)$/.exec(plain);
  const value = new Reader(relative?.[2] ?? plain, units).read();
  if (value === null || !Number.isFinite(value)) return null;
  switch (relative?.[1]) {
    case "+":
      return (old) => old + value;
    case "-":
      return (old) => old - value;
    case "*":
      return (old) => old * value;
    case "/":
      return value === 0 ? null : (old) => old / value;
    default:
      return () => value;
  }
}

/** A reader of sums and products with brackets. Nothing is ever run. */
class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly units: Units,
  ) {}

  read(): number | null {
    if (this.text.length > 200) return null;
    const value = this.sum();
    this.skip();
    return this.at === this.text.length ? value : null;
  }

  private sum(): number | null {
    let value = this.product();
    for (;;) {
      const sign = this.next("+-");
      if (value === null || sign === null) return value;
      const more = this.product();
      if (more === null) return null;
      value = sign === "+" ? value + more : value - more;
    }
  }

  private product(): number | null {
    let value = this.single();
    for (;;) {
      const sign = this.next("*/");
      if (value === null || sign === null) return value;
      const more = this.single();
      if (more === null) return null;
      value = sign === "*" ? value * more : value / more;
    }
  }

  private single(): number | null {
    const sign = this.next("+-");
    if (sign !== null) {
      const value = this.nested(() => this.single());
      return value === null ? null : sign === "-" ? -value : value;
    }
    if (this.next("(") !== null) {
      const value = this.nested(() => this.sum());
      return value !== null && this.next(")") !== null ? value : null;
    }
    this.skip();
    const number = /^(\d+\.?\d*|\.\d+)(e[-+]?\d+)?/i.exec(this.text.slice(this.at));
    if (number === null) return null;
    this.at += number[0].length;
    return Number(number[0]) * this.unit();
  }

  private unit(): number {
    this.skip();
    const word = /^(°|[a-z]+)/i.exec(this.text.slice(this.at))?.[0];
    const factor = word === undefined ? undefined : this.units[word.toLowerCase()];
    if (word === undefined || factor === undefined) return 1;
    this.at += word.length;
    return factor;
  }

  private nested(read: () => number | null): number | null {
    this.depth += 1;
    const value = this.depth > 40 ? null : read();
    this.depth -= 1;
    return value;
  }

  private next(signs: string): string | null {
    this.skip();
    const sign = this.text[this.at];
    if (sign === undefined || !signs.includes(sign)) return null;
    this.at += 1;
    return sign;
  }

  private skip(): void {
    while (this.text[this.at] === " ") this.at += 1;
  }
}

/** A number for people: no zeros at its end, and no minus before nothing. */
export function shownNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** The value after a drag of so many pixels. Shift makes it ten times as fast, Alt ten times as slow. */
export function scrubbed(start: number, pixels: number, step: number, keys: { shift: boolean; alt: boolean }, limits: { min?: number; max?: number } = {}): number {
  const fine = step * (keys.shift ? 10 : keys.alt ? 0.1 : 1);
  const value = Math.round((start + Math.round(pixels / 2) * fine) / (fine / 10)) * (fine / 10);
  return Math.min(Math.max(value, limits.min ?? -Infinity), limits.max ?? Infinity);
}

/** The one value that all have, within a digit that is not shown; null where they differ. */
export function commonValue(values: readonly number[], tolerance = 5e-5): number | null {
  const [first, ...others] = values;
  if (first === undefined) return null;
  return others.every((value) => Math.abs(value - first) <= tolerance) ? first : null;
}

export function commonText(values: readonly (string | null)[]): { same: boolean; value: string | null } {
  const [first, ...others] = values;
  return { same: others.every((value) => value === first), value: first ?? null };
}
