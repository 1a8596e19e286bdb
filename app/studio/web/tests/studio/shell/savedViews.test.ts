import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SavedView, StudioSession, ViewportPose } from "../../../src/protocol";
import { beginSavedViews, cameraCall, dropView, renameView, saveView, useSavedViews } from "../../../src/studio/shell/state/savedViews";
import { useStudio } from "../../../src/studio/state/studio";

const pose: ViewportPose = { eye: [1, 2, 3], target: [0, 0, 0], fov: 50, height: null };
const session = (id: string, place: string): StudioSession => ({
  id, scene: { id: place, title: place, opened: 0, changed: 0, pictured: 0 }, sceneGone: false, interface: {}, user: null, shared: false, models: { own: null, address: null, any: false, keyed: [] },
});

describe("saved views", () => {
  const kept = new Map<string, SavedView[]>();
  const asked: string[] = [];
  let end: () => void;
  beforeEach(() => {
    kept.clear();
    asked.length = 0;
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
      const [, id, view] = /sessions\/(\w+)\/views(?:\/(\w+))?/.exec(path)!;
      asked.push(`${init.method ?? "GET"} ${id}`);
      let views = kept.get(id!) ?? [];
      const body = init.body === undefined ? null : (JSON.parse(String(init.body)) as { name?: string; pose?: ViewportPose });
      if (init.method === "POST") views = [...views, { id: `v${views.length}`, name: body!.name!, pose: body!.pose! }];
      if (init.method === "PUT") views = views.map((each) => (each.id === view ? { ...each, ...body } : each));
      if (init.method === "DELETE") {
        if (!views.some((each) => each.id === view)) {
          return Promise.resolve(new Response(JSON.stringify({ error: { message: "somebody deleted it", kind: "missing" } }), { status: 404 }));
        }
        views = views.filter((each) => each.id !== view);
      }
      kept.set(id!, views);
      return Promise.resolve(new Response(JSON.stringify({ ok: true, views })));
    });
    useStudio.setState({ session: null, toasts: [] });
    end = beginSavedViews();
  });
  afterEach(() => {
    end();
    vi.unstubAllGlobals();
  });
  const names = () => useSavedViews.getState().views.map(({ name }) => name);

  test("are those of the scene that the page shows", async () => {
    kept.set("a", [{ id: "v0", name: "Door", pose }]);
    useStudio.setState({ session: session("a", "hall") });
    await vi.waitFor(() => expect(names()).toEqual(["Door"]));
    useStudio.setState({ session: session("b", "den") });
    expect(names()).toEqual([]);
    await vi.waitFor(() => expect(asked).toContain("GET b"));
  });

  test("are saved, renamed and deleted at the server", async () => {
    useStudio.setState({ session: session("a", "hall") });
    await saveView(pose);
    await saveView(pose);
    expect(names()).toEqual(["View 1", "View 2"]);
    await renameView(useSavedViews.getState().views[0]!, "  Window ");
    await renameView(useSavedViews.getState().views[1]!, "   ");
    expect(kept.get("a")!.map(({ name }) => name)).toEqual(["Window", "View 2"]);
    await dropView(useSavedViews.getState().views[0]!);
    expect(names()).toEqual(["View 2"]);
  });

  test("that somebody else deleted are gone here, too", async () => {
    useStudio.setState({ session: session("a", "hall") });
    await saveView(pose);
    kept.set("a", []);
    await dropView(useSavedViews.getState().views[0]!);
    await vi.waitFor(() => expect(names()).toEqual([]));
    expect(useStudio.getState().toasts.map(({ text }) => text)).toEqual(["somebody deleted it"]);
  });
});

describe("the camera of a view", () => {
  test("is a call with few digits", () => expect(cameraCall({ eye: [1.23456, 2, -0.00001], target: [0, 0.5, 1e-9], fov: 39.97, height: null })).toBe("camera((1.235, 2, 0), (0, 0.5, 0), fov=40)"));

  test("of a plan stands far above, where as much is in its picture", () => {
    const [, y, fov] = /camera\(\(0, (.+), 0\), \(0, 0, 0\), fov=(.+)\)/.exec(cameraCall({ eye: [0, 9, 0], target: [0, 0, 0], fov: null, height: 6 }))!;
    expect(2 * Number(y) * Math.tan((Number(fov) * Math.PI) / 360)).toBeCloseTo(6, 2);
  });
});
