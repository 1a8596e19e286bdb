// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isTextField, listenToKeys, pageKeyOf, pageKeys } from "../../../src/studio/shell/shortcuts";
import { useDialog } from "../../../src/studio/shell/state/dialogs";
import { useStudio } from "../../../src/studio/state/studio";
import { hallOf, stateOf } from "./support";

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
};

describe("keys of the page", () => {
  let end: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    useStudio.setState({ scene: stateOf(hallOf(1)) });
    useDialog.setState({ open: null });
    end = listenToKeys();
  });
  afterEach(() => {
    end();
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  test("open what they say", () => {
    expect(press("?", { shiftKey: true }).defaultPrevented).toBe(true);
    expect(useDialog.getState().open).toBe("help");
  });

  test.each(["input", "textarea", "select"])("are letters in a field: %s", (tag) => {
    const field = document.body.appendChild(document.createElement(tag));
    field.focus();
    press("?", { shiftKey: true });
    press("e", { ctrlKey: true });
    expect(useDialog.getState().open).toBeNull();
  });

  test("are letters in an editor of text", () => {
    const editor = document.body.appendChild(document.createElement("div"));
    editor.className = "cm-editor";
    editor.tabIndex = 0;
    editor.focus();
    press("?", { shiftKey: true });
    expect(useDialog.getState().open).toBeNull();
  });

  test("leave alone what the viewport has taken, and what is held down", () => {
    const take = (event: Event) => event.preventDefault();
    document.addEventListener("keydown", take);
    press("e", { ctrlKey: true });
    document.removeEventListener("keydown", take);
    press("e", { ctrlKey: true, repeat: true });
    expect(useDialog.getState().open).toBeNull();
  });

  test("do nothing while a dialog is open, or without a scene", () => {
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    press("e", { ctrlKey: true });
    dialog.remove();
    useStudio.setState({ scene: null });
    press("e", { ctrlKey: true });
    expect(useDialog.getState().open).toBeNull();
  });

  test("end with their listener", () => {
    end();
    press("e", { ctrlKey: true });
    expect(useDialog.getState().open).toBeNull();
  });
});

describe("which key it is", () => {
  const held = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  test("depends on what is held", () => {
    expect(pageKeyOf({ ...held, key: "z", ctrlKey: true })?.what).toBe("Undo");
    expect(pageKeyOf({ ...held, key: "Z", metaKey: true, shiftKey: true })?.what).toBe("Redo");
    expect(pageKeyOf({ ...held, key: "z" })).toBeNull();
    expect(pageKeyOf({ ...held, key: "z", ctrlKey: true, altKey: true })).toBeNull();
  });

  test("no two are the same", () => {
    const all = pageKeys.map(({ key, mod = false, shift = false, alt = false }) => `${key} ${mod} ${shift} ${alt}`);
    expect(new Set(all).size).toBe(all.length);
  });

  test("a tick box is no text field", () => {
    const box = document.createElement("input");
    box.type = "checkbox";
    expect(isTextField(box)).toBe(false);
    expect(isTextField(document.createElement("input"))).toBe(true);
    expect(isTextField(null)).toBe(false);
  });
});
