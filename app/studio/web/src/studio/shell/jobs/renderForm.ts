// What the render dialog asks for. It is remembered while the page is open, so that the next render begins where the last one was.

import { create } from "zustand";
import type { InstalledRenderer, ViewportPose } from "../../../protocol";
import { useStudio } from "../../state/studio";
import { recordOf } from "../state/kept";
import { changedOptions, optionFields, type OptionValue } from "./schema";

export interface RenderForm {
  renderers: InstalledRenderer[];
  renderer: string;
  what: "view" | "cameras" | "turntable";
  /** null: all. */
  cameras: number[] | null;
  turntable: number;
  frames: "one" | "all";
  /** From 0; the timeline sets it. */
  frame: number;
  width: number;
  height: number;
  /** null: the renderer's own number. */
  samples: number | null;
  passes: string[];
  transparent: boolean;
  options: Record<string, OptionValue | null>;
}

export const firstRender: Omit<RenderForm, "renderers" | "frame"> = {
  renderer: "preview",
  what: "view",
  cameras: null,
  turntable: 12,
  frames: "one",
  width: 1280,
  height: 720,
  samples: null,
  passes: ["color"],
  transparent: false,
  options: {},
};

export const useRenderForm = create<RenderForm>()(() => ({ ...firstRender, renderers: [], frame: 0 }));

/** Cameras and frames are those of one scene: the next one begins with all cameras and its first frame. Called once. */
export function beginRenderForm(): void {
  useStudio.subscribe((now, before) => {
    if (now.session?.id !== before.session?.id) useRenderForm.setState({ cameras: null, frame: 0 });
  });
}

/** The form for a scene with so many frames and cameras, which may have been more when it was filled in. */
export function formWithin(form: RenderForm, frames: number, cameras: number): RenderForm {
  return {
    ...form,
    what: form.what === "cameras" && cameras === 0 ? "view" : form.what,
    cameras: form.cameras?.every((index) => index < cameras) ? form.cameras : null,
    frame: Math.min(form.frame, frames - 1),
  };
}

export const sizes = [
  { id: "hd", label: "1280 × 720", width: 1280, height: 720 },
  { id: "full", label: "1920 × 1080", width: 1920, height: 1080 },
  { id: "4k", label: "3840 × 2160", width: 3840, height: 2160 },
  { id: "photo", label: "960 × 720", width: 960, height: 720 },
  { id: "square", label: "1024 × 1024", width: 1024, height: 1024 },
];

/** Options that have a field of their own in the dialog, or that concern the server alone. */
export const ownFields: ReadonlySet<string> = new Set(["samples", "threads", "device"]);

/** The default of an option; null: the renderer has no such option. */
export function freeFields(renderer: InstalledRenderer | undefined, name: string): number | null {
  const value = recordOf(recordOf(recordOf(renderer?.options)["properties"])[name])["default"];
  return typeof value === "number" ? value : null;
}

/** Vertical field of view of a perspective that shows what a straight view of this height shows, from as far. */
function fovOf(pose: ViewportPose): number {
  if (pose.fov !== null) return pose.fov;
  const distance = Math.hypot(...pose.eye.map((value, axis) => value - pose.target[axis]!));
  return pose.height === null || distance === 0 ? 50 : (2 * Math.atan(pose.height / 2 / distance) * 180) / Math.PI;
}

/** The request of the job. */
export function renderRequest(form: RenderForm, pose: ViewportPose | null): Record<string, unknown> {
  const renderer = form.renderers.find((each) => each.name === form.renderer);
  const options = changedOptions(optionFields(renderer?.options, ownFields), form.options);
  const view = pose === null ? null : { eye: pose.eye, target: pose.target, fov: Math.min(Math.max(fovOf(pose), 1), 170) };
  return {
    renderer: form.renderer,
    passes: form.passes,
    width: form.width,
    height: form.height,
    frames: form.frames === "all" ? null : [form.frame],
    transparent: form.transparent,
    ...(form.samples !== null && { samples: form.samples }),
    ...(Object.keys(options).length > 0 && { options }),
    ...(form.what === "cameras" ? form.cameras !== null && { cameras: form.cameras } : view !== null && { view }),
    ...(form.what === "turntable" && { turntable: form.turntable }),
  };
}
