import type { PerspectiveCamera } from "three";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import { LIVING_ROOM } from "./support/fake_context";
import { openPage, type Page } from "./support/page";

let page: Page;
beforeEach(() => {
  page = openPage();
});
afterEach(() => {
  page.dispose();
  vi.useRealTimers();
});

const shownAt = (path: string): number[] => page.fake.meshes.get(path)?.matrix.elements.slice(12, 15).map((value) => Number(value.toFixed(4))) ?? [];

describe("G, R and S", () => {
  it("moves by typed numbers, in one step, and shows it before", async () => {
    page.fake.select(["table"]);
    page.keys("g", "x", "1", ".", "2");
    expect(page.readout()).toContain("along world x");
    expect(shownAt("table")).toEqual([1.2, 0, 0.1]);
    expect(shownAt("vase")).toEqual([1.4, 0.42, 0.1]);
    expect(page.fake.commits).toEqual([]);
    page.keys("Enter");
    await page.settle();
    expect(page.fake.commits).toEqual([[{ kind: "move", path: "table", by: [1.2, 0, 0] }]]);
    expect(page.fake.node("table")?.at).toEqual([1.2, 0, 0.1]);
    expect(page.fake.motions).toBeNull();
    expect(page.readout()).toBe("");
  });

  it("leaves all as it was on Esc and on a right click", () => {
    page.fake.select(["table"]);
    page.keys("g", "x", "1", "Escape");
    expect(shownAt("table")).toEqual([0, 0, 0.1]);
    page.keys("r", "9", "0");
    const event = page.pointer("pointerdown", 400, 300, { button: 2 });
    expect(event.defaultPrevented).toBe(true);
    expect(page.fake.motions).toBeNull();
    expect(page.fake.commits).toEqual([]);
  });

  it("turns by degrees and refuses to tilt", async () => {
    page.fake.select(["sofa"]);
    page.keys("r", "x");
    expect(page.readout()).toContain("about y only");
    page.keys("4", "5", "-", "Enter");
    await page.settle();
    expect(page.fake.commits).toEqual([[{ kind: "turn", path: "sofa", degrees: -45, about: "middle" }]]);
  });

  it("says why a thing cannot be scaled along an axis, and makes nothing of it", async () => {
    page.fake.select(["chair"]);
    page.keys("s", "x", "2");
    expect(page.readout()).toContain("'chair' stands at 36°");
    page.keys("Enter");
    await page.settle();
    expect(page.fake.commits).toEqual([]);
    expect(page.fake.messages.at(-1)?.kind).toBe("error");
  });

  it("follows the pointer and keeps it by a click", async () => {
    page.fake.settings.snapping = { grid: null, floor: false, walls: false, faces: false, degrees: null };
    page.fake.select(["table"]);
    const [from, to] = [page.spot([0, 0, 0.1]), page.spot([0.6, 0, 0.5])];
    page.pointer("pointermove", from.x, from.y);
    page.keys("g");
    page.pointer("pointermove", to.x, to.y);
    expect(shownAt("table")).toEqual([0.6, 0, 0.5]);
    page.pointer("pointerdown", to.x, to.y);
    page.pointer("pointerup", to.x, to.y);
    await page.settle();
    const by = page.fake.commits[0]?.[0]?.["by"] as Vec3;
    expect(by[0]).toBeCloseTo(0.6, 3);
    expect(by[2]).toBeCloseTo(0.4, 3);
    expect(page.fake.selection()).toEqual(["table"]);
  });

  it("goes on from what was made but has not come back", async () => {
    page.dispose();
    page = openPage(LIVING_ROOM, { delay: 30 });
    page.fake.select(["table"]);
    page.keys("g", "x", "1", "Enter", "g", "z", "-", "1");
    expect(shownAt("table")).toEqual([1, 0, -0.9]);
    page.keys("Enter");
    expect(shownAt("table")).toEqual([1, 0, -0.9]);
    await vi.waitFor(() => expect(page.fake.state().revision).toBe(2));
    expect(shownAt("table")).toEqual([1, 0, -0.9]);
    await vi.waitFor(() => expect(page.fake.state().revision).toBe(3));
    expect(page.fake.commits.map((edits) => edits[0]?.["by"])).toEqual([[1, 0, 0], [0, 0, -1]]);
    expect(page.fake.node("table")?.at).toEqual([1, 0, -0.9]);
    expect(page.fake.motions).toBeNull();
  });

  it("takes back what the scene refuses", async () => {
    page.fake.failure = "the table is fixed";
    page.fake.select(["table"]);
    page.keys("g", "x", "1", "Enter");
    await page.settle();
    await page.settle();
    expect(shownAt("table")).toEqual([0, 0, 0.1]);
  });

  it("says so where nothing is selected, is locked, or only shown", () => {
    page.keys("g");
    page.fake.select(["sofa"]);
    page.fake.lock(["sofa"]);
    page.keys("g");
    expect(page.fake.messages.map((message) => message.text)).toEqual([expect.stringContaining("Nothing is selected"), expect.stringContaining("locked")]);
    page.dispose();
    page = openPage(LIVING_ROOM, { editable: false });
    page.fake.select(["sofa"]);
    page.keys("g", "1", "Enter");
    expect(page.fake.commits).toEqual([]);
    expect(page.fake.messages[0]?.text).toContain("shows the scene only");
  });

  it("copies with Shift+D and selects the copy", async () => {
    page.fake.select(["chair"]);
    page.keys("Shift+D", "x", "1", "Enter");
    await page.settle();
    expect(page.fake.commits).toEqual([[{ kind: "duplicate", path: "chair", by: [1, 0, 0] }]]);
    expect(page.fake.selection()).toEqual(["chair_5"]);
    expect(shownAt("chair")).toEqual([-1.6, 0, 0.6]);
  });

  it("never lets a quick key hit the original instead of its copy", async () => {
    page.dispose();
    page = openPage(LIVING_ROOM, { delay: 20 });
    page.fake.select(["chair"]);
    page.keys("Shift+D", "x", "1", "Enter", "Delete");
    expect(page.fake.messages.at(-1)?.text).toContain("Nothing is selected");
    await vi.waitFor(() => expect(page.fake.selection()).toEqual(["chair_5"]));
    page.fake.failure = "no room for another";
    page.keys("Shift+D", "x", "1", "Enter");
    await vi.waitFor(() => expect(page.fake.messages.at(-1)?.text).toBe("no room for another"));
    await vi.waitFor(() => expect(page.fake.selection()).toEqual(["chair_5"]));
  });

  it("does not let keys through to anything else meanwhile", async () => {
    page.fake.select(["table"]);
    page.keys("g");
    expect(page.keys("Delete")).toBe(true);
    expect(page.keys("Ctrl+z")).toBe(true);
    page.keys("Escape");
    await page.settle();
    expect([page.fake.commits, page.fake.calls]).toEqual([[], []]);
  });
});

