// The catalogue as the server tells of it. The Python side is app/studio/catalogue.py and app/studio/materials.py.

import type { CatalogueItem, CatalogueMaterial, CatalogueMaterials, CataloguePage, Vec3 } from "../../../protocol";
import { getJson } from "../../api/client";

export function searchCatalogue(words: string, category: string, page: number, size: number, signal: AbortSignal): Promise<CataloguePage> {
  const query = new URLSearchParams({ words, category, page: String(page), size: String(size) });
  return getJson<CataloguePage>(`/api/catalogue?${query}`, signal);
}

export async function searchMaterials(words: string, signal: AbortSignal): Promise<CatalogueMaterial[]> {
  return (await getJson<CatalogueMaterials>(`/api/catalogue/materials?${new URLSearchParams({ words })}`, signal)).materials;
}

export function pictureAddress(key: string, size: number): string {
  return `/api/catalogue/${key.split("/").map(encodeURIComponent).join("/")}/picture?size=${size}`;
}

/** The words by which a program asks for an object: those that were searched for, where they say its colour as well. */
export function wordsFor(item: CatalogueItem, searched: string): string {
  const described = item.attributes !== undefined && Object.keys(item.attributes).length > 0 && item.how === "exact";
  return described && searched.trim() !== "" ? searched.trim() : item.word;
}

/** How much a search found. */
export function countWords({ total, fitting }: Pick<CataloguePage, "total" | "fitting">): string {
  const counted = (number: number) => `${number.toLocaleString("en")} ${number === 1 ? "object" : "objects"}`;
  if (fitting === 0 || fitting === total) return counted(total);
  return `${counted(fitting)}, ${(total - fitting).toLocaleString("en")} similar`;
}

export function sizeWords(size: Vec3): string {
  if (Math.max(...size) >= 1) return `${size.map((each) => each.toFixed(1)).join("×")} m`;
  return `${size.map((each) => Math.max(Math.round(each * 100), 1)).join("×")} cm`;
}
