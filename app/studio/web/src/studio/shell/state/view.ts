// Options of the viewport.

import { create } from "zustand";
import type { ViewportOptions } from "../../../protocol";
import { keepInterface, keepPart, useStudio } from "../../state/studio";
import { booleanOf, choiceOf, numberOf, recordOf } from "./kept";

export type ViewOptions = Pick<ViewportOptions, "snapping" | "labels" | "fadeWalls" | "shading">;

export type ViewState = ViewOptions;

export const shadings = ["lit", "entities", "wireframe"] as const;

export const firstView: ViewState = {
  snapping: { grid: 0.05, floor: true, walls: true, faces: true, degrees: 15 },
  labels: false,
  fadeWalls: true,
  shading: "lit",
};

export const useView = create<ViewState>()(() => firstView);

export function readView(kept: unknown): ViewState {
  const values = recordOf(kept);
  const snapping = recordOf(values["snapping"]);
  const stepOf = (value: unknown, otherwise: number | null) => (value === null ? null : numberOf(value, otherwise ?? 0, 0.001, 360));
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
  };
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
