// A material as a ball in the light, drawn by the browser's gradients: near enough to tell brass from oak, without a picture of the server.

import type { CatalogueMaterial, Vec3 } from "../../../protocol";

const css = (color: readonly number[], alpha = 1): string => `rgb(${color.map((part) => Math.round(Math.min(Math.max(part, 0), 1) * 255)).join(" ")} / ${alpha.toFixed(2)})`;
const mixed = (color: Vec3, to: Vec3, share: number): Vec3 => color.map((part, k) => part + (to[k]! - part) * share) as Vec3;

const white: Vec3 = [1, 1, 1];
const black: Vec3 = [0, 0, 0];

/** The styles of an element that shows it. */
export function swatchStyle({ color, roughness, metallic, opacity, emission }: CatalogueMaterial): Record<string, string> {
  const gloss = 1 - roughness;
  // what is smooth has a small bright spot, what is rough a wide faint one
  const spot = `radial-gradient(circle at 34% 28%, ${css(white, 0.12 + 0.75 * gloss * gloss)} 0, ${css(white, 0)} ${Math.round(12 + 40 * roughness)}%)`;
  const low = mixed(color, black, emission > 0 ? 0.05 : 0.42 + 0.2 * metallic);
  const lit = mixed(color, white, emission > 0 ? 0.5 : 0.1);
  const alpha = Math.max(opacity, 0.3);
  // metal mirrors a dark horizon
  const band = metallic > 0.5 ? `linear-gradient(172deg, ${css(white, 0.35 * gloss)} 0 40%, ${css(black, 0.3 * gloss)} 52%, ${css(white, 0.16 * gloss)} 78%), ` : "";
  return {
    background: `${spot}, ${band}radial-gradient(circle at 36% 30%, ${css(lit, alpha)} 0, ${css(color, alpha)} 45%, ${css(low, alpha)} 100%)`,
    ...(emission > 0 && { boxShadow: `0 0 14px ${css(color, 0.9)}` }),
  };
}
