import fc from "fast-check";
import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import type { Vec3 } from "../../../src/protocol";
import { cornersOf } from "../../../src/viewport/tools/logic/boxes";
import { commonCentre, ridersOf, type Subject, subjectsOf, supportHeight, targetsOf, thingsOf, carries } from "../../../src/viewport/tools/logic/subjects";
import { bytesOf, deleteAll, duplicateAll, moveAll, type Outcome, scaleAll, turnAll } from "../../../src/viewport/tools/logic/transforms";
import { add, distance, subtract, times, turned } from "../../../src/viewport/tools/logic/vectors";
import { ridingMatrix } from "../../../src/viewport/tools/parts/transforming";
import { box, point, real } from "./support/arbitrary";
import { LIVING_ROOM, stateOf } from "./support/fake_context";

const subject = (path: string, at: Vec3, size: Vec3 = [1, 1, 1], yaw = 0, parentYaw = 0): Subject => ({ path, row: 0, end: 1, box: { at, yaw, size }, parentYaw });
const subjects = (): fc.Arbitrary<Subject[]> =>
  fc.array(box(), { minLength: 1, maxLength: 5 }).map((boxes) => boxes.map((one, i) => ({ path: `thing_${i}`, row: i, end: i + 1, box: one, parentYaw: 0 })));

function made(outcome: Outcome | { refused: string }): Outcome {
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome;
}

/** The matrix of each thing takes its corners to those of its box after. */
function agrees(list: readonly Subject[], outcome: Outcome): void {
  for (const { path, box: before } of list) {
    const [matrix, after] = [outcome.matrices.get(path), outcome.boxes.get(path)];
    if (!matrix || !after) throw new Error(`${path} is missing`);
    const shown = cornersOf(before).map((corner) => new Vector3(...corner).applyMatrix4(matrix).toArray() as Vec3);
    for (const corner of cornersOf(after)) expect(Math.min(...shown.map((one) => distance(one, corner)))).toBeLessThan(1e-6);
  }
}

describe("moves", () => {
  it("moves all by the same, rounded to the digits of a program", () => {
    expect(moveAll([subject("a", [0, 0, 0]), subject("b", [1, 0, 1])], [0.123456, 0, -0.00001]).edits).toEqual([
      { kind: "move", path: "a", by: [0.1235, 0, 0] },
      { kind: "move", path: "b", by: [0.1235, 0, 0] },
    ]);
  });

  it("moves along each thing's own axes", () => {
    const { edits } = moveAll([subject("a", [0, 0, 0], [1, 1, 1], Math.PI / 2), subject("b", [1, 0, 1])], [0, 0, 1], true);
    expect(edits).toEqual([
      { kind: "move", path: "a", by: [1, 0, 0] },
      { kind: "move", path: "b", by: [0, 0, 1] },
    ]);
  });

  it("makes no edit of nothing", () => {
    expect(moveAll([subject("a", [0, 0, 0])], [0.00001, 0, 0]).edits).toEqual([]);
    expect(turnAll([subject("a", [0, 0, 0])], 360).edits).toEqual([]);
    expect(made(scaleAll([subject("a", [0, 0, 0])], [1, 1, 1])).edits).toEqual([]);
  });

  it("shows what its boxes say", () => {
    fc.assert(fc.property(subjects(), point(), fc.boolean(), (list, by, local) => void agrees(list, moveAll(list, by, local))));
  });
});

describe("turns", () => {
  it("turns one thing in place, by one edit", () => {
    expect(turnAll([subject("a", [1, 0, 2])], 30).edits).toEqual([{ kind: "turn", path: "a", degrees: 30, about: "middle" }]);
  });

  it("turns several about their common centre, by a turn and a move of each", () => {
    const { edits } = turnAll([subject("a", [-1, 0, 0]), subject("b", [1, 0, 0])], 90);
    expect(edits).toEqual([
      { kind: "turn", path: "a", degrees: 90, about: "middle" },
      { kind: "move", path: "a", by: [1, 0, 1] },
      { kind: "turn", path: "b", degrees: 90, about: "middle" },
      { kind: "move", path: "b", by: [-1, 0, -1] },
    ]);
  });

  it("keeps all distances and shows what its boxes say", () => {
    fc.assert(
      fc.property(subjects(), real(-400, 400), (list, angle) => {
        const outcome = turnAll(list, angle);
        agrees(list, outcome);
        const at = (path: string): Vec3 => (outcome.boxes.get(path) as { at: Vec3 }).at;
        for (const a of list) for (const b of list) expect(distance(at(a.path), at(b.path))).toBeCloseTo(distance(a.box.at, b.box.at), 6);
      }),
    );
  });

  it("writes edits that take each thing where it is shown", () => {
    fc.assert(
      fc.property(subjects(), real(-180, 180), (list, angle) => {
        const outcome = turnAll(list, angle);
        for (const { path, box: before } of list) {
          // the editor turns about the bottom centre, then moves
          const move = outcome.edits.find((edit) => edit.path === path && edit.kind === "move")?.["by"] as Vec3 | undefined;
          expect(distance(add(before.at, move ?? [0, 0, 0]), (outcome.boxes.get(path) as { at: Vec3 }).at)).toBeLessThan(2e-4);
        }
      }),
    );
  });
});

