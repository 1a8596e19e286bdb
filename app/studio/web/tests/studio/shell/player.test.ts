import { describe, expect, it } from "vitest";
import type { SceneFrames } from "../../../src/protocol";
import { FrameStore, frameAt } from "../../../src/studio/shell/views/player";

describe("the frame to show", () => {
  it("goes on with time, and begins again or ends", () => {
    expect(frameAt(0, 0, { speed: 12, loops: true }, 8)).toBe(0);
    expect(frameAt(2, 250, { speed: 12, loops: true }, 8)).toBe(5);
    expect(frameAt(2, 750, { speed: 12, loops: true }, 8)).toBe(3);
    expect(frameAt(2, 750, { speed: 12, loops: false }, 8)).toBeNull();
  });
});

describe("frames of a scene", () => {
  const answers = (total: number, most: number, revision = 3) => {
    const asked: number[] = [];
    const fetch = (first: number): Promise<SceneFrames> => {
      asked.push(first);
      const count = Math.min(most, total - first);
      return Promise.resolve({ revision, frames: total, first, motions: Array.from({ length: count }, () => []), looks: first === 0 ? [1] : [] });
    };
    return { asked, fetch };
  };

  it("come some at a time until all are here", async () => {
    const { asked, fetch } = answers(7, 3);
    const store = new FrameStore(3, fetch);
    while (await store.more());
    expect(asked).toEqual([0, 3, 6]);
    expect(store.motions).toHaveLength(7);
    expect(store.looks).toEqual([1]);
    expect(store.complete).toBe(true);
    expect(await store.more()).toBe(false);
  });

  it("of another revision are not taken", async () => {
    const store = new FrameStore(2, answers(7, 3).fetch);
    expect(await store.more()).toBe(false);
    expect(store.motions).toHaveLength(0);
  });
});
