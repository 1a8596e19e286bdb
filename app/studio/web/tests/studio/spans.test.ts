import { describe, expect, it } from "vitest";
import type { SceneNode, SourceSpan } from "../../src/protocol";
import { textOf } from "../../src/studio/panes/program/merging";
import { nodesAtOffset, nodeWithSpan, offsetAt, rangeOfSpan, spanOfNode, spanOfRange } from "../../src/studio/panes/program/spans";
import { Random } from "./random";

const program = "room(4, 5)\nplace(asset_call('séat 🪑'), at=(1, 0, 2),\n      name='chair')\nfor i in range(2):\n    place('leg', at=(i, 0, 0))\n";

function node(row: number, parent: number, span: SourceSpan | null, path = `n${row}`): SceneNode {
  return { row, end: row + 1, parent, path, word: path, phrase: null, kind: "entity", span, at: [0, 0, 0], yaw: 0, size: [1, 1, 1], color: null, asset: null, z: null };
}

function spanOf(part: string): SourceSpan {
  const from = program.indexOf(part);
  return spanOfRange(textOf(program), { from, to: from + part.length });
}

describe("spans", () => {
  it("turns any range into a span and back", () => {
    const random = new Random(7);
    const text = textOf(program);
    for (let round = 0; round < 500; round += 1) {
      const ends = [random.below(text.length + 1), random.below(text.length + 1)].sort((a, b) => a - b);
      const range = { from: ends[0]!, to: ends[1]! };
      expect(rangeOfSpan(text, spanOfRange(text, range))).toEqual(range);
    }
  });

  it("counts UTF-16 units, as the server does", () => {
    const text = textOf(program);
    const at = program.indexOf("at=(1");
    expect(offsetAt(text, 2, program.slice(program.indexOf("place"), at).length + 1)).toBe(at);
  });

  it("refuses lines that the text does not have", () => {
    expect(rangeOfSpan(textOf("a\nb"), { line: 2, column: 1, endLine: 3, endColumn: 1 })).toBeNull();
  });

  it("finds all that the innermost call made, without parts", () => {
    const whole = spanOf("place(asset_call('séat 🪑'), at=(1, 0, 2),\n      name='chair')");
    const inner = spanOf("asset_call('séat 🪑')");
    const leg = spanOf("place('leg', at=(i, 0, 0))");
    const nodes = [node(0, -1, null), node(1, 0, whole, "chair"), node(2, 1, inner, "seat"), node(3, 0, leg, "leg_1"), node(4, 0, leg, "leg_2"), node(5, 4, leg, "bolt")];
    const at = (part: string) => nodesAtOffset(nodes, textOf(program), program.indexOf(part)).map((each) => each.path);
    expect(at("name='chair'")).toEqual(["chair"]);
    expect(at("séat")).toEqual(["seat"]);
    expect(at("i, 0, 0")).toEqual(["leg_1", "leg_2"]);
    expect(at("for")).toEqual([]);
  });

  it("finds and marks the call that places what was made elsewhere", () => {
    const source = "seat = asset_call('seat')\nplace(seat, at=(1, 0, 0))\nplace(seat, at=(2, 0, 0))\nplace(asset_call('rug'), at=(0, 0, 0))\n";
    const text = textOf(source);
    const span = (part: string): SourceSpan => spanOfRange(text, { from: source.indexOf(part), to: source.indexOf(part) + part.length });
    const made = span("asset_call('seat')");
    const nodes = [
      node(0, -1, null),
      { ...node(1, 0, made, "seat_1"), placed: span("place(seat, at=(1, 0, 0))") },
      { ...node(2, 0, made, "seat_2"), placed: span("place(seat, at=(2, 0, 0))") },
      { ...node(3, 0, span("asset_call('rug')"), "rug"), placed: span("place(asset_call('rug'), at=(0, 0, 0))") },
    ];
    const at = (part: string) => nodesAtOffset(nodes, text, source.indexOf(part)).map((each) => each.path);
    expect(at("(2, 0, 0)")).toEqual(["seat_2"]);
    expect(at("(1, 0, 0)")).toEqual(["seat_1"]);
    expect(at("'seat'")).toEqual(["seat_1", "seat_2"]);
    expect(at("(0, 0, 0)")).toEqual(["rug"]);
    expect(nodes.map((each) => spanOfNode(each)?.line ?? null)).toEqual([null, 2, 3, 4]);
    expect(spanOfNode(nodes[3]!)).toEqual(nodes[3]!.span);
  });

  it("finds what a call around another places", () => {
    const place = "place(asset_call('séat 🪑'), at=(1, 0, 2),\n      name='chair')";
    const range = (part: string) => ({ from: program.indexOf(part), to: program.indexOf(part) + part.length });
    const nodes = [node(0, -1, null), node(1, 0, spanOf("asset_call('séat 🪑')"), "chair"), node(2, 0, spanOf("room(4, 5)"), "room")];
    const at = (part: string, calls: string[]) => nodesAtOffset(nodes, textOf(program), program.indexOf(part), calls.map(range)).map((each) => each.path);
    expect(at("at=(1", [place])).toEqual(["chair"]);
    expect(at("séat", ["asset_call('séat 🪑')", place])).toEqual(["chair"]);
    // a call around several things means none of them
    expect(at("at=(1", [program.trimEnd()])).toEqual([]);
  });

  it("takes the call of what a node is part of", () => {
    const nodes = [node(0, -1, null, "root"), node(1, 0, spanOf("room(4, 5)"), "room"), node(2, 1, null, "floor")];
    expect(nodeWithSpan(nodes, nodes[2]!)?.path).toBe("room");
    expect(nodeWithSpan(nodes, nodes[0]!)).toBeNull();
  });
});
