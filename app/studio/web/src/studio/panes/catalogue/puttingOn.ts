// Puts a material onto things: what that means for each kind of thing, as edits of one step.

import { spoken, thingName } from "../../../naming";
import type { CatalogueMaterial, Edit, SceneNode } from "../../../protocol";
import { edit, toast, useStudio } from "../../state/studio";

export type Covering = { edits: Edit[] } | { refused: string };

/** The edits that make a thing of a material, or why it cannot be, with what to do. `all`: the nodes of the scene. */
export function covering(material: CatalogueMaterial, node: SceneNode, all: readonly SceneNode[]): Covering {
  const name = thingName(all, node.path);
  const color = material.color.map((part) => Math.round(part * 1000) / 1000);
  const recolour: Edit = { kind: "recolour", path: node.path, color };
  const inside = all.filter((each) => each.row > node.row && each.row < node.end);
  if (node.parent < 0) return { refused: "This is the whole scene: choose one thing of it." };
  if (all.some((each) => each.kind === "room" && node.row >= each.row && node.row < each.end)) {
    if (inside.some((each) => each.kind === "room")) return { refused: "A room has several surfaces: drop the material on its floor, or on a wall." };
    if (material.opacity < 0.9 || material.emission > 0) return { refused: `${name} is a surface of the room, which can be neither clear nor glowing: it takes colours alone.` };
    return { edits: [recolour] };
  }
  if (node.kind === "splat" || inside.some((each) => each.kind === "splat")) return { refused: `${name} is a capture: it looks as it was photographed.` };
  // the catalogue knows its objects of other materials by words: an oak table
  if (node.kind === "asset") return { edits: [{ kind: "replace", path: node.path, what: `${material.name} ${kindOf(node)}` }] };
  if (inside.some((each) => each.kind === "asset")) return { refused: `${name} holds several things: a double click in the viewport leads into it, then choose one.` };
  const { roughness, metallic, opacity, emission } = material;
  return { edits: [recolour, { kind: "set-material", path: node.path, roughness, metallic, opacity, emission }] };
}

/** What it is, without the colour or material that it was asked for with. */
function kindOf({ word, asset }: SceneNode): string {
  if (asset === null) return spoken(word);
  const title = asset.title?.toLowerCase() ?? "";
  return title !== "" && asset.words.toLowerCase().endsWith(title) ? title : asset.words;
}

/** Makes things of a material, as one step. Who can have none is told of. */
export async function putOn(material: CatalogueMaterial, paths: readonly string[]): Promise<void> {
  const all = useStudio.getState().scene?.nodes ?? [];
  const nodes = paths.map((path) => all.find((node) => node.path === path)).filter((node): node is SceneNode => node !== undefined);
  if (nodes.length === 0) {
    toast("info", `Select what is to be of ${material.name}, or drag ${material.name} onto it.`);
    return;
  }
  const found = nodes.map((node) => covering(material, node, all));
  for (const why of new Set(found.flatMap((each) => ("refused" in each ? [each.refused] : [])))) toast("info", why);
  const edits = found.flatMap((each) => ("edits" in each ? each.edits : []));
  if (edits.length > 0) await edit(edits);
}
