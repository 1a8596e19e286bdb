// Who a pointer belongs to. Tools are asked first, in order; what none takes goes on to the camera and to the selection.
import type { ViewportContext } from "../../context";

export interface PointerTaker {
  /** Whether it takes a press; then it gets all that follows until the release. */
  down(event: PointerEvent): boolean;
  move?(event: PointerEvent): void;
  /** `cancelled`: the pointer was lost, so that nothing may be made of it. "click": it was no more than that, so that a double click may follow. */
  up?(event: PointerEvent, cancelled: boolean): "click" | void;
  /** A pointer that moves without a press, or in someone else's hands; whether nobody else may see it. */
  hover?(event: PointerEvent): boolean;
  /** Whether it takes the pointer over everything within the viewport now, labels and the cube of views, too. */
  takesAll?(): boolean;
}

export class Pointers {
  private holder: PointerTaker | null = null;
  private id = -1;
  private swallowUntil = 0;
  private quietMenuUntil = 0;
  /** The last place of the pointer over the canvas, on the page. */
  last: { x: number; y: number } | null = null;
  private readonly ends: (() => void)[] = [];

  constructor(
    private readonly context: ViewportContext,
    private readonly takers: readonly PointerTaker[],
    /** Whether the camera may have what no tool takes. */
    private readonly cameraIsFree: () => boolean,
  ) {
    const { host, canvas } = context;
    const listen = <K extends keyof HTMLElementEventMap>(name: K, listener: (event: HTMLElementEventMap[K]) => void): void => {
      // on the way down, before the camera and the selection see it
      host.addEventListener(name, listener, { capture: true });
      this.ends.push(() => host.removeEventListener(name, listener, { capture: true }));
    };
    listen("pointerdown", (event) => this.down(event));
    listen("pointermove", (event) => this.move(event));
    listen("pointerup", (event) => this.up(event, false));
    listen("pointercancel", (event) => this.up(event, true));
    listen("lostpointercapture", (event) => this.up(event, true));
    for (const name of ["click", "dblclick", "auxclick"] as const) listen(name, (event) => this.swallow(event));
    listen("contextmenu", (event) => {
      if (performance.now() < this.quietMenuUntil) taken(event);
    });
    const leave = (event: PointerEvent): void => {
      if (event.relatedTarget === null || !host.contains(event.relatedTarget as Node)) this.last = null;
    };
    canvas.addEventListener("pointerleave", leave);
    this.ends.push(() => canvas.removeEventListener("pointerleave", leave));
  }

  isHeld(): boolean {
    return this.holder !== null;
  }

  /** Ends what a pointer is in the middle of, without a change. */
  release(): void {
    const holder = this.holder;
    this.holder = null;
    if (!holder) return;
    this.context.controls.enabled = this.cameraIsFree();
    holder.up?.(new PointerEvent("pointercancel"), true);
  }

  private down(event: PointerEvent): void {
    const modal = this.takers.some((one) => one.takesAll?.() ?? false);
    if (event.target !== this.context.canvas && !modal) return;
    if (this.holder) {
      taken(event);
      return;
    }
    const taker = this.takers.find((one) => one.down(event));
    if (!taker) return;
    this.holder = taker;
    this.id = event.pointerId;
    if (event.button === 2) this.quietMenuUntil = performance.now() + 800;
    this.context.controls.enabled = false;
    this.context.canvas.focus({ preventScroll: true });
    try {
      this.context.canvas.setPointerCapture(event.pointerId);
    } catch {
      // the pointer is gone already: its release ends this
    }
    taken(event);
  }

  private move(event: PointerEvent): void {
    this.last = { x: event.clientX, y: event.clientY };
    if (this.holder) {
      if (event.pointerId === this.id) this.holder.move?.(event);
      taken(event);
      return;
    }
    const modal = this.takers.some((one) => one.takesAll?.() ?? false);
    if (event.target !== this.context.canvas && !modal) return;
    if (this.takers.some((one) => one.hover?.(event) ?? false)) event.stopImmediatePropagation();
  }

  private up(event: PointerEvent, cancelled: boolean): void {
    if (!this.holder || event.pointerId !== this.id) return;
    const holder = this.holder;
    this.holder = null;
    this.context.controls.enabled = this.cameraIsFree();
    if (this.context.canvas.hasPointerCapture(event.pointerId)) this.context.canvas.releasePointerCapture(event.pointerId);
    const clicked = holder.up?.(event, cancelled) === "click";
    this.swallowUntil = clicked ? 0 : performance.now() + 80;
    taken(event);
  }

  /** The click that follows a press of ours is no click on the scene. */
  private swallow(event: Event): void {
    if (performance.now() < this.swallowUntil) taken(event);
  }

  dispose(): void {
    this.release();
    for (const end of this.ends) end();
  }
}

function taken(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
