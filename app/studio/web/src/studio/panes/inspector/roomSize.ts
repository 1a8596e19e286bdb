// Where a program states the size of its room, and the program with another one.

import { Text } from "@codemirror/state";
import { pythonLanguage } from "@codemirror/lang-python";
import type { SceneNode } from "../../../protocol";
import { rangeOfSpan, spanOfNode, type TextRange } from "../program/spans";

export const roomSides = ["width", "depth", "height"] as const;
export type RoomSide = (typeof roomSides)[number];

type Tree = ReturnType<typeof pythonLanguage.parser.parse>["topNode"];

/**
 * Where the number of one side stands: an argument of the call of `room`, or the one line that states the name that is its argument. Null: it is
 * reckoned, or stated in another way.
 *
 * @param room the node of the room
 */
export function roomNumber(source: string, room: SceneNode, side: RoomSide): TextRange | null {
  const span = spanOfNode(room);
  const call = span === null ? null : rangeOfSpan(Text.of(source.split("\n")), span);
  if (call === null) return null;
  const tree = pythonLanguage.parser.parse(source).topNode;
  const given = argumentOf(source, tree, call, side);
  if (given === null) return null;
  if (given.name === "Number") return { from: given.from, to: given.to };
  return given.name === "VariableName" ? statedNumber(source, tree, source.slice(given.from, given.to)) : null;
}

/** The program in which a side of the room has another length, in metres; null where `roomNumber` is. */
export function withRoomSide(source: string, room: SceneNode, side: RoomSide, metres: number): string | null {
  const place = roomNumber(source, room, side);
  return place === null ? null : `${source.slice(0, place.from)}${Number(metres.toFixed(3))}${source.slice(place.to)}`;
}

function argumentOf(source: string, tree: Tree, call: TextRange, side: RoomSide): Tree | null {
  let found: Tree | null = null;
  tree.cursor().iterate((at) => {
    if (at.name !== "CallExpression" || at.from < call.from || at.to > call.to) return;
    const callee = at.node.firstChild;
    const list = at.node.getChild("ArgList");
    if (found !== null || callee === null || list === null || source.slice(callee.from, callee.to) !== "room") return;
    found = amongArguments(source, list, side);
  });
  return found;
}

function amongArguments(source: string, list: Tree, side: RoomSide): Tree | null {
  let position = 0;
  for (let at = list.firstChild; at !== null; at = at.nextSibling) {
    if (["(", ")", ",", "*", "**"].includes(at.name)) {
      if (at.name.startsWith("*")) return null;
      continue;
    }
    const value = at.nextSibling?.name === "AssignOp" ? at.nextSibling.nextSibling : null;
    if (value === null) {
      if (roomSides[position] === side) return at;
      position += 1;
      continue;
    }
    if (source.slice(at.from, at.to) === side) return value;
    at = value;
  }
  return null;
}

/** The number that the one assignment of a name at the top of the program gives it. */
function statedNumber(source: string, tree: Tree, name: string): TextRange | null {
  const found: (Tree | null)[] = [];
  tree.cursor().iterate((at) => {
    if (at.name !== "AssignStatement") return;
    const parts: Tree[] = [];
    for (let part = at.node.firstChild; part !== null; part = part.nextSibling) parts.push(part);
    const equals = parts.findIndex((part) => part.name === "AssignOp");
    const targets = parts.slice(0, equals).filter((part) => part.name !== ",");
    const values = parts.slice(equals + 1).filter((part) => part.name !== ",");
    const index = targets.findIndex((part) => source.slice(part.from, part.to) === name);
    if (index >= 0) found.push(at.node.parent?.name === "Script" && targets.length === values.length ? (values[index] ?? null) : null);
  });
  const only = found.length === 1 ? found[0] : null;
  return only?.name === "Number" ? { from: only.from, to: only.to } : null;
}
