// Places of the scene by points of the page, and points of the page by places of the scene: what a host needs to drag something into the view.

import type { GhostBox, Vec3 } from "../../protocol";
import type { SceneIndex } from "../data/scene_index";
import { ObjectShapes } from "../data/object_shapes";
import { PlacingGhost } from "../overlays/placing_ghost";
import type { ScenePicker } from "../picking/scene_picker";
import { selectableOf } from "../picking/selection_rules";
import type { MarkedThings } from "./marked_things";
import type { SceneView } from "./scene_view";
import type { Stage } from "./stage";

export class PointedPlaces {
  private readonly ghost: PlacingGhost;

  constructor(
    private readonly picker: ScenePicker,
    private readonly stage: Stage,
    private readonly sight: SceneView,
    private readonly marked: MarkedThings,
    host: { fetch(url: string): Promise<ArrayBuffer>; requestFrame(): void },
  ) {
    this.ghost = new PlacingGhost(new ObjectShapes((url) => host.fetch(url)), () => host.requestFrame());
    stage.overlay.add(this.ghost.root);
  }

  private get index(): SceneIndex | null {
    return this.sight.index;
  }

  placeUnder(clientX: number, clientY: number): { at: Vec3; on: string | null } | null {
    return this.picker.placeUnder(this.picker.ray(clientX, clientY), this.sight.floor, this.stage.ground.reach);
  }

  thingUnder(clientX: number, clientY: number): string | null {
    const { index } = this;
    const node = this.picker.pick(this.picker.ray(clientX, clientY), { without: this.marked.locked })?.node;
    if (index === null || node === undefined) return null;
    return index.inShell(node) ? node.path : selectableOf(index, node, this.marked.selection).path;
  }

  pointOf(path: string): { x: number; y: number } | null {
    const node = this.index?.node(path);
    if (node === undefined) return null;
    return this.picker.pagePoint([node.at[0], node.at[1] + node.size[1] / 2, node.at[2]]);
  }

  showGhost(ghost: GhostBox | null): void {
    this.ghost.setColor(this.stage.accent);
    this.ghost.show(ghost);
  }

  dispose(): void {
    this.ghost.dispose();
  }
}
