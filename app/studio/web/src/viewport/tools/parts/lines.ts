// Lines over the scene: guides, ghosts of copies, measures. A group of lines is set as a whole.
import { Color } from "three";
import { LineMaterial } from "three/examples/jsm/lines/LineMaterial.js";
import { LineSegments2 } from "three/examples/jsm/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/examples/jsm/lines/LineSegmentsGeometry.js";
import type { Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import { type Box, cornersOf, EDGES } from "../logic/boxes";

export interface Segment {
  from: Vec3;
  to: Vec3;
  color: string;
}

export const AXIS_COLORS = { x: "#f0525a", y: "#4fb35b", z: "#4b8df8" } as const;
export const GUIDE_COLORS = { touch: "#ff4fa3", line: "#23c3dd", centre: "#f5b83d" } as const;
export const GHOST_COLOR = "#f5b83d";

export const edgesOf = (box: Box, color: string): Segment[] => {
  const corners = cornersOf(box);
  return EDGES.map(([a, b]) => ({ from: corners[a] as Vec3, to: corners[b] as Vec3, color }));
};

export class Lines {
  private readonly groups = new Map<string, LineSegments2>();
  /** By their width. They stay for as long as there may be lines: when the last of a kind goes, its shader has to be made anew. */
  private readonly materials = new Map<number, LineMaterial>();

  constructor(private readonly context: ViewportContext) {}

  set(group: string, segments: readonly Segment[], width = 2): void {
    this.drop(group);
    if (segments.length) {
      const geometry = new LineSegmentsGeometry();
      geometry.setPositions(segments.flatMap(({ from, to }) => [...from, ...to]));
      const colors = segments.map(({ color }) => new Color(color).toArray());
      geometry.setColors(colors.flatMap((color) => [...color, ...color]));
      const lines = new LineSegments2(geometry, this.material(width));
      lines.name = `tools/${group}`;
      lines.renderOrder = 1000;
      lines.frustumCulled = false;
      this.groups.set(group, lines);
      this.context.overlay.add(lines);
    }
    this.context.requestFrame();
  }

  clear(group: string): void {
    if (!this.groups.has(group)) return;
    this.drop(group);
    this.context.requestFrame();
  }

  private drop(group: string): void {
    const lines = this.groups.get(group);
    if (!lines) return;
    lines.removeFromParent();
    lines.geometry.dispose();
    this.groups.delete(group);
  }

  private material(width: number): LineMaterial {
    let material = this.materials.get(width);
    if (material === undefined) {
      material = new LineMaterial({ linewidth: width, vertexColors: true, depthTest: false, depthWrite: false, transparent: true });
      this.materials.set(width, material);
    }
    return material;
  }

  dispose(): void {
    for (const group of [...this.groups.keys()]) this.drop(group);
    for (const material of this.materials.values()) material.dispose();
  }
}
