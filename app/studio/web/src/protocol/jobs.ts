// Jobs, uploads and the gallery. The Python side is app/studio/jobs.py, uploads.py and gallery.py.

import type { JobState } from "./studio";

export interface JobFile {
  n: number;
  name: string;
  bytes: number;
  type: string;
}

/** A stage of a scene that is made stage by stage. `kept`: it was done before, and the scene goes on from there. */
export interface JobStage {
  title: string;
  state: "waiting" | "begun" | "finished" | "kept" | "left out";
  /** What was found about it, or why it was left out. */
  says: string;
  /** There is a picture of the scene after it: GET /api/jobs/JOB/stages/NUMBER. */
  pictured: boolean;
}

/** GET /api/jobs, and the event `job`. Times of queue and progress are ISO 8601, UTC. */
export interface StudioJob {
  id: string;
  action: string;
  title: string;
  session: string | null;
  place: string | null;
  queued: string;
  request: Record<string, unknown>;
  /** It was started with a key, which was not kept. */
  keyed: boolean;
  quiet: boolean;
  /** The scene that it made. */
  made: string | null;
  error: { message: string; kind?: string } | null;
  /** Its place among those that wait, from 1; 0: it does not wait. */
  position: number;
  /** Grows with each new preview of a training. */
  preview: number;
  /** It can be ended early and keeps what it has. */
  stops: boolean;
  files: JobFile[];
  /** Of a scene that is made stage by stage: all of its stages, in order. */
  stages: JobStage[];
  state: JobState;
  share: number;
  what: string;
  begun: string | null;
  ended: string | null;
}

export interface GalleryPicture {
  name: string;
  camera: number;
  frame: number;
  pass: string;
}

/** GET /api/sessions/SESSION/gallery */
export interface GalleryRender {
  renderer: string;
  settings: Record<string, unknown>;
  device: string | null;
  seconds: number;
  revision: number;
  /** The scene is still as it was drawn. */
  current: boolean;
  made: number;
  job: string | null;
  pictures: GalleryPicture[];
}

export type UploadKind = "scene" | "capture" | "splat" | "picture" | "asset";

/** POST /api/uploads?kind=KIND */
export interface StudioUpload {
  id: string;
  kind: UploadKind;
  name: string;
  bytes: number;
  files: number;
  at: number;
}

/** An entry of the action `renderers`. */
export interface InstalledRenderer {
  name: string;
  about: string;
  /** Why it cannot run here. */
  missing: string | null;
  capabilities: {
    channels: { name: string; about: string; unit: string; file: string }[];
    animation: boolean;
    alpha: boolean;
    transparency: boolean;
    captures: boolean;
    exact: boolean;
    needs_gpu: boolean;
    slow_start: boolean;
    camera_models: string[];
  };
  /** The JSON schema of its options. */
  options: Record<string, unknown>;
}

/** One thing that a text says of its scene. The Python side is app/clauses/clause.py. */
export interface ReadClause {
  about: "thing" | "look" | "relation" | "room" | "absence" | "words";
  says: string;
  /** null: nothing can tell. */
  shown: boolean | null;
  why: string;
  /** What stands in for it. */
  instead?: string;
}

/** The result of the job `generate`, as far as the page reads it. */
export interface GeneratedScene {
  /** null: the writer does not say what it understood. */
  read: ReadClause[] | null;
  unserved: { word: string; reason: string; instead?: string }[];
  notes: string[];
  /** Of the scene that was read. */
  revision?: number;
}

/** What a scene must show. The Python side is app/agent/brief/brief.py; what is as usual is left out. */
export interface Brief {
  summary?: string;
  room?: { kind?: string; outdoor?: boolean; width?: number; depth?: number; size?: string; doors?: number; windows?: number; walls?: string; floor?: string };
  things?: BriefThing[];
  relations?: BriefRelation[];
  absent?: string[];
  style?: string;
  light?: string;
  camera?: string;
  motion?: string;
}

export interface BriefThing {
  id: string;
  noun: string;
  attributes?: string;
  count?: number;
  at_least?: boolean;
  holds?: string[];
}

export interface BriefRelation {
  subject: string;
  kind: string;
  anchors?: string[];
  place?: string;
  detail?: string;
  subject_count?: number;
  anchor_count?: number;
  each?: boolean;
}

/** The result of the job `brief`. */
export interface BriefedText {
  brief: Brief;
  notes: string[];
}

export type Effort = "quick" | "standard" | "best";

/** The result of the jobs `furnish`, `rearrange`, `tidy` and `restyle`. */
export interface RoomTaskDone {
  task: string;
  says: string;
  place: string;
  added: string[];
  moved: string[];
  changed: string[];
  removed: string[];
  not_done: { thing: string; reason: string }[];
  revision: number;
  done: boolean;
}

/** One run of language models on a scene: GET /api/sessions/SESSION/runs. */
export interface ModelRun {
  id: string;
  /** Why it cannot be read; then there is no more. */
  problem?: string;
  kind: string;
  request: string;
  models: string[];
  started: string;
  seconds: number;
  outcome: string;
  message: string;
  rounds: number;
  spent: { requests: number; input_tokens: number; output_tokens: number; seconds: number; money: number | null };
}

/** One run, turn by turn: GET /api/sessions/SESSION/runs/RUN. `after`: how many turns there had been by then; null: nobody knows. */
export interface ShownRun {
  id: string;
  kind: string;
  request: string;
  /** By role. */
  models: Record<string, string>;
  started: string;
  seconds: number;
  outcome: string;
  message: string;
  spent: ModelRun["spent"];
  rounds: RunRound[];
  stages: RunStage[];
  /** The stages after which the scene can become another one. */
  goes_on_after: string[];
  turns: RunTurn[];
  notes: string[];
}

export interface RunRound {
  number: number;
  checks: string;
  kept: boolean;
  after: number | null;
  program: string;
}

export interface RunStage {
  name: string;
  checks: string;
  after: number | null;
}

export interface RunTurn {
  role: string;
  model: string;
  /** What was asked for: "text", or "tool Brief". */
  output: string;
  /** The sha256 of the pictures that the model saw. */
  pictures: string[];
  said: string;
  answered: string;
  finish_reason: string | null;
  input_tokens: number;
  output_tokens: number;
  seconds: number;
  cost: number | null;
  tries: number;
  error: string | null;
}

/** The result of the job `dress`. */
export interface DressedScene {
  level: DressLevel;
  added: string[];
  removed: string[];
  kept: string[];
  left_out: { thing: string; reason: string }[];
  things: number;
  changed: boolean;
}

export type DressLevel = "none" | "light" | "full";
/** What a new scene gets that nobody asked for; "only": nothing, no furniture either. */
export type Dress = "only" | DressLevel;
