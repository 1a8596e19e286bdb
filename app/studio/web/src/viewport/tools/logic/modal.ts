// The grammar of G, R and S: which keys mean what while something is moved, turned or scaled, and what the typed numbers say.
import type { Vec3 } from "../../../protocol";
import { emptyEntry, isTyped, type NumberEntry, numberIn, shownField, typeKey } from "./number_entry";
import { AXES, type Axis, numberOf } from "./transforms";
import { angleText, factorText, figure } from "./units";

export type Mode = "move" | "turn" | "scale";

export interface Constraint {
  axis: Axis;
  /** All but the axis. */
  plane: boolean;
  local: boolean;
}

export interface Modal {
  readonly mode: Mode;
  /** Copies are moved, and the originals stay. */
  readonly copies: boolean;
  readonly constraint: Constraint | null;
  readonly entry: NumberEntry;
}

export type Pressed =
  | { kind: "state"; state: Modal }
  | { kind: "refused"; why: string }
  | { kind: "confirm" }
  | { kind: "cancel" }
  /** The key means nothing here. It must not reach anything else, for a hand is in the middle of something. */
  | { kind: "nothing" };

export const startModal = (mode: Mode, copies = false): Modal => ({ mode, copies, constraint: null, entry: emptyEntry() });

const MODES: Record<string, Mode> = { g: "move", r: "turn", s: "scale" };

/** `key` as a keyboard event names it, letters in lower case. */
export function press(state: Modal, key: string, shift = false): Pressed {
  if (key === "Enter" || key === " ") return { kind: "confirm" };
  if (key === "Escape") return { kind: "cancel" };
  const mode = MODES[key];
  if (mode) return switched(state, mode);
  if (key === "x" || key === "y" || key === "z") return constrained(state, key, shift);
  const entry = typeKey(state.entry, key === "Tab" && shift ? "Shift+Tab" : key, fieldsOf(state).length);
  return entry ? { kind: "state", state: { ...state, entry } } : { kind: "nothing" };
}

function switched(state: Modal, mode: Mode): Pressed {
  if (state.copies && mode !== "move") return { kind: "refused", why: "A copy is made by moving: put it down first, then turn or scale it." };
  return { kind: "state", state: state.mode === mode ? state : startModal(mode, state.copies) };
}

function constrained(state: Modal, axis: Axis, plane: boolean): Pressed {
  if (state.mode === "turn") {
    if (axis === "y" && !plane) return { kind: "state", state };
    return { kind: "refused", why: "Things stand upright and turn about y only: an edit cannot tilt them. Type degrees, or press Esc." };
  }
  const now = state.constraint;
  const same = now !== null && now.axis === axis && now.plane === plane;
  const constraint = !same ? { axis, plane, local: false } : now.local ? null : { axis, plane, local: true };
  const entry = sameMeaning(now, constraint) ? firstOf(state.entry) : emptyEntry();
  return { kind: "state", state: { ...state, constraint, entry } };
}

/** A first number stays while no plane is meant: `g 1 x` is `g x 1`. */
function sameMeaning(before: Constraint | null, after: Constraint | null): boolean {
  return (before === null || !before.plane) && (after === null || !after.plane);
}

function firstOf(entry: NumberEntry): NumberEntry {
  return { fields: entry.fields.slice(0, 1), negative: entry.negative.slice(0, 1), current: 0 };
}

/** The axes that the typed numbers belong to, in order. */
export function fieldsOf(state: Modal): Axis[] {
  if (state.mode === "turn") return ["y"];
  const { constraint } = state;
  if (!constraint) return [...AXES];
  return AXES.filter((axis) => (axis === constraint.axis) !== constraint.plane);
}

export interface Values {
  /** Metres: of the world, or with `local` along the own axes of each thing. */
  by: Vec3;
  degrees: number;
  factors: Vec3;
  local: boolean;
}

/** What the typed numbers say; null where none was typed and the pointer counts. */
export function typedValues(state: Modal): Values | null {
  if (!isTyped(state.entry)) return null;
  const fields = fieldsOf(state);
  const numbers = fields.map((_, i) => numberIn(state.entry, i));
  const by: Vec3 = [0, 0, 0];
  const factors: Vec3 = [1, 1, 1];
  fields.forEach((axis, i) => {
    by[numberOf(axis)] = numbers[i] ?? 0;
    factors[numberOf(axis)] = numbers[i] ?? 1;
  });
  const first = numbers[0] ?? 1;
  // one number scales evenly: along all axes that are free
  if (state.mode === "scale" && numbers.slice(1).every((number) => number === null)) fields.forEach((axis) => (factors[numberOf(axis)] = first));
  return { by, degrees: numbers[0] ?? 0, factors, local: state.constraint?.local ?? false };
}

const NAMES: Record<Mode, string> = { move: "Move", turn: "Turn", scale: "Scale" };

/** One line: what is done, by how much, along what. */
export function readout(state: Modal, values: Values, unit: string): string {
  const name = state.copies ? "Copy" : NAMES[state.mode];
  const typed = isTyped(state.entry);
  const written = (i: number, otherwise: string): string => {
    if (!typed) return otherwise;
    const shown = shownField(state.entry, i);
    return i === state.entry.current ? `[${shown}|]` : shown === "" || shown === "−" ? otherwise : shown;
  };
  const parts = fieldsOf(state).map((axis, i) => {
    const at = numberOf(axis);
    if (state.mode === "turn") return `${written(i, angleText(values.degrees).replace("°", ""))}°`;
    if (state.mode === "scale") return `${axis} ${written(i, figure(values.factors[at]))}`;
    return `${axis} ${written(i, figure(values.by[at]))}`;
  });
  const even = values.factors[0] === values.factors[1] && values.factors[1] === values.factors[2];
  const amount = state.mode === "scale" && !typed && even ? factorText(values.factors[0]) : parts.join("  ");
  const tail = state.mode === "move" ? ` ${unit}` : "";
  return [`${name}  ${amount}${tail}`, constraintText(state)].filter(Boolean).join("  ·  ");
}

function constraintText(state: Modal): string {
  if (state.mode === "turn") return "about y";
  const { constraint } = state;
  if (!constraint) return "";
  const frame = constraint.local ? "own" : "world";
  const axes = constraint.plane ? AXES.filter((axis) => axis !== constraint.axis).join(" and ") : constraint.axis;
  return `along ${frame} ${axes}`;
}
