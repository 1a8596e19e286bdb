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

export class Batch {
  readonly mesh: InstancedMesh<BufferGeometry, SurfaceMaterial>;
  private readonly tint: InstancedBufferAttribute;
  private readonly surface: InstancedBufferAttribute;
  /** Which of the group's instances it draws. */
  shows: (instance: number) => boolean = () => true;
  dirty = true;

  constructor(
    readonly group: InstanceGroup,
    readonly shape: Shape,
    material: SurfaceMaterial,
    parent: Object3D,
  ) {
    const geometry = geometryOf(shape);
    const count = group.instances.length;
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

  /** Brings the instances up to date. `opacity`: a factor for each instance, null: 1. */
  fill(matrix: Float32Array, looks: Looks, opacity: ((instance: number) => number) | null): void {
    if (!this.dirty) return;
    this.dirty = false;
    const matrices = this.mesh.instanceMatrix.array as Float32Array;
    const tint = this.tint.array as Float32Array;
    const surface = this.surface.array as Float32Array;
    let slot = 0;
    for (const instance of this.group.instances) {
      if (!this.shows(instance)) continue;
      writeMatrix(matrix, instance, matrices, slot, this.group.mirrored);
      for (let k = 0; k < 4; k++) tint[slot * 4 + k] = looks.tint[instance * 4 + k]!;
      if (opacity !== null) tint[slot * 4 + 3]! *= opacity(instance);
      for (let k = 0; k < 3; k++) surface[slot * 3 + k] = looks.surface[instance * 3 + k]!;
      slot++;
    }
    this.mesh.count = slot;
    this.mesh.visible = slot > 0;
    for (const attribute of [this.mesh.instanceMatrix, this.tint, this.surface]) attribute.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.dispose();
  }
}
