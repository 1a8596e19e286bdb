// One drawing of a scene on the graphics card: batches of instances, which of them are hidden or faded, and how they look.

import { DoubleSide, FrontSide, Group } from "three";
import type { Side, Texture } from "three";
import type { SceneNode } from "../../protocol";
import type { Drawing } from "../data/drawing";
import { InstancePoses } from "../data/instance_poses";
import type { SceneIndex } from "../data/scene_index";
import type { Shape, ShapeShelf } from "../data/shapes";
import { Batch } from "./batches";
import { type InstanceGroup, groupInstances } from "./grouping";
import type { Looks } from "./looks";
import { type Sight, TinyInstances } from "./tiny_instances";
import { SurfaceMaterial, type SurfaceUniforms } from "./surface_material";

/** What is left of a wall that has faded. */
export const FADED = 0.045;

/** What a drawing has changed. */
export interface Updated {
  /** It looks otherwise than before. */
  seen: boolean;
  /** Something moved, came or went. */
  moved: boolean;
  /** Others are too small to see, or left out with their wall. */
  others: boolean;
  /** Boxes (count, 6) in the world around all that looks otherwise, as it was and as it is; null: it may be anywhere. */
  where: Float32Array | null;
}

export class SceneDrawing {
  readonly root = new Group();
  readonly shapes: readonly Shape[];
  readonly poses: InstancePoses;
  /** Of all instances together. */
  readonly triangles: number;
  /** 1 for instances that are hidden. */
  readonly hidden: Uint8Array;
  /** 1 for instances of what hangs on a faded wall. */
  readonly absent: Uint8Array;
  /** Opacity of the parts of the shell, 1 elsewhere. */
  readonly solidity: Float32Array;
  private readonly batches: Batch[] = [];
  private readonly batchesOf: Batch[][];
  private readonly materials = new Map<string, SurfaceMaterial>();
  private readonly tiny: TinyInstances;
  private looks: Looks;
  private moved = true;
  /** Something came or went with its wall. */
  private came = false;
  private restyled = false;
  /** Instances with another place or look than in the last picture. */
  private touched: number[] = [];
  /** The boxes of the last picture. */
  private readonly seenBoxes: Float32Array;

  constructor(
    readonly drawing: Drawing,
    public index: SceneIndex,
    shelf: ShapeShelf,
    private readonly uniforms: SurfaceUniforms,
    looks: Looks,
  ) {
    this.looks = looks;
    this.shapes = drawing.head.meshes.map((key) => shelf.shape(key));
    this.poses = new InstancePoses(drawing, index, this.shapes.map((shape) => shape.box));
    this.triangles = drawing.mesh.reduce((sum, mesh) => sum + this.shapes[mesh]!.triangles, 0);
    this.hidden = new Uint8Array(drawing.count);
    this.absent = new Uint8Array(drawing.count);
    this.solidity = new Float32Array(drawing.count).fill(1);
    this.tiny = new TinyInstances(drawing.count);
    this.seenBoxes = this.poses.boxes.slice();
    this.batchesOf = Array.from({ length: drawing.count }, () => []);
    const shell = (row: number): boolean => {
      const owner = index.owner(row);
      return owner !== undefined && index.inShell(owner);
    };
    for (const group of groupInstances(drawing, shell)) {
      const texture = group.texture < 0 ? null : shelf.texture(drawing.head.textures[group.texture]!);
      this.addBatch(group, texture);
      if (group.shell && !group.transparent) this.addBatch({ ...group, transparent: true }, texture);
    }
  }

  private addBatch(group: InstanceGroup, texture: Texture | null): void {
    const shape = this.shapes[group.mesh]!;
    const batch = new Batch(group, shape, this.material(shape, group.transparent, texture), this.root);
    const { hidden, absent, solidity, tiny } = this;
    if (group.shell && !group.transparent) batch.shows = (i) => hidden[i] === 0 && solidity[i] === 1;
    else if (group.shell && this.isOpaque(group)) batch.shows = (i) => hidden[i] === 0 && solidity[i]! < 1 && solidity[i]! > 0;
    else batch.shows = (i) => hidden[i] === 0 && absent[i] === 0 && tiny.small[i] === 0;
    this.batches.push(batch);
    for (const i of group.instances) this.batchesOf[i]!.push(batch);
  }

  private isOpaque(group: InstanceGroup): boolean {
    return this.drawing.head.materials[this.drawing.material[group.instances[0]!]!]!.opacity >= 0.995;
  }

  private material(shape: Shape, transparent: boolean, map: Texture | null): SurfaceMaterial {
    const side: Side = shape.side === FrontSide ? FrontSide : DoubleSide;
    const textured = map !== null && shape.uv !== null;
    const key = `${textured ? map.uuid : ""} ${transparent} ${shape.colors !== null} ${side}`;
    let material = this.materials.get(key);
    if (material === undefined) {
      material = new SurfaceMaterial(
        { map: textured ? map : null, transparent, depthWrite: !transparent, vertexColors: shape.colors !== null, side },
        this.uniforms,
      );
      this.materials.set(key, material);
    }
    return material;
  }

