// The state of the page: one store that all panes read. The server's program is the truth; the store follows it step by step.

import { create } from "zustand";
import type { EditReport, Heat, LayoutMarks, SceneNode, SceneState, SceneStep, StudioError, StudioEvent, StudioSession, Tool } from "../../protocol";
import { withNames } from "../../naming";
import { commandName, getJson, RequestFailure, sendAtLast, sendJson } from "../api/client";
import { openEvents, type EventStream } from "../api/events";
import { changedText } from "./text";

export interface Toast {
  id: number;
  kind: "info" | "success" | "error";
  text: string;
  /** What to do about it. */
  action?: { label: string; run: () => void };
}

export type Theme = "dark" | "light" | "system";

export interface StudioStore {
  session: StudioSession | null;
  connected: boolean;
  /** Null while the scene is being opened. */
  scene: SceneState | null;
  /** The text of the program at `scene.revision`. */
  source: string;
  /** What the program pane holds that is not in the scene. */
  draft: "none" | "typing" | "failed";
  /** Why the scene cannot be shown: then the last good one stays. */
  sceneError: StudioError | null;
  /** Commands that the server has not answered. */
  pending: number;
  /** The steps since the page was opened, the last one last. */
  steps: SceneStep[];
  /** What the last change makes collide or float. */
  consequences: string[];

  selection: string[];
  hidden: string[];
  locked: string[];
  /** What layout and chat leave where it is. */
  pinned: string[];
  tool: Tool;
  heat: Heat | null;
  marks: LayoutMarks | null;
  theme: Theme;
  toasts: Toast[];
  /** What the last click in the viewport means, for the line at the bottom; null: nothing is to be said. */
  note: string | null;
}

const first: StudioStore = {
  session: null,
  connected: true,
  scene: null,
  source: "",
  draft: "none",
  sceneError: null,
  pending: 0,
  steps: [],
  consequences: [],
  selection: [],
  hidden: [],
  locked: [],
  pinned: [],
  tool: "select",
  heat: null,
  marks: null,
  theme: "system",
  toasts: [],
  note: null,
};

export const useStudio = create<StudioStore>()(() => first);

const set = useStudio.setState;
const get = useStudio.getState;

// -- listeners of steps, for views that keep a state of their own (viewport, program) -----------------------------------------------

type StepListener = (step: SceneStep) => void;
const stepListeners = new Set<StepListener>();

/** Calls back with each step after the store has taken it; returns what ends this. */
export function onStep(listener: StepListener): () => void {
  stepListeners.add(listener);
  return () => stepListeners.delete(listener);
}

type EventListener = (event: StudioEvent) => void;
const eventListeners = new Set<EventListener>();

/** Calls back with each event of the server. */
export function onEvent(listener: EventListener): () => void {
  eventListeners.add(listener);
  return () => eventListeners.delete(listener);
}

// -- the session --------------------------------------------------------------------------------------------------------------------

let stream: EventStream | null = null;

export function sessionPath(rest = ""): string {
  const session = get().session;
  if (session === null) throw new Error("no session is open");
  return `/api/sessions/${session.id}${rest}`;
}

/** Opens the session of an address, or that of the scene that the studio was started with. */
export async function openSession(id: string | null): Promise<void> {
  let session: StudioSession;
  try {
    session = id === null ? await sessionOf({}) : await getJson<StudioSession>(`/api/sessions/${encodeURIComponent(id)}`);
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== 404) throw error;
    session = await sessionOf({ home: true });
    toast("error", "This address was of a session that is gone. Choose a scene.");
  }
  history.replaceState(null, "", `/s/${session.id}`);
  await show(session);
}

/** Shows another scene, at an address of its own; null: the first page. */
export async function openPlace(place: string | null): Promise<void> {
  const session = await sessionOf(place === null ? { home: true } : { place });
  if (location.pathname !== `/s/${session.id}`) history.pushState(null, "", `/s/${session.id}`);
  await show(session);
}

/** Follows the browser's Back and Forward; returns what ends this. */
export function followAddress(): () => void {
  const follow = () => {
    const id = /^\/s\/([a-z0-9]+)$/.exec(location.pathname)?.[1];
    if (id !== undefined && id !== get().session?.id) void openSession(id);
  };
  addEventListener("popstate", follow);
  return () => removeEventListener("popstate", follow);
}

function sessionOf(scene: { place?: string; home?: boolean }): Promise<StudioSession> {
  return sendJson<StudioSession>("POST", "/api/sessions", scene);
}

