// Clicks, double clicks, hovering and boxes drawn with the pointer. Drags that turn the view belong to the camera's controls.

import type { Rect } from "../overlays/labels";

export interface PointerActions {
  click: (x: number, y: number, keys: { toggle: boolean; alt: boolean }) => void;
  doubleClick: (x: number, y: number) => void;
  hover: (x: number, y: number) => void;
  leave: () => void;
  /** A box that was drawn, in CSS pixels of the canvas. */
  box: (rect: Rect, add: boolean) => void;
  drawBox: (rect: Rect | null) => void;
  /** The next drag draws a box, or does not any more. */
  armed: (on: boolean) => void;
  /** Whether a key is meant for the view. */
  hears: (event: KeyboardEvent) => boolean;
  /** Whether a drag with ctrl from this point draws a box: on empty ground. */
  startsBox: (x: number, y: number) => boolean;
  /** Whether clicks select now: not while a tool has the pointer. */
  selects: () => boolean;
  /** Lets the camera follow the pointer, or not. */
  setControls: (on: boolean) => void;
}

const STILL = 4;

export class PointerInput {
  private down: { x: number; y: number; id: number; moved: boolean; box: boolean; clicks: boolean } | null = null;
  private armed = false;
  private waiting = 0;
  private readonly ends = new AbortController();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly actions: PointerActions,
  ) {
    const { signal } = this.ends;
    // before the camera's controls hear of it: a box must not turn the view
    canvas.addEventListener("pointerdown", (event) => this.press(event), { signal, capture: true });
    canvas.addEventListener("pointermove", (event) => this.move(event), { signal });
    canvas.addEventListener("pointerup", (event) => this.release(event), { signal });
    canvas.addEventListener("pointercancel", () => this.cancel(), { signal });
    canvas.addEventListener("pointerleave", () => this.leave(), { signal });
    canvas.addEventListener("dblclick", (event) => this.actions.selects() && this.actions.doubleClick(event.clientX, event.clientY), { signal });
    canvas.ownerDocument.addEventListener("keydown", (event) => this.key(event), { signal });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  }

  /** The next drag draws a box. */
  armBox(on = true): void {
    if (on !== this.armed) this.actions.armed(on);
    this.armed = on;
    this.canvas.style.cursor = on ? "crosshair" : "";
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || event.defaultPrevented) return;
    this.canvas.focus({ preventScroll: true });
    const box = this.armed || ((event.ctrlKey || event.altKey) && this.actions.startsBox(event.clientX, event.clientY));
    this.down = { x: event.clientX, y: event.clientY, id: event.pointerId, moved: false, box, clicks: this.actions.selects() };
    if (!box) return;
    this.actions.setControls(false);
    this.canvas.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (this.down !== null && event.pointerId === this.down.id) {
      if (Math.hypot(event.clientX - this.down.x, event.clientY - this.down.y) > STILL) this.down.moved = true;
      if (this.down.box && this.down.moved) this.actions.drawBox(this.rect(event));
      return;
    }
    if (event.buttons !== 0 || event.pointerType === "touch" || this.waiting !== 0) return;
    // many moves a frame need one answer
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      if (this.down === null) this.actions.hover(event.clientX, event.clientY);
    });
  }

  private release(event: PointerEvent): void {
    const { down } = this;
    if (down === null || event.pointerId !== down.id) return;
    this.down = null;
    if (down.box) {
      this.actions.setControls(true);
      this.actions.drawBox(null);
      this.armBox(false);
      if (down.moved) return this.actions.box(this.rect(event, down), event.shiftKey);
    }
    if (!down.moved && down.clicks && !event.defaultPrevented && this.actions.selects()) {
      this.actions.click(event.clientX, event.clientY, { toggle: event.shiftKey || event.ctrlKey || event.metaKey, alt: event.altKey });
    }
  }

  private rect(event: PointerEvent, from: { x: number; y: number } = this.down!): Rect {
    const { left, top } = this.canvas.getBoundingClientRect();
    return {
      x: Math.min(from.x, event.clientX) - left,
      y: Math.min(from.y, event.clientY) - top,
      width: Math.abs(event.clientX - from.x),
      height: Math.abs(event.clientY - from.y),
    };
  }

  private key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.actions.hears(event)) return;
    if (event.key === "b" || event.key === "B") this.armBox(!this.armed);
    else if (event.key === "Escape" && (this.armed || this.down?.box === true)) this.cancel();
    else return;
    event.preventDefault();
  }

  private cancel(): void {
    if (this.down?.box === true) this.actions.setControls(true);
    this.down = null;
    this.actions.drawBox(null);
    this.armBox(false);
  }

  private leave(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = 0;
    if (this.down === null) this.actions.leave();
  }

  dispose(): void {
    this.ends.abort();
    cancelAnimationFrame(this.waiting);
  }
}
