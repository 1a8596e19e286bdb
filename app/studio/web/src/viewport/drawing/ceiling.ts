// The ceiling of a room whose program has none: seen from below only, so that it closes the room for an eye inside.

import { FrontSide, Mesh, MeshStandardMaterial, PlaneGeometry } from "three";
import type { RoomFrame } from "./shell_fading";

export class Ceiling {
  readonly mesh = new Mesh(
    new PlaneGeometry(1, 1).rotateX(Math.PI / 2),
    // in the shade of the lamps below it
    new MeshStandardMaterial({ color: 0xb4b0a9, roughness: 0.95, side: FrontSide }),
  );

  constructor() {
    this.mesh.visible = false;
  }

  cover(room: RoomFrame | null): void {
    this.mesh.visible = room !== null;
    if (room === null) return;
    this.mesh.position.set(room.at[0], room.at[1] + room.height, room.at[2]);
    this.mesh.rotation.y = room.yaw;
    this.mesh.scale.set(room.width, 1, room.depth);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.removeFromParent();
  }
}
