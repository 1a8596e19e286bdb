// What people call the things of a scene: by their word where one has it, else by the name that the program gives, else with a number in the order of
// the program, as queries count. Viewport, outliner and messages say the same; a tooltip says what the program calls it.

import type { SceneNode } from "./protocol";

type Named = Pick<SceneNode, "path" | "word" | "row" | "parent" | "kind">;

const known = new WeakMap<readonly Named[], ReadonlyMap<string, string>>();

/** The telling names of all nodes, by their paths. Names of things of their own differ from each other; those of parts within what they are part of. */
export function thingNames(nodes: readonly Named[]): ReadonlyMap<string, string> {
  let names = known.get(nodes);
  if (names === undefined) {
    names = madeNames(nodes);
    known.set(nodes, names);
  }
  return names;
}

/** The telling name of one node; of what is not in the scene, the last name of its path. */
export function thingName(nodes: readonly Named[], path: string): string {
  return thingNames(nodes).get(path) ?? spoken(ownName(path));
}

/** The telling names on the way from the scene to a thing: chair 2, or table › leg 3. */
export function namesAlong(nodes: readonly Named[], path: string): string {
  const parts = path.split("/");
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return paths
    .slice(Math.min(1, paths.length - 1))
    .map((each) => thingName(nodes, each))
    .join(" › ");
}

/** What the program calls a thing, for who sees its telling name: where it has twins, the program counts them from 0. */
export function programName(nodes: readonly Named[], path: string): string {
  const own = path.slice(path.lastIndexOf("/") + 1);
  const twins = /\[\d+\]$/.test(own) || nodes.some((node) => node.path === `${path}[1]`);
  return twins ? `${path}: the program counts things of one name from 0` : path;
}

export interface TextPiece {
  text: string;
  /** The thing that it names as the program does. */
  path: string | null;
}

/** Paths and counted names, also in single quotes. */
const programNames = /('?)([\p{L}_][\p{L}\p{N}_-]*(?:\[\d+\])?(?:\/[\p{L}_][\p{L}\p{N}_-]*(?:\[\d+\])?)*)\1/gu;

/** A text of the server in pieces: those that name a thing of the scene by its path, or by the end of it with a number, and what stands between. */
export function textPieces(nodes: readonly Named[], text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(programNames)) {
    const path = /[/[]/.test(match[2]!) ? pathOf(nodes, match[2]!) : null;
    if (path === null) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), path: null });
    pieces.push({ text: match[0], path });
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), path: null });
  return pieces;
}

/** A text of the server with telling names in the place of paths. */
export function withNames(nodes: readonly Named[], text: string): string {
  return textPieces(nodes, text)
    .map((piece) => (piece.path === null ? piece.text : namesAlong(nodes, piece.path)))
    .join("");
}

function pathOf(nodes: readonly Named[], name: string): string | null {
  if (nodes.some((node) => node.path === name)) return name;
  const found = nodes.filter((node) => node.path.endsWith(`/${name}`));
  return found.length === 1 ? found[0]!.path : null;
}

/** Words as people read them. */
export const spoken = (text: string): string => text.replaceAll("_", " ").trim();

/** The last name of a path, without the number of a twin. */
export const ownName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\[\d+\]$/, "");

/** Whether the program calls it otherwise than by its word. */
export const hasOwnName = (node: Pick<SceneNode, "path" | "word">): boolean => spoken(ownName(node.path)).toLowerCase() !== spoken(node.word).toLowerCase();

function madeNames(nodes: readonly Named[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const alike of scopesOf(nodes)) nameThings(alike, names);
  return names;
}

/** Nodes that stand beside each other for people: all things of their own, and the parts of each thing. */
function scopesOf(nodes: readonly Named[]): Iterable<Named[]> {
  const holders = new Set<number>([-1]);
  const scopes = new Map<number, Named[]>();
  for (const node of nodes) {
    const outer = holders.has(node.parent) ? -1 : node.parent;
    // the scene and its groups hold things; a room has parts of its own
    if (outer === -1 && (node.parent === -1 || node.kind === "group")) holders.add(node.row);
    const scope = scopes.get(outer);
    if (scope === undefined) scopes.set(outer, [node]);
    else scope.push(node);
  }
  return scopes.values();
}

function nameThings(scope: readonly Named[], names: Map<string, string>): void {
  const words = new Map<string, Named[]>();
  for (const node of scope) {
    const word = spoken(node.word);
    const found = words.get(word);
    if (found === undefined) words.set(word, [node]);
    else found.push(node);
  }
  const taken = new Set<string>();
  const give = (node: Named, name: string) => {
    names.set(node.path, name);
    taken.add(name);
  };
  const left: Named[] = [];
  for (const [word, alike] of words) if (alike.length === 1) give(alike[0]!, word);
  for (const alike of words.values()) {
    if (alike.length === 1) continue;
    for (const node of alike) {
      const name = spoken(ownName(node.path));
      // a name that several have tells nobody which
      if (hasOwnName(node) && !taken.has(name)) give(node, name);
      else left.push(node);
    }
  }
  const numbers = new Map<string, number>();
  const wordOf = (node: Named) => spoken(hasOwnName(node) ? ownName(node.path) : node.word);
  for (const node of left) {
    const word = wordOf(node);
    // all others of its kind have names of their own
    if (!taken.has(word) && left.filter((other) => wordOf(other) === word).length === 1) {
      give(node, word);
      continue;
    }
    // where one is called "shelf" the next is the second shelf
    let number = numbers.get(word) ?? (taken.has(word) ? 1 : 0);
    do number += 1;
    while (taken.has(`${word} ${number}`));
    numbers.set(word, number);
    give(node, `${word} ${number}`);
  }
}