  setWireframe(on: boolean): void {
    for (const material of this.materials.values()) material.wireframe = on;
    this.restyled = true;
  }

  setLooks(looks: Looks): void {
    this.looks = looks;
    for (const batch of this.batches) batch.dirty = true;
  }

  /** Hides nodes with all below them. */
  setHidden(paths: Iterable<string>): void {
    const before = this.hidden.slice();
    this.hidden.fill(0);
    for (const path of paths) {
      const node = this.index.node(path);
      if (node !== undefined) for (const i of this.index.instancesOf(node)) this.hidden[i] = 1;
    }
    if (this.hidden.every((value, i) => value === before[i])) return;
    for (const batch of this.batches) batch.dirty = true;
    this.moved = true;
  }

  /** Leaves nodes out with all below them while the wall that they hang on is faded. */
  setAbsent(nodes: readonly SceneNode[]): void {
    const before = this.absent.slice();
    this.absent.fill(0);
    for (const node of nodes) for (const i of this.index.instancesOf(node)) this.absent[i] = 1;
    const changed = new Set<Batch>();
    this.absent.forEach((value, i) => {
      if (value !== before[i]) for (const batch of this.batchesOf[i]!) changed.add(batch);
    });
    for (const batch of changed) batch.dirty = true;
    this.came ||= changed.size > 0;
  }

  /** Whether a node is left out with its wall. */
  isAbsent(node: SceneNode): boolean {
    const instances = this.index.instancesOf(node);
    return instances.length > 0 && instances.every((i) => this.absent[i] === 1);
  }

  /** Sets the opacity of instances of the shell. */
  setSolidity(instances: Iterable<number>, value: number): void {
    for (const i of instances) {
      if (this.solidity[i] === value) continue;
      this.solidity[i] = value;
      this.touch(i);
    }
  }

  move(motions: readonly { row: number; motion: ArrayLike<number> }[]): void {
    this.touchAll(this.poses.move(motions));
  }

  preview(motions: readonly { row: number; motion: ArrayLike<number> }[] | null): void {
    this.touchAll(this.poses.preview(motions));
  }

  private touchAll(moved: readonly Uint32Array[]): void {
    for (const instances of moved) for (const i of instances) this.touch(i);
    this.moved ||= moved.length > 0;
  }

  private touch(instance: number): void {
    this.touched.push(instance);
    for (const batch of this.batchesOf[instance]!) batch.touch(instance);
  }

  /** Brings the batches up to date before a frame that an eye sees. */
  update(sight: Sight): Updated {
    const others = this.tiny.look(sight, this.poses.boxes);
    if (others) for (const batch of this.batches) batch.dirty ||= !batch.group.shell;
    let seen = this.restyled;
    const anywhere = this.restyled || this.batches.some((batch) => batch.dirty);
    for (const batch of this.batches) if (this.fill(batch)) seen = true;
    const where = this.takeTouched(seen, anywhere);
    const moved = this.moved && seen;
    const came = this.came && seen;
    this.moved = this.restyled = this.came = false;
    return { seen, moved, others: others || came, where };
  }

  private fill(batch: Batch): boolean {
    return batch.fill(this.poses.shown, this.looks, batch.group.shell ? (i) => this.solidity[i]! : null);
  }

  private takeTouched(seen: boolean, anywhere: boolean): Float32Array | null {
    const touched = new Set(this.touched);
    this.touched = [];
    const { boxes } = this.poses;
    if (anywhere) {
      if (seen) this.seenBoxes.set(boxes);
      return null;
    }
    const where = new Float32Array(seen ? touched.size * 12 : 0);
    if (!seen) return where;
    let at = 0;
    for (const i of touched) {
      const now = boxes.subarray(i * 6, i * 6 + 6);
      where.set(this.seenBoxes.subarray(i * 6, i * 6 + 6), at);
      where.set(now, at + 6);
      this.seenBoxes.set(now, i * 6);
      at += 12;
    }
    return where;
  }

  /** Has a picture of some instances drawn, and shows all again. */
  drawOnly(instances: ReadonlySet<number>, draw: () => void): void {
    for (const batch of this.batches) {
      const { shows } = batch;
      batch.shows = (i) => instances.has(i) && shows(i);
      batch.dirty = true;
      this.fill(batch);
      batch.shows = shows;
    }
    try {
      draw();
    } finally {
      for (const batch of this.batches) {
        batch.dirty = true;
        this.fill(batch);
      }
    }
  }

  /** Whether things behind an instance cannot be seen through it. */
  hides(instance: number): boolean {
    const { hidden, absent, solidity, tiny, drawing } = this;
    if (hidden[instance] !== 0 || absent[instance] !== 0 || solidity[instance] !== 1 || tiny.small[instance] !== 0) return false;
    return drawing.head.materials[drawing.material[instance]!]!.opacity >= 0.995;
  }

  get geometries(): number {
    return this.shapes.length;
  }

  dispose(): void {
    for (const batch of this.batches) batch.dispose();
    for (const material of this.materials.values()) material.dispose();
    this.root.removeFromParent();
  }
}
