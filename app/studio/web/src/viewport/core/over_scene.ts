// What is drawn over the scene to show what is marked in it: the outline of the selection and of what is under the pointer, labels, and pins.

import type { Camera } from "three";
import { thingNames } from "../../naming";
import type { SceneNode } from "../../protocol";
import { Labels } from "../overlays/labels";
import { selectables } from "../picking/selection_rules";
import type { MarkedThings } from "./marked_things";
import type { SceneView } from "./scene_view";
import type { Stage } from "./stage";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

export class OverScene {
  private readonly labels: Labels;
  private stale = true;

  constructor(
    root: HTMLElement,
    private readonly stage: Stage,
    private readonly sight: SceneView,
    private readonly marked: MarkedThings,
  ) {
    this.labels = new Labels(root);
  }

  /** What is marked, or how the scene is drawn, has changed. */
  touch(): void {
    this.stale = true;
  }

  /** Brings the outline up to date before a frame. `hovered`: path of the thing under the pointer. */
  updateOutline(hovered: string | null): void {
    const { drawing, index } = this.sight;
    if (drawing === null || index === null) return;
    if (!this.stale) return this.stage.outline.update();
    const under = hovered === null ? [] : [hovered];
    this.stage.outline.show(drawing, index.instancesOfAll(this.marked.selection), index.instancesOfAll(under));
    this.sight.splats.mark([...this.marked.selection, ...under], this.stage.accent);
    this.stale = false;
  }

  /** Names over things, and the mark of what is pinned. `on`: whether there are names at all; `width` and `height` of the picture in CSS pixels. */
  showLabels(on: boolean, hidden: (node: SceneNode) => boolean, camera: Camera, width: number, height: number): void {
    const { index } = this.sight;
    const { pinned } = this.marked;
    const selection = new Set(this.marked.selection);
    const named = on && index !== null ? selectables(index, this.marked.selection) : [];
    const stuck = index === null ? [] : [...pinned].map((path) => index.node(path)).filter((node): node is SceneNode => node !== undefined);
    const nodes = [...new Set([...named, ...stuck])].filter((node) => !hidden(node) && node.size.some((length) => length > 0));
    // without names, a pin says what it is where its thing is selected
    const names = !on ? new Map(stuck.map(({ path }) => [path, selection.has(path) ? "pinned" : ""])) : nodes.length === 0 ? NO_NAMES : thingNames(index?.state.nodes ?? []);
    this.labels.show({ nodes, names, selection, pinned }, camera, width, height);
  }

  dispose(): void {
    this.labels.dispose();
  }
}
