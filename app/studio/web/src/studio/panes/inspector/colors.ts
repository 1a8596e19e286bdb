// Colours as numbers from 0 to 1 and as people write them.

import type { Vec3 } from "../../../protocol";

export function hexOf(color: readonly number[]): string {
  return `#${color
    .slice(0, 3)
    .map((part) => Math.round(Math.min(Math.max(part, 0), 1) * 255).toString(16).padStart(2, "0"))
    .join("")}`;
}

/** `#rgb` and `#rrggbb`, with or without `#`; null for anything else. */
export function colorOfHex(text: string): Vec3 | null {
  const plain = text.trim().replace(/^#/, "");
  const digits = /^[0-9a-f]{3}$/i.test(plain) ? [...plain].map((digit) => digit + digit).join("") : plain;
  if (!/^[0-9a-f]{6}$/i.test(digits)) return null;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** What an edit takes for a text: numbers for a hex, else the name, which the server knows or refuses. */
export function colorValue(text: string): Vec3 | string | null {
  const plain = text.trim();
  if (plain === "") return null;
  if (plain.startsWith("#")) return colorOfHex(plain);
  return plain;
}
