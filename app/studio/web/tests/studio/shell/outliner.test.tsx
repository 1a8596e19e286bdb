import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Outliner } from "../../../src/studio/shell/outliner/Outliner";
import { useStudio } from "../../../src/studio/state/studio";
import { hallOf, nodesOf, stateOf } from "./support";

(globalThis as Record<string, unknown>)["IS_REACT_ACT_ENVIRONMENT"] = true;

let root: Root;
let box: HTMLElement;
const sent: { path: string; body: Record<string, unknown> }[] = [];

async function show(nodes: ReturnType<typeof hallOf>): Promise<void> {
  useStudio.setState({
    session: { id: "s", scene: { id: "p", title: "t", opened: 0, changed: 0, pictured: 0 }, sceneGone: false, interface: {}, user: null, shared: false, models: { own: null, address: null, any: false, keyed: [] } },
    scene: stateOf(nodes),
    selection: [],
    hidden: [],
    locked: [],
    pinned: [],
  });
  await act(async () => root.render(<Outliner />));
}

const rows = () => [...box.querySelectorAll<HTMLElement>("[role=treeitem]")];
const row = (path: string) => rows().find((each) => each.id === `outliner-row-${useStudio.getState().scene!.nodes.find((node) => node.path === path)!.row}`)!;
const tree = () => box.querySelector<HTMLElement>("[role=tree]")!;
const press = (key: string, held: KeyboardEventInit = {}) => act(async () => void tree().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held })));
const click = (element: HTMLElement, held: MouseEventInit = {}) => act(async () => void element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...held })));

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method === "POST") sent.push({ path, body: JSON.parse(String(init.body)) });
    return Promise.resolve(new Response(JSON.stringify({ result: { how: [], paths: [], carried: [], remarks: [], renamed: {}, failed: {}, revision: 2, warnings: [] } })));
  });
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
});

afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

const home = nodesOf([{ path: "home" }, { path: "home/bed" }, { path: "home/chair" }, { path: "home/lamp" }]);

describe("the outliner", () => {
  test("draws a few of 3,000 rows, with the place of each", async () => {
    await show(hallOf(3_000));
    expect(rows().length).toBeLessThan(60);
    expect(row("hall/thing_1").getAttribute("aria-setsize")).toBe("3000");
    expect(row("hall/thing_2").getAttribute("aria-posinset")).toBe("2");
    expect(box.textContent).toContain("3,000 things");
  });

  test("shows what is pinned, and pins by a click that selects nothing", async () => {
    await show(home);
    const mark = () => row("home/chair").querySelector<HTMLElement>("[aria-label$=' chair'][aria-pressed]")!;
    expect(mark().getAttribute("aria-label")).toBe("Pin chair");
    await click(mark());
    expect(useStudio.getState()).toMatchObject({ pinned: ["home/chair"], selection: [] });
    expect(row("home/chair").getAttribute("aria-label")).toContain(", pinned");
    expect(mark().getAttribute("title")).toContain("leave it where it is");
    await click(mark());
    expect(useStudio.getState().pinned).toEqual([]);
    expect(row("home").querySelector("[aria-label='Pin home']")).toBeNull();
  });

  test("selects by clicks with ctrl and shift", async () => {
    await show(home);
    await click(row("home/bed"));
    await click(row("home/lamp"), { shiftKey: true });
    expect(useStudio.getState().selection).toEqual(["home/bed", "home/chair", "home/lamp"]);
    await click(row("home/chair"), { ctrlKey: true });
    expect(useStudio.getState().selection).toEqual(["home/bed", "home/lamp"]);
    expect(row("home/chair").getAttribute("aria-selected")).toBe("false");
  });

  test("follows the selection of others", async () => {
    await show(home);
    await act(async () => useStudio.setState({ selection: ["home/lamp"] }));
    expect(row("home/lamp").getAttribute("aria-selected")).toBe("true");
    expect(tree().getAttribute("aria-activedescendant")).toBe(row("home/lamp").id);
  });

  test("goes by arrows, and leaves letters to the view", async () => {
    await show(home);
    await click(row("home/bed"));
    await press("ArrowDown");
    expect(useStudio.getState().selection).toEqual(["home/chair"]);
    await press("l");
    expect(useStudio.getState().selection).toEqual(["home/chair"]);
    await press("ArrowLeft");
    expect(useStudio.getState().selection).toEqual(["home"]);
    await press("ArrowLeft");
    expect(rows()).toHaveLength(1);
    await press("ArrowRight");
    expect(rows()).toHaveLength(4);
  });

  test("renames by F2, in the words of the language", async () => {
    await show(home);
    await click(row("home/chair"));
    await press("F2");
    const field = box.querySelector<HTMLInputElement>("input.outliner-rename")!;
    expect(field.value).toBe("chair");
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(field, "my big chair");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await act(async () => void field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
    expect(sent[0]!.body["edits"]).toEqual([{ kind: "rename", path: "home/chair", name: "my_big_chair" }]);
    expect(box.querySelector("input.outliner-rename")).toBeNull();
  });

  test("deletes what is selected, but nothing that is locked and never the scene", async () => {
    await show(home);
    await act(async () => useStudio.setState({ selection: ["home/bed", "home/lamp"], locked: ["home/lamp"] }));
    await press("Delete");
    expect(sent.map((each) => each.body["edits"])).toEqual([[{ kind: "delete", path: "home/bed" }]]);
    await act(async () => useStudio.setState({ selection: ["home"] }));
    await press("Delete");
    expect(sent).toHaveLength(1);
  });

  test("hides and shows by the eye of a row", async () => {
    await show(home);
    const eye = () => row("home/bed").querySelector<HTMLElement>("[aria-label$=' bed'][aria-label*='H'], [aria-label^='Show']")!;
    await click(eye());
    expect(useStudio.getState().hidden).toEqual(["home/bed"]);
    expect(useStudio.getState().selection).toEqual([]);
    await click(eye());
    expect(useStudio.getState().hidden).toEqual([]);
  });

  test("shows words of strangers as text", async () => {
    await show(nodesOf([{ path: "home" }, { path: "home/x", word: "<img src=x onerror=alert(1)>${alert(1)}" }]));
    expect(box.querySelector("img")).toBeNull();
    expect(box.textContent).toContain("<img src=x onerror=alert(1)>${alert(1)}");
  });
});
