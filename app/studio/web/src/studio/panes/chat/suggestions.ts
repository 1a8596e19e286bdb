// Sentences that can be said about a scene: about what it has, by the names that the page shows, and about what it has not, to be added.

import { spoken, thingName } from "../../../naming";
import type { SceneNode } from "../../../protocol";

/** What a sentence of the catalogue's things would add, and words of which one in the scene says that it is there. */
const additions = [
  { sentence: "Add a potted plant in the corner", word: "plant" },
  { sentence: "Add a floor lamp in the corner", word: "lamp" },
  { sentence: "Add a rug in the middle of the room", word: "rug" },
  { sentence: "Add a bookcase against the wall", word: "bookcase" },
] as const;
const forSurfaces = [
  { thing: "a vase", word: "vase" },
  { thing: "a mug", word: "mug" },
  { thing: "three books", word: "book" },
] as const;
const surfaces = /\b(table|desk|nightstand|dresser|sideboard|counter|shelf|cabinet)$/;
const colors = ["navy", "white", "dark green", "mustard yellow"] as const;

/**
 * Four sentences that the scene can answer.
 *
 * @param turn how many turns the dialogue has: the next sentences are about other things
 */
export function suggestions(nodes: readonly SceneNode[], selection: readonly string[], turn = 0): string[] {
  const selected = nodes.filter((node) => selection.includes(node.path));
  if (selected.length > 0) return aboutSelection(nodes, selected, turn);
  const things = thingsOfTheirOwn(nodes);
  if (things.length === 0) return ["Add a desk and a chair", "Add an armchair in the middle of the room", "Add a bookcase against the wall", "What can you do?"];
  return [asked(things, nodes, turn), changed(things, nodes, turn), added(things, nodes, turn), "What can you do?"];
}

function aboutSelection(nodes: readonly SceneNode[], selected: readonly SceneNode[], turn: number): string[] {
  const color = at(colors, turn);
  if (selected.some((node) => node.parent < 0)) return suggestions(nodes, [], turn);
  if (selected.some((node) => inRoom(node, nodes))) return [`Paint ${selected.length > 1 ? "these" : "it"} ${color === "navy" ? "cream" : color}`, "How large is the room?", "What can you do?"];
  if (selected.length > 1) return ["Put these in a row", `Paint these ${color}`, "Turn these to face each other", "Remove these"];
  const other = thingsOfTheirOwn(nodes).filter((node) => node !== selected[0] && !node.path.startsWith(`${selected[0]!.path}/`) && !selected[0]!.path.startsWith(`${node.path}/`));
  const near = other.length === 0 ? "Move it 30 cm to the left" : `Turn it to ${the(at(other, turn), nodes)}`;
  return ["Make it a bit bigger", near, `Paint it ${color}`, "Move it 30 cm to the left"].filter((sentence, index, all) => all.indexOf(sentence) === index);
}

/** Things that stand in the scene or in a set of it: neither rooms, nor sets, nor parts. */
export function thingsOfTheirOwn(nodes: readonly SceneNode[]): SceneNode[] {
  const holders = new Set<number>();
  for (const node of nodes) if (node.parent < 0 || (node.kind === "group" && holders.has(node.parent))) holders.add(node.row);
  return nodes.filter((node) => holders.has(node.parent) && node.kind !== "room" && node.kind !== "group");
}

function asked(things: readonly SceneNode[], nodes: readonly SceneNode[], turn: number): string {
  const counts = new Map<string, number>();
  for (const { word } of things) counts.set(word, (counts.get(word) ?? 0) + 1);
  const several = [...counts].filter(([, count]) => count > 1).map(([word]) => word);
  if (several.length > 0 && turn % 2 === 0) return `How many ${plural(spoken(at(several, turn / 2)))} are there?`;
  if (things.length === 1) return `How large is ${the(things[0]!, nodes)}?`;
  const [one, other] = [at(things, turn), at(things, turn + 1)];
  return `How far is ${the(one, nodes)} from ${the(other, nodes)}?`;
}

function changed(things: readonly SceneNode[], nodes: readonly SceneNode[], turn: number): string {
  const one = at(things, turn + 2);
  return turn % 2 === 0 ? `Paint ${the(one, nodes)} ${at(colors, turn / 2)}` : `Move ${the(one, nodes)} 30 cm to the left`;
}

function added(things: readonly SceneNode[], nodes: readonly SceneNode[], turn: number): string {
  const has = (word: string) => things.some((thing) => spoken(thing.word).includes(word));
  const tops = things.filter((thing) => surfaces.test(spoken(thing.word)));
  const small = forSurfaces.filter(({ word }) => !has(word));
  const large = additions.filter(({ word }) => !has(word));
  if (tops.length > 0 && small.length > 0 && (turn % 2 === 0 || large.length === 0)) return `Add ${at(small, turn / 2).thing} on ${the(at(tops, turn / 2), nodes)}`;
  return at(large.length > 0 ? large : additions, turn / 2).sentence;
}

/** Its telling name in a sentence: the desk, armchair 2. */
function the(node: SceneNode, nodes: readonly SceneNode[]): string {
  const name = thingName(nodes, node.path);
  return /\d$/.test(name) ? name : `the ${name}`;
}

function inRoom(node: SceneNode, nodes: readonly SceneNode[]): boolean {
  return nodes.some((room) => room.kind === "room" && node.row >= room.row && node.row < room.end);
}

function at<T>(list: readonly T[], index: number): T {
  return list[Math.floor(index) % list.length]!;
}

/** English plurals of things: desks, benches, shelves, vanities. */
export function plural(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(el|ar|l|kni|lea)f$|knife$/.test(word)) return word.replace(/fe?$/, "ves");
  return `${word}s`;
}
