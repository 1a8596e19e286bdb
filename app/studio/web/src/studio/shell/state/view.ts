// Options of the viewport, and the views that a person saved of each scene.

import { create } from "zustand";
import type { Vec3, ViewportOptions, ViewportPose } from "../../../protocol";
import { keepInterface, keepPart, useStudio } from "../../state/studio";
import { booleanOf, choiceOf, listOf, numberOf, recordOf, textOf } from "./kept";

export type ViewOptions = Pick<ViewportOptions, "snapping" | "labels" | "fadeWalls" | "shading">;

export interface NamedView {
  name: string;
  pose: ViewportPose;
}

export interface ViewState extends ViewOptions {
  /** By the id of the scene. */
  views: Record<string, NamedView[]>;
}

export const shadings = ["lit", "entities", "wireframe"] as const;

export const firstView: ViewState = {
  snapping: { grid: 0.05, floor: true, walls: true, faces: true, degrees: 15 },
  labels: false,
  fadeWalls: true,
  shading: "lit",
  views: {},
};

export const mostViews = 40;

export const useView = create<ViewState>()(() => firstView);

export function readView(kept: unknown): ViewState {
  const values = recordOf(kept);
  const snapping = recordOf(values["snapping"]);
  const stepOf = (value: unknown, otherwise: number | null) => (value === null ? null : numberOf(value, otherwise ?? 0, 0.001, 360));
  const views: Record<string, NamedView[]> = {};
  for (const [place, listed] of Object.entries(recordOf(values["views"]))) views[place] = listOf(listed, readNamedView).slice(0, mostViews);
  return {
    snapping: {
      grid: "grid" in snapping ? stepOf(snapping["grid"], firstView.snapping.grid) : firstView.snapping.grid,
      floor: booleanOf(snapping["floor"], true),
      walls: booleanOf(snapping["walls"], true),
      faces: booleanOf(snapping["faces"], true),
      degrees: "degrees" in snapping ? stepOf(snapping["degrees"], firstView.snapping.degrees) : firstView.snapping.degrees,
    },
    labels: booleanOf(values["labels"], firstView.labels),
    fadeWalls: booleanOf(values["fadeWalls"], firstView.fadeWalls),
    shading: choiceOf(values["shading"], shadings, firstView.shading),
    views,
  };
}

function readNamedView(value: unknown): NamedView | null {
  const { name, pose } = recordOf(value);
  const { eye, target, fov, height } = recordOf(pose);
  if (!isPoint(eye) || !isPoint(target)) return null;
  return {
    name: textOf(name, "View").slice(0, 80),
    pose: { eye, target, fov: typeof fov === "number" ? fov : null, height: typeof height === "number" ? height : null },
  };
}

function isPoint(value: unknown): value is Vec3 {
  return Array.isArray(value) && value.length === 3 && value.every((each) => typeof each === "number" && Number.isFinite(each));
}

export function setView(change: Partial<ViewState>): void {
  useView.setState(change);
  keepInterface();
}

export function setSnapping(change: Partial<ViewOptions["snapping"]>): void {
  setView({ snapping: { ...useView.getState().snapping, ...change } });
}

/** Called once, before the session is opened. */
export function beginView(): void {
  keepPart("view", () => useView.getState());
  useStudio.subscribe((now, before) => {
    if (now.session !== null && now.session.id !== before.session?.id) useView.setState(readView(now.session.interface["view"]));
  });
}

// -- named views ----------------------------------------------------------------------------------------------------------------------

/** A name that none of the views has. */
export function freeName(views: readonly NamedView[], wanted = "View"): string {
  const taken = new Set(views.map((view) => view.name));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted} ${number}`)) return `${wanted} ${number}`;
  }
}

function setViews(change: (views: NamedView[]) => NamedView[]): void {
  const place = useStudio.getState().session?.scene?.id;
  if (place === undefined) return;
  const { views } = useView.getState();
  setView({ views: { ...views, [place]: change(views[place] ?? []).slice(-mostViews) } });
}

export function saveView(pose: ViewportPose): void {
  setViews((views) => [...views, { name: freeName(views, `View ${views.length + 1}`), pose }]);
}

export function renameView(index: number, name: string): void {
  const plain = name.trim().slice(0, 80);
  if (plain !== "") setViews((views) => views.map((view, at) => (at === index ? { ...view, name: plain } : view)));
}

export function dropView(index: number): void {
  setViews((views) => views.filter((_, at) => at !== index));
}
