// What a ray meets first: a broad phase over the boxes of all instances, then the tree of triangles of each mesh, nearest box first.

import { DoubleSide, Matrix3, Matrix4, Ray, Vector3 } from "three";
import { matrixFrom12 } from "../data/matrices";
import type { SceneDrawing } from "../drawing/scene_drawing";

export interface InstanceHit {
  instance: number;
  distance: number;
  point: Vector3;
  /** Unit, in the world, toward the eye. */
  normal: Vector3;
}

/** The instances whose boxes a ray enters, with the distance to them, nearest first. */
export function broadPhase(boxes: Float32Array, count: number, ray: Ray, far: number, keep: (instance: number) => boolean): [number, number][] {
  const { origin: o, direction: d } = ray;
  const inverse = [1 / d.x, 1 / d.y, 1 / d.z] as const;
  const start = [o.x, o.y, o.z] as const;
  const found: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    let near = 0;
    let end = far;
    const at = i * 6;
    for (let k = 0; k < 3; k++) {
      const a = (boxes[at + k]! - start[k]!) * inverse[k]!;
      const b = (boxes[at + 3 + k]! - start[k]!) * inverse[k]!;
      // a ray in the plane of a flat box gives NaN, which must not end the comparison
      if (a < b) {
        if (a > near) near = a;
        if (b < end) end = b;
      } else {
        if (b > near) near = b;
        if (a < end) end = a;
      }
    }
    if (near <= end + 1e-6 && keep(i)) found.push([i, near]);
  }
  return found.sort((a, b) => a[1] - b[1]);
}

const LOCAL = new Ray();
const WORLD = new Matrix4();
const INVERSE = new Matrix4();
const POINT = new Vector3();
const INVERSE_TRANSPOSE = new Matrix3();

/** `ray` in the world with a direction of length 1. */
export function pickInstance(scene: SceneDrawing, ray: Ray, keep: (instance: number) => boolean, far = Infinity): InstanceHit | null {
  const { drawing, poses, shapes } = scene;
  let best: InstanceHit | null = null;
  let limit = far;
  for (const [instance, entry] of broadPhase(poses.boxes, drawing.count, ray, far, keep)) {
    if (entry > limit) break;
    matrixFrom12(poses.shown, instance * 12, WORLD);
    if (Math.abs(WORLD.determinant()) < 1e-18) continue;
    LOCAL.copy(ray).applyMatrix4(INVERSE.copy(WORLD).invert());
    const hit = shapes[drawing.mesh[instance]!]!.bvh.raycastFirst(LOCAL, DoubleSide);
    if (hit === null || hit === undefined) continue;
    POINT.copy(hit.point).applyMatrix4(WORLD);
    const distance = POINT.distanceTo(ray.origin);
    if (distance >= limit) continue;
    limit = distance;
    const normal = new Vector3();
    if (hit.face != null) normal.copy(hit.face.normal);
    normal.applyNormalMatrix(INVERSE_TRANSPOSE.getNormalMatrix(WORLD)).normalize();
    if (normal.dot(ray.direction) > 0) normal.negate();
    best = { instance, distance, point: POINT.clone(), normal };
  }
  return best;
}
