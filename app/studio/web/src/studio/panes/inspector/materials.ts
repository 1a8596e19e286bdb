// Materials in words.

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
