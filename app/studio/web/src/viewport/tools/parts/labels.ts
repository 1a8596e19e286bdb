// Words at points of the scene, and dots: elements over the canvas that follow the camera.
import type { Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import type { Eye } from "./eye";

export interface Label {
  point: Vec3;
  text: string;
  look: "main" | "x" | "y" | "z" | "dot" | "dot-surface";
  /** Pixels from the point. */
  shift?: readonly [number, number];
}

export class Labels {
  private readonly groups = new Map<string, { label: Label; element: HTMLElement }[]>();

  constructor(
    private readonly context: ViewportContext,
    private readonly eye: Eye,
    private readonly layer: HTMLElement,
  ) {}

  set(group: string, labels: readonly Label[]): void {
    this.clear(group);
    const made = labels.map((label) => {
      const element = this.layer.ownerDocument.createElement("div");
      element.className = label.look.startsWith("dot") ? `sw-dot sw-${label.look}` : `sw-label sw-label-${label.look}`;
      element.textContent = label.text;
      this.layer.append(element);
      return { label, element };
    });
    this.groups.set(group, made);
    this.place();
  }

  clear(group: string): void {
    for (const { element } of this.groups.get(group) ?? []) element.remove();
    this.groups.delete(group);
  }

  /** Puts all where their points are now. */
  place(): void {
    if (!this.groups.size) return;
    const frame = this.context.canvas.getBoundingClientRect();
    for (const { label, element } of [...this.groups.values()].flat()) {
      const at = this.eye.project(label.point);
      element.hidden = at === null;
      if (!at) continue;
      const [dx, dy] = label.shift ?? [0, 0];
      const middle = label.look.startsWith("dot") ? "" : " translate(-50%, -50%)";
      element.style.transform = `translate(${(at.x - frame.left + dx).toFixed(1)}px, ${(at.y - frame.top + dy).toFixed(1)}px)${middle}`;
    }
  }

  dispose(): void {
    for (const group of [...this.groups.keys()]) this.clear(group);
  }
}
