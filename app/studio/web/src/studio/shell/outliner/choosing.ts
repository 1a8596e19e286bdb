// What the keyboard and clicks do in a list of rows: which rows become selected, and which one has the focus.

import type { TreeRow } from "./tree";

export interface Choice {
  selection: string[];
  /** Where a range begins. */
  anchor: string;
  focus: string;
}

export interface Held {
  ctrl: boolean;
  shift: boolean;
}

/** A click on a row. With shift, all from the anchor to it; with ctrl, it is added or taken away. */
export function clicked(rows: readonly TreeRow[], selection: readonly string[], anchor: string | null, path: string, held: Held): Choice {
  if (held.shift && anchor !== null) {
    const range = between(rows, anchor, path);
    const kept = held.ctrl ? selection.filter((each) => !range.includes(each)) : [];
    return { selection: [...kept, ...range], anchor, focus: path };
  }
  if (held.ctrl) {
    const without = selection.filter((each) => each !== path);
    return { selection: without.length === selection.length ? [...selection, path] : without, anchor: path, focus: path };
  }
  return { selection: [path], anchor: path, focus: path };
}

/** The rows from one to another, both included. */
export function between(rows: readonly TreeRow[], from: string, to: string): string[] {
  const first = indexOf(rows, from);
  const last = indexOf(rows, to);
  if (first < 0 || last < 0) return [to];
  return rows.slice(Math.min(first, last), Math.max(first, last) + 1).map((row) => row.item.node.path);
}

export function indexOf(rows: readonly TreeRow[], path: string | null): number {
  return path === null ? -1 : rows.findIndex((row) => row.item.node.path === path);
}

export type Movement = "up" | "down" | "pageUp" | "pageDown" | "first" | "last";

const movements: Record<string, Movement> = {
  ArrowUp: "up",
  ArrowDown: "down",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "first",
  End: "last",
};

export function movementOf(key: string): Movement | null {
  return movements[key] ?? null;
}

/** The row that a movement leads to. */
export function moved(count: number, at: number, movement: Movement, page: number): number {
  if (count === 0) return -1;
  const wanted = { up: at - 1, down: at + 1, pageUp: at - page, pageDown: at + page, first: 0, last: count - 1 }[movement];
  return Math.min(Math.max(wanted, 0), count - 1);
}


/** The rows to draw of a list of equal rows: those in view and some beyond, as [from, to). */
export function windowOf(count: number, scrollTop: number, height: number, row: number, beyond = 8): [number, number] {
  const first = Math.max(Math.floor(scrollTop / row) - beyond, 0);
  const last = Math.min(Math.ceil((scrollTop + height) / row) + beyond, count);
  return [Math.min(first, Math.max(last, 0)), last];
}

/** Where a list must be scrolled to so that a row is in view; null: it is. */
export function scrolledTo(index: number, scrollTop: number, height: number, row: number): number | null {
  const top = index * row;
  if (top < scrollTop) return Math.max(top - row, 0);
  if (top + row > scrollTop + height) return top + 2 * row - height;
  return null;
}