describe("scales", () => {
  it("scales evenly by one factor, about the common bottom centre", () => {
    expect(made(scaleAll([subject("a", [0, 0, 0])], [2, 2, 2])).edits).toEqual([{ kind: "scale", path: "a", factor: 2 }]);
    expect(made(scaleAll([subject("a", [-1, 0, 0]), subject("b", [1, 0, 0])], [2, 2, 2])).edits).toEqual([
      { kind: "scale", path: "a", factor: 2 },
      { kind: "move", path: "a", by: [-1, 0, 0] },
      { kind: "scale", path: "b", factor: 2 },
      { kind: "move", path: "b", by: [1, 0, 0] },
    ]);
  });

  it("writes own axes as those of the parent", () => {
    expect(made(scaleAll([subject("a", [0, 0, 0], [1, 1, 1], Math.PI / 2)], [2, 1, 1], true)).edits).toEqual([{ kind: "scale", path: "a", factor: [1, 1, 2] }]);
    expect(made(scaleAll([subject("a", [0, 0, 0], [1, 1, 1], 0, Math.PI / 2)], [2, 1, 1])).edits).toEqual([{ kind: "scale", path: "a", factor: [1, 1, 2] }]);
  });

  it("refuses what an edit would shear, and takes what it would not", () => {
    const askew = [subject("chair", [0, 0, 0], [1, 1, 1], 0.6)];
    expect(scaleAll(askew, [2, 1, 1])).toMatchObject({ refused: expect.stringContaining("'chair' stands at 34.4°") });
    expect(scaleAll(askew, [2, 1, 1], true)).toMatchObject({ refused: expect.stringContaining("evenly") });
    expect(made(scaleAll(askew, [1, 2, 1])).edits).toEqual([{ kind: "scale", path: "chair", factor: [1, 2, 1] }]);
    expect(made(scaleAll(askew, [2, 1, 2])).edits).toEqual([{ kind: "scale", path: "chair", factor: [2, 1, 2] }]);
  });

  it("refuses factors that no thing survives", () => {
    for (const factor of [0, -1, 1000, Number.NaN]) expect(scaleAll([subject("a", [0, 0, 0])], [factor, factor, factor])).toHaveProperty("refused");
  });

  it("shows what its boxes say, where nothing is sheared", () => {
    const square = subjects().map((list) => list.map((one) => ({ ...one, box: { ...one.box, yaw: (Math.round(one.box.yaw) * Math.PI) / 2 } })));
    const factor = real(0.2, 4);
    fc.assert(fc.property(square, factor, factor, factor, fc.constantFrom(0, Math.PI / 2), (list, x, y, z, parentYaw) => {
      const all = list.map((one) => ({ ...one, parentYaw }));
      agrees(all, made(scaleAll(all, [x, y, z])));
      agrees(all, made(scaleAll(all, [x, y, z], true)));
    }));
  });
});

describe("copies, deletions and bytes", () => {
  it("makes and deletes each", () => {
    const two = [subject("a", [0, 0, 0]), subject("b", [1, 0, 0])];
    expect(duplicateAll(two, [0.5, 0, 0]).edits[1]).toEqual({ kind: "duplicate", path: "b", by: [0.5, 0, 0] });
    expect(duplicateAll(two, [0.5, 0, 0]).matrices.size).toBe(0);
    expect(deleteAll(two)).toEqual([{ kind: "delete", path: "a" }, { kind: "delete", path: "b" }]);
  });

  it("sends at most 4 kB for a gizmo release of twenty turned things", () => {
    const many = Array.from({ length: 20 }, (_, i) => subject(`dining_room/chairs/chair_${i}`, [i * 0.7, 0, -i / 3]));
    expect(bytesOf(turnAll(many, 33.3333).edits)).toBeLessThan(4096);
    expect(bytesOf(moveAll(Array.from({ length: 40 }, (_, i) => subject(`living_room/shelf_${i}/book`, [i, 0, 0])), [0.1234, 0.5, -2.3456]).edits)).toBeLessThan(4096);
  });
});

