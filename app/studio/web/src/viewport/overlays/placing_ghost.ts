// A thing that is about to be put into the scene, in its box, where it would come to stand. Until its shape is here, the box alone.

import { BoxGeometry, BufferGeometry, Color, DoubleSide, EdgesGeometry, Group, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial } from "three";
import type { GhostBox } from "../../protocol";
import type { ObjectShapes } from "../data/object_shapes";

/** Metres: what is thinner is drawn so thick, to be seen. */
const THIN = 0.004;

export class PlacingGhost {
  readonly root = new Group();
  private readonly frame = new Group();
  private readonly box = new BoxGeometry(1, 1, 1).translate(0, 0.5, 0);
  private readonly edges = new EdgesGeometry(this.box);
  private readonly fill = new MeshBasicMaterial({ transparent: true, opacity: 0.2, depthWrite: false, toneMapped: false });
  /** Its footprint, which is what a hand aims with. */
  private readonly foot = new MeshBasicMaterial({ transparent: true, opacity: 0.3, depthWrite: false, toneMapped: false });
  private readonly line = new LineBasicMaterial({ transparent: true, opacity: 0.95, toneMapped: false });
  private readonly surface = new MeshBasicMaterial({ vertexColors: true, side: DoubleSide, toneMapped: false });
  private readonly walls = new Mesh(this.box, this.fill);
  private readonly thing = new Mesh<BufferGeometry>(undefined, this.surface);
  /** The address of the shape that is shown, or on its way. */
  private shape: string | null = null;

  constructor(
    private readonly shapes: ObjectShapes,
    private readonly changed: () => void,
  ) {
    const foot = new Mesh(this.box, this.foot);
    foot.scale.y = 0.002;
    this.frame.add(this.walls, foot, new LineSegments(this.edges, this.line));
    this.thing.visible = false;
    this.root.add(this.frame, this.thing);
    this.root.visible = false;
  }

  /** Whether the thing itself is in view, and not its box alone. */
  get showsShape(): boolean {
    return this.root.visible && this.thing.visible;
  }

  setColor(color: Color): void {
    for (const material of [this.fill, this.foot, this.line]) material.color.copy(color);
  }

  show(ghost: GhostBox | null): void {
    this.root.visible = ghost !== null;
    if (ghost === null) return;
    this.root.position.set(...ghost.at);
    this.root.rotation.y = ghost.yaw;
    const [width, height, depth] = ghost.size.map((length) => Math.max(length, THIN));
    this.frame.scale.set(width!, height!, depth!);
    this.root.updateMatrixWorld(true);
    void this.take(ghost.shape ?? null);
  }

  private async take(shape: string | null): Promise<void> {
    if (shape === this.shape) return;
    this.shape = shape;
    this.showThing(null);
    if (shape === null) return;
    let geometry: BufferGeometry | null = null;
    try {
      geometry = await this.shapes.get(shape);
    } catch {
      // the box says where it goes; the next drag asks again
      if (this.shape === shape) this.shape = null;
    }
    if (geometry !== null && this.shape === shape) {
      this.showThing(geometry);
      this.changed();
    }
  }

  private showThing(geometry: BufferGeometry | null): void {
    if (geometry !== null) this.thing.geometry = geometry;
    this.thing.visible = geometry !== null;
    this.walls.visible = geometry === null;
  }

  dispose(): void {
    this.root.removeFromParent();
    this.shape = null;
    this.shapes.dispose();
    for (const owned of [this.box, this.edges, this.fill, this.foot, this.line, this.surface]) owned.dispose();
  }
}
