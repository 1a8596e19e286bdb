// Puts a material onto things: what that means for each kind of thing, as edits of one step.

import { thingName } from "../../../naming";
import type { CatalogueMaterial, Edit, SceneNode } from "../../../protocol";
import { arrived, edit, toast, useStudio } from "../../state/studio";

/** What a material means for a thing; `colour`: of a floor or wall, which takes the colour alone. */
export type Covering = { edit: Edit; takes: "material" | "colour" } | { refused: string };

/** The edit that makes a thing of a material, or why it cannot be, with what to do. `all`: the nodes of the scene. */
export function covering(material: CatalogueMaterial, node: SceneNode, all: readonly SceneNode[]): Covering {
  const name = thingName(all, node.path);
  const inside = all.filter((each) => each.row > node.row && each.row < node.end);
  if (node.parent < 0) return { refused: "This is the whole scene: choose one thing of it." };
  if (all.some((each) => each.kind === "room" && node.row >= each.row && node.row < each.end)) {
    if (inside.some((each) => each.kind === "room")) return { refused: "A room has several surfaces: drop the material on its floor, or on a wall." };
    if (material.opacity < 0.9 || material.emission > 0) return { refused: `${name} is a surface of the room, which can be neither clear nor glowing: it takes colours alone.` };
    const color = material.color.map((part) => Math.round(part * 1000) / 1000);
    return { edit: { kind: "recolour", path: node.path, color }, takes: "colour" };
  }
  if (node.kind === "splat" || inside.some((each) => each.kind === "splat")) return { refused: `${name} is a capture: it looks as it was photographed.` };
  if (node.kind !== "asset" && inside.some((each) => each.kind === "asset")) return { refused: `${name} holds several things: a double click in the viewport leads into it, then choose one.` };
  return { edit: { kind: "set-material", path: node.path, surface: material.name }, takes: "material" };
}

/** What was done, as one sentence. `names`: of the things. */
export function coveredWords(material: string, names: readonly string[], takes: "material" | "colour"): string {
  const who = names.length === 1 ? names[0]! : `${names.length} things`;
  const what = takes === "material" ? `${names.length === 1 ? "is" : "are"} ${material} now` : `${names.length === 1 ? "has" : "have"} the colour of ${material} now`;
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${what}.`;
}

/** Makes things of a material, as one step, and says so. Who can have none is told of. */
export async function putOn(material: CatalogueMaterial, paths: readonly string[]): Promise<void> {
  const all = useStudio.getState().scene?.nodes ?? [];
  const nodes = paths.map((path) => all.find((node) => node.path === path)).filter((node): node is SceneNode => node !== undefined);
  if (nodes.length === 0) {
    toast("info", `Select what is to be of ${material.name}, or drag ${material.name} onto it.`);
    return;
  }
  const found = nodes.map((node) => covering(material, node, all));
  for (const why of new Set(found.flatMap((each) => ("refused" in each ? [each.refused] : [])))) toast("info", why);
  const done = found.flatMap((each, index) => ("edit" in each ? [{ ...each, path: nodes[index]!.path }] : []));
  if (done.length === 0) return;
  const outcome = await edit(done.map((each) => each.edit));
  if (!outcome.ok) return;
  await arrived(outcome.result.revision);
  for (const takes of ["material", "colour"] as const) {
    const names = done.filter((each) => each.takes === takes).map((each) => thingName(useStudio.getState().scene?.nodes ?? all, each.path));
    if (names.length > 0) toast("success", coveredWords(material.name, names, takes));
  }
}
