import { describe, expect, it } from "vitest";
import type { SceneNode } from "../../src/protocol";
import { fittings } from "../../src/viewport/data/fittings";
import { SceneIndex } from "../../src/viewport/data/scene_index";
import type { RoomFrame } from "../../src/viewport/drawing/shell_fading";
import { node, nodes, sceneState } from "../support/scenes";

const room: RoomFrame = { at: [0, 0, 0], yaw: 0, width: 4, depth: 3, height: 2.5 };
const made = (support: string): SceneNode["asset"] => ({ id: "x", words: "", licence: null, title: null, support });

/** Which side each of some things hangs on, by its name. */
function hung(things: [string, Partial<SceneNode>][], of = room): Record<string, string> {
  const all = [...nodes().slice(0, 4), ...things.map(([name, more], i) => node(6 + i, 7 + i, 0, `scene/${name}`, more))];
  const index = new SceneIndex(sceneState(1, { nodes: all }), null);
  return Object.fromEntries([...fittings(index, of)].map(([each, side]) => [each.word, side]));
}

describe("what hangs on a wall", () => {
  it("is what the catalogue made for walls, and anything else that nothing carries", () =>
    expect(
      hung([
        ["clock", { at: [0, 1.6, -1.47], size: [0.3, 0.3, 0.06], asset: made("wall") }],
        ["board", { at: [-1.97, 1, 0], yaw: Math.PI / 2, size: [1, 0.6, 0.06] }],
      ]),
    ).toEqual({ clock: "wall_back", board: "wall_left" }));
  it("is no thing that stands on the floor before it", () =>
    expect(hung([["bookcase", { at: [0, 0, -1.35], size: [0.8, 2, 0.3] }]])).toEqual({}));
  it("is no thing that stands on a table before it", () =>
    expect(
      hung([
        ["table", { at: [0, 0, -1.2], size: [1.4, 0.75, 0.6] }],
        ["laptop", { at: [0, 0.75, -1.4], size: [0.3, 0.2, 0.2] }],
      ]),
    ).toEqual({}));
  it("takes along what stands on it, and what stands on that", () =>
    expect(
      hung([
        ["shelf", { at: [0, 1.2, -1.38], size: [0.8, 0.04, 0.22], asset: made("wall") }],
        ["box", { at: [0.2, 1.24, -1.35], size: [0.1, 0.1, 0.1], asset: made("surface") }],
        ["mouse", { at: [0.2, 1.34, -1.35], size: [0.05, 0.05, 0.05] }],
      ]),
    ).toEqual({ shelf: "wall_back", box: "wall_back", mouse: "wall_back" }));
  it("hangs in a corner on the wall that its back is turned to", () =>
    expect(
      hung([
        ["socket", { at: [-1.9, 0.3, -1.49], size: [0.16, 0.08, 0.02], asset: made("wall") }],
        ["picture", { at: [-1.98, 1.4, -1.3], yaw: Math.PI / 2, size: [0.4, 0.4, 0.03], asset: made("wall") }],
      ]),
    ).toEqual({ socket: "wall_back", picture: "wall_left" }));
  it("follows a room that is turned and moved", () => {
    const turned: RoomFrame = { ...room, at: [10, 0, 0], yaw: Math.PI / 2 };
    // its front looks along +x: its back wall stands at x = 8.5
    expect(hung([["clock", { at: [8.53, 1.6, 0], yaw: Math.PI / 2, size: [0.3, 0.3, 0.06], asset: made("wall") }]], turned)).toEqual({ clock: "wall_back" });
  });
});

describe("what hangs from the ceiling", () => {
  it("is what the catalogue made for ceilings, and what reaches it without a foot", () =>
    expect(
      hung([
        ["lamp", { at: [0, 1.8, 0], size: [0.4, 0.7, 0.4], asset: made("ceiling") }],
        ["spots", { at: [0, 2.4, 1], size: [1, 0.1, 0.1] }],
        ["wardrobe", { at: [1, 0, 0], size: [1, 2.5, 0.6] }],
      ]),
    ).toEqual({ lamp: "ceiling", spots: "ceiling" }));
});
