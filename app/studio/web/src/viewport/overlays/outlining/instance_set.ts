// Instances of a drawing that are drawn apart from it, into a mask: their shapes alone, without looks.

import { BufferAttribute, BufferGeometry, InstancedMesh } from "three";
import type { Material, Scene } from "three";
import { writeMatrix } from "../../drawing/batches";
import type { SceneDrawing } from "../../drawing/scene_drawing";

/** The shapes of a drawing as geometries without normals, made when they are first asked for. All sets of an outline share them. */
export class MaskShapes {
  private readonly made = new Map<number, BufferGeometry>();

  constructor(readonly drawing: SceneDrawing) {}

  geometry(mesh: number): BufferGeometry {
    let geometry = this.made.get(mesh);
    if (geometry === undefined) {
      const shape = this.drawing.shapes[mesh]!;
      geometry = new BufferGeometry();
      geometry.setAttribute("position", new BufferAttribute(shape.positions, 3));
      geometry.setIndex(new BufferAttribute(shape.faces, 1));
      this.made.set(mesh, geometry);
    }
    return geometry;
  }

  dispose(): void {
    for (const geometry of this.made.values()) geometry.dispose();
  }
}

export class InstanceSet {
  /** What it holds, in any order. */
  instances: readonly number[] = [];
  private readonly meshes = new Map<number, InstancedMesh>();
  private readonly slots = new Map<number, number[]>();

  constructor(
    private readonly shapes: MaskShapes,
    private readonly material: Material,
    private readonly scene: Scene,
  ) {}

  get empty(): boolean {
    return this.instances.length === 0;
  }

  set(instances: readonly number[]): void {
    this.instances = instances;
    const { mesh } = this.shapes.drawing.drawing;
    this.slots.clear();
    for (const i of instances) {
      const kept = this.slots.get(mesh[i]!);
      if (kept === undefined) this.slots.set(mesh[i]!, [i]);
      else kept.push(i);
    }
    for (const [index, made] of this.meshes) if (!this.slots.has(index)) made.visible = false;
    for (const [index, list] of this.slots) this.meshFor(index, list.length).count = list.length;
    this.update();
  }

  private meshFor(index: number, count: number): InstancedMesh {
    const kept = this.meshes.get(index);
    if (kept !== undefined && kept.instanceMatrix.count >= count) {
      kept.visible = true;
      return kept;
    }
    if (kept !== undefined) this.drop(kept);
    // room for some more: the next set is often a little larger
    const made = new InstancedMesh(this.shapes.geometry(index), this.material, Math.ceil(count * 1.5));
    made.frustumCulled = false;
    this.meshes.set(index, made);
    this.scene.add(made);
    return made;
  }

  /** Takes the poses of the instances anew. */
  update(): void {
    const { shown } = this.shapes.drawing.poses;
    for (const [index, list] of this.slots) {
      const { instanceMatrix } = this.meshes.get(index)!;
      list.forEach((instance, slot) => writeMatrix(shown, instance, instanceMatrix.array as Float32Array, slot));
      instanceMatrix.clearUpdateRanges();
      instanceMatrix.addUpdateRange(0, list.length * 16);
      instanceMatrix.needsUpdate = true;
    }
  }

  private drop(mesh: InstancedMesh): void {
    mesh.removeFromParent();
    mesh.dispose();
  }

  dispose(): void {
    for (const mesh of this.meshes.values()) this.drop(mesh);
    this.meshes.clear();
  }
}
