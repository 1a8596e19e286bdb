// Names over the things of the scene, and the mark of what is pinned. Text goes in by textContent; labels that would lie over nearer ones are left out.

import { Vector3 } from "three";
import type { Camera } from "three";
import type { SceneNode } from "../../protocol";

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MOST = 80;
const GAP = 3;

/** Of rectangles in the order of their worth, those that lie over none before them. */
export function withoutOverlap(rects: readonly Rect[], gap = GAP): boolean[] {
  const kept: Rect[] = [];
  return rects.map((one) => {
    const free = kept.every(
      (other) =>
        one.x >= other.x + other.width + gap ||
        other.x >= one.x + one.width + gap ||
        one.y >= other.y + other.height + gap ||
        other.y >= one.y + one.height + gap,
    );
    if (free) kept.push(one);
    return free;
  });
}

export interface Labelled {
  nodes: readonly SceneNode[];
  /** What stands over each, by path. */
  names: ReadonlyMap<string, string>;
  selection: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
}

interface Label {
  element: HTMLElement;
  text: string;
  pinned: boolean;
  width: number;
  height: number;
}

export class Labels {
  private readonly layer: HTMLElement;
  private readonly labels = new Map<string, Label>();

  constructor(host: HTMLElement) {
    this.layer = host.ownerDocument.createElement("div");
    this.layer.className = "swv-labels";
    // the outliner has the same names in a form that can be read out
    this.layer.setAttribute("aria-hidden", "true");
    host.append(this.layer);
  }

  /** Puts the names of `nodes` over them; none: takes all away. */
  show({ nodes, names, selection, pinned }: Labelled, camera: Camera, width: number, height: number): void {
    this.layer.hidden = nodes.length === 0;
    if (nodes.length === 0) {
      for (const path of [...this.labels.keys()]) this.drop(path);
      return;
    }
    const placed = nodes
      .map((node) => ({ node, at: anchor(node, camera, width, height), first: selection.has(node.path) }))
      .filter((one) => one.at !== null)
      .sort((a, b) => Number(b.first) - Number(a.first) || a.at!.depth - b.at!.depth)
      .slice(0, MOST);
    const wanted = new Set(placed.map((one) => one.node.path));
    for (const path of [...this.labels.keys()]) if (!wanted.has(path)) this.drop(path);
    const labels = placed.map((one) => this.label(one.node.path, names.get(one.node.path) ?? one.node.word, pinned.has(one.node.path)));
    const rects = placed.map(({ at }, i): Rect => {
      const label = labels[i]!;
      return { x: at!.x - label.width / 2, y: at!.y - label.height - 4, width: label.width, height: label.height };
    });
    withoutOverlap(rects).forEach((free, i) => {
      const style = labels[i]!.element.style;
      style.visibility = free ? "visible" : "hidden";
      style.transform = `translate(${Math.round(rects[i]!.x)}px, ${Math.round(rects[i]!.y)}px)`;
      labels[i]!.element.classList.toggle("swv-selected", placed[i]!.first);
    });
  }

  private label(path: string, text: string, pinned: boolean): Label {
    let label = this.labels.get(path);
    if (label === undefined) {
      const element = this.layer.ownerDocument.createElement("span");
      element.className = "swv-label";
      this.layer.append(element);
      label = { element, text: "", pinned: false, width: 0, height: 0 };
      this.labels.set(path, label);
    }
    if (label.text !== text || label.pinned !== pinned || label.width === 0) {
      label.text = label.element.textContent = text;
      label.pinned = pinned;
      label.element.classList.toggle("swv-pinned", pinned);
      label.element.classList.toggle("swv-bare", text === "");
      if (pinned) label.element.prepend(pinSign(this.layer.ownerDocument));
      label.width = label.element.offsetWidth;
      label.height = label.element.offsetHeight;
    }
    return label;
  }

  private drop(path: string): void {
    this.labels.get(path)?.element.remove();
    this.labels.delete(path);
  }

  dispose(): void {
    this.layer.remove();
    this.labels.clear();
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** A pin, as the outliner shows it. */
function pinSign(page: Document): SVGElement {
  const sign = page.createElementNS(SVG, "svg");
  const line = page.createElementNS(SVG, "path");
  for (const [name, value] of [["viewBox", "0 0 24 24"], ["width", "12"], ["height", "12"], ["fill", "none"], ["stroke", "currentColor"], ["stroke-width", "2.2"], ["stroke-linecap", "round"], ["stroke-linejoin", "round"]] as const) sign.setAttribute(name, value);
  line.setAttribute("d", "M12 16v6M8 3h8M9 3v6.5L6 13v3h12v-3l-3-3.5V3");
  sign.append(line);
  return sign;
}

const POINT = new Vector3();

/** Where the top of a node's box is in the picture, in CSS pixels; null: outside of it. */
function anchor(node: SceneNode, camera: Camera, width: number, height: number): { x: number; y: number; depth: number } | null {
  POINT.set(node.at[0], node.at[1] + node.size[1], node.at[2]).applyMatrix4(camera.matrixWorldInverse);
  const depth = -POINT.z;
  if (depth <= 0) return null;
  POINT.applyMatrix4(camera.projectionMatrix);
  if (Math.abs(POINT.x) > 1 || Math.abs(POINT.y) > 1) return null;
  return { x: ((POINT.x + 1) / 2) * width, y: ((1 - POINT.y) / 2) * height, depth };
}
