// Keys of the whole page. Those of the viewport are its own; a key that it has taken comes here as prevented.

import { stepHistory, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";
import { setShell, showTab, switchWide, switchWrap, useShell } from "./state/shell";
import { openAdding } from "./state/adding";
import { openDialog } from "./state/dialogs";

export interface PageKey {
  shown: string;
  what: string;
  /** In lower case, as the event names it; `mod` is Ctrl, or Command on a Mac. */
  key: string;
  mod?: boolean;
  shift?: boolean;
  alt?: boolean;
  run: () => void;
}

export const pageKeys: readonly PageKey[] = [
  { shown: "Ctrl+Z", what: "Undo", key: "z", mod: true, run: () => void stepHistory("undo") },
  { shown: "Ctrl+Shift+Z", what: "Redo", key: "z", mod: true, shift: true, run: () => void stepHistory("redo") },
  { shown: "Ctrl+Y", what: "Redo", key: "y", mod: true, run: () => void stepHistory("redo") },
  { shown: "Shift+A", what: "Add an object of the catalogue", key: "a", shift: true, run: () => openAdding() },
  { shown: "F12", what: "Render", key: "f12", run: () => openDialog("render") },
  { shown: "Ctrl+E", what: "Export", key: "e", mod: true, run: () => openDialog("export") },
  { shown: "Ctrl+F", what: "Search the outliner", key: "f", mod: true, run: () => focusOutliner() },
  { shown: "Ctrl+K", what: "Query the scene", key: "k", mod: true, run: () => showTab("query") },
  { shown: "Ctrl+/", what: "Chat", key: "/", mod: true, run: () => showTab("chat") },
  { shown: "Alt+O", what: "Outliner, open or closed", key: "o", alt: true, run: () => setShell({ leftOpen: !useShell.getState().leftOpen }) },
  { shown: "Alt+P", what: "Panes at the right, open or closed", key: "p", alt: true, run: () => setShell({ rightOpen: !useShell.getState().rightOpen }) },
  { shown: "Alt+W", what: "Panes at the right, wide or as they were", key: "w", alt: true, run: switchWide },
  { shown: "Alt+Z", what: "Program: long lines wrap, or go on", key: "z", alt: true, run: switchWrap },
  { shown: "Alt+B", what: "Drawer at the bottom, open or closed", key: "b", alt: true, run: () => setShell({ drawerOpen: !useShell.getState().drawerOpen }) },
  { shown: "?", what: "All shortcuts", key: "?", shift: true, run: () => openDialog("help") },
];

function focusOutliner(): void {
  setShell({ leftOpen: true });
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>(".outliner input")?.focus());
}

const writing = "input, textarea, select, [contenteditable]:not([contenteditable='false']), .cm-editor, [role='textbox'], [role='combobox']";

/** Whether somebody writes there: then no letter is a shortcut. */
export function isTextField(element: Element | null): boolean {
  const field = element?.closest(writing) ?? null;
  if (!(field instanceof HTMLInputElement)) return field !== null;
  return !["checkbox", "radio", "range", "button", "submit", "file", "color"].includes(field.type);
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The key of the page that was pressed; null: none. */
export function pageKeyOf(event: KeyPress): PageKey | null {
  const key = event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  return (
    pageKeys.find(
      (each) =>
        each.key === key &&
        mod === (each.mod ?? false) &&
        event.altKey === (each.alt ?? false) &&
        // a sign such as ? needs shift on some keyboards and not on others
        (each.key === "?" || event.shiftKey === (each.shift ?? false)),
    ) ?? null
  );
}

/** Listens for the keys of the page; returns what ends this. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (isTextField(document.activeElement) || document.querySelector("[role='dialog'], [role='alertdialog'], [role='menu']") !== null) return;
    const found = pageKeyOf(event);
    if (found === null || useStudio.getState().scene === null) return;
    event.preventDefault();
    found.run();
  };
  // after the listeners of the document, so that the viewport and panes come first
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** Looks at what is selected, or at all. */
export function frameSelection(): void {
  const { selection } = useStudio.getState();
  if (selection.length > 0) currentViewport()?.focus(selection);
  else currentViewport()?.focus();
}
