// The views that people saved with the scene. The server keeps them in its folder, and tells all pages of each change.

import { create } from "zustand";
import type { SavedView, ViewportPose } from "../../../protocol";
import { getJson, RequestFailure, sendJson } from "../../api/client";
import { onEvent, sessionPath, toast, useStudio, writeProgram } from "../../state/studio";

interface SavedViewsState {
  views: SavedView[];
  /** Why they cannot be shown. */
  problem: string | null;
}

export const useSavedViews = create<SavedViewsState>()(() => ({ views: [], problem: null }));

type Answer = { views: SavedView[] };

/** Called once, before the session is opened; returns what ends it. */
export function beginSavedViews(): () => void {
  const ends = [
    useStudio.subscribe((now, before) => {
      const [place, session] = [now.session?.scene?.id ?? null, now.session?.id];
      const another = session !== before.session?.id || place !== (before.session?.scene?.id ?? null);
      // what others changed while the connection was lost was not told
      const again = now.connected && !before.connected;
      if (another) useSavedViews.setState({ views: [], problem: null });
      if (place !== null && (another || again)) void fetchViews();
    }),
    onEvent((event) => {
      if (event.type === "views" && event.place === useStudio.getState().session?.scene?.id) take(event);
    }),
  ];
  return () => ends.forEach((end) => end());
}

export async function fetchViews(): Promise<void> {
  const session = useStudio.getState().session?.id;
  try {
    const answer = await getJson<Answer>(sessionPath("/views"));
    if (useStudio.getState().session?.id === session) take(answer);
  } catch (error) {
    useSavedViews.setState({ views: [], problem: messageOf(error) });
  }
}

/** The first of View 1, View 2 ... that no view has. */
export function freeName(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`View ${number}`)) return `View ${number}`;
}

export function saveView(pose: ViewportPose): Promise<void> {
  const { views } = useSavedViews.getState();
  return changed("POST", "/views", { name: freeName(views.map((view) => view.name)), pose });
}

export function renameView(view: SavedView, name: string): Promise<void> {
  const plain = name.trim();
  return plain === "" || plain === view.name ? Promise.resolve() : changed("PUT", `/views/${view.id}`, { name: plain });
}

/** Lets a saved view look as the viewport does now. */
export function repointView(view: SavedView, pose: ViewportPose): Promise<void> {
  return changed("PUT", `/views/${view.id}`, { pose });
}

export function dropView(view: SavedView): Promise<void> {
  return changed("DELETE", `/views/${view.id}`, undefined);
}

async function changed(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<void> {
  try {
    take(await sendJson<Answer>(method, sessionPath(path), body));
  } catch (error) {
    toast("error", messageOf(error));
    if (error instanceof RequestFailure && error.error.kind === "missing") await fetchViews();
  }
}

function take({ views }: Answer): void {
  useSavedViews.setState({ views, problem: null });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// -- cameras of the program -----------------------------------------------------------------------------------------------------------

/** A view without perspective becomes a camera from afar, which sees nearly the same. */
const FAR_FOV = 20;

/** The call that makes a view a camera of the program. */
export function cameraCall({ eye, target, fov, height }: ViewportPose): string {
  let from = eye;
  if (fov === null) {
    const out = eye.map((value, k) => value - target[k]!);
    const length = Math.hypot(...out) || 1;
    const away = (height ?? 2 * length) / 2 / Math.tan((FAR_FOV * Math.PI) / 360);
    from = target.map((value, k) => value + (out[k]! / length) * away) as typeof eye;
  }
  const numbers = (values: readonly number[]) => `(${values.map((value) => String(Number(value.toFixed(3)) || 0)).join(", ")})`;
  return `camera(${numbers(from)}, ${numbers(target)}, fov=${Number((fov ?? FAR_FOV).toFixed(1))})`;
}

/** Writes a camera at the end of the program, as one undo step. The first camera of a program is its main one, which it stays. */
export async function saveAsCamera(pose: ViewportPose): Promise<void> {
  const { source, scene } = useStudio.getState();
  const call = cameraCall(pose);
  const outcome = await writeProgram(`${source.trimEnd()}\n\n${call}\n`, scene?.revision ?? null);
  if (outcome.ok) toast("success", `The program has the camera now: ${call}`);
  else toast("error", outcome.error.message);
}
