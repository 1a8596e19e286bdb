// What a click means: which thing it selects, and what becomes of the selection.

import { thingName } from "../../naming";
import type { SceneNode } from "../../protocol";
import type { SceneIndex } from "../data/scene_index";

/**
 * The thing that a click on a part selects: the outermost instance below the root that is no room and holds nothing that is selected. So a click selects
 * a whole, and where a part of it is selected already, its neighbours.
 */
export function selectableOf(index: SceneIndex, node: SceneNode, selection: readonly string[]): SceneNode {
  const opened = openedBy(index, selection);
  const outsideIn = [...index.lineage(node)].reverse();
  for (const one of outsideIn) {
    if (one === node) return one;
    if (one.parent < 0 || one.kind === "room" || opened.has(one.row)) continue;
    return one;
  }
  return node;
}

/** Rows of what holds something that is selected. */
function openedBy(index: SceneIndex, selection: readonly string[]): Set<number> {
  const opened = new Set<number>();
  for (const path of selection) {
    const selected = index.node(path);
    if (selected !== undefined) for (const one of index.lineage(selected)) if (one !== selected) opened.add(one.row);
  }
  return opened;
}

/** The part of `outer` that `node` is in: where a double click goes. `outer` itself where it has no listed parts there. */
export function partToward(index: SceneIndex, outer: SceneNode, node: SceneNode): SceneNode {
  let part = node;
  for (const one of index.lineage(node)) {
    if (one === outer) return part;
    part = one;
  }
  return outer;
}

/** Why a double click leads nowhere, in words. */
export function withoutParts(index: SceneIndex, node: SceneNode): string {
  const name = thingName(index.state.nodes, node.path);
  if (node.kind === "asset") return `${name} is one object of the catalogue: it has no parts to select. The inspector has the colours of its surfaces.`;
  if (node.kind === "splat") return `${name} is a capture: it has no parts to select.`;
  return `${name} has no parts that are things of the program.`;
}

/** The selection after a click on `path`, null: on nothing. `toggle`: with shift. */
export function afterClick(selection: readonly string[], path: string | null, toggle: boolean): string[] {
  if (path === null) return toggle ? [...selection] : [];
  if (!toggle) return [path];
  return selection.includes(path) ? selection.filter((one) => one !== path) : [...selection, path];
}

/** The selection after a box around `paths`: added with shift. */
export function afterBox(selection: readonly string[], paths: readonly string[], add: boolean): string[] {
  return add ? [...new Set([...selection, ...paths])] : [...paths];
}

/** Paths after a step that renamed things: what lies below a renamed path follows it; what was deleted or is not there goes. */
export function afterRenames(paths: Iterable<string>, renamed: Record<string, string | null>, exists: (path: string) => boolean): string[] {
  const kept = new Set<string>();
  for (const path of paths) {
    const now = renamedPath(path, renamed);
    if (now !== null && exists(now)) kept.add(now);
  }
  return [...kept];
}

function renamedPath(path: string, renamed: Record<string, string | null>): string | null {
  for (let outer = path; ; ) {
    const to = Object.hasOwn(renamed, outer) ? renamed[outer] : undefined;
    if (to === null) return null;
    if (to !== undefined) return to + path.slice(outer.length);
    const cut = outer.lastIndexOf("/");
    if (cut < 0) return path;
    outer = outer.slice(0, cut);
  }
}

/** In words for who does not see it. */
export function selectionWords(index: SceneIndex, selection: readonly string[]): string {
  if (selection.length === 0) return "Nothing is selected.";
  if (selection.length === 1) {
    return `${thingName(index.state.nodes, selection[0]!)} is selected.`;
  }
  return `${selection.length} things are selected.`;
}

/** The things that a box can select, outermost first: what clicks would select. */
export function selectables(index: SceneIndex, selection: readonly string[]): SceneNode[] {
  const opened = openedBy(index, selection);
  const closedAround = (node: SceneNode): boolean => {
    for (const one of index.lineage(node)) if (one !== node && one.parent >= 0 && one.kind !== "room" && !opened.has(one.row)) return true;
    return false;
  };
  return index.nodes.filter((node) => node.parent >= 0 && !opened.has(node.row) && !index.inShell(node) && !closedAround(node));
}
