import { describe, expect, it } from "vitest";
import type { SceneNode, SceneRelation } from "../../src/protocol";
import { allMarks, backMotions, blockedWords, boxOf, marksOf, metres, moveWords, readReport, sharedBox, shortMessage, summary, violationGroups, type BodyMove, type KeptSpace, type LayoutReport } from "../../src/studio/panes/layout/report";

const fine: LayoutReport = {
  holds: true, complete: true, placed: 4, requested: 4, relations: [], support: 1, doors_free: true, navigable: 1, unreached: [], clearance: 1,
  settle: null, violations: [], conflicts: [], moved: [], kept: [], unreadable: [], offered: null, slight: [], notes: [], seconds: 1,
  fidelity: { bodies: 4, moved: 0, largest_move_m: 0, largest_turn_deg: 0 }, changed: false, stays: false,
  unusual: [], floor: { level: 0, areas: [] }, spaces: [],
};
const move: BodyMove = { path: "room/chair", from: [1, 0, 2, 0], to: [1.3, 0, 2.4, 90], distance_m: 0.5, turn_deg: 90, why: "it was in the table" };

function node(path: string, at: SceneNode["at"], values: Partial<SceneNode> = {}): SceneNode {
  return { row: 1, end: 2, parent: 0, path, word: path, phrase: null, kind: "asset", span: null, at, yaw: 0, size: [1, 1, 1], color: null, asset: null, z: null, ...values };
}

describe("a layout report in words", () => {
  it("says that everything holds", () => expect(summary(fine)).toEqual({ tone: "good", text: "Everything holds: 4 of 4 things stand well." }));

  it("says what moved, and what could not be read", () => {
    const report = { ...fine, moved: [move], fidelity: { ...fine.fidelity, largest_move_m: 0.5 }, unreadable: [{ number: 1, relation: "on(x)", why: "no x", line: 3, in_part: false }] };
    expect(summary(report)).toEqual({ tone: "warn", text: "Everything holds: 4 of 4 things stand well; 1 thing moved, by 50 cm at most; 1 relation could not be read." });
  });

  it("warns of what stands where it usually does not", () => {
    const report = { ...fine, unusual: [{ paths: ["r/lamp", "r/sofa"], message: "" }] };
    expect(summary(report)).toEqual({ tone: "warn", text: "Everything holds: 4 of 4 things stand well; 1 thing stands where such things usually do not." });
  });

  it("counts what is wrong", () => {
    const violation = { kind: "collision", paths: ["a", "b"], figure_m: 0.1, place: null, message: "" };
    const report = {
      ...fine, holds: false, violations: [violation, violation], settle: { max_shift_m: 1, max_tilt_deg: 9, fell: ["a"] },
      relations: [{ text: "near(a, b)", satisfied: false, residual: 0.4, reason: "too far" }],
    };
    expect(summary(report).text).toBe("The layout does not hold: 2 violations, 1 relation not met, 1 thing falls.");
  });

  it("tells conflicts before anything else", () => {
    const report = { ...fine, holds: false, conflicts: [{ says: "a", bodies: [], relations: [], ways_out: [], proved: true }] };
    expect(summary(report)).toEqual({ tone: "bad", text: "Not everything can hold together: 1 conflict." });
  });

  it.each([[0.0042, "4.2 mm"], [0.115, "11.5 cm"], [1.705, "1.71 m"], [0, "0 mm"]])("shows %d m as %s", (length, text) => expect(metres(length)).toBe(text));

  it("describes moves", () => {
    expect(moveWords(move)).toBe("50 cm, turned by 90°");
    expect(moveWords({ ...move, to: [1, 0.2, 2, 0], distance_m: 0.2, turn_deg: 0 })).toBe("20 cm up");
  });

  it("leaves the name of the scene out", () => expect(shortMessage("hall/a and hall/b intersect", "hall")).toBe("a and b intersect"));

  it("groups violations, the worst first", () => {
    const of = (kind: string, figure_m: number) => ({ kind, paths: [], figure_m, place: null, message: String(figure_m) });
    const groups = violationGroups({ ...fine, violations: [of("door", 1), of("collision", 0.1), of("collision", 0.5)] });
    expect(groups.map(({ title, items }) => [title, items.map(({ message }) => message)])).toEqual([
      ["Collisions", ["0.5", "0.1"]],
      ["In the way of a door", ["1"]],
    ]);
  });
});

