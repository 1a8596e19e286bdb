// What the tools get of the viewport.

import type { ViewportContext } from "../context";
import { selectableOf } from "../picking/selection_rules";
import type { ViewportCore } from "./viewport_core";

export function makeContext(core: ViewportCore): ViewportContext {
  return {
    get host() {
      return core.frame.root;
    },
    get canvas() {
      return core.frame.canvas;
    },
    get scene() {
      return core.stage.scene;
    },
    get overlay() {
      return core.stage.overlay;
    },
    get controls() {
      return core.rig.controls;
    },
    get editable() {
      return core.committing.editable;
    },
    camera: () => core.rig.camera,
    requestFrame: () => core.requestFrame(),
    state: () => core.index?.state ?? EMPTY,
    node: (path) => core.index?.node(path),
    selectable: (node) => (core.index === null ? node : selectableOf(core.index, node, core.marked.selection)),
    pick: (clientX, clientY, without) => core.picker.pick(core.picker.ray(clientX, clientY), { without }),
    selection: () => core.marked.selection,
    select: (paths) => core.selectHere(paths),
    hidden: () => core.marked.hidden,
    locked: () => core.marked.locked,
    hide: (paths) => core.hideHere(paths),
    options: () => core.options,
    tool: () => core.currentTool,
    setTool: (tool) => core.setToolHere(tool),
    preview: (motions) => core.committing.hold(motions),
    commit: (edits) => core.commit(edits),
    undo: () => core.committing.undo(),
    redo: () => core.committing.redo(),
    message: (text, kind) => core.message(text, kind),
    view: (name) => core.view(name),
    focus: (paths) => core.focus(paths),
    orbit: (azimuth, polar) => core.rig.orbit(azimuth, polar),
    onChange: (listener) => core.changes.on("change", listener),
  };
}

/** Before the first scene is here. */
const EMPTY = {
  schema: 1 as const,
  revision: -1,
  root: "",
  units: null,
  frames: 1,
  bounds: [
    [0, 0, 0],
    [0, 0, 0],
  ] as [[number, number, number], [number, number, number]],
  nodes: [],
  relations: [],
  cameras: [],
  room: null,
  warnings: [],
  canUndo: false,
  canRedo: false,
  splats: [],
};
