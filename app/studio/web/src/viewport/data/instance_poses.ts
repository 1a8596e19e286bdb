// Where the instances stand: by the drawing, after steps, and as a preview shows them; with their boxes in the world.

import { multiply12 } from "./matrices";
import type { Drawing } from "./drawing";
import type { SceneIndex } from "./scene_index";

export class InstancePoses {
  /** (count, 12) without the preview: the drawing's own array, which steps move. */
  readonly base: Float32Array;
  /** (count, 12) as shown. */
  readonly shown: Float32Array;
  /** (count, 6) lower and upper corner in the world, as shown. */
  readonly boxes: Float32Array;
  private previewed: Uint32Array[] = [];

  /** `meshBoxes`: lower and upper corner of each mesh of the drawing. */
  constructor(
    private readonly drawing: Drawing,
    private readonly index: SceneIndex,
    private readonly meshBoxes: readonly Float32Array[],
  ) {
    this.base = drawing.matrix;
    this.shown = drawing.matrix.slice();
    this.boxes = new Float32Array(drawing.count * 6);
    for (let i = 0; i < drawing.count; i++) this.measure(i);
  }

  /** Moves rows, with all below them, for good: world_after = motion * world_before. Gives the instances that moved. */
  move(motions: readonly { row: number; motion: ArrayLike<number> }[]): Uint32Array[] {
    const moved = motions.map(({ row, motion }) => {
      const instances = this.index.instances(row, this.index.endOf(row));
      for (const i of instances) multiply12(motion, this.base, this.base, i * 12);
      return instances;
    });
    for (const instances of moved) this.show(instances, null);
    return moved;
  }

  /** Shows rows moved; null ends this. Motions of parts replace those of what they are part of. Gives the instances that changed. */
  preview(motions: readonly { row: number; motion: ArrayLike<number> }[] | null): Uint32Array[] {
    const changed = this.previewed;
    for (const instances of changed) this.show(instances, null);
    this.previewed = [];
    for (const { row, motion } of [...(motions ?? [])].sort((a, b) => a.row - b.row)) {
      const instances = this.index.instances(row, this.index.endOf(row));
      this.show(instances, motion);
      this.previewed.push(instances);
    }
    return [...changed, ...this.previewed];
  }

  private show(instances: Uint32Array, motion: ArrayLike<number> | null): void {
    for (const i of instances) {
      multiply12(motion, this.base, this.shown, i * 12);
      this.measure(i);
    }
  }

  private measure(i: number): void {
    const box = this.meshBoxes[this.drawing.mesh[i]!]!;
    const m = i * 12;
    for (let row = 0; row < 3; row++) {
      let middle = this.shown[m + row * 4 + 3]!;
      let half = 0;
      for (let k = 0; k < 3; k++) {
        const factor = this.shown[m + row * 4 + k]!;
        middle += (factor * (box[k]! + box[3 + k]!)) / 2;
        half += (Math.abs(factor) * (box[3 + k]! - box[k]!)) / 2;
      }
      this.boxes[i * 6 + row] = middle - half;
      this.boxes[i * 6 + 3 + row] = middle + half;
    }
  }
}
