import { describe, expect, it, vi } from "vitest";
import type { SceneState, SceneStep } from "../../src/protocol";
import { type SceneListener, SceneSource, mergedNodes } from "../../src/viewport/data/scene_source";
import { Committing } from "../../src/viewport/core/committing";
import { drawing, drawingFile, head, node, nodes, pieces, sceneState, shift, step } from "../support/scenes";

function setUp(revisions: { state?: number[]; drawing?: number[] } = {}) {
  const server = { revision: 1 };
  let send: (one: SceneStep) => void = () => undefined;
  const next = (list: number[] | undefined): number => list?.shift() ?? server.revision;
  const transport = {
    state: vi.fn(() => Promise.resolve(sceneState(next(revisions.state)))),
    drawing: vi.fn(() => Promise.resolve(drawingFile(drawing(pieces(), head({ revision: next(revisions.drawing) }))))),
    subscribe: (listener: (one: SceneStep) => void) => {
      send = listener;
      return () => undefined;
    },
  };
  const seen: string[] = [];
  const listener = {
    fetched: vi.fn((state: SceneState) => (seen.push(`fetched ${state.revision}`), Promise.resolve())),
    moved: vi.fn((state: SceneState) => void seen.push(`moved ${state.revision}`)),
    idle: vi.fn(),
    failed: vi.fn((error: Error) => void seen.push(error.message)),
  } satisfies SceneListener;
  const source = new SceneSource(transport, listener);
  const idle = async (): Promise<void> => {
    while (!source.idle) await new Promise((done) => setTimeout(done));
  };
  return { server, transport, listener, source, seen, send: (one: SceneStep) => send(one), idle };
}

describe("steps", () => {
  it("that say what moved are shown without a fetch", async () => {
    const { source, send, seen, transport, listener, idle } = setUp();
    await source.start();
    const moved = node(12, 13, 0, "scene/rug", { at: [1, 0, 0] });
    send(step(2, { motions: [{ row: 12, motion: shift(1, 0, 0) }], nodes: [moved] }));
    send(step(3));
    await idle();
    expect(seen).toEqual(["fetched 1", "moved 2", "moved 3"]);
    expect(transport.state).toHaveBeenCalledTimes(1);
    expect(listener.moved.mock.calls[0]![0].nodes.find((one) => one.row === 12)!.at).toEqual([1, 0, 0]);
    expect(source.revision).toBe(3);
  });

  it.each([["motions"], ["nodes"]])("without %s fetch the scene", async (missing) => {
    const { server, source, send, seen, idle } = setUp();
    await source.start();
    server.revision = 2;
    send(step(2, { [missing]: null }));
    await idle();
    expect(seen).toEqual(["fetched 1", "fetched 2"]);
  });

  it("that were missed are made up for", async () => {
    const { server, source, send, seen, idle } = setUp();
    await source.start();
    server.revision = 4;
    send(step(4));
    await idle();
    expect(seen).toEqual(["fetched 1", "fetched 4"]);
  });

  it("that a fetch holds already change nothing", async () => {
    const { server, source, send, seen, idle } = setUp();
    await source.start();
    server.revision = 3;
    send(step(2, { motions: null }));
    send(step(3, { motions: null }));
    send(step(4));
    await idle();
    expect(seen).toEqual(["fetched 1", "fetched 3", "moved 4"]);
  });

  it("before the first fetch are not lost", async () => {
    const { server, source, send, seen, idle } = setUp();
    const started = source.start();
    send(step(2));
    await started;
    server.revision = 2;
    await idle();
    expect(seen).toEqual(["fetched 1", "moved 2"]);
  });

  it("between state and drawing make both be fetched again", async () => {
    const { source, seen } = setUp({ state: [1, 2], drawing: [2, 2] });
    await source.start();
    expect(seen).toEqual(["fetched 2"]);
  });

  it("that cannot be fetched leave the last scene, and the next goes on", async () => {
    const { server, source, send, seen, transport, idle } = setUp();
    await source.start();
    transport.drawing.mockRejectedValueOnce(new Error("no network"));
    send(step(2, { motions: null }));
    await idle();
    expect(source.revision).toBe(1);
    server.revision = 3;
    send(step(3));
    await idle();
    expect(seen).toEqual(["fetched 1", "no network", "fetched 3"]);
  });

  it("tell when all of them are taken, whatever became of them", async () => {
    const { source, send, listener, transport, idle } = setUp();
    await source.start();
    listener.idle.mockClear();
    transport.state.mockRejectedValueOnce(new Error("no network"));
    send(step(2, { motions: null }));
    send(step(1));
    await idle();
    expect(listener.idle).toHaveBeenCalledTimes(1);
  });

  it("put changed nodes in the places of the old", () => {
    const merged = mergedNodes(nodes(), [node(7, 10, 6, "scene/set/table", { word: "desk" })]);
    expect(merged.map((one) => one.row)).toEqual(nodes().map((one) => one.row));
    expect(merged.find((one) => one.row === 7)!.word).toBe("desk");
  });

  it("reject the start where nothing can be fetched", async () => {
    const { source, transport } = setUp();
    transport.state.mockRejectedValueOnce(new Error("401"));
    await expect(source.start()).rejects.toThrow("401");
  });
});

describe("a commit", () => {
  function committing(edit?: () => Promise<{ ok: true } | { ok: false; message: string }>) {
    const view = { show: vi.fn(), message: vi.fn(), now: 1, revision: () => view.now };
    const transport = { ...(edit === undefined ? {} : { edit }) } as never;
    return { view, committing: new Committing(transport, view) };
  }

  it("keeps the preview until its step is in view", async () => {
    const { view, committing: one } = committing(() => Promise.resolve({ ok: true }));
    one.preview(new Map());
    view.show.mockClear();
    await one.commit([]);
    expect(view.show).not.toHaveBeenCalled();
    view.now = 2;
    one.stepArrived();
    expect(view.show.mock.calls).toEqual([[null, false]]);
    one.dispose();
  });

  it("lets a step that comes before the answer take the preview", async () => {
    let answer: (outcome: { ok: true }) => void = () => undefined;
    const { view, committing: one } = committing(() => new Promise((done) => (answer = done)));
    const outcome = one.commit([]);
    view.now = 2;
    one.stepArrived();
    answer({ ok: true });
    await outcome;
    one.stepArrived();
    expect(view.show.mock.calls).toEqual([[null, false]]);
  });

  it("drops the preview and says why where it is refused", async () => {
    const { view, committing: one } = committing(() => Promise.resolve({ ok: false, message: "the chair is locked" }));
    expect(await one.commit([])).toEqual({ ok: false, message: "the chair is locked" });
    expect(view.show.mock.calls).toEqual([[null, false]]);
    expect(view.message).toHaveBeenCalledWith("the chair is locked", "error");
  });

  it("is refused where the server does not answer", async () => {
    const { view, committing: one } = committing(() => Promise.reject(new Error("no network")));
    expect((await one.commit([])).ok).toBe(false);
    expect(view.message.mock.calls[0]![0]).toContain("no network");
  });

  it("is refused on a page that only shows", async () => {
    const { committing: one } = committing();
    expect(one.editable).toBe(false);
    expect((await one.commit([])).ok).toBe(false);
  });
});
