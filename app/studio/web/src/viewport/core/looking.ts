// Where the eye is and what it is led to: the first view of a scene, things, named views.

import type { Viewport, ViewportPose } from "../../protocol";
import type { CameraRig } from "../cameras/camera_rig";
import { boxAround } from "./scene_bounds";
import type { SceneView } from "./scene_view";

export class Looking {
  /** The first view of the scene was shown. */
  private framed = false;

  constructor(
    private readonly rig: CameraRig,
    private readonly sight: SceneView,
    private readonly smooth: () => boolean,
  ) {}

  /** The bounds of the scene, for the planes and limits of the cameras. */
  followBounds(): void {
    this.rig.setBounds(this.sight.bounds, this.sight.floor);
  }

  /** The first view of the scene, once there is one. `seen`: the picture has a size. */
  frameFirst(seen: boolean): void {
    const { index } = this.sight;
    if (this.framed || index === null || !seen) return;
    this.framed = true;
    this.rig.frameWhole(this.sight.bounds, index.state.cameras, false);
  }

  focus(paths: readonly string[]): void {
    const { drawing, index } = this.sight;
    if (drawing === null || index === null) return;
    const box = boxAround(index, drawing.poses.boxes, paths);
    if (box === null) this.rig.frame(this.sight.bounds, this.rig.downward(), this.smooth(), 1.06);
    else this.rig.frame(box, this.rig.forward(), this.smooth(), 1.5);
  }

  look(pose: Partial<ViewportPose>): void {
    this.rig.look(pose);
  }

  /** Goes to a named view. Gives why it cannot; null: it can. */
  view(name: Parameters<Viewport["view"]>[0]): string | null {
    return this.rig.view(name, this.sight.bounds, this.sight.index?.state.cameras ?? []);
  }
}
