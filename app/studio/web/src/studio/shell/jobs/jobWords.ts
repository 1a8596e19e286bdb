// Jobs in words.

import type { JobState, StudioJob } from "../../../protocol";
import type { Tone } from "../../parts";

const names: Record<string, string> = {
  layout: "Layout",
  render: "Render",
  export: "Export",
  generate: "New scene",
  resume: "Go on from a stage",
  brief: "Brief",
  dress: "Dressing",
  furnish: "Complete the room",
  rearrange: "Re-arrange the room",
  tidy: "Tidy up",
  restyle: "Restyle",
  fit: "Bring the scene to a picture",
  learn_offers: "Look for things to keep",
  learn_entity: "Keep a thing",
  capture_info: "Look at a capture",
  capture_prepare: "Prepare a capture",
  capture_train: "Training",
  capture_field: "Language field",
  capture_program: "Scene of a capture",
  field_query: "Query of a capture",
  splat_info: "Look at splats",
  splat_convert: "Convert splats",
  splat_view: "View of splats",
  splat_scene: "Scene of splats",
  open_upload: "Open an upload",
  add_assets: "Add to the catalogue",
};

export function actionName(action: string): string {
  return names[action] ?? action.replaceAll("_", " ");
}

export function jobName(job: StudioJob): string {
  const { renderer, format, text, title } = job.request;
  if (job.action === "render" && typeof renderer === "string") return `Render with ${renderer}`;
  if (job.action === "export" && typeof format === "string") return `Export as ${format}`;
  if (job.action === "generate" && typeof text === "string") return `New scene: ${short(text)}`;
  if (job.action === "generate" && Array.isArray(job.request["images"])) return "New scene from a picture";
  if (job.action === "resume" && typeof job.request["after"] === "string") return `Go on after ${stageTitle(job.request["after"])}`;
  if (job.action === "brief" && typeof text === "string") return `Brief: ${short(text)}`;
  if (job.action === "restyle" && typeof job.request["style"] === "string" && job.request["style"] !== "") return `Restyle: ${job.request["style"]}`;
  if (job.action === "learn_entity" && typeof job.request["name"] === "string") return `Keep ${job.request["name"].replaceAll("_", " ")}`;
  return typeof title === "string" && title !== "" ? `${actionName(job.action)}: ${title}` : actionName(job.action);
}

const stageTitles: Record<string, string> = {
  plan: "the plan",
  furniture: "the furniture",
  wall: "the walls",
  ceiling: "the ceiling",
  small: "the small things",
  camera: "the camera",
  geometry: "the things",
  materials: "colours and materials",
  light: "the light",
};

/** A stage of a scene by its name in the middle of a sentence: "the walls". */
export const stageTitle = (name: string): string => stageTitles[name] ?? name;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)} …` : text);

export const stateTones: Record<JobState, Tone> = {
  waiting: "info",
  running: "accent",
  finished: "good",
  failed: "bad",
  cancelled: "info",
  lost: "warn",
};

/** How far a job is, from 0 to 1; null: nobody knows. Of one in stages, each counts as much: how long they take depends on a model. */
export function shareOf(job: StudioJob): number | null {
  if (job.state !== "running") return null;
  const { stages } = job;
  const over = stages.filter(({ state }) => state !== "waiting" && state !== "begun").length;
  const share = stages.length > 0 && over < stages.length ? over / (stages.length + 1) : job.share;
  return share > 0 ? share : null;
}

export function stateName(job: StudioJob): string {
  if (job.state === "waiting") return job.position > 1 ? `Waits, ${job.position - 1} before it` : "Waits";
  return job.state[0]!.toUpperCase() + job.state.slice(1);
}

/** Seconds as people say them: `4 s`, `2 min 5 s`, `1 h 20 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 0);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** How long a job ran, or runs by now. */
export function jobSeconds(job: StudioJob, now: number): number | null {
  if (job.begun === null) return null;
  const begun = Date.parse(job.begun);
  const end = job.ended === null ? now : Date.parse(job.ended);
  return Number.isNaN(begun) || Number.isNaN(end) ? null : Math.max((end - begun) / 1000, 0);
}

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

/** How long ago a time is, seconds since 1970. */
export function ago(time: number, now: number): string {
  const seconds = Math.max(now / 1000 - time, 0);
  if (seconds < 60) return "just now";
  if (seconds < 3600) return plural(Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return plural(Math.floor(seconds / 3600), "hour");
  if (seconds < 30 * 86_400) return plural(Math.floor(seconds / 86_400), "day");
  return new Date(time * 1000).toLocaleDateString("en", { year: "numeric", month: "short", day: "numeric" });
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"} ago`;