describe("dragging", () => {
  it("slides a selected thing over the floor, with what stands on it", async () => {
    page.fake.settings.snapping = { grid: 0.1, floor: true, walls: true, faces: false, degrees: null };
    page.fake.select(["table"]);
    page.drag(page.spot([0.2, 0.3, 0.4]), page.spot([0.83, 0.3, 1.01]));
    await page.settle();
    expect(page.fake.commits).toHaveLength(1);
    const by = page.fake.commits[0]?.[0]?.["by"] as Vec3;
    expect(by).toEqual([0.6, 0, 0.6]);
    expect(page.fake.node("vase")?.at[0]).toBeCloseTo(0.8, 6);
  });

  it("puts a thing on what is under the pointer", async () => {
    page.fake.select(["vase"]);
    page.drag(page.at("vase", 0.9), page.spot([-0.5, 0.8, -1.3]));
    await page.settle();
    expect(page.fake.node("vase")?.at[1]).toBeCloseTo(0.8, 4);
  });

  it("lifts with Shift and copies with Alt", async () => {
    page.fake.settings.snapping = { grid: null, floor: false, walls: false, faces: false, degrees: null };
    page.fake.select(["chair"]);
    page.drag(page.at("chair"), page.at("chair", 1.2), { shiftKey: true });
    await page.settle();
    const by = page.fake.commits[0]?.[0]?.["by"] as Vec3;
    expect([by[0], by[2]]).toEqual([0, 0]);
    expect(by[1]).toBeGreaterThan(0.4);
    page.drag(page.at("chair"), page.spot([-1.2, 1, 1.2]), { altKey: true });
    await page.settle();
    expect(page.fake.commits[1]?.[0]?.kind).toBe("duplicate");
  });

  it("selects by a press that is no drag, and leaves others to the camera", () => {
    page.fake.select(["sofa", "table"]);
    const spot = page.at("sofa");
    page.pointer("pointerdown", spot.x, spot.y);
    expect(page.fake.controls.enabled).toBe(false);
    page.pointer("pointerup", spot.x, spot.y);
    expect(page.fake.controls.enabled).toBe(true);
    expect(page.fake.selection()).toEqual(["sofa"]);
    const other = page.at("shelf");
    expect(page.pointer("pointerdown", other.x, other.y).defaultPrevented).toBe(false);
    page.pointer("pointerup", other.x, other.y);
  });

  it("lets a double click through that follows a click, but no click that follows a drag", async () => {
    const heard: string[] = [];
    for (const name of ["click", "dblclick"]) page.fake.canvas.addEventListener(name, () => heard.push(name));
    page.fake.select(["table"]);
    const spot = page.at("table");
    page.pointer("pointerdown", spot.x, spot.y);
    page.pointer("pointerup", spot.x, spot.y);
    page.fake.canvas.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    page.fake.canvas.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    expect(heard).toEqual(["click", "dblclick"]);
    page.drag(spot, { x: spot.x + 60, y: spot.y });
    page.fake.canvas.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(heard).toEqual(["click", "dblclick"]);
    await page.settle();
  });

  it("ends on Esc without a change", async () => {
    page.fake.select(["table"]);
    const from = page.at("table");
    page.pointer("pointerdown", from.x, from.y, { buttons: 1 });
    page.pointer("pointermove", from.x + 80, from.y + 10, { buttons: 1 });
    expect(page.fake.motions).not.toBeNull();
    page.keys("Escape");
    page.pointer("pointerup", from.x + 80, from.y + 10);
    await page.settle();
    expect(page.fake.motions).toBeNull();
    expect(page.fake.commits).toEqual([]);
    expect(page.fake.selection()).toEqual(["table"]);
  });

  it("moves in the picture where one looks straight from the side", async () => {
    page.fake.settings.snapping = { grid: null, floor: false, walls: false, faces: false, degrees: null };
    page.fake.view("front");
    page.fake.select(["chair"]);
    const from = page.at("chair");
    page.drag(from, { x: from.x + 125, y: from.y - 125 });
    await page.settle();
    const by = page.fake.commits[0]?.[0]?.["by"] as Vec3;
    // 4.8 m are 600 pixels
    expect(by).toEqual([1, 1, 0]);
  });

  it("stays level in the plan", async () => {
    page.fake.view("top");
    page.fake.select(["vase"]);
    page.drag(page.at("vase", 1), page.spot([0, 0.7, -1.4]), {});
    await page.settle();
    expect(page.fake.commits[0]?.[0]?.["by"]).toMatchObject({ 1: 0 });
  });
});

