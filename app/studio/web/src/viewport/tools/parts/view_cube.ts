// The cube that shows how the scene is turned: its faces, edges and corners go to views, and a drag on it orbits. It is made of buttons that the
// browser draws, so it costs the scene no frame and screen readers find it.
import { Matrix4 } from "three";
import type { Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import { type CubePart, cubeParts, orbitOf } from "../logic/views";

/** Pixels from the middle to a face, and how much of the cube is cut off along its edges. */
const HALF = 27;
const BEVEL = 6;
const FACE = 2 * (HALF - BEVEL);
const STRIP = Math.SQRT2 * BEVEL;
const PER_PIXEL = 0.012;
const SHAKE = 3;

const AXIS_NAMES = ["x", "y", "z"] as const;

/** The axis that a face looks along: +Y is up. */
function axisMark(page: Document, toward: Vec3): HTMLElement {
  const axis = toward.findIndex((value) => value !== 0);
  const mark = page.createElement("span");
  mark.className = `sw-axis sw-axis-${AXIS_NAMES[axis]!}`;
  // drawn by the style sheet: the button is named by its side, and the axis is for the eye alone
  mark.dataset["axis"] = `${toward[axis]! > 0 ? "+" : "−"}${AXIS_NAMES[axis]!.toUpperCase()}`;
  return mark;
}

export class ViewCube {
  private readonly root: HTMLElement;
  private readonly turning: HTMLElement;
  private readonly faces: { part: CubePart; button: HTMLButtonElement }[] = [];
  private readonly stop: () => void;
  private drag: { x: number; y: number; id: number; moved: boolean } | null = null;
  private swallow = false;

  constructor(
    private readonly context: ViewportContext,
    layer: HTMLElement,
  ) {
    const page = layer.ownerDocument;
    this.root = page.createElement("div");
    this.root.className = "sw-cube";
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", "View cube");
    this.turning = page.createElement("div");
    this.turning.className = "sw-cube-turning";
    this.root.append(this.turning);
    for (const part of cubeParts()) this.turning.append(this.button(page, part));
    layer.append(this.root);
    this.root.addEventListener("pointerdown", (event) => this.down(event));
    this.root.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"] as const) this.root.addEventListener(name, () => this.up());
    this.root.addEventListener("click", (event) => this.clicked(event), { capture: true });
    this.stop = context.onChange(() => this.follow());
    this.follow();
  }

  private button(page: Document, part: CubePart): HTMLButtonElement {
    const button = page.createElement("button");
    button.type = "button";
    const [x, y, z] = part.toward;
    const name = part.name.charAt(0).toUpperCase() + part.name.slice(1);
    button.setAttribute("aria-label", `View from ${part.face ? "the " : ""}${part.name}`);
    button.title = `View from ${part.face ? "the " : ""}${part.name}`;
    if (part.face) {
      button.textContent = name;
      button.append(axisMark(page, part.toward));
      this.faces.push({ part, button });
    } else button.tabIndex = -1;
    const count = Math.abs(x) + Math.abs(y) + Math.abs(z);
    // the middle of a face, of an edge's slope or of a corner's
    const out = (HALF + (count - 1) * (HALF - BEVEL)) / Math.sqrt(count);
    const { azimuth, polar } = orbitOf(part.toward);
    const width = count === 1 || (count === 2 && y !== 0) ? FACE : STRIP;
    const height = count === 1 || (count === 2 && y === 0) ? FACE : STRIP;
    Object.assign(button.style, { width: `${width}px`, height: `${height}px`, left: `${-width / 2}px`, top: `${-height / 2}px` });
    button.style.transform = `rotateY(${azimuth}rad) rotateX(${Math.PI / 2 - polar}rad) translateZ(${out}px)`;
    button.addEventListener("click", () => this.go(part));
    return button;
  }

  private go(part: CubePart): void {
    if (part.face) this.context.view(part.face);
    else {
      const { azimuth, polar } = orbitOf(part.toward);
      this.context.view("perspective");
      void this.context.controls.rotateTo(azimuth, polar, true);
    }
    this.context.requestFrame();
  }

  /** Turns it as the scene is turned. CSS has y down, so rows and columns of y change their sign. */
  private follow(): void {
    const camera = this.context.camera();
    camera.updateMatrixWorld();
    const e: readonly number[] = new Matrix4().extractRotation(camera.matrixWorldInverse).elements;
    const at = (row: number, column: number): number => (e[column * 4 + row] as number) * (row === 1 ? -1 : 1) * (column === 1 ? -1 : 1);
    const columns = [0, 1, 2].flatMap((column) => [at(0, column), at(1, column), at(2, column), 0]);
    this.turning.style.transform = `matrix3d(${columns.map((value) => value.toFixed(5)).join(",")},0,0,0,1)`;
    const toEye: Vec3 = [e[2] as number, e[6] as number, e[10] as number];
    for (const { part, button } of this.faces) {
      const along = part.toward.reduce((sum, value, i) => sum + value * (toEye[i] as number), 0);
      button.setAttribute("aria-pressed", String(along > 0.9999));
    }
  }

  private down(event: PointerEvent): void {
    this.drag = { x: event.clientX, y: event.clientY, id: event.pointerId, moved: false };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (!drag || event.pointerId !== drag.id) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < SHAKE) return;
    // only now, for a captured pointer's click would miss the button
    if (!drag.moved) this.root.setPointerCapture(event.pointerId);
    if (!drag.moved && "isOrthographicCamera" in this.context.camera()) this.context.view("perspective");
    drag.moved = true;
    drag.x = event.clientX;
    drag.y = event.clientY;
    this.context.orbit(-dx * PER_PIXEL, -dy * PER_PIXEL);
    this.context.requestFrame();
  }

  private up(): void {
    this.swallow = this.drag?.moved ?? false;
    this.drag = null;
  }

  private clicked(event: Event): void {
    if (!this.swallow) return;
    this.swallow = false;
    event.stopPropagation();
    event.preventDefault();
  }

  dispose(): void {
    this.stop();
    this.root.remove();
  }
}
