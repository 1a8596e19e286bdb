// What a transform works on, and what comes along with it.
import { thingName } from "../../../naming";
import type { SceneNode, SceneState, Vec3 } from "../../../protocol";
import { type Box, boxOf, footprintsMeet, holdsPoint, topOf } from "./boxes";

/** A thing that is moved, turned or scaled. */
export interface Subject {
  path: string;
  row: number;
  end: number;
  box: Box;
  /** The axes that a scale of the edit language has. */
  parentYaw: number;
}

export type Refusal = { refused: string };

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}

/** The things of a selection that an edit can move, without those that are part of another one. */
export function subjectsOf(state: SceneState, selection: readonly string[], locked: ReadonlySet<string>): Subject[] | Refusal {
  const byRow = new Map(state.nodes.map((node) => [node.row, node]));
  const byPath = new Map(state.nodes.map((node) => [node.path, node]));
  const chosen = selection.map((path) => byPath.get(path)).filter((node): node is SceneNode => node !== undefined);
  if (!chosen.length) return { refused: "Nothing is selected: click a thing first." };
  const movable = chosen.filter((node) => node.parent >= 0 && node.kind !== "room");
  if (!movable.length) return { refused: "The room and the whole scene stay where they are: select a thing in it." };
  const free = movable.filter((node) => !lockedBy(node, byRow, locked));
  if (!free.length) {
    const names = movable.slice(0, 3).map((node) => `'${thingName(state.nodes, node.path)}'`).join(", ");
    return { refused: `${names} ${movable.length > 1 ? "are" : "is"} locked: unlock in the outliner first.` };
  }
  const outer = free.filter((node) => !free.some((other) => other.row < node.row && node.row < other.end));
  return outer.map((node) => ({
    path: node.path,
    row: node.row,
    end: node.end,
    box: boxOf(node),
    parentYaw: byRow.get(node.parent)?.yaw ?? 0,
  }));
}

function lockedBy(node: SceneNode, byRow: ReadonlyMap<number, SceneNode>, locked: ReadonlySet<string>): boolean {
  for (let at: SceneNode | undefined = node; at; at = byRow.get(at.parent)) if (locked.has(at.path)) return true;
  return false;
}

/** As people know it: the last name of its path. */
export const shortName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What the one selected thing is part of; null where it is a thing of its own, or several are selected. */
export function outerOf(state: Pick<SceneState, "nodes">, selection: readonly string[]): string | null {
  if (selection.length !== 1) return null;
  const byRow = new Map(state.nodes.map((node) => [node.row, node]));
  const node = state.nodes.find((each) => each.path === selection[0]);
  const outer = node === undefined ? undefined : byRow.get(node.parent);
  return outer === undefined || outer.parent < 0 ? null : outer.path;
}

type Rows = Pick<SceneNode, "row" | "end">;

/** Whether a node is another one or part of it. */
export const isWithin = (node: Pick<SceneNode, "row">, outer: Rows): boolean => outer.row <= node.row && node.row < outer.end;

/**
 * Things of their own: the outermost instances that are neither the scene, nor a room, nor a mere group. What holds one of `opened` is taken for
 * its parts, so that a part has its neighbours.
 */
export function thingsOf(state: SceneState, opened: readonly Rows[] = []): SceneNode[] {
  const out: SceneNode[] = [];
  let covered = -1;
  for (const node of state.nodes) {
    if (node.row < covered || node.parent < 0 || node.kind === "group") continue;
    if (opened.some((inner) => inner.row > node.row && isWithin(inner, node))) continue;
    covered = node.end;
    if (node.kind !== "room" && node.size.some((side) => side > 0)) out.push(node);
  }
  return out;
}

/** A thing that is lower than this lies flat, such as a rug: others stand on it and on the floor alike. */
export const FLAT = 0.03;

/**
 * Things that stand on or in each of the moved ones, directly or on each other, by its path: a guess from boxes and relations, for the preview only.
 * What stands on several comes along with the first.
 */
export function ridersOf(state: SceneState, moved: readonly Subject[]): Map<string, SceneNode[]> {
  const said = new Map<string, string>();
  for (const relation of state.relations)
    if (relation.kind === "on" && relation.paths.length === 2) said.set(relation.paths[0] as string, relation.paths[1] as string);
  const things = thingsOf(state, moved).filter((node) => !moved.some((subject) => isWithin(node, subject)));
  const left = new Set(things);
  const out = new Map<string, SceneNode[]>();
  for (const subject of moved) {
    const found: SceneNode[] = [];
    let carriers: { path: string; box: Box }[] = [subject];
    while (carriers.length && left.size) {
      const next = [...left].filter((node) => carriers.some((carrier) => rests(node, carrier, said.get(node.path))));
      for (const node of next) left.delete(node);
      found.push(...next);
      carriers = next.map((node) => ({ path: node.path, box: boxOf(node) }));
    }
    out.set(subject.path, found);
  }
  return out;
}

function rests(node: SceneNode, carrier: { path: string; box: Box }, on: string | undefined): boolean {
  if (on !== undefined && (carrier.path === on || on.startsWith(`${carrier.path}/`))) return true;
  // what is at the floor stands on that
  if (carrier.box.size[1] < FLAT || node.at[1] < FLAT) return false;
  const above = node.at[1] - carrier.box.at[1];
  return above > FLAT && node.at[1] <= topOf(carrier.box) + 0.02 && holdsPoint(carrier.box, node.at[0], node.at[2], 0.01);
}

/** Whether a thing can be put down on another: it is not much larger. */
export function carries(support: Box, lead: Box): boolean {
  const narrow = (box: Box): number => Math.min(box.size[0], box.size[2]);
  const wide = (box: Box): number => Math.max(box.size[0], box.size[2]);
  return narrow(lead) <= narrow(support) * 1.2 && wide(lead) <= wide(support) * 1.2;
}

/** Boxes that a moved thing can be lined up with. */
export function targetsOf(state: SceneState, moving: readonly Rows[], hidden: ReadonlySet<string>): Box[] {
  return thingsOf(state, moving)
    .filter((node) => !hidden.has(node.path) && !moving.some((moved) => isWithin(node, moved)))
    .map(boxOf);
}

/** What a thing stands on: the highest top below its bottom, or the floor. */
export function supportHeight(box: Box, others: readonly Box[], floor = 0): number {
  const tops = others.filter((other) => topOf(other) <= box.at[1] + 0.01 && footprintsMeet(box, other)).map(topOf);
  return Math.max(floor, ...tops);
}

/** The common bottom centre: the middle of the bottoms, at the lowest of them. */
export function commonCentre(subjects: readonly Subject[]): Vec3 {
  const sum: Vec3 = [0, Infinity, 0];
  for (const { box } of subjects) {
    sum[0] += box.at[0] / subjects.length;
    sum[1] = Math.min(sum[1], box.at[1]);
    sum[2] += box.at[2] / subjects.length;
  }
  return sum;
}
