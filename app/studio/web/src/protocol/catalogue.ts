// The catalogue and the help for the program pane. The Python side is app/studio/catalogue.py and app/studio/language_help.py.

import type { Vec3 } from "./scene";

export interface CatalogueItem {
  /** `pack/category/name`; its picture is at /api/catalogue/KEY/picture?size=160: 202 until the event `catalogue_picture`. */
  key: string;
  word: string;
  synonyms: string[];
  phrase: string;
  category: string;
  support: string;
  /** Width, height, depth in metres. */
  size: Vec3;
  pack: string;
  licence: string;
  author: string;
  /** Of a search alone. */
  score?: number;
  how?: "exact" | "synonym" | "kind" | "head" | "stand-in" | "embedding" | "related";
  /** Colours, materials and the like that the words name. */
  attributes?: Record<string, unknown>;
  note?: string;
}

/** GET /api/catalogue?words=&category=&page=0&size=40 */
export interface CataloguePage {
  items: CatalogueItem[];
  total: number;
  /** Of them, those that are what the words mean; they come first, and after them what is similar. */
  fitting: number;
  page: number;
  categories: { name: string; count: number }[];
  /** Similar words, where nothing fits. */
  nearest: string[];
  byMeaning: boolean;
}

/** A named surface of the language: `surface('oak')`. */
export interface CatalogueMaterial {
  name: string;
  /** wood, fibre, metal, stone, ceramic, glass, fabric, leather, plastic, paper, plant or light. */
  kind: string;
  /** sRGB 0..1. */
  color: Vec3;
  roughness: number;
  metallic: number;
  opacity: number;
  emission: number;
}

/** GET /api/catalogue/materials?words= */
export interface CatalogueMaterials {
  materials: CatalogueMaterial[];
}

export interface LanguageEntry {
  name: string;
  kind: "function" | "primitive" | "relation" | "table";
  group: string;
  calls: string[];
  summary: string;
  meaning: string[];
  arguments: { name: string; default: string | null; meaning: string }[];
  returns: string;
  program: string;
}

/** GET /api/language */
export interface LanguageHelp {
  entries: LanguageEntry[];
  words: { word: string; about: string; category: string }[];
}
