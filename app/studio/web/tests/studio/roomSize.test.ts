import { describe, expect, it } from "vitest";
import { roomNumber, withRoomSide, type RoomSide } from "../../src/studio/panes/inspector/roomSize";
import { node } from "../support/scenes";

/** A program with one call of room, and the node that the call made. */
function program(call: string, above = "") {
  const source = `from scene.language import *\n${above}\n@register('a room')\ndef hall():\n    return concat_shapes(${call}, place(desk(3, 4, 5), name='desk'))\n`;
  const lines = source.split("\n");
  const line = lines.findIndex((each) => each.includes(call));
  const column = lines[line]!.indexOf(call) + 1;
  return { source, room: node(1, 4, 0, "hall/room", { kind: "room", span: { line: line + 1, column, endLine: line + 1, endColumn: column + call.length } }) };
}

const changed = (call: string, side: RoomSide, metres: number, above = "") => {
  const { source, room } = program(call, above);
  return withRoomSide(source, room, side, metres);
};

describe("the size of a room", () => {
  it.each<[string, RoomSide, string]>([
    ["room(4, 3.6, 2.5)", "width", "room(5.25, 3.6, 2.5)"],
    ["room(4, 3.6, 2.5)", "depth", "room(4, 5.25, 2.5)"],
    ["room(4, 3.6, height=2.5, doors=[('front', 1, 0.9, 2)])", "height", "room(4, 3.6, height=5.25, doors=[('front', 1, 0.9, 2)])"],
    ["room(depth=3.6, width=4)", "width", "room(depth=3.6, width=5.25)"],
  ])("of %s is written where its %s stands", (call, side, wanted) => {
    expect(changed(call, side, 5.25)).toBe(program(call).source.replace(call, wanted));
  });

  it("is written where its name is stated", () => {
    const above = "WIDTH, DEPTH, HEIGHT = 6, 5, 2.7  # metres\n";
    expect(changed("room(WIDTH, DEPTH, HEIGHT)", "depth", 4, above)).toContain("WIDTH, DEPTH, HEIGHT = 6, 4, 2.7  # metres\n");
    expect(changed("room(WIDE, 3)", "width", 4.1234, "WIDE = 6\n")).toContain("WIDE = 4.123\n");
  });

  it.each<[string, RoomSide, string]>([
    ["room(2 * WIDE, 3)", "width", "WIDE = 3\n"],
    ["room(WIDE, 3)", "width", "WIDE = 3\nWIDE = 4\n"],
    ["room(WIDE, 3)", "width", "WIDE = 2 + 1\n"],
    ["room(*SIZE)", "width", "SIZE = (3, 4)\n"],
    ["room(4, 3)", "height", ""],
    ["make_room(4, 3)", "width", ""],
  ])("of %s cannot be changed here: its %s is not one number", (call, side, above) => {
    const { source, room } = program(call, above);
    expect(roomNumber(source, room, side)).toBeNull();
  });
});
