// The tree of instances as rows of a list: what is open, what a search leaves, and what is selected by a click. No React here.

import { hasOwnName, ownName, programName, spoken, thingNames } from "../../../naming";
import type { SceneNode } from "../../../protocol";

export interface TreeItem {
  node: SceneNode;
  /** The last part of its path: what the program calls this one. */
  name: string;
  /** What people call it, so that they know it from others. */
  telling: string;
  /** Its whole name in the program, with what to know about it. */
  program: string;
  depth: number;
  parent: TreeItem | null;
  children: TreeItem[];
  /** What a search looks through, in lower case. */
  words: string;
}

export interface TreeRow {
  item: TreeItem;
  /** null: it has no parts. */
  open: boolean | null;
  position: number;
  siblings: number;
}

export interface Tree {
  roots: TreeItem[];
  byPath: Map<string, TreeItem>;
}

const lower = (text: string): string => spoken(text).toLowerCase();

/** What a person reads of a node: its telling name, and beside it what else it is called: in the program, or by its word. */
export function shownNames(node: SceneNode, telling: string): { word: string; name: string | null } {
  const [word, own] = [spoken(node.word), ownName(node.path)];
  if (telling.toLowerCase() === lower(own)) return { word: telling, name: telling.toLowerCase() === word.toLowerCase() ? null : word };
  return { word: telling, name: hasOwnName(node) ? own : null };
}

/** Nodes come depth first, each after its parent. */
export function buildTree(nodes: readonly SceneNode[]): Tree {
  const byRow = new Map<number, TreeItem>();
  const byPath = new Map<string, TreeItem>();
  const roots: TreeItem[] = [];
  const names = thingNames(nodes);
  for (const node of nodes) {
    const parent = byRow.get(node.parent) ?? null;
    const name = node.path.slice(node.path.lastIndexOf("/") + 1);
    const item: TreeItem = {
      node,
      name,
      telling: names.get(node.path) ?? name,
      get program() {
        return programName(nodes, node.path);
      },
      depth: parent === null ? 0 : parent.depth + 1,
      parent,
      children: [],
      words: lower([node.word, name, names.get(node.path) ?? "", node.phrase ?? "", node.asset?.title ?? "", node.z ?? ""].join(" ")),
    };
    (parent?.children ?? roots).push(item);
    byRow.set(node.row, item);
    byPath.set(node.path, item);
  }
  return { roots, byPath };
}

const smallTree = 60;

/** Whether an item is open before anybody touched it: the scene is, a room never, a set of things in a small scene. */
export function openAtFirst(item: TreeItem, size: number): boolean {
  if (item.depth === 0) return true;
  return item.node.kind === "group" && size <= smallTree;
}

/** The paths that a search finds; null: there is no search. Every word must occur. */
export function searched(tree: Tree, query: string): Set<string> | null {
  const terms = lower(query).split(/\s+/).filter((term) => term !== "");
  if (terms.length === 0) return null;
  const found = new Set<string>();
  for (const item of tree.byPath.values()) {
    if (terms.every((term) => item.words.includes(term))) found.add(item.node.path);
  }
  return found;
}

/**
 * The rows that are in view. `toggled`: paths that are open against openAtFirst, or closed. A search opens the way to all that it found.
 */
export function rowsOf(tree: Tree, toggled: ReadonlySet<string>, found: ReadonlySet<string> | null): TreeRow[] {
  const rows: TreeRow[] = [];
  const shown = found === null ? null : withAncestors(tree, found);
  const size = tree.byPath.size;
  const add = (items: readonly TreeItem[]) => {
    const listed = shown === null ? items : items.filter((item) => shown.has(item.node.path));
    listed.forEach((item, index) => {
      const parts = shown === null ? item.children : item.children.filter((child) => shown.has(child.node.path));
      const open = shown !== null || isOpen(item, toggled, size);
      rows.push({ item, open: parts.length === 0 ? null : open, position: index + 1, siblings: listed.length });
      if (open) add(parts);
    });
  };
  add(tree.roots);
  return rows;
}

export function isOpen(item: TreeItem, toggled: ReadonlySet<string>, size: number): boolean {
  return openAtFirst(item, size) !== toggled.has(item.node.path);
}

function withAncestors(tree: Tree, found: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>();
  for (const path of found) {
    for (let item = tree.byPath.get(path) ?? null; item !== null && !shown.has(item.node.path); item = item.parent) shown.add(item.node.path);
  }
  return shown;
}

/** What must be toggled so that an item is in view; null: nothing. */
export function opened(tree: Tree, toggled: ReadonlySet<string>, path: string): Set<string> | null {
  const size = tree.byPath.size;
  let changed: Set<string> | null = null;
  for (let item = tree.byPath.get(path)?.parent ?? null; item !== null; item = item.parent) {
    if (!isOpen(item, toggled, size)) changed = flipped(changed ?? toggled, item.node.path);
  }
  return changed;
}

export function flipped(set: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Paths without those that lie below another one of them. */
export function outermost(paths: readonly string[]): string[] {
  const set = new Set(paths);
  return paths.filter((path) => {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      if (set.has(path.slice(0, end))) return false;
    }
    return true;
  });
}

/** Whether a path or what it lies in is in a set. */
export function within(set: ReadonlySet<string>, path: string): boolean {
  if (set.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (set.has(path.slice(0, end))) return true;
  }
  return false;
}

/** All that is of the same kind as these: the same object of a catalogue, else the same word. */
export function alike(tree: Tree, paths: readonly string[]): string[] {
  const kinds = new Set<string>();
  for (const path of paths) {
    const node = tree.byPath.get(path)?.node;
    if (node) kinds.add(kindOf(node));
  }
  return [...tree.byPath.values()].filter((item) => kinds.has(kindOf(item.node))).map((item) => item.node.path);
}

const kindOf = (node: SceneNode): string => (node.asset === null ? `word ${node.word}` : `asset ${node.asset.id}`);

/** A name of the language: what people write, in letters, digits and underscores. */
export function nameOf(text: string): string {
  const plain = text
    .trim()
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}_]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "");
  return /^\p{N}/u.test(plain) ? `_${plain}` : plain;
}
