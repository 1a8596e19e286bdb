// The box of a thing that is about to be put into the scene, where it would come to stand.

import { BoxGeometry, Color, EdgesGeometry, Group, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial } from "three";
import type { GhostBox } from "../../protocol";

/** Metres: what is thinner is drawn so thick, to be seen. */
const THIN = 0.004;

export class PlacingGhost {
  readonly root = new Group();
  private readonly box = new BoxGeometry(1, 1, 1).translate(0, 0.5, 0);
  private readonly edges = new EdgesGeometry(this.box);
  private readonly fill = new MeshBasicMaterial({ transparent: true, opacity: 0.2, depthWrite: false, toneMapped: false });
  /** Its footprint, which is what a hand aims with. */
  private readonly foot = new MeshBasicMaterial({ transparent: true, opacity: 0.3, depthWrite: false, toneMapped: false });
  private readonly line = new LineBasicMaterial({ transparent: true, opacity: 0.95, toneMapped: false });

  constructor() {
    const foot = new Mesh(this.box, this.foot);
    foot.scale.y = 0.002;
    this.root.add(new Mesh(this.box, this.fill), foot, new LineSegments(this.edges, this.line));
    this.root.visible = false;
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
    this.root.scale.set(width!, height!, depth!);
    this.root.updateMatrixWorld(true);
  }

  dispose(): void {
    this.root.removeFromParent();
    for (const owned of [this.box, this.edges, this.fill, this.foot, this.line]) owned.dispose();
  }
}