describe("marks of a layout", () => {
  it("are lines of relations and boxes of collisions", () => {
    const nodes = [node("r/a", [0, 0, 0]), node("r/b", [0.75, 0.5, 0])];
    const relations: SceneRelation[] = [{ index: 0, text: "near(a, b)", kind: "near", paths: ["r/a", "r/b"], hard: false, line: 1 }];
    const report = {
      ...fine, relations: [{ text: "near(a, b)", satisfied: false, residual: 1, reason: "" }],
      violations: [{ kind: "collision", paths: ["r/a", "r/b"], figure_m: 0.25, place: null, message: "" }],
    };
    const marks = marksOf(report, relations, nodes);
    expect(marks.relations).toEqual([{ from: "r/a", to: "r/b", holds: false, text: "near(a, b)" }]);
    expect(marks.collisions).toEqual([{ paths: ["r/a", "r/b"], box: [[0.25, 0.5, -0.5], [0.5, 1, 0.5]] }]);
  });

  const square: [number, number][] = [[0, 0], [1, 0], [1, 1], [0, 1]];
  const space: KeptSpace = { path: "r/a", what: "front", polygon: square, free: 0.5, kept: false, inside: ["r/b"] };
  const floored: LayoutReport = { ...fine, floor: { level: 0.1, areas: [{ reached: false, area_m2: 1, outline: square, holes: [] }] }, spaces: [space] };

  it("are the free floor and what should stay free, as far as they are shown", () => {
    expect(marksOf(floored, [], [])).toEqual({ relations: [], collisions: [], freeFloor: floored.floor.areas, clearances: [space], floor: 0.1 });
    expect(marksOf(floored, [], [], { ...allMarks, floor: false }).freeFloor).toEqual([]);
    expect(marksOf(floored, [], [], { ...allMarks, spaces: false }).clearances).toEqual([]);
  });

  it("of a report of an older version leave the floor out", () => {
    const { floor, spaces, unusual, ...older } = floored;
    expect([floor, spaces, unusual].every((each) => each !== undefined)).toBe(true);
    expect(marksOf(readReport(older as LayoutReport), [], []).freeFloor).toEqual([]);
    expect(readReport(floored)).toEqual(floored);
  });

  it.each<[Partial<KeptSpace>, string]>([
    [{}, "The room before a is not free: b stands in it"],
    [{ what: "seat", inside: ["r/b", "r/c"] }, "The room to sit down on a is not free: b, c stand in it"],
    [{ path: "", what: "door" }, "The swing of a door is not free: b stands in it"],
    [{ what: "back", inside: [] }, "The room behind a reaches beyond the room: 50 % of it is free"],
  ])("say of %o: %s", (change, text) => expect(blockedWords({ ...space, ...change })).toBe(text));

  it("have boxes around turned things", () => {
    const [low, high] = boxOf(node("a", [1, 0, 1], { yaw: Math.PI / 2, size: [2, 1, 1] }));
    for (const [value, wanted] of [[low[0], 0.5], [high[0], 1.5], [low[2], 0], [high[2], 2]] as const) expect(value).toBeCloseTo(wanted, 9);
  });

  it("are never turned inside out", () => {
    const [low, high] = sharedBox([[0, 0, 0], [1, 1, 1]], [[2, 0, 0], [3, 1, 1]]);
    expect(low.every((value, axis) => value <= high[axis]!)).toBe(true);
  });
});

describe("the way back", () => {
  it("takes a thing to where it stood", () => {
    const m = backMotions([move])["room/chair"]!;
    const [x, y, z] = move.to;
    const at = [0, 1, 2].map((row) => m[row * 4]! * x + m[row * 4 + 1]! * y + m[row * 4 + 2]! * z + m[row * 4 + 3]!);
    [1, 0, 2].forEach((wanted, axis) => expect(at[axis]).toBeCloseTo(wanted, 9));
    // what faced +x after faces +z again: column of x under the motion
    expect(m[8]).toBeCloseTo(1, 9);
  });
});
