// What stands under a point of the page: in meshes, in Gaussians, on the ground.

import { Plane, Raycaster, Vector2, Vector3 } from "three";
import type { Camera, Ray } from "three";
import type { SceneNode, Vec3 } from "../../protocol";
import type { Hit } from "../context";
import type { SceneDrawing } from "../drawing/scene_drawing";
import type { Rect } from "../overlays/labels";
import type { SplatLayer } from "../overlays/splat_layer";
import { pickInstance } from "./instance_picker";
import { selectableOf, selectables } from "./selection_rules";

export interface PickRules {
  /** Paths that a ray goes through, with all below them. */
  without?: ReadonlySet<string> | undefined;
}

const UP = new Vector3(0, 1, 0);
/** Surfaces this much upright carry things: 0.7 is 45 degrees. */
const LEVEL = 0.7;

export class ScenePicker {
  private readonly caster = new Raycaster();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: () => Camera,
    private readonly drawing: () => SceneDrawing | null,
    private readonly splats: SplatLayer,
  ) {}

  /** Where a point of the world is in the page; null where it is out of the picture. */
  pagePoint(point: Vec3): { x: number; y: number } | null {
    const at = new Vector3(...point).project(this.camera());
    if (Math.abs(at.x) > 1 || Math.abs(at.y) > 1 || Math.abs(at.z) > 1) return null;
    const area = this.canvas.getBoundingClientRect();
    return { x: area.left + ((at.x + 1) / 2) * area.width, y: area.top + ((1 - at.y) / 2) * area.height };
  }

  ray(clientX: number, clientY: number): Ray {
    const frame = this.canvas.getBoundingClientRect();
    const x = ((clientX - frame.left) / Math.max(frame.width, 1)) * 2 - 1;
    const y = 1 - ((clientY - frame.top) / Math.max(frame.height, 1)) * 2;
    const camera = this.camera();
    camera.updateMatrixWorld();
    this.caster.setFromCamera(new Vector2(x, y), camera as never);
    return this.caster.ray;
  }

  pick(ray: Ray, rules: PickRules = {}): Hit | null {
    const drawing = this.drawing();
    if (drawing === null) return null;
    const { index, hidden, absent, solidity } = drawing;
    const skipped = skippedRows(drawing, rules.without);
    const hit = pickInstance(drawing, ray, (i) => hidden[i] === 0 && absent[i] === 0 && solidity[i] === 1 && !skipped(drawing.drawing.row[i]!));
    const splat = this.splats.pick(ray, hit?.distance ?? Infinity, (row) => !skipped(row));
    if (splat !== null) {
      const node = index.atRow(splat.row);
      if (node !== undefined) return { node, point: splat.point, normal: ray.direction.clone().negate(), distance: splat.distance };
    }
    if (hit === null) return null;
    const node = index.owner(drawing.drawing.row[hit.instance]!);
    return node === undefined ? null : { node, point: hit.point, normal: hit.normal, distance: hit.distance };
  }

  /** Where a thing would be put: on the surface under the point, or below it, or on the ground. */
  placeUnder(ray: Ray, ground: number, reach: number): { at: Vec3; on: string | null } | null {
    let hit = this.pick(ray);
    if (hit !== null && hit.normal.y < LEVEL) {
      // from the side of a thing or a wall: down, a little before it
      const from = hit.point.clone().addScaledVector(hit.normal, 0.02 * Math.min(hit.distance, 5));
      hit = this.pick({ origin: from, direction: UP.clone().negate() } as Ray);
    }
    if (hit !== null) return { at: hit.point.toArray(), on: this.carrier(hit.node) };
    const at = ray.intersectPlane(new Plane(UP, -ground), new Vector3());
    return at === null || Math.hypot(at.x, at.z) > reach ? null : { at: at.toArray(), on: null };
  }

  private carrier(node: SceneNode): string | null {
    const { index } = this.drawing()!;
    return index.inShell(node) ? null : selectableOf(index, node, []).path;
  }

  /** The things whose boxes have their centres in a rectangle of the canvas, in CSS pixels. */
  within(rect: Rect, selection: readonly string[], keep: (node: SceneNode) => boolean): string[] {
    const drawing = this.drawing();
    if (drawing === null) return [];
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const camera = this.camera();
    const point = new Vector3();
    return selectables(drawing.index, selection)
      .filter((node) => {
        if (drawing.isAbsent(node)) return false;
        point.set(node.at[0], node.at[1] + node.size[1] / 2, node.at[2]).project(camera);
        if (point.z > 1 || point.z < -1) return false;
        const x = ((point.x + 1) / 2) * width;
        const y = ((1 - point.y) / 2) * height;
        return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height && keep(node);
      })
      .map((node) => node.path);
  }
}

/** Whether a row lies below one of the paths. */
function skippedRows(drawing: SceneDrawing, paths: ReadonlySet<string> | undefined): (row: number) => boolean {
  const runs: [number, number][] = [];
  for (const path of paths ?? []) {
    const node = drawing.index.node(path);
    if (node !== undefined) runs.push([node.row, node.end]);
  }
  return (row) => runs.some(([start, end]) => row >= start && row < end);
}
