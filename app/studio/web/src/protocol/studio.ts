// What the page and the server say to each other beside the scene itself. The Python side is app/studio/messages.py and app/studio/routes.

import type { ChatEvent } from "./chat";
import type { StudioJob } from "./jobs";
import type { SceneStep } from "./scene";
import type { ViewportPose } from "./transport";

export interface ScenePlace {
  id: string;
  title: string;
  /** Seconds since 1970; 0 where it was never opened here. */
  opened: number;
  changed: number;
  /** When its newest picture was made; 0 where there is none. */
  pictured: number;
}

export interface StudioSession {
  id: string;
  scene: ScenePlace | null;
  /** The scene of this session is not there any more. */
  sceneGone: boolean;
  /** What the page kept to find it again. */
  interface: Record<string, unknown>;
  user: string | null;
  /** Several people use this server. */
  shared: boolean;
  models: StudioModels;
}

/** The language models of a studio; see app/studio/language_models.py. */
export interface StudioModels {
  /** The server's own, provider:name; null: it has none. */
  own: string | null;
  /** Where that is; null: at its provider. */
  address: string | null;
  /** Others may be named, too. */
  any: boolean;
  /** Providers whose key the server has. */
  keyed: string[];
}

export interface StudioError {
  class: string;
  message: string;
  field: string;
  kind?: string;
  /** The scene has changed meanwhile. */
  stale: boolean;
  line?: number | null;
  column?: number | null;
}

/** The answer of an edit; see app/workers/reports.py. */
export interface EditReport {
  how: string[];
  paths: string[];
  carried: string[][];
  remarks: string[];
  renamed: Record<string, string | null>;
  failed: Record<string, string>;
  revision: number;
  warnings: string[];
}

/** A view that somebody saved with the scene; see scene/folder/saved_views.py. */
export interface SavedView {
  id: string;
  name: string;
  pose: ViewportPose;
}

export type JobState = "waiting" | "running" | "finished" | "failed" | "cancelled" | "lost";

export type StudioEvent =
  | { type: "hello" }
  | { type: "ping" }
  | SceneStep
  /** What a change makes collide, float or break: told later, since it takes longer than the change. */
  | { type: "consequences"; revision: number; messages: string[] }
  /** Something was missed: fetch all anew. */
  | { type: "refetch"; why: string }
  | { type: "missed" }
  /** The picture of a catalogue object was drawn, or cannot be. */
  | { type: "catalogue_picture"; key: string; size: number; failed?: boolean }
  /** The saved views of a scene as they are now. */
  | { type: "views"; place: string; views: SavedView[] }
  | { type: "job"; job: StudioJob }
  /** A scene of this person has another title or picture, or is new. */
  | { type: "place"; place: ScenePlace }
  | { type: "chat"; session: string; turn: number; event: ChatEvent }
  | { type: "worker_ended"; kind: string; message: string }
  | { type: "closed" };
