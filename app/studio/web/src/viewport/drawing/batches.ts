// The draw calls: one InstancedMesh for each group, filled with those of its instances that are shown.

import { BufferAttribute, BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedMesh } from "three";
import type { Object3D } from "three";
import type { Shape } from "../data/shapes";
import type { InstanceGroup } from "./grouping";
import type { Looks } from "./looks";
import type { SurfaceMaterial } from "./surface_material";

/** Attributes of its own on shared arrays: three frees the buffers of a geometry's attributes, whoever else has them. */
export function geometryOf(shape: Shape): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(shape.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(shape.normals, 3));
  if (shape.uv !== null) geometry.setAttribute("uv", new BufferAttribute(shape.uv, 2));
  if (shape.colors !== null) geometry.setAttribute("color", new BufferAttribute(shape.colors, 3));
  geometry.setIndex(new BufferAttribute(shape.faces, 1));
  return geometry;
}

/** Writes a matrix of three rows of four as three's sixteen numbers; `flip` mirrors it in x. */
export function writeMatrix(from: Float32Array, instance: number, to: Float32Array, slot: number, flip = false): void {
  const f = instance * 12;
  const t = slot * 16;
  const sign = flip ? -1 : 1;
  for (let column = 0; column < 4; column++) {
    to[t + column * 4] = sign * from[f + column]!;
    to[t + column * 4 + 1] = from[f + 4 + column]!;
    to[t + column * 4 + 2] = from[f + 8 + column]!;
    to[t + column * 4 + 3] = column === 3 ? 1 : 0;
  }
}

const POSE = new Float32Array(16);
const TINT = new Float32Array(4);
/** Metres, and shares of one: nobody sees less. */
const UNSEEN = 1e-5;

/** Copies numbers, unless all of them are there already. */
function replace(to: Float32Array, at: number, from: Float32Array, start: number, count: number): boolean {
  for (let k = 0; k < count; k++) {
    if (Math.abs(to[at + k]! - from[start + k]!) <= UNSEEN) continue;
    for (let j = 0; j < count; j++) to[at + j] = from[start + j]!;
    return true;
  }
  return false;
}

export class Batch {
  readonly mesh: InstancedMesh<BufferGeometry, SurfaceMaterial>;
  private readonly tint: InstancedBufferAttribute;
  private readonly surface: InstancedBufferAttribute;
  /** Which of the group's instances it draws. */
  shows: (instance: number) => boolean = () => true;
  /** All of it has to be filled anew. */
  dirty = true;
  /** The instance in each slot, in rising order. */
  private readonly drawn: Uint32Array;
  private touched: number[] = [];

  constructor(
    readonly group: InstanceGroup,
    readonly shape: Shape,
    material: SurfaceMaterial,
    parent: Object3D,
  ) {
    const geometry = geometryOf(shape);
    const count = group.instances.length;
    this.drawn = new Uint32Array(count);
    this.tint = new InstancedBufferAttribute(new Float32Array(count * 4), 4).setUsage(DynamicDrawUsage);
    this.surface = new InstancedBufferAttribute(new Float32Array(count * 3), 3).setUsage(DynamicDrawUsage);
    geometry.setAttribute("instanceTint", this.tint);
    geometry.setAttribute("instanceSurface", this.surface);
    this.mesh = new InstancedMesh(geometry, material, count);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    // the instances spread over the scene: whether one of them is in view costs more to know than to draw
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.castShadow = !group.shell && !group.transparent;
    this.mesh.receiveShadow = true;
    // a mirrored mesh stands in a mirrored frame, so that three turns its faces the right way round
    if (group.mirrored) this.mesh.matrix.makeScale(-1, 1, 1);
    parent.add(this.mesh);
  }

  /** An instance has another place or look. */
  touch(instance: number): void {
    if (!this.dirty) this.touched.push(instance);
  }

  /** Brings the instances up to date. `opacity`: a factor for each instance, null: 1. True: it looks otherwise than before. */
  fill(matrix: Float32Array, looks: Looks, opacity: ((instance: number) => number) | null): boolean {
    const { touched } = this;
    if (touched.length > 0) this.touched = [];
    if (this.dirty) return this.fillAll(matrix, looks, opacity);
    // what is shown or not changes the slots of all that follow
    if (touched.length > 0 && (opacity !== null || touched.length > this.mesh.count / 3)) return this.fillAll(matrix, looks, opacity);
    return touched.length > 0 && this.fillSome(touched, matrix, looks);
  }

  private fillAll(matrix: Float32Array, looks: Looks, opacity: ((instance: number) => number) | null): boolean {
    this.dirty = false;
    let slot = 0;
    let changed = false;
    for (const instance of this.group.instances) {
      if (!this.shows(instance)) continue;
      this.drawn[slot] = instance;
      if (this.write(slot, instance, matrix, looks, opacity === null ? 1 : opacity(instance))) changed = true;
      slot++;
    }
    if (!changed && slot === this.mesh.count) return false;
    this.mesh.count = slot;
    this.mesh.visible = slot > 0;
    this.upload(0, slot);
    return true;
  }

  private fillSome(instances: readonly number[], matrix: Float32Array, looks: Looks): boolean {
    let [first, last] = [Infinity, -1];
    for (const instance of instances) {
      const slot = place(this.drawn, this.mesh.count, instance);
      if (slot < 0 || !this.write(slot, instance, matrix, looks, 1)) continue;
      first = Math.min(first, slot);
      last = Math.max(last, slot);
    }
    if (last >= 0) this.upload(first, last + 1);
    return last >= 0;
  }

  /** True: the slot held something else. What a step brings is mostly what a preview showed, and needs no new picture. */
  private write(slot: number, instance: number, matrix: Float32Array, looks: Looks, opacity: number): boolean {
    writeMatrix(matrix, instance, POSE, 0, this.group.mirrored);
    let changed = replace(this.mesh.instanceMatrix.array as Float32Array, slot * 16, POSE, 0, 16);
    for (let k = 0; k < 4; k++) TINT[k] = looks.tint[instance * 4 + k]! * (k === 3 ? opacity : 1);
    if (replace(this.tint.array as Float32Array, slot * 4, TINT, 0, 4)) changed = true;
    if (replace(this.surface.array as Float32Array, slot * 3, looks.surface, instance * 3, 3)) changed = true;
    return changed;
  }

  private upload(from: number, to: number): void {
    for (const attribute of [this.mesh.instanceMatrix, this.tint, this.surface]) {
      if (from === 0) attribute.clearUpdateRanges();
      attribute.addUpdateRange(from * attribute.itemSize, (to - from) * attribute.itemSize);
      attribute.needsUpdate = true;
    }
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.dispose();
  }
}

/** Where a value is among the first `count` of rising ones; -1: nowhere. */
function place(rising: Uint32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < count && rising[low] === value ? low : -1;
}
