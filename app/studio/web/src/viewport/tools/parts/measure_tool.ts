// Measuring: two clicks on surfaces, or the gap between two selected things.
import type { Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import { boxOf, gapBetween } from "../logic/boxes";
import { type Mark, measured, measuredText, partLines, snapMark } from "../logic/measuring";
import { lengthText } from "../logic/units";
import { middle } from "../logic/vectors";
import type { Kit } from "./kit";
import type { Label } from "./labels";
import { AXIS_COLORS, GUIDE_COLORS, type Segment } from "./lines";
import { SHAKE } from "./dragging";
import type { PointerTaker } from "./pointers";

const MAIN_COLOR = "#ffffff";
const HINT = "Click two points; corners, edges and centres snap · two selected things show their gap · Esc leaves";

export class MeasureTool implements PointerTaker {
  private first: Mark | null = null;
  private second: Mark | null = null;
  private pressed: { x: number; y: number } | null = null;
  private shown = false;
  /** What the gap was drawn for: it need not be drawn anew while only the camera moves. */
  private gapOf = "";
  private readonly stop: () => void;
  private readonly context: ViewportContext;

  constructor(private readonly kit: Kit) {
    this.context = kit.context;
    this.stop = this.context.onChange(() => this.follow());
    this.follow();
  }

  private isOn(): boolean {
    return this.context.tool() === "measure";
  }

  /** Begins or ends with the tool; the gap follows the selection and the scene. */
  private follow(): void {
    if (!this.isOn()) {
      if (this.shown) this.clear();
      return;
    }
    if (!this.shown) {
      this.shown = true;
      this.kit.readout.show("Measure", HINT);
    }
    this.drawGap();
  }

  private clear(): void {
    this.shown = false;
    this.gapOf = "";
    this.first = this.second = this.pressed = null;
    for (const group of ["measure", "gap", "mark"]) {
      this.kit.lines.clear(group);
      this.kit.labels.clear(group);
    }
    this.kit.readout.hide();
    this.context.canvas.style.cursor = "";
  }

  /** A press may become a turn of the camera: only the release tells. */
  down(event: PointerEvent): boolean {
    this.pressed = this.isOn() && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
    return false;
  }

  /** Called with each release over the canvas, whoever has the pointer. */
  released(event: PointerEvent): void {
    const { pressed } = this;
    this.pressed = null;
    if (!pressed || !this.isOn() || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SHAKE) return;
    const mark = this.markAt(event);
    if (!mark) return;
    if (!this.first || this.second) {
      this.first = mark;
      this.second = null;
    } else this.second = mark;
    this.draw(null);
  }

  hover(event: PointerEvent): boolean {
    if (!this.isOn() || event.buttons !== 0) return false;
    this.context.canvas.style.cursor = "crosshair";
    const mark = this.markAt(event);
    this.kit.labels.set("mark", mark ? [dot(mark)] : []);
    if (this.first && !this.second) this.draw(mark);
    return false;
  }

  private markAt(event: PointerEvent): Mark | null {
    const hit = this.context.pick(event.clientX, event.clientY);
    if (!hit) return null;
    const surface = hit.point.toArray();
    const nodes = [hit.node, this.context.selectable(hit.node)].filter((node) => node.kind !== "room" && node.parent >= 0);
    const pointer = { x: event.clientX, y: event.clientY };
    return snapMark(surface, nodes.map(boxOf), pointer, (point) => this.kit.eye.project(point));
  }

  private draw(over: Mark | null): void {
    const to = this.second ?? over;
    if (!this.first) return;
    if (!to) {
      this.kit.labels.set("measure", [dot(this.first)]);
      this.kit.lines.clear("measure");
      return;
    }
    const found = measured(this.first.point, to.point);
    const unit = this.kit.unit();
    const text = measuredText(found, unit);
    const parts = partLines(found);
    const lines: Segment[] = [{ from: found.from, to: found.to, color: MAIN_COLOR }];
    const labels: Label[] = [dot(this.first), dot(to)];
    // a line along an axis is its own only part
    if (parts.length > 1)
      for (const part of parts) {
        lines.push({ from: part.from, to: part.to, color: AXIS_COLORS[part.axis] });
        const size = Math.hypot(...(part.to.map((value, i) => value - (part.from[i] as number)) as Vec3));
        if (this.second) labels.push({ point: middle(part.from, part.to), text: `${part.axis} ${lengthText(size, unit)}`, look: part.axis });
      }
    labels.push({ point: middle(found.from, found.to), text: text.whole, look: "main", shift: [0, -14] });
    this.kit.lines.set("measure", lines);
    this.kit.labels.set("measure", labels);
    this.kit.readout.show(`Distance  ${text.whole}  ·  ${text.parts}`, HINT);
  }

  private drawGap(): void {
    const nodes = this.context.selection().map((path) => this.context.node(path));
    const key = `${this.context.state().revision} ${this.context.selection().join(" ")}`;
    if (key === this.gapOf) return;
    this.gapOf = key;
    const [a, b] = nodes;
    if (nodes.length !== 2 || !a || !b) {
      this.kit.lines.clear("gap");
      this.kit.labels.clear("gap");
      return;
    }
    const gap = gapBetween(boxOf(a), boxOf(b));
    const text = gap.distance < 5e-4 ? "they touch" : `gap ${lengthText(gap.distance, this.kit.unit())}`;
    this.kit.lines.set("gap", gap.distance < 5e-4 ? [] : [{ from: gap.from, to: gap.to, color: GUIDE_COLORS.centre }]);
    this.kit.labels.set("gap", [{ point: middle(gap.from, gap.to), text, look: "main", shift: [0, -14] }]);
  }

  /** Esc: first the points go, then the tool. */
  leave(): boolean {
    if (!this.isOn()) return false;
    if (this.first) {
      this.first = this.second = null;
      this.kit.lines.clear("measure");
      for (const group of ["measure", "mark"]) this.kit.labels.clear(group);
      this.kit.readout.show("Measure", HINT);
    } else this.context.setTool("select");
    return true;
  }

  dispose(): void {
    this.stop();
    this.clear();
  }
}

const dot = (mark: Mark): Label => ({ point: mark.point, text: "", look: mark.what === "surface" ? "dot-surface" : "dot" });
