// A page that shows the files that `python -m tests.support.viewport_fixture` writes in the viewport, for looking at it and for tests in a browser.
// `?scene=FOLDER`; window.demo has the viewport and what makes steps.

import type { EditOutcome, Matrix12, SceneState, SceneStep, Vec3, Viewport, ViewportOptions, ViewportTransport } from "../../src/protocol";
import { mount } from "../../src/viewport";

const parameters = new URLSearchParams(location.search);
const folder = parameters.get("scene") ?? "corner";

async function bytes(name: string): Promise<ArrayBuffer> {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return await answer.arrayBuffer();
}

const state = JSON.parse(new TextDecoder().decode(await bytes(`${folder}/state.json`))) as SceneState;
state.splats = state.splats.map((splat) => ({ ...splat, url: splat.url ?? `${folder}/${splat.row}.ply` }));
const extra = parameters.get("splats");
if (extra !== null) state.splats.push(...(JSON.parse(extra) as SceneState["splats"]));
const listeners = new Set<(step: SceneStep) => void>();
const asked: string[][] = [];

/** A step that moves a node, as the server would send it. */
function moveStep(path: string, by: Vec3): SceneStep {
  const node = state.nodes.find((one) => one.path === path);
  if (node === undefined) throw new Error(`no node '${path}'`);
  const motion: Matrix12 = [1, 0, 0, by[0], 0, 1, 0, by[1], 0, 0, 1, by[2]];
  const nodes = state.nodes
    .filter((one) => one.row >= node.row && one.row < node.end)
    .map((one) => ({ ...one, at: one.at.map((value, k) => value + by[k]!) as Vec3 }));
  const step: SceneStep = {
    type: "scene_step", revision: state.revision + 1, basedOn: state.revision, author: "person", name: null, what: `move ${path}`, paths: [path],
    renamed: {}, text: [], motions: [{ row: node.row, motion }], nodes, canUndo: true, canRedo: false,
  };
  state.revision++;
  state.nodes = state.nodes.map((one) => nodes.find((other) => other.row === one.row) ?? one);
  return step;
}

function send(step: SceneStep): void {
  for (const listener of listeners) listener(step);
}

const transport: ViewportTransport = {
  state: () => Promise.resolve(structuredClone(state)),
  drawing: () => bytes(`${folder}/drawing.safetensors`),
  shapes: (keys) => {
    asked.push(keys);
    return bytes(`${folder}/shapes.safetensors`);
  },
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  edit: (edits): Promise<EditOutcome> => {
    const [edit] = edits;
    if (edit?.kind !== "move") return Promise.resolve({ ok: false, message: "the demo page only moves things" });
    send(moveStep(edit["path"] as string, edit["by"] as Vec3));
    return Promise.resolve({ ok: true });
  },
  fetch: (url) => bytes(url),
};

export interface Demo {
  viewport: Viewport;
  log: { event: string; values: unknown[] }[];
  asked: string[][];
  moveStep: typeof moveStep;
  send: typeof send;
}

declare global {
  interface Window {
    demo: Demo;
    demoFailed: string;
  }
}

const options: Partial<ViewportOptions> = { theme: parameters.get("theme") === "light" ? "light" : "dark" };
try {
  const viewport = await mount(document.getElementById("viewport")!, transport, options);
  const log: Demo["log"] = [];
  for (const event of ["selection", "hover", "tool", "hidden", "message", "drawn"] as const) {
    viewport.on(event, (...values: unknown[]) => void log.push({ event, values }));
  }
  window.demo = { viewport, log, asked, moveStep, send };
} catch (error) {
  window.demoFailed = String(error);
}
