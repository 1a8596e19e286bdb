// Materials in words and numbers.

import type { SceneNode } from "../../../protocol";

export interface ThingMaterial {
  /** Of the surface, 0..1. */
  share: number;
  roughness: number;
  metallic: number;
  opacity: number;
  emission: number;
  texture: string | null;
}

/** What a surface looks like, in a few words. */
export function materialWords(material: ThingMaterial): string {
  const gloss = material.roughness < 0.25 ? "polished" : material.roughness < 0.5 ? "glossy" : material.roughness < 0.75 ? "satin" : "matt";
  const words = [material.metallic > 0.4 ? `${gloss} metal` : material.opacity < 0.7 ? "clear" : gloss];
  if (material.metallic <= 0.4 && material.opacity >= 0.7 && material.opacity < 1) words.push("translucent");
  if (material.emission > 0) words.push("glowing");
  if (material.texture !== null) words.push("with a texture");
  return words.join(", ");
}

/** What a program states of a material. */
export interface MaterialValues {
  roughness: number | null;
  metallic: number | null;
  opacity: number | null;
  emission: number | null;
}

/** The value that all surfaces of things have; null where they differ. */
export function statedMaterial(things: readonly { materials: readonly ThingMaterial[] }[]): MaterialValues {
  const all = things.flatMap((thing) => thing.materials);
  const common = (key: "roughness" | "metallic" | "opacity" | "emission") => {
    const first = all[0]?.[key];
    return first !== undefined && all.every((material) => Math.abs(material[key] - first) < 1e-6) ? first : null;
  };
  return { roughness: common("roughness"), metallic: common("metallic"), opacity: common("opacity"), emission: common("emission") };
}

/** Finishes that people know by name, as the numbers of the language. */
export const finishes: readonly { id: string; label: string; values: { roughness: number; metallic: number; opacity: number; emission: number } }[] = [
  { id: "matt", label: "Matt", values: { roughness: 0.9, metallic: 0, opacity: 1, emission: 0 } },
  { id: "satin", label: "Satin", values: { roughness: 0.5, metallic: 0, opacity: 1, emission: 0 } },
  { id: "glossy", label: "Glossy", values: { roughness: 0.2, metallic: 0, opacity: 1, emission: 0 } },
  { id: "brushed-metal", label: "Brushed metal", values: { roughness: 0.45, metallic: 1, opacity: 1, emission: 0 } },
  { id: "polished-metal", label: "Polished metal", values: { roughness: 0.1, metallic: 1, opacity: 1, emission: 0 } },
  { id: "glass", label: "Glass", values: { roughness: 0.05, metallic: 0, opacity: 0.25, emission: 0 } },
  { id: "frosted", label: "Frosted glass", values: { roughness: 0.6, metallic: 0, opacity: 0.5, emission: 0 } },
  { id: "glowing", label: "Glowing", values: { roughness: 0.5, metallic: 0, opacity: 1, emission: 2 } },
];

/** The finish with these numbers; null: none has them. */
export function finishOf(values: MaterialValues): string | null {
  const keys = ["roughness", "metallic", "opacity", "emission"] as const;
  return finishes.find((finish) => keys.every((key) => values[key] !== null && Math.abs(values[key] - finish.values[key]) < 1e-6))?.id ?? null;
}

/** Why the material of some of these cannot be set, and what to do; null where it can. Who shares a call is for the server to say. */
export function whyNoMaterial(nodes: readonly SceneNode[], all: readonly SceneNode[]): string | null {
  const within = (kind: SceneNode["kind"]) => nodes.some((node) => all.some((each) => each.kind === kind && each.row >= node.row && each.row < node.end));
  if (within("asset")) return "To make it of another material, such as leather or oak, choose Add, Materials. A colour above paints it.";
  if (within("splat")) return "A capture looks as it was photographed: it has no material.";
  if (within("room")) return "The floor and walls of a room take colours alone: choose one above, or take that of a material from Add, Materials.";
  return null;
}
