// What each instance looks like: its own colours, those of its entity, or the heat of a query.

import { Color } from "three";
import type { Heat, ViewportOptions } from "../../protocol";
import type { Drawing } from "../data/drawing";
import type { SceneIndex } from "../data/scene_index";
import { heatColor } from "./heat";

export interface Looks {
  /** (count, 4) linear colour and opacity. */
  tint: Float32Array;
  /** (count, 3) roughness, metalness, factor of the emission. */
  surface: Float32Array;
}

export type Shading = ViewportOptions["shading"];

const GREY = new Color().setRGB(0.36, 0.37, 0.39, "srgb");
const SHELL_GREY = new Color().setRGB(0.62, 0.63, 0.65, "srgb");

export function instanceLooks(drawing: Drawing, index: SceneIndex, shading: Shading, heat: Heat | null): Looks {
  const looks: Looks = { tint: new Float32Array(drawing.count * 4), surface: new Float32Array(drawing.count * 3) };
  const byRow = new Map<number, Color | null>();
  const color = new Color();
  const instead = heat !== null || shading === "entities";
  for (let i = 0; i < drawing.count; i++) {
    const row = drawing.row[i]!;
    const material = drawing.head.materials[drawing.material[i]!]!;
    let flat: Color | null = null;
    if (instead) {
      const kept = byRow.get(row);
      if (kept === undefined) byRow.set(row, (flat = heat !== null ? heatOf(index, row, heat) : entityColor(index, row)));
      else flat = kept;
    }
    if (flat === null) color.setRGB(drawing.color[i * 3]!, drawing.color[i * 3 + 1]!, drawing.color[i * 3 + 2]!, "srgb");
    else color.copy(flat);
    looks.tint.set([color.r, color.g, color.b, material.opacity], i * 4);
    if (flat === null) looks.surface.set([Math.max(material.roughness, 0.04), material.metallic, material.emission], i * 3);
    else looks.surface.set([0.85, 0, heat === null ? 0 : 0.12], i * 3);
  }
  return looks;
}

/** The heat of the nearest scored thing that a row is part of; grey where there is none. */
function heatOf(index: SceneIndex, row: number, heat: Heat): Color {
  const owner = index.owner(row);
  if (owner === undefined) return GREY;
  for (const node of index.lineage(owner)) {
    const score = heat[node.path];
    if (score !== undefined) return heatColor(score);
  }
  return index.inShell(owner) ? SHELL_GREY : GREY;
}

/** A colour of its own for each entity, far from those of its neighbours in the list. */
export function entityColor(index: SceneIndex, row: number): Color {
  const owner = index.owner(row);
  if (owner === undefined) return GREY;
  if (index.inShell(owner)) return SHELL_GREY;
  const place = index.nodes.indexOf(owner);
  // steps of the golden ratio spread the hues of neighbours as far as can be
  return new Color().setHSL((place * 0.618034) % 1, 0.5 + 0.15 * ((place >> 2) % 2), 0.52 + 0.08 * (place % 2), "srgb");
}