describe("the gizmo", () => {
  it("moves along the axis that was taken, in one step", async () => {
    page.fake.settings.snapping = { grid: null, floor: false, walls: false, faces: false, degrees: null };
    page.fake.select(["table"]);
    page.fake.setTool("move");
    // the arrow of x reaches some way to the right of the middle
    const foot = page.spot([0, 0.21, 0.1]);
    let taken = 0;
    for (let far = 20; far < 160 && !taken; far += 5) {
      const event = page.pointer("pointermove", foot.x + far, foot.y + far * 0.08);
      if (event.defaultPrevented || page.fake.canvas.style.cursor === "grab") taken = far;
    }
    expect(taken).toBeGreaterThan(0);
    page.drag({ x: foot.x + taken, y: foot.y + taken * 0.08 }, { x: foot.x + taken + 90, y: foot.y + taken * 0.08 + 6 });
    await page.settle();
    const edit = page.fake.commits[0]?.[0];
    expect(edit?.kind).toBe("move");
    const by = edit?.["by"] as Vec3;
    expect(by[0]).toBeGreaterThan(0.3);
    expect([by[1], by[2]]).toEqual([0, 0]);
    expect(page.fake.controls.enabled).toBe(true);
  });
});

describe("the gizmo in the plan", () => {
  it("turns with the hand", async () => {
    page.fake.settings.snapping = { grid: null, floor: false, walls: false, faces: false, degrees: 15 };
    page.fake.view("top");
    page.fake.select(["table"]);
    page.fake.setTool("turn");
    // half of the ring is drawn: the one toward the picture's foot
    const centre = page.spot([0, 0, 0.1]);
    let far = 0;
    for (let pixels = 20; pixels < 200 && !far; pixels += 2) {
      page.pointer("pointermove", centre.x, centre.y + pixels);
      if (page.fake.canvas.style.cursor === "grab") far = pixels + 4;
    }
    expect(far).toBeGreaterThan(0);
    const at = (angle: number): { x: number; y: number } => ({ x: centre.x + far * Math.sin((angle * Math.PI) / 180), y: centre.y + far * Math.cos((angle * Math.PI) / 180) });
    page.drag(at(0), at(44));
    await page.settle();
    const edit = page.fake.commits[0]?.[0];
    expect(edit?.kind).toBe("turn");
    expect(edit?.["degrees"]).toBe(45);
  });
});