describe("what is moved", () => {
  const state = stateOf(LIVING_ROOM);

  it("refuses nothing, the room and what is locked, in words", () => {
    expect(subjectsOf(state, [], new Set())).toMatchObject({ refused: expect.stringContaining("Nothing is selected") });
    expect(subjectsOf(state, ["room", "scene"], new Set())).toMatchObject({ refused: expect.stringContaining("stay where they are") });
    expect(subjectsOf(state, ["sofa"], new Set(["sofa"]))).toMatchObject({ refused: "'sofa' is locked: unlock in the outliner first." });
    expect(subjectsOf(state, ["sofa", "table"], new Set(["scene"]))).toMatchObject({ refused: expect.stringContaining("are locked") });
  });

  it("leaves out parts of what moves as a whole", () => {
    const nested = { ...state, nodes: state.nodes.map((node) => (node.path === "sofa" ? { ...node, end: node.row + 2 } : node)) };
    const found = subjectsOf(nested, ["table", "sofa"], new Set());
    expect("refused" in found ? [] : found.map((one) => one.path)).toEqual(["sofa"]);
  });

  it("knows what stands on a thing, directly or on each other", () => {
    const stacked = stateOf([...LIVING_ROOM, { path: "flower", at: [0.2, 0.72, 0.1], size: [0.05, 0.2, 0.05] }, { path: "rug", at: [0, 0, 0.1], size: [2, 0.01, 1.5] }, { path: "picture", at: [0, 1.2, -1.97], size: [0.8, 0.6, 0.04] }]);
    const riding = (path: string): string[] => {
      const found = subjectsOf(stacked, [path], new Set());
      return "refused" in found ? [] : (ridersOf(stacked, found).get(path) ?? []).map((node) => node.path);
    };
    expect(riding("table")).toEqual(["vase", "flower"]);
    expect(riding("vase")).toEqual(["flower"]);
    expect(riding("rug")).toEqual([]);
    const both = subjectsOf(stacked, ["table", "vase"], new Set());
    // what is moved itself does not ride, and what stands on it goes with it
    expect("refused" in both ? null : [...ridersOf(stacked, both)].map(([path, nodes]) => [path, nodes.map((node) => node.path)])).toEqual([
      ["table", []],
      ["vase", ["flower"]],
    ]);
    expect(riding("sofa")).toEqual([]);
  });

  it("believes a relation where boxes do not tell", () => {
    const told = stateOf([...LIVING_ROOM, { path: "cushion", at: [0, 1.4, -1.4], size: [0.4, 0.1, 0.4] }]);
    told.relations.push({ index: 0, text: "on(cushion, sofa)", kind: "on", paths: ["cushion", "sofa"], hard: true, line: 1 });
    const found = subjectsOf(told, ["sofa"], new Set());
    expect("refused" in found ? [] : ridersOf(told, found).get("sofa")?.map((node) => node.path)).toEqual(["cushion"]);
  });

  it("looks for targets among things that neither move nor are hidden", () => {
    expect(thingsOf(state).map((node) => node.path)).toEqual(["sofa", "table", "vase", "shelf", "chair"]);
    expect(targetsOf(state, state.nodes.filter((node) => node.path === "sofa"), new Set(["vase"]))).toHaveLength(3);
  });

  it("takes what holds a moved part for its parts", () => {
    const [sofa, table] = [state.nodes[2], state.nodes[3]];
    if (!sofa || !table) throw new Error("the room has changed");
    // a set of a sofa and a table
    const set = { ...sofa, path: "set", end: sofa.end + 2 };
    const nodes = [...state.nodes.slice(0, 2), set, ...state.nodes.slice(2).map((node) => ({ ...node, row: node.row + 1, end: node.end + 1 }))];
    const nested = { ...state, nodes };
    const paths = (opened: string[]): string[] => thingsOf(nested, nodes.filter((node) => opened.includes(node.path))).map((node) => node.path);
    expect(paths([])).toEqual(["set", "vase", "shelf", "chair"]);
    expect(paths(["sofa"])).toEqual(["sofa", "table", "vase", "shelf", "chair"]);
    expect(paths(["set"])).toEqual(["set", "vase", "shelf", "chair"]);
  });

  it("finds the top that a thing stands on, and whether it can be put there", () => {
    const [table, vase] = [LIVING_ROOM[1], LIVING_ROOM[2]].map((one) => ({ at: one?.at as Vec3, yaw: 0, size: one?.size as Vec3 }));
    if (!table || !vase) throw new Error("the room has changed");
    expect(supportHeight(vase, [table])).toBeCloseTo(0.42, 12);
    expect(supportHeight(table, [vase])).toBe(0);
    expect(carries(table, vase)).toBe(true);
    expect(carries(vase, table)).toBe(false);
  });

  it("has its centre in the middle, at the lowest bottom", () => {
    expect(commonCentre([subject("a", [0, 1, 0]), subject("b", [2, 0, 4])])).toEqual([1, 0, 2]);
  });
});

describe("what rides along", () => {
  it("goes where its carrier takes it, without its scale", () => {
    const carrier = subject("table", [1, 0, 0], [2, 1, 2]);
    const at: Vec3 = [1.5, 1, 0];
    const turn = turnAll([carrier], 90).matrices.get("table");
    const scale = made(scaleAll([carrier], [2, 2, 2])).matrices.get("table");
    if (!turn || !scale) throw new Error("no matrix");
    expect(distance(new Vector3(...at).applyMatrix4(ridingMatrix(turn, at)).toArray(), add([1, 1, 0], turned(subtract(at, [1, 1, 0]), Math.PI / 2)))).toBeLessThan(1e-9);
    const up = ridingMatrix(scale, at);
    expect(new Vector3(...at).applyMatrix4(up).toArray()).toEqual([2, 2, 0]);
    expect(up.determinant()).toBeCloseTo(1, 9);
    expect(times(at, 1)).toEqual(at);
  });
});
