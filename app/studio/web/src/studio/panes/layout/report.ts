// The report of a layout in plain words, and what of it the viewport marks. The Python side is scene/layout/report.py.

import type { LayoutMarks, Matrix12, SceneNode, SceneRelation, Vec3 } from "../../../protocol";

export interface BodyMove {
  path: string;
  /** x, y, z in metres and the direction of the front in degrees. */
  from: [number, number, number, number];
  to: [number, number, number, number];
  distance_m: number;
  turn_deg: number;
  why: string;
}

/** Floor that should stay free. */
export interface KeptSpace {
  /** What needs it; "" for a door. */
  path: string;
  what: string;
  polygon: [number, number][];
  free: number;
  kept: boolean;
  inside: string[];
}

export interface LayoutReport {
  holds: boolean;
  complete: boolean;
  placed: number;
  requested: number;
  relations: { text: string; satisfied: boolean; residual: number | null; reason: string }[];
  support: number;
  doors_free: boolean;
  navigable: number;
  unreached: string[];
  clearance: number;
  settle: { max_shift_m: number; max_tilt_deg: number; fell: string[] } | null;
  violations: { kind: string; paths: string[]; figure_m: number; place: Vec3 | null; message: string }[];
  conflicts: { says: string; bodies: string[]; relations: string[]; ways_out: string[]; proved: boolean }[];
  moved: BodyMove[];
  kept: string[];
  unreadable: { number: number; relation: string; why: string; line: number | null; in_part: boolean }[];
  fidelity: { bodies: number; moved: number; largest_move_m: number; largest_turn_deg: number };
  offered: { why: string; moves: BodyMove[]; remaining: string[] } | null;
  slight: unknown[];
  /** What stands where things of its kind do not. */
  unusual: { paths: string[]; message: string }[];
  floor: { level: number; areas: { reached: boolean; area_m2: number; outline: [number, number][]; holes: [number, number][][] }[] };
  spaces: KeptSpace[];
  notes: string[];
  seconds: number;
  changed: boolean;
  stays: boolean;
  /** Of the scene that it is about; not in reports of older versions. */
  revision?: number;
  /** The program after the repair that is offered. */
  offered_text?: string | null;
}

/** A report as it was kept: one of an older version says nothing of the floor. */
export function readReport(kept: LayoutReport): LayoutReport {
  return { ...kept, unusual: kept.unusual ?? [], spaces: kept.spaces ?? [], floor: kept.floor ?? { level: 0, areas: [] } };
}

