// The keys of the viewport, in one table: what is pressed, what happens, and in words for the dialog of shortcuts.

export type CommandName =
  | "move" | "turn" | "scale" | "duplicate" | "delete" | "hide" | "hide-others" | "show-all"
  | "select-all" | "select-none" | "next" | "nudge-left" | "nudge-right" | "nudge-away" | "nudge-near" | "nudge-up" | "nudge-down"
  | "view-front" | "view-back" | "view-right" | "view-left" | "view-top" | "view-bottom" | "view-opposite" | "view-camera" | "view-projection"
  | "focus" | "show-whole" | "next-tool" | "measure" | "walk" | "undo" | "redo" | "leave";

export interface Stroke {
  /** The letter or name that the key writes, lower case; or, with `code`, the place of the key. */
  key?: string;
  code?: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

export interface KeyRow {
  command: CommandName;
  /** As the dialog shows it. */
  shown: string;
  what: string;
  group: "Transform" | "Edit" | "Select" | "View" | "Tools";
  strokes: readonly Stroke[];
  /** Only with the focus in the viewport itself, not where nothing has it. */
  focused?: true;
}

export interface SpokenKey {
  shown: string;
  what: string;
  group: "Selecting" | "While moving, turning or scaling" | "While dragging" | "Walking" | "Measuring";
}

const letter = (key: string, more: Omit<Stroke, "key"> = {}): Stroke => ({ key, ...more });
const pad = (digit: string, more: Omit<Stroke, "code"> = {}): Stroke => ({ code: `Numpad${digit}`, ...more });
const row = (digit: string, more: Omit<Stroke, "code"> = {}): Stroke => ({ code: `Digit${digit}`, ...more });
/** With Alt some keyboards write other letters, so the place of the key counts. */
const placed = (code: string): Stroke => ({ code, alt: true });
/** A digit by itself, on either part of the keyboard; and with Ctrl or Alt, for browsers keep one of both for their tabs. */
const plain = (digit: string): Stroke[] => [pad(digit), row(digit)];
const other = (digit: string): Stroke[] => [pad(digit, { ctrl: true }), row(digit, { alt: true }), pad(digit, { alt: true }), row(digit, { ctrl: true })];

export const KEYS: readonly KeyRow[] = [
  { command: "move", shown: "G", what: "Move what is selected", group: "Transform", strokes: [letter("g")] },
  { command: "turn", shown: "R", what: "Turn about the upright axis", group: "Transform", strokes: [letter("r")] },
  { command: "scale", shown: "S", what: "Scale", group: "Transform", strokes: [letter("s")] },
  { command: "duplicate", shown: "Shift+D", what: "Make a copy and move it", group: "Transform", strokes: [letter("d", { shift: true })] },
  { command: "nudge-left", shown: "←", what: "Nudge by the grid, to the left", group: "Transform", strokes: [letter("arrowleft")], focused: true },
  { command: "nudge-right", shown: "→", what: "Nudge by the grid, to the right", group: "Transform", strokes: [letter("arrowright")], focused: true },
  { command: "nudge-away", shown: "↑", what: "Nudge by the grid, away from you", group: "Transform", strokes: [letter("arrowup")], focused: true },
  { command: "nudge-near", shown: "↓", what: "Nudge by the grid, toward you", group: "Transform", strokes: [letter("arrowdown")], focused: true },
  { command: "nudge-up", shown: "Shift+↑", what: "Nudge by the grid, up", group: "Transform", strokes: [letter("arrowup", { shift: true })], focused: true },
  { command: "nudge-down", shown: "Shift+↓", what: "Nudge by the grid, down", group: "Transform", strokes: [letter("arrowdown", { shift: true })], focused: true },

  { command: "delete", shown: "Del, X", what: "Delete what is selected", group: "Edit", strokes: [letter("delete"), letter("x")] },
  { command: "undo", shown: "Ctrl+Z", what: "Undo", group: "Edit", strokes: [letter("z", { ctrl: true })] },
  { command: "redo", shown: "Ctrl+Shift+Z, Ctrl+Y", what: "Redo", group: "Edit", strokes: [letter("z", { ctrl: true, shift: true }), letter("y", { ctrl: true })] },

  { command: "select-all", shown: "A", what: "Select all things", group: "Select", strokes: [letter("a")] },
  { command: "select-none", shown: "Alt+A", what: "Select nothing", group: "Select", strokes: [placed("KeyA")] },
  { command: "next", shown: "Tab", what: "Select the next thing; after the last one, and with Shift, leave the viewport", group: "Select", strokes: [letter("tab")], focused: true },
  { command: "hide", shown: "H", what: "Hide what is selected", group: "Select", strokes: [letter("h")] },
  { command: "hide-others", shown: "Shift+H", what: "Hide all but what is selected", group: "Select", strokes: [letter("h", { shift: true })] },
  { command: "show-all", shown: "Alt+H", what: "Show all that is hidden", group: "Select", strokes: [placed("KeyH")] },

  { command: "view-front", shown: "1", what: "View from the front", group: "View", strokes: plain("1") },
  { command: "view-back", shown: "Ctrl+1, Alt+1", what: "View from the back", group: "View", strokes: other("1") },
  { command: "view-right", shown: "3", what: "View from the right", group: "View", strokes: plain("3") },
  { command: "view-left", shown: "Ctrl+3, Alt+3", what: "View from the left", group: "View", strokes: other("3") },
  { command: "view-top", shown: "7", what: "View from the top: the plan", group: "View", strokes: plain("7") },
  { command: "view-bottom", shown: "Ctrl+7, Alt+7", what: "View from below", group: "View", strokes: other("7") },
  { command: "view-opposite", shown: "9", what: "View from the other side", group: "View", strokes: plain("9") },
  { command: "view-camera", shown: "0", what: "View of the scene's camera", group: "View", strokes: plain("0") },
  { command: "view-projection", shown: "5", what: "Perspective, or the nearest straight view", group: "View", strokes: plain("5") },
  { command: "focus", shown: "F, numpad .", what: "Look at what is selected", group: "View", strokes: [letter("f"), { code: "NumpadDecimal" }, letter(".")] },
  { command: "show-whole", shown: "Home", what: "Look at the whole scene", group: "View", strokes: [letter("home")] },

  { command: "next-tool", shown: "T", what: "Next tool: select, or handles to move, turn or scale", group: "Tools", strokes: [letter("t")] },
  { command: "measure", shown: "M", what: "Measure", group: "Tools", strokes: [letter("m")] },
  { command: "walk", shown: "Shift+W", what: "Walk through the scene", group: "Tools", strokes: [letter("w", { shift: true })] },
  { command: "leave", shown: "Esc", what: "Leave the tool, then the selection", group: "Tools", strokes: [letter("escape")] },
];

/** Keys that only mean something in the middle of something; for the dialog. */
export const HELD_KEYS: readonly SpokenKey[] = [
  { shown: "Click, Shift+click", what: "Select a thing, or one more", group: "Selecting" },
  { shown: "Double click", what: "Select a part of it", group: "Selecting" },
  { shown: "B, Ctrl+drag", what: "Draw a box around things", group: "Selecting" },
  { shown: "X, Y, Z", what: "Along this axis; pressed again, along the thing's own axis", group: "While moving, turning or scaling" },
  { shown: "Shift+X, Y, Z", what: "Along both other axes", group: "While moving, turning or scaling" },
  { shown: "0–9 . − ⌫", what: "Type the number; Tab goes to the next one", group: "While moving, turning or scaling" },
  { shown: "Enter, click", what: "Keep it", group: "While moving, turning or scaling" },
  { shown: "Esc, right click", what: "Leave it as it was", group: "While moving, turning or scaling" },
  { shown: "Ctrl", what: "Turn snapping off, or on where it is off", group: "While dragging" },
  { shown: "Shift", what: "Straight up and down", group: "While dragging" },
  { shown: "Alt", what: "Drag a copy", group: "While dragging" },
  { shown: "W A S D, arrows", what: "Walk; with Shift, faster", group: "Walking" },
  { shown: "Drag", what: "Look around", group: "Walking" },
  { shown: "Q, E", what: "Turn left, right", group: "Walking" },
  { shown: "Click twice", what: "Distance of two points; near corners, edges and centres they snap", group: "Measuring" },
];

export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The command of a key; null where it means nothing. On a Mac, Command counts as Ctrl. */
export function commandOf(event: Pressed): KeyRow | null {
  const ctrl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const fits = (stroke: Stroke): boolean =>
    (stroke.code !== undefined ? stroke.code === event.code : stroke.key === key) &&
    ctrl === (stroke.ctrl ?? false) &&
    event.shiftKey === (stroke.shift ?? false) &&
    event.altKey === (stroke.alt ?? false);
  return KEYS.find((entry) => entry.strokes.some(fits)) ?? null;
}

const TEXT = "input, textarea, select, [contenteditable], .cm-editor, [role='textbox'], [role='combobox']";

const BUTTON = "button, a[href], [role='button']";
/** What has keys of its own, with all that is in it. */
const OWN_KEYS = "dialog, [role='dialog'], [role='alertdialog'], [role='menu'], [role='listbox'], [role='grid'], [role='tree']";

/** Whether keys are for the viewport: it, a button elsewhere or nothing at all has the focus, and no text is being written. */
export function keysAreOurs(active: Element | null, host: Element, event: { target: EventTarget | null; isComposing?: boolean }): boolean {
  if (event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : null;
  for (const element of [active, target]) {
    const text = element?.closest(TEXT);
    if (text && text.getAttribute("contenteditable") !== "false") return false;
  }
  const nobody = active === null || active === document.body || active === document.documentElement;
  // a host may lend its keys: of a list of the scene's things, say
  if (nobody || host.contains(active) || active.closest("[data-viewport-keys]") !== null) return true;
  // a button keeps the focus after a click, or has it back from a dialog
  return active.closest(BUTTON) !== null && active.closest(OWN_KEYS) === null;
}

const ROW = "[role='toolbar'], [role='tablist'], [role='radiogroup'], [role='menu'], [role='listbox'], [role='grid'], [role='tree']";

/** Whether a key belongs to a focused button, link or the like within the viewport. */
export function controlTakes(active: Element | null, canvas: Element, key: string): boolean {
  if (!active || active === canvas || active === document.body) return false;
  if (!active.closest("button, a[href], [role='button'], [role='menu'], [role='listbox'], [tabindex]")) return false;
  if (["Enter", " ", "Tab", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(key)) return true;
  // a button by itself has no first and last one
  return (key === "Home" || key === "End") && active.closest(ROW) !== null;
}
