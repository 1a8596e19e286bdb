import { describe, expect, it } from "vitest";
import { commandOf, controlTakes, HELD_KEYS, KEYS, keysAreOurs, type Pressed, type Stroke } from "../../../src/viewport/tools/logic/keys";
import { cubeParts, FACES, nearestFace, oppositeOf, orbitOf, type FaceName } from "../../../src/viewport/tools/logic/views";

const pressed = (key: string, code = "", more: Partial<Pressed> = {}): Pressed => ({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

describe("the table of keys", () => {
  it("gives no stroke twice", () => {
    const said = (stroke: Stroke): string => JSON.stringify([stroke.key, stroke.code, stroke.ctrl ?? false, stroke.shift ?? false, stroke.alt ?? false]);
    const all = KEYS.flatMap((row) => row.strokes.map(said));
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(KEYS.map((row) => row.command)).size).toBe(KEYS.length);
  });

  it("says in words what each does", () => {
    for (const row of [...KEYS, ...HELD_KEYS]) {
      expect(row.what).toMatch(/^[A-Z].{3,}/);
      expect(row.shown).not.toBe("");
    }
  });

  it("finds the command of a key", () => {
    const cases: [Pressed, string | null][] = [
      [pressed("g"), "move"],
      [pressed("G"), "move"],
      [pressed("D", "KeyD", { shiftKey: true }), "duplicate"],
      [pressed("Delete"), "delete"],
      [pressed("z", "KeyZ", { ctrlKey: true }), "undo"],
      [pressed("z", "KeyZ", { metaKey: true }), "undo"],
      [pressed("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), "redo"],
      [pressed("y", "KeyY", { ctrlKey: true }), "redo"],
      [pressed("1", "Numpad1"), "view-front"],
      [pressed("End", "Numpad1"), "view-front"],
      [pressed("1", "Digit1"), "view-front"],
      [pressed("1", "Numpad1", { ctrlKey: true }), "view-back"],
      [pressed("1", "Digit1", { altKey: true }), "view-back"],
      [pressed(".", "NumpadDecimal"), "focus"],
      [pressed("å", "KeyA", { altKey: true }), "select-none"],
      [pressed("h", "KeyH", { altKey: true }), "show-all"],
      [pressed("w"), null],
      [pressed("s", "KeyS", { ctrlKey: true }), null],
      [pressed("Tab", "Tab", { shiftKey: true }), null],
      [pressed("r", "KeyR", { ctrlKey: true }), null],
    ];
    for (const [event, command] of cases) expect([event.key, event.code, commandOf(event)?.command ?? null]).toEqual([event.key, event.code, command]);
  });
});

describe("whose keys they are", () => {
  const page = (): { host: HTMLElement; canvas: HTMLElement } => {
    document.body.innerHTML = "";
    const host = document.createElement("div");
    const canvas = document.createElement("canvas");
    host.append(canvas);
    document.body.append(host);
    return { host, canvas };
  };
  const made = (name: string, attributes: Record<string, string> = {}, inside?: Element): Element => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    (inside ?? document.body).append(element);
    return element;
  };

  it("takes them for the viewport, and where nothing has the focus", () => {
    const { host, canvas } = page();
    expect(keysAreOurs(canvas, host, { target: canvas })).toBe(true);
    expect(keysAreOurs(document.body, host, { target: document.body })).toBe(true);
    expect(keysAreOurs(null, host, { target: document.body })).toBe(true);
  });

  it("never takes them from a text, a list, an editor or a dialog", () => {
    const { host } = page();
    const editor = made("div", { class: "cm-editor" });
    const elements = [
      made("input"), made("textarea"), made("select"), made("div", { contenteditable: "true" }), made("div", { contenteditable: "" }),
      made("span", {}, editor), made("div", { role: "textbox" }), made("input", {}, host), made("li", { tabindex: "0" }),
      made("button", {}, made("div", { role: "dialog" })), made("button", {}, made("div", { role: "menu" })),
    ];
    for (const element of elements) expect(keysAreOurs(element, host, { target: element })).toBe(false);
    expect(keysAreOurs(document.body, host, { target: document.body, isComposing: true })).toBe(false);
  });

  it("takes them where a button elsewhere has the focus, but for those of the button", () => {
    const { host, canvas } = page();
    const button = made("button");
    expect(keysAreOurs(button, host, { target: button })).toBe(true);
    for (const key of ["Enter", " "]) expect(controlTakes(button, canvas, key)).toBe(true);
    for (const key of ["g", "7", "Home"]) expect(controlTakes(button, canvas, key)).toBe(false);
    const tool = made("button", {}, made("div", { role: "toolbar" }));
    expect(controlTakes(tool, canvas, "Home")).toBe(true);
  });

  it("leaves a focused button of its own what buttons need", () => {
    const { host, canvas } = page();
    const button = made("button", {}, host);
    for (const key of ["Enter", " ", "Tab", "ArrowLeft"]) expect(controlTakes(button, canvas, key)).toBe(true);
    expect(controlTakes(button, canvas, "g")).toBe(false);
    expect(controlTakes(canvas, canvas, "Tab")).toBe(false);
  });
});

describe("the cube of views", () => {
  it("has 6 faces, 12 edges and 8 corners with names of their own", () => {
    const parts = cubeParts();
    expect(parts).toHaveLength(26);
    expect(new Set(parts.map((part) => part.name)).size).toBe(26);
    expect(parts.slice(0, 6).every((part) => part.face !== null)).toBe(true);
    expect(parts.find((part) => part.name === "top front right")?.toward).toEqual([1, 1, 1]);
  });

  it("orbits to where each part looks", () => {
    for (const { toward } of cubeParts()) {
      const { azimuth, polar } = orbitOf(toward);
      const size = Math.hypot(...toward);
      const there = [Math.sin(polar) * Math.sin(azimuth), Math.cos(polar), Math.sin(polar) * Math.cos(azimuth)];
      there.forEach((part, i) => expect(part).toBeCloseTo((toward[i] as number) / size, 9));
    }
  });

  it("knows the nearest view and the opposite one", () => {
    for (const name of Object.keys(FACES) as FaceName[]) {
      expect(nearestFace(FACES[name])).toBe(name);
      expect(FACES[oppositeOf(name)].map((part) => -part + 0)).toEqual(FACES[name].map((part) => part + 0));
    }
    expect(nearestFace([0.2, 0.9, 0.4])).toBe("top");
  });
});
