// A page with the tools on a fake scene, and hands for it.
import { Vector3 } from "three";
import type { Vec3 } from "../../../../src/protocol";
import { attachTools } from "../../../../src/viewport/tools";
import { FakeContext, type FakeOptions, type FakeThing, LIVING_ROOM } from "./fake_context";

const WIDTH = 900;
const HEIGHT = 600;

export interface Page {
  fake: FakeContext;
  dispose(): void;
  /** Presses keys: `Shift+d`, `Ctrl+z`, `Tab`. Returns whether the last one was taken. */
  keys(...names: string[]): boolean;
  pointer(type: string, x: number, y: number, more?: PointerEventInit): PointerEvent;
  /** A drag with steps between. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }, more?: PointerEventInit): void;
  /** Where a point of the scene is on the page. */
  spot(point: Vec3): { x: number; y: number };
  /** Where a thing is, so many of its heights up. */
  at(path: string, share?: number): { x: number; y: number };
  readout(): string;
  settle(): Promise<void>;
}

export function openPage(things: readonly FakeThing[] = LIVING_ROOM, how: FakeOptions = {}): Page {
  document.body.innerHTML = "";
  const host = document.createElement("div");
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  host.append(canvas);
  document.body.append(host);
  const frame = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT, width: WIDTH, height: HEIGHT, x: 0, y: 0 };
  canvas.getBoundingClientRect = () => ({ ...frame, toJSON: () => frame });
  Object.defineProperty(canvas, "clientHeight", { value: HEIGHT });
  canvas.setPointerCapture = () => undefined;
  canvas.releasePointerCapture = () => undefined;
  canvas.hasPointerCapture = () => false;
  const fake = new FakeContext(host, canvas, things, how);
  fake.resize(WIDTH, HEIGHT);
  const tools = attachTools(fake);
  canvas.focus();

  const pointer = (type: string, x: number, y: number, more: PointerEventInit = {}): PointerEvent => {
    const event = new PointerEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1, button: type === "pointermove" ? -1 : 0, buttons: 0, ...more });
    canvas.dispatchEvent(event);
    return event;
  };
  const spot = (point: Vec3): { x: number; y: number } => {
    fake.camera().updateMatrixWorld();
    const at = new Vector3(...point).project(fake.camera());
    return { x: ((at.x + 1) / 2) * WIDTH, y: ((1 - at.y) / 2) * HEIGHT };
  };
  return {
    fake,
    dispose: () => tools.dispose(),
    keys(...names) {
      let taken = false;
      for (const name of names) {
        const parts = name === "+" ? [name] : name.split("+");
        const key = parts.at(-1) as string;
        const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : key;
        const init = { key, code, bubbles: true, cancelable: true, ctrlKey: parts.includes("Ctrl"), shiftKey: parts.includes("Shift"), altKey: parts.includes("Alt") };
        const event = new KeyboardEvent("keydown", init);
        (document.activeElement ?? document.body).dispatchEvent(event);
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keyup", init));
        taken = event.defaultPrevented;
      }
      return taken;
    },
    pointer,
    drag(from, to, more = {}) {
      pointer("pointermove", from.x, from.y, more);
      pointer("pointerdown", from.x, from.y, { buttons: 1, ...more });
      for (let i = 1; i <= 8; i++) pointer("pointermove", from.x + ((to.x - from.x) * i) / 8, from.y + ((to.y - from.y) * i) / 8, { buttons: 1, ...more });
      pointer("pointerup", to.x, to.y, more);
    },
    spot,
    at(path, share = 0.5) {
      const node = fake.node(path);
      if (!node) throw new Error(`there is no ${path}`);
      return spot([node.at[0], node.at[1] + node.size[1] * share, node.at[2]]);
    },
    readout: () => host.querySelector(".sw-readout:not([hidden])")?.textContent ?? "",
    settle: () => new Promise((done) => setTimeout(done, 0)),
  };
}