export function counted(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

/** A length as people say it. */
export function metres(length: number): string {
  if (length < 0.01) return `${Number((length * 1000).toFixed(1))} mm`;
  if (length < 1) return `${Number((length * 100).toFixed(1))} cm`;
  return `${Number(length.toFixed(2))} m`;
}

/** The name of a thing without that of the scene. */
export function shortPath(path: string): string {
  return path.split("/").slice(1).join("/") || path;
}

/** One sentence for the whole report. */
export function summary(report: LayoutReport): { tone: "good" | "warn" | "bad"; text: string } {
  const moved = report.moved.length > 0 ? `; ${counted(report.moved.length, "thing", "things")} moved, by ${metres(report.fidelity.largest_move_m)} at most` : "";
  if (report.conflicts.length > 0) return { tone: "bad", text: `Not everything can hold together: ${counted(report.conflicts.length, "conflict", "conflicts")}${moved}.` };
  if (report.holds) {
    const open = report.unreadable.length > 0 ? `; ${counted(report.unreadable.length, "relation", "relations")} could not be read` : "";
    const odd = report.unusual.length > 0 ? `; ${counted(report.unusual.length, "thing stands", "things stand")} where such things usually do not` : "";
    return { tone: open + odd === "" ? "good" : "warn", text: `Everything holds: ${report.placed} of ${report.requested} things stand well${moved}${open}${odd}.` };
  }
  const failing = report.relations.filter((relation) => !relation.satisfied).length;
  const wrong = [
    ...(report.violations.length > 0 ? [counted(report.violations.length, "violation", "violations")] : []),
    ...(failing > 0 ? [`${counted(failing, "relation", "relations")} not met`] : []),
    ...((report.settle?.fell.length ?? 0) > 0 ? [counted(report.settle?.fell.length ?? 0, "thing falls", "things fall")] : []),
  ];
  return { tone: "warn", text: `The layout does not hold: ${wrong.join(", ") || "see below"}${moved}.` };
}

export function moveWords(move: BodyMove): string {
  const rise = move.to[1] - move.from[1];
  const upright = Math.abs(rise) > 0.98 * move.distance_m && move.distance_m > 0 ? (rise > 0 ? " up" : " down") : "";
  const how = [...(move.distance_m >= 5e-4 || move.turn_deg < 0.1 ? [`${metres(move.distance_m)}${upright}`] : []), ...(move.turn_deg >= 0.1 ? [`turned by ${Number(move.turn_deg.toFixed(1))}°`] : [])];
  return how.join(", ");
}

const kindWords: Record<string, string> = {
  collision: "Collisions",
  bounds: "Out of the room",
  support: "Without support",
  door: "In the way of a door",
  window: "Over the edge of a window",
};

export interface ViolationGroup {
  kind: string;
  title: string;
  items: LayoutReport["violations"];
}

/** Violations by kind, the most frequent kind first, and within a kind the worst first. */
export function violationGroups(report: LayoutReport): ViolationGroup[] {
  const groups = new Map<string, LayoutReport["violations"]>();
  for (const violation of report.violations) groups.set(violation.kind, [...(groups.get(violation.kind) ?? []), violation]);
  return [...groups]
    .map(([kind, items]) => ({ kind, title: kindWords[kind] ?? kind, items: [...items].sort((a, b) => b.figure_m - a.figure_m) }))
    .sort((a, b) => b.items.length - a.items.length);
}

/** The message of the server without the name of the scene before each path. */
export function shortMessage(message: string, root: string): string {
  return message.replaceAll(`${root}/`, "");
}

/** The paths that a relation of the report is about. It names them as the program does. */
export function relationPaths(text: string, number: number, relations: readonly SceneRelation[], whole: boolean): string[] {
  const same = relations.find((relation) => relation.text === text) ?? (whole ? relations[number] : undefined);
  return same?.paths ?? [];
}

export const markKinds = ["relations", "collisions", "floor", "spaces", "moves"] as const;
export type MarkKind = (typeof markKinds)[number];

/** Which marks are shown. */
export type ShownMarks = Record<MarkKind, boolean>;

export const allMarks: ShownMarks = { relations: true, collisions: true, floor: true, spaces: true, moves: true };

/** What a space is for: "the room before the wardrobe". */
export function spaceWords({ path, what }: KeptSpace, nameOf: (path: string) => string = shortPath): string {
  if (what === "door") return "the swing of a door";
  if (what === "seat") return `the room to sit down on ${nameOf(path)}`;
  const sides: Record<string, string> = { front: "before", back: "behind", left: "left of", right: "right of" };
  return `the room ${sides[what] ?? "around"} ${nameOf(path)}`;
}

/** One sentence on a space that is not free. */
export function blockedWords(space: KeptSpace, nameOf: (path: string) => string = shortPath): string {
  const words = spaceWords(space, nameOf);
  const about = words.charAt(0).toUpperCase() + words.slice(1);
  if (space.inside.length === 0) return `${about} reaches beyond the room: ${Math.round(space.free * 100)} % of it is free`;
  return `${about} is not free: ${space.inside.map(nameOf).join(", ")} ${space.inside.length === 1 ? "stands" : "stand"} in it`;
}

export function marksOf(report: LayoutReport, relations: readonly SceneRelation[], nodes: readonly SceneNode[], shown: ShownMarks = allMarks): LayoutMarks {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const whole = report.relations.length === relations.length;
  const lines = report.relations.flatMap(({ text, satisfied }, number) => {
    const [from, ...others] = relationPaths(text, number, relations, whole);
    return from === undefined ? [] : others.map((to) => ({ from, to, holds: satisfied, text }));
  });
  const collisions = report.violations
    .filter(({ kind }) => kind === "collision")
    .flatMap(({ paths }) => {
      const boxes = paths.map((path) => byPath.get(path)).filter((node): node is SceneNode => node !== undefined).map(boxOf);
      const [first, ...others] = boxes;
      if (first === undefined || others.length === 0) return [];
      return [{ paths, box: others.reduce(sharedBox, first) }];
    });
  return {
    relations: shown.relations ? lines : [],
    collisions: shown.collisions ? collisions : [],
    freeFloor: shown.floor ? report.floor.areas : [],
    clearances: shown.spaces ? report.spaces : [],
    floor: report.floor.level,
    ...(report.offered !== null && shown.moves ? { moves: report.offered.moves.map(({ path, to }) => ({ path, to: [to[0], to[1], to[2]], yaw: (to[3] * Math.PI) / 180 })) } : {}),
  };
}

type Box = [Vec3, Vec3];

/** The box along the axes of the world around a node. */
export function boxOf(node: SceneNode): Box {
  const [c, s] = [Math.abs(Math.cos(node.yaw)), Math.abs(Math.sin(node.yaw))];
  const [w, h, d] = node.size;
  const [x, z] = [(c * w + s * d) / 2, (s * w + c * d) / 2];
  const [ax, ay, az] = node.at;
  return [
    [ax - x, ay, az - z],
    [ax + x, ay + h, az + z],
  ];
}

/** What two boxes share; where they share nothing, the gap between them. */
export function sharedBox(a: Box, b: Box): Box {
  const low = a[0].map((value, axis) => Math.max(value, b[0][axis]!)) as Vec3;
  const high = a[1].map((value, axis) => Math.min(value, b[1][axis]!)) as Vec3;
  return [low.map((value, axis) => Math.min(value, high[axis]!)) as Vec3, high.map((value, axis) => Math.max(value, low[axis]!)) as Vec3];
}

/** World motions that take things back to where they stood before a layout. */
export function backMotions(moves: readonly BodyMove[]): Record<string, Matrix12> {
  return Object.fromEntries(moves.map((move) => [move.path, motionBetween(move.to, move.from)]));
}

/** World motions that show where things would stand after moves. */
export function forwardMotions(moves: readonly BodyMove[]): Record<string, Matrix12> {
  return Object.fromEntries(moves.map((move) => [move.path, motionBetween(move.from, move.to)]));
}

/** The text of the repair that is offered, where it fits the scene as it is at a revision; null: it has to be found anew. */
export function readyRepair(report: LayoutReport, revision: number | null): { text: string; revision: number } | null {
  const text = report.offered_text ?? null;
  return text !== null && report.revision !== undefined && report.revision === revision ? { text, revision } : null;
}

function motionBetween(from: BodyMove["from"], to: BodyMove["to"]): Matrix12 {
  const angle = ((to[3] - from[3]) * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, z] = from;
  return [c, 0, s, to[0] - c * x - s * z, 0, 1, 0, to[1] - y, -s, 0, c, to[2] + s * x - c * z];
}