describe("other keys", () => {
  it("deletes and undoes", async () => {
    expect(page.keys("Ctrl+z", "Ctrl+y", "Ctrl+Shift+z")).toBe(true);
    expect(page.fake.calls).toEqual(["undo", "redo", "redo"]);
    page.fake.select(["chair", "vase"]);
    page.keys("x");
    await page.settle();
    expect(page.fake.commits[0]).toEqual([
      { kind: "delete", path: "chair" },
      { kind: "delete", path: "vase" },
    ]);
    page.keys("Ctrl+z");
    await page.settle();
    expect(page.fake.calls.at(-1)).toBe("undo");
    expect(page.fake.node("chair")).toBeDefined();
  });

  it("hides, shows and selects all", () => {
    page.fake.select(["chair"]);
    page.keys("h");
    expect([...page.fake.hidden()]).toEqual(["chair"]);
    page.keys("a");
    expect(page.fake.selection()).toEqual(["sofa", "table", "vase", "shelf"]);
    page.keys("Alt+a");
    expect(page.fake.selection()).toEqual([]);
    page.keys("Alt+h");
    expect(page.fake.hidden().size).toBe(0);
    page.fake.select(["sofa"]);
    page.keys("Shift+H");
    expect([...page.fake.hidden()]).toEqual(["table", "vase", "shelf", "chair"]);
  });

  it("goes to views and back", () => {
    page.keys("7", "1", "Alt+3", "9", "5", "0");
    expect(page.fake.views).toEqual(["top", "front", "left", "right", "perspective", "camera"]);
    page.fake.select(["sofa"]);
    page.keys("f", "Home");
    expect(page.fake.calls).toEqual(["focus sofa", "focus all"]);
  });

  it("goes through the tools with handles", () => {
    const tools = ["t", "t", "t", "t"].map((key) => {
      page.keys(key);
      return page.fake.tool();
    });
    expect(tools).toEqual(["move", "turn", "scale", "select"]);
    page.fake.setTool("measure");
    page.keys("t");
    expect(page.fake.tool()).toBe("select");
  });

  it("goes through things by Tab, then lets go; Shift+Tab always does", () => {
    for (const path of ["sofa", "table", "vase", "shelf", "chair"]) {
      expect(page.keys("Tab")).toBe(true);
      expect(page.fake.selection()).toEqual([path]);
    }
    expect(page.keys("Tab")).toBe(false);
    page.fake.select(["sofa"]);
    expect(page.keys("Shift+Tab")).toBe(false);
    page.keys("Escape", "Escape");
    expect(page.keys("Tab")).toBe(false);
  });

  it("nudges by the grid, several strokes in one step", async () => {
    vi.useFakeTimers();
    page.fake.settings.snapping.grid = 0.1;
    page.fake.select(["chair"]);
    page.keys("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowUp");
    expect(page.fake.commits).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(page.fake.commits).toEqual([[{ kind: "move", path: "chair", by: [0.2, 0.1, -0.1] }]]);
  });

  it("makes what was nudged last before it undoes", async () => {
    page.fake.select(["chair"]);
    page.keys("ArrowRight", "g");
    await page.settle();
    expect(page.fake.commits).toHaveLength(1);
    page.keys("Escape");
  });

  it("does nothing while a text field has the focus", () => {
    page.fake.select(["table"]);
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    for (const key of ["g", "x", "Delete", "Ctrl+z", "7", "Tab", "h"]) expect(page.keys(key)).toBe(false);
    expect(page.fake.motions).toBeNull();
    expect(page.fake.views).toEqual([]);
  });
});