async function show(session: StudioSession): Promise<void> {
  // what is on its way to the scene that was left counts until it is answered
  const { theme, toasts, pending } = get();
  set({ ...first, theme, toasts, pending, session, ...keptInterface(session) });
  stream?.close();
  stream = openEvents(session.id, takeEvent, (connected) => {
    const before = get().connected;
    set({ connected });
    if (connected && !before) void refetch();
  });
  if (session.scene !== null) await refetch();
}

// -- the scene ----------------------------------------------------------------------------------------------------------------------

type SceneAnswer = SceneState & { source: string };

let fetching: Promise<void> | null = null;
let again = false;

/** Fetches the state anew: at the start, and where a step does not build on what is shown. */
export function refetch(): Promise<void> {
  // the answer that is on its way may be older than what is asked for now
  if (fetching !== null) again = true;
  fetching ??= fetchLatest().finally(() => {
    fetching = null;
  });
  return fetching;
}

async function fetchLatest(): Promise<void> {
  do {
    again = false;
    await fetchState();
  } while (again);
}

async function fetchState(): Promise<void> {
  try {
    const answer = await getJson<SceneAnswer>(sessionPath("/scene/state"));
    const { source, ...scene } = answer;
    const known = new Set(scene.nodes.map((node) => node.path));
    set((now) => ({
      scene,
      source,
      sceneError: null,
      selection: now.selection.filter((path) => known.has(path)),
      hidden: now.hidden.filter((path) => known.has(path)),
      locked: now.locked.filter((path) => known.has(path)),
      pinned: now.pinned.filter((path) => known.has(path)),
    }));
  } catch (error) {
    if (error instanceof RequestFailure) set({ sceneError: error.error });
    else throw error;
  }
}

function takeEvent(event: StudioEvent): void {
  if (event.type === "scene_step") takeStep(event);
  else if (event.type === "consequences") {
    // they may come while the page still fetches the scene that they speak of
    void arrived(event.revision).then(() => {
      if (get().scene?.revision === event.revision) set({ consequences: event.messages });
    });
  }
  else if (event.type === "refetch" || event.type === "missed") void refetch();
  else if (event.type === "worker_ended") toast("error", event.message);
  for (const listener of eventListeners) listener(event);
}

function takeStep(step: SceneStep): void {
  const { scene, source } = get();
  if (scene === null || step.revision <= scene.revision) return;
  const renamed = (paths: string[]) => {
    // who shows it has nothing to do where it is the same list
    if (!paths.some((path) => path in step.renamed)) return paths;
    return paths.flatMap((path) => {
      const now = path in step.renamed ? step.renamed[path] : path;
      return now == null ? [] : [now];
    });
  };
  const followed = { selection: renamed(get().selection), hidden: renamed(get().hidden), locked: renamed(get().locked), pinned: renamed(get().pinned) };
  set((now) => ({ steps: [...now.steps.slice(-99), step], consequences: [], ...followed }));
  if (step.basedOn !== scene.revision || step.text === null || step.nodes === null) {
    void refetch().then(() => {
      for (const listener of stepListeners) listener(step);
    });
    return;
  }
  const changed = new Map<number, SceneNode>(step.nodes.map((node) => [node.row, node]));
  set({
    scene: {
      ...scene,
      revision: step.revision,
      nodes: scene.nodes.map((node) => changed.get(node.row) ?? node),
      canUndo: step.canUndo,
      canRedo: step.canRedo,
    },
    source: changedText(source, step.text),
    sceneError: null,
  });
  for (const listener of stepListeners) listener(step);
}

// -- commands -----------------------------------------------------------------------------------------------------------------------

export type Outcome<T> = { ok: true; result: T } | { ok: false; error: StudioError };

async function command<T>(path: string, body: Record<string, unknown>): Promise<Outcome<T>> {
  const named = { ...body, command: commandName() };
  // another scene may be shown before it is sent again
  const address = sessionPath(path);
  set((now) => ({ pending: now.pending + 1 }));
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await sendJson<{ result: T }>("POST", address, named);
        return { ok: true, result: answer.result };
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        // the connection broke: the server may have done it, and does not do a command of one name twice
        if (error.status !== 0 || attempt >= 3) return { ok: false, error: error.error };
        await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
      }
    }
  } finally {
    set((now) => ({ pending: now.pending - 1 }));
  }
}

/** Makes edits as one undo step, and tells the person where they fail. */
export async function edit(edits: Record<string, unknown>[], basedOn: number | null = null): Promise<Outcome<EditReport>> {
  const before = get().scene?.nodes ?? [];
  const outcome = await command<EditReport>("/scene/edit", { edits, based_on: basedOn });
  if (!outcome.ok) toast("error", sentence(withNames(before, outcome.error.message)));
  else if (outcome.result.remarks.length > 0) {
    // by the names that things have after it
    void arrived(outcome.result.revision).then(() => {
      for (const remark of outcome.result.remarks) toast("info", sentence(withNames(get().scene?.nodes ?? before, remark)));
    });
  }
  return outcome;
}

