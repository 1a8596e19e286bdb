import { describe, expect, test } from "vitest";
import type { Brief } from "../../../src/protocol";
import { relationWords, roomWords, wholeWords, withCount, withoutRelation, withoutThing } from "../../../src/studio/shell/start/briefWords";

const brief: Brief = {
  room: { kind: "study", size: "small", width: 3, depth: 4.5, windows: 1, walls: "white" },
  things: [
    { id: "chair", noun: "chair", attributes: "red", count: 2 },
    { id: "bowl", noun: "bowl", holds: ["apples"] },
    { id: "desk", noun: "desk" },
  ],
  relations: [
    { subject: "chair", kind: "facing", anchors: ["desk"] },
    { subject: "desk", kind: "against_wall", place: "wall", detail: "back" },
    { subject: "bowl", kind: "between", anchors: ["chair", "desk"] },
  ],
  style: "cosy",
  absent: ["television"],
};

describe("a brief", () => {
  test("is told in words", () => {
    expect(roomWords(brief)).toBe("small study, 3 by 4.5 m, 1 window, white walls");
    expect(roomWords({})).toBe("");
    expect(brief.relations!.map((relation) => relationWords(brief, relation))).toEqual(["red chair facing desk", "desk against wall (back)", "bowl with apples between red chair and desk"]);
    expect(wholeWords(brief)).toEqual([
      ["Style", "cosy"],
      ["Not there", "television"],
    ]);
  });

  test("is changed by a person", () => {
    expect(withCount(brief, "chair", 3.4).things![0]!.count).toBe(3);
    expect(withCount(brief, "chair", 0).things![0]!.count).toBe(1);
    const without = withoutThing(brief, "desk");
    expect(without.things!.map(({ id }) => id)).toEqual(["chair", "bowl"]);
    expect(without.relations).toEqual([{ subject: "bowl", kind: "between", anchors: ["chair"] }]);
    expect(withoutRelation(brief, 1).relations).toHaveLength(2);
    expect(brief.things).toHaveLength(3);
  });
});
