// How the page looks: which panels are open, how large they are, which tabs are in front. It is kept with the session, so that a page that is
// loaded anew looks the same.

import { create } from "zustand";
import type { Theme } from "../../state/studio";
import { keepInterface, keepPart, useStudio } from "../../state/studio";
import { booleanOf, choiceOf, numberOf, recordOf } from "./kept";

export const rightTabs = ["program", "inspector", "query", "layout", "history"] as const;
export const drawerTabs = ["chat", "room", "text", "jobs", "timeline"] as const;
export type RightTab = (typeof rightTabs)[number];
export type DrawerTab = (typeof drawerTabs)[number];

/** Sizes are in pixels. */
export interface ShellState {
  leftOpen: boolean;
  leftSize: number;
  rightOpen: boolean;
  rightSize: number;
  /** The panes at the right have more than half of the window; `rightSize` is what they have otherwise. */
  rightWide: boolean;
  rightTab: RightTab;
  /** Long lines of the program go on in the next row. */
  programWraps: boolean;
  drawerOpen: boolean;
  drawerSize: number;
  drawerTab: DrawerTab;
}

const part = (share: number, least: number, most: number): number => Math.round(Math.min(Math.max((globalThis.innerWidth ?? 1280) * share, least), most));

/** The first look: a program of a scene is to be read, and the view has most of the window. */
export const firstShell: ShellState = {
  leftOpen: true,
  leftSize: part(0.17, 200, 260),
  rightOpen: true,
  rightSize: part(0.34, 380, 620),
  rightWide: false,
  rightTab: "program",
  programWraps: true,
  drawerOpen: false,
  drawerSize: 264,
  drawerTab: "chat",
};

/** What was kept, with the first look where it cannot be read. */
export function readShell(kept: unknown): ShellState {
  const values = recordOf(kept);
  return {
    leftOpen: booleanOf(values["leftOpen"], firstShell.leftOpen),
    leftSize: numberOf(values["leftSize"], firstShell.leftSize, 160, 800),
    rightOpen: booleanOf(values["rightOpen"], firstShell.rightOpen),
    rightSize: numberOf(values["rightSize"], firstShell.rightSize, 240, 1600),
    rightWide: booleanOf(values["rightWide"], firstShell.rightWide),
    programWraps: booleanOf(values["programWraps"], firstShell.programWraps),
    rightTab: choiceOf(values["rightTab"], rightTabs, firstShell.rightTab),
    drawerOpen: booleanOf(values["drawerOpen"], firstShell.drawerOpen),
    drawerSize: numberOf(values["drawerSize"], firstShell.drawerSize, 120, 1200),
    drawerTab: choiceOf(values["drawerTab"], drawerTabs, firstShell.drawerTab),
  };
}

export const useShell = create<ShellState>()(() => firstShell);

/** Changes how the page looks, and keeps it. */
export function setShell(change: Partial<ShellState>): void {
  const now = useShell.getState();
  const names = Object.keys(change) as (keyof ShellState)[];
  if (names.every((name) => Object.is(now[name], change[name]))) return;
  useShell.setState(change);
  keepInterface();
}

/** Makes the panes at the right wide, or as they were. */
export function switchWide(): void {
  setShell({ rightWide: !useShell.getState().rightWide, rightOpen: true });
}

export function switchWrap(): void {
  setShell({ programWraps: !useShell.getState().programWraps });
}

/** Brings a tab to the front, and opens the panel that it is in. */
export function showTab(tab: RightTab | DrawerTab): void {
  if ((rightTabs as readonly string[]).includes(tab)) setShell({ rightTab: tab as RightTab, rightOpen: true });
  else setShell({ drawerTab: tab as DrawerTab, drawerOpen: true });
}

// -- theme: also kept in the browser, so that the first paint of a new page has it ----------------------------------------------------

const themes: readonly Theme[] = ["dark", "light", "system"];
const themeKey = "scenewright.theme";

export function setTheme(theme: Theme): void {
  useStudio.setState({ theme });
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // a browser that keeps nothing
  }
  keepInterface();
}

function firstTheme(): Theme {
  try {
    return choiceOf(localStorage.getItem(themeKey), themes, "system");
  } catch {
    return "system";
  }
}

/** Begins to keep the look of the page. Called once, before the session is opened. */
export function beginShell(): void {
  useStudio.setState({ theme: firstTheme() });
  keepPart("shell", () => useShell.getState());
  keepPart("theme", () => useStudio.getState().theme);
  useStudio.subscribe((now, before) => {
    if (now.session === null || now.session.id === before.session?.id) return;
    useShell.setState(readShell(now.session.interface["shell"]));
    const kept = choiceOf(now.session.interface["theme"], themes, now.theme);
    if (kept !== now.theme) useStudio.setState({ theme: kept });
  });
}