describe("measuring", () => {
  it("tells the distance of two clicks and ends on Esc", () => {
    page.keys("m");
    expect(page.fake.tool()).toBe("measure");
    const click = (point: Vec3): void => {
      const spot = page.spot(point);
      page.pointer("pointerdown", spot.x, spot.y);
      page.pointer("pointerup", spot.x, spot.y);
    };
    click([-0.54, 0.42, 0.39]);
    click([0.54, 0.42, 0.39]);
    expect(page.readout()).toContain("Distance  1.100 m");
    page.keys("Escape");
    expect(page.readout()).not.toContain("Distance");
    page.keys("Escape");
    expect(page.fake.tool()).toBe("select");
    expect(page.readout()).toBe("");
  });

  it("shows the gap of two selected things", () => {
    page.fake.select(["sofa", "shelf"]);
    page.fake.setTool("measure");
    expect(page.fake.host.querySelector(".sw-label")?.textContent).toBe("gap 0.500 m");
    page.fake.select(["table", "vase"]);
    expect(page.fake.host.querySelector(".sw-label")?.textContent).toBe("they touch");
    page.fake.setTool("select");
    expect(page.fake.host.querySelector(".sw-label")).toBeNull();
  });
});

describe("walking", () => {
  it("stands in the room at the height of eyes and returns to the former view", () => {
    const before = page.fake.camera().position.clone();
    const camera = page.fake.camera() as PerspectiveCamera;
    expect(camera.fov).toBe(45);
    page.fake.setTool("walk");
    expect(camera.fov).toBe(65);
    page.fake.controls.update(0);
    expect(page.fake.camera().position.y).toBeCloseTo(1.65, 6);
    expect(Math.abs(page.fake.camera().position.x)).toBeLessThan(2.5);
    expect(page.fake.controls.enabled).toBe(false);
    const looks = page.fake.camera().quaternion.clone();
    page.drag({ x: 300, y: 300 }, { x: 500, y: 300 });
    page.fake.controls.update(0);
    expect(page.fake.camera().quaternion.angleTo(looks)).toBeGreaterThan(0.5);
    expect(page.fake.controls.enabled).toBe(false);
    page.keys("Escape");
    page.fake.controls.update(0);
    expect(page.fake.tool()).toBe("select");
    expect(page.fake.camera().position.distanceTo(before)).toBeLessThan(1e-3);
    expect(camera.fov).toBe(45);
    expect(page.fake.controls.enabled).toBe(true);
  });
});

describe("walking from a straight view", () => {
  it("returns to that view", () => {
    page.fake.view("left");
    page.fake.setTool("walk");
    expect(page.fake.views.at(-1)).toBe("perspective");
    page.keys("Escape");
    expect(page.fake.views.at(-1)).toBe("left");
  });
});

describe("the view cube", () => {
  it("does not take the pointer from a transform that passes over it", () => {
    page.fake.select(["table"]);
    page.keys("g");
    const button = page.fake.host.querySelector(".sw-cube button") as HTMLButtonElement;
    button.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, cancelable: true, clientX: 700, clientY: 300 }));
    expect(page.fake.motions).not.toBeNull();
    button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true, clientX: 700, clientY: 300, button: 2 }));
    button.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, cancelable: true, clientX: 700, clientY: 300, button: 2 }));
    expect(page.fake.motions).toBeNull();
    expect(page.fake.views).toEqual([]);
  });

  it("orbits as a hand on the view does, which stops at the floor", () => {
    const button = page.fake.host.querySelector(".sw-cube button") as HTMLButtonElement;
    const at = (kind: string, x: number, y: number) => button.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1 }));
    at("pointerdown", 700, 300);
    at("pointermove", 710, 280);
    at("pointerup", 710, 280);
    expect(page.fake.calls.at(-1)).toBe("orbit -0.120 0.240");
  });

  it("has a named button for each part, of which the faces are reached by Tab", () => {
    const buttons = [...page.fake.host.querySelectorAll<HTMLButtonElement>(".sw-cube button")];
    expect(buttons).toHaveLength(26);
    expect(buttons.every((button) => (button.getAttribute("aria-label") ?? "").startsWith("View from"))).toBe(true);
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(6);
    buttons.find((button) => button.getAttribute("aria-label") === "View from the left")?.click();
    expect(page.fake.views).toEqual(["left"]);
    const pressed = buttons.find((button) => button.getAttribute("aria-pressed") === "true");
    expect(pressed?.textContent).toBe("Left");
    expect(pressed?.querySelector<HTMLElement>(".sw-axis")?.dataset["axis"]).toBe("−X");
  });
});

describe("the end", () => {
  it("leaves nothing behind", () => {
    page.fake.select(["table"]);
    page.fake.setTool("move");
    page.keys("g");
    page.dispose();
    expect(page.fake.overlay.children).toEqual([]);
    expect(page.fake.host.children).toHaveLength(1);
    page.fake.select(["sofa"]);
    expect(page.keys("g")).toBe(false);
    page = openPage();
  });
});