const longestStep = 4_000;

/** Waits until the page shows a revision: the answer to an edit comes before the step that it made. Gives up where none comes. */
export function arrived(revision: number): Promise<void> {
  const isHere = () => (get().scene?.revision ?? -1) >= revision;
  if (isHere()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, longestStep);
    const stop = useStudio.subscribe(() => {
      if (isHere()) done();
    });
  });
}

/** With a capital letter first: the server's messages have none, since they also stand after a colon. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Replaces the program's text. An error in it is no toast: the program pane shows it at its line. */
export function writeProgram(text: string, basedOn: number | null): Promise<Outcome<{ revision: number; changed: boolean; warnings: string[] }>> {
  return command("/scene/program", { text, based_on: basedOn });
}

/** Makes a repair that a layout offered, as one step. It fits the scene at one revision alone. */
export function acceptRepair(text: string, revision: number): Promise<Outcome<{ revision: number }>> {
  return command("/scene/program", { text, based_on: revision, what: "layout" });
}

export async function stepHistory(what: "undo" | "redo"): Promise<Outcome<{ revision: number }>> {
  // the server says whether there is a step: the one of a change that was just made may still be on its way to this page
  const outcome = await command<{ revision: number }>("/scene/step", { what });
  if (!outcome.ok) toast(outcome.error.class === "ProjectError" ? "info" : "error", outcome.error.message);
  return outcome;
}

/** Runs an action that only reads; see QUICK_ACTIONS of the server. */
export function runAction<T>(action: string, request: Record<string, unknown>, signal?: AbortSignal): Promise<T> {
  return sendJson<T>("POST", sessionPath(`/scene/actions/${action}`), { request }, signal);
}

// -- selection and view ---------------------------------------------------------------------------------------------------------------

export function select(paths: readonly string[]): void {
  const now = get().selection;
  if (now.length === paths.length && now.every((path, index) => path === paths[index])) return;
  set({ selection: [...paths] });
  keepInterface();
}

export function hide(paths: readonly string[]): void {
  set({ hidden: [...paths] });
  keepInterface();
}

export function lock(paths: readonly string[]): void {
  set({ locked: [...paths] });
  keepInterface();
}

export function pin(paths: readonly string[]): void {
  set({ pinned: [...paths] });
  keepInterface();
}

export function nodeByPath(path: string): SceneNode | undefined {
  return get().scene?.nodes.find((node) => node.path === path);
}

// -- what a page finds again when it is loaded anew -------------------------------------------------------------------------------------

const keepers = new Map<string, () => unknown>();

/** A part of the page that wants something kept under a name. Returns what was kept before. */
export function keepPart(name: string, value: () => unknown): unknown {
  keepers.set(name, value);
  return get().session?.interface[name];
}

let keeping: ReturnType<typeof setTimeout> | undefined;

export function keepInterface(): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => sendInterface(sendJson), 400);
}

function sendInterface(send: (method: "PUT", path: string, body: unknown) => Promise<unknown>): void {
  keeping = undefined;
  const session = get().session;
  if (session === null) return;
  const values: Record<string, unknown> = { ...session.interface };
  for (const [name, value] of keepers) values[name] = value();
  const { selection, hidden, locked, pinned } = get();
  // the chat reads the pins, too
  Object.assign(values, { selection, hidden, locked, pins: pinned });
  void send("PUT", sessionPath("/interface"), { values }).catch(() => undefined);
}

/** Sends what is not kept yet when the page goes: it is loaded anew, or closed. */
addEventListener("pagehide", () => {
  if (keeping === undefined) return;
  clearTimeout(keeping);
  sendInterface(sendAtLast);
});

function keptInterface(session: StudioSession): Partial<StudioStore> {
  const listed = (name: string): string[] => {
    const value = session.interface[name];
    return Array.isArray(value) ? value.filter((path): path is string => typeof path === "string") : [];
  };
  return { selection: listed("selection"), hidden: listed("hidden"), locked: listed("locked"), pinned: listed("pins") };
}

// -- toasts ---------------------------------------------------------------------------------------------------------------------------

let toastNumber = 0;

export function toast(kind: Toast["kind"], text: string, action?: Toast["action"]): void {
  // what is said already is not said again
  if (get().toasts.some((each) => each.text === text)) return;
  toastNumber += 1;
  const added: Toast = action ? { id: toastNumber, kind, text, action } : { id: toastNumber, kind, text };
  set((now) => ({ toasts: [...now.toasts.slice(-3), added] }));
}

export function dismissToast(id: number): void {
  set((now) => ({ toasts: now.toasts.filter((each) => each.id !== id) }));
}
