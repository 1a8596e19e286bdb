import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { beginShell, setShell, setTheme, showTab, useShell } from "../../../src/studio/shell/state/shell";
import { beginView, useView } from "../../../src/studio/shell/state/view";
import { useWriter } from "../../../src/studio/shell/start/writer";
import { pin, useStudio } from "../../../src/studio/state/studio";

const session = (kept: Record<string, unknown>, id = "a") => ({
  id,
  scene: { id: "place", title: "kitchen", opened: 0, changed: 0, pictured: 0 },
  sceneGone: false,
  interface: kept,
  user: null,
  shared: false, models: { own: null, address: null, any: false, keyed: [] },
});

beginShell();
beginView();

describe("the look of the page is kept with the session", () => {
  const sent: Record<string, unknown>[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)).values);
      return Promise.resolve(new Response('{"ok":true}'));
    });
    useStudio.setState({ session: null });
    useStudio.setState({ session: session({}) });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("several changes are sent once, as they are then", async () => {
    setShell({ leftSize: 300 });
    setShell({ leftSize: 320 });
    showTab("layout");
    showTab("jobs");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    expect(sent[0]!["shell"]).toMatchObject({ leftSize: 320, rightTab: "layout", drawerTab: "jobs", drawerOpen: true });
  });

  test("pins are kept where the chat reads them", async () => {
    pin(["home/chair", "home/lamp"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent[0]!["pins"]).toEqual(["home/chair", "home/lamp"]);
  });

  test("what changes nothing is not sent", async () => {
    setShell({ leftSize: useShell.getState().leftSize });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(0);
  });

  test("a key of a model is neither sent nor kept in the browser", async () => {
    useWriter.setState({ writer: "model", model: "openai:gpt-5", key: "very-secret" });
    setTheme("light");
    setShell({ leftSize: 222 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent) + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })).not.toContain("very-secret");
  });

  test("another session brings its own look", () => {
    useStudio.setState({ session: session({ shell: { rightTab: "history", leftOpen: false }, theme: "light", view: { labels: true } }, "b") });
    expect(useShell.getState()).toMatchObject({ rightTab: "history", leftOpen: false });
    expect(useStudio.getState().theme).toBe("light");
    expect(useView.getState().labels).toBe(true);
    useStudio.setState({ session: session({}, "c") });
    expect(useShell.getState()).toMatchObject({ rightTab: "program", leftOpen: true });
    expect(useView.getState().labels).toBe(false);
  });
});
