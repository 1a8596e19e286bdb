// Adds objects of the catalogue to the scene.

import type { CatalogueItem, SceneNode, Vec3, Viewport } from "../../../protocol";
import { edit, select, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { freePlace, pointsOutward, type Footing } from "./freePlace";

/** Adds an object. Without a place the server finds one by the layout, beside all that is there. */
export async function add(values: { what: string; at?: Vec3; turn?: number }): Promise<void> {
  const outcome = await edit([{ kind: "add", ...values }]);
  if (outcome.ok && outcome.result.paths.length > 0) select(outcome.result.paths);
}

/** Adds an object where the person looks: on the floor, or a small one on what stands there. What hangs, and what has no room there, gets its place from the server. */
export function addInView(item: CatalogueItem, what: string): Promise<void> {
  const viewport = currentViewport();
  const found = viewport === null ? null : placeInView(item, viewport);
  return add(found === null ? { what } : { what, ...found });
}

function placeInView(item: CatalogueItem, viewport: Viewport): { at: Vec3; turn: number } | null {
  const canvas = document.querySelector(".viewport-host canvas");
  const { scene } = useStudio.getState();
  if (canvas === null || scene === null || item.support === "wall" || item.support === "ceiling") return null;
  const turn = turnToEye(viewport);
  const footings: Footing[] = [];
  for (const [x, y] of pointsOutward(seenOf(canvas.getBoundingClientRect()))) {
    const place = viewport.placeUnder(x, y);
    if (place === null || (place.on !== null && (item.support !== "surface" || !isLevel(viewport, x, y, place)))) continue;
    footings.push(place);
  }
  // what belongs on tables goes there first, then on smaller things; on the floor where there is none in view
  const worth = ({ on }: Footing) => (on === null ? 2 : isWide(scene.nodes, on) ? 0 : 1);
  if (item.support === "surface") footings.sort((a, b) => worth(a) - worth(b));
  const middle = scene.room === null ? null : (scene.nodes.find((node) => node.path === scene.room?.path)?.at ?? null);
  const found = freePlace(item.size, (turn * Math.PI) / 180, footings, solids(scene.nodes), scene.room, middle);
  return found === null ? null : { at: found.at.map((each) => Math.round(each * 1000) / 1000) as Vec3, turn };
}

/** Pixels around a point in which a surface must go on: the edge of a backrest is no place to put a cup. */
const around = [[-14, 0], [14, 0], [0, -9], [0, 9]] as const;
const levelMetres = 0.02;

function isLevel(viewport: Viewport, x: number, y: number, place: Footing): boolean {
  return around.every(([dx, dy]) => {
    const near = viewport.placeUnder(x + dx, y + dy);
    return near !== null && near.on === place.on && Math.abs(near.at[1] - place.at[1]) < levelMetres;
  });
}

const wideSquareMetres = 0.25;

function isWide(nodes: readonly SceneNode[], path: string): boolean {
  const size = nodes.find((node) => node.path === path)?.size;
  return size !== undefined && size[0] * size[2] >= wideSquareMetres;
}

/** What of the view the catalogue leaves free. */
function seenOf(view: DOMRect): { left: number; top: number; width: number; height: number } {
  const over = document.querySelector(".add-popover")?.getBoundingClientRect();
  const left = over === undefined ? view.left : Math.max(view.left, over.right);
  return view.right - left < view.width / 3 ? view : { left, top: view.top, width: view.right - left, height: view.height };
}

/** Its front toward the eye, by quarter turns. */
function turnToEye(viewport: Viewport): number {
  const { eye, target } = viewport.pose();
  const degrees = (Math.atan2(eye[0] - target[0], eye[2] - target[2]) * 180) / Math.PI;
  return Math.round(degrees / 90) * 90 || 0;
}

/** Things that take room: not the room itself with its parts, nor groups, whose boxes hold the air between things. */
function solids(nodes: readonly SceneNode[]): SceneNode[] {
  const shells = nodes.filter((node) => node.kind === "room");
  const inShell = (node: SceneNode) => shells.some((shell) => node.row >= shell.row && node.row < shell.end);
  return nodes.filter((node) => node.parent >= 0 && node.kind !== "group" && !inShell(node));
}
