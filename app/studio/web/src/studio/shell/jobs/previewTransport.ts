// A scene of nothing but the splats of a training, for the viewport. It changes with each preview that the training writes.

import type { SceneNode, SceneState, SceneStep, StudioJob, ViewportTransport } from "../../../protocol";
import { getBytes } from "../../api/client";

const path = "training";

export interface PreviewTransport extends ViewportTransport {
  /** The job as it is now. */
  take(job: StudioJob): void;
}

export function previewTransport(first: StudioJob): PreviewTransport {
  let job = first;
  const listeners = new Set<(step: SceneStep) => void>();
  return {
    state: async () => stateOf(job),
    drawing: async () => emptyDrawing(job.preview),
    shapes: async () => emptyShapes(),
    fetch: getBytes,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take(next) {
      const before = job.preview;
      job = next;
      if (next.preview <= before) return;
      for (const listener of listeners) listener(stepOf(before, next.preview));
    },
  };
}

function stateOf(job: StudioJob): SceneState {
  const node: SceneNode = {
    row: 0,
    end: 1,
    parent: -1,
    path,
    word: "training",
    phrase: null,
    kind: "splat",
    span: null,
    at: [0, -2, 0],
    yaw: 0,
    size: [4, 4, 4],
    color: null,
    asset: null,
    z: null,
  };
  return {
    schema: 1,
    revision: job.preview,
    root: path,
    units: null,
    frames: 1,
    bounds: [
      [-2, -2, -2],
      [2, 2, 2],
    ],
    nodes: [node],
    relations: [],
    cameras: [],
    room: null,
    warnings: [],
    canUndo: false,
    canRedo: false,
    splats: [{ row: 0, path, url: `/api/jobs/${encodeURIComponent(job.id)}/preview?version=${job.preview}`, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], count: 0 }],
  };
}

function stepOf(basedOn: number, revision: number): SceneStep {
  return {
    type: "scene_step",
    revision,
    basedOn,
    author: "unknown",
    name: null,
    what: "a newer preview",
    paths: null,
    renamed: {},
    text: null,
    motions: null,
    nodes: null,
    canUndo: false,
    canRedo: false,
  };
}

const tensors = { mesh: ["U32", [0]], row: ["U32", [0]], part: ["I32", [0]], material: ["U32", [0]], texture: ["I32", [0]], color: ["F32", [0, 3]], matrix: ["F32", [0, 12]] } as const;

/** A drawing without any instance. */
export function emptyDrawing(revision: number): ArrayBuffer {
  const head = { schema: 1, revision, bounds: [[-2, -2, -2], [2, 2, 2]], meshes: [], textures: [], materials: [], lights: [], background: null, shell: [] };
  const entries = Object.entries(tensors).map(([name, [dtype, shape]]) => [name, { dtype, shape, data_offsets: [0, 0] }]);
  return safetensors({ __metadata__: { head: JSON.stringify(head) }, ...Object.fromEntries(entries) });
}

const emptyShapes = (): ArrayBuffer => safetensors({});

function safetensors(header: Record<string, unknown>): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file.buffer;
}
