// What the parts of the viewport share. The core (drawing, picking, cameras, overlays) makes one; the tools (gizmo, keys, snapping, measuring,
// walking) only use it.

import type CameraControls from "camera-controls";
import type { Group, Matrix4, OrthographicCamera, PerspectiveCamera, Scene, Vector3 } from "three";
import type { Edit, EditOutcome, SceneNode, SceneState, Tool, Viewport, ViewportOptions } from "../protocol";

export interface Hit {
  /** The nearest listed node that the surface belongs to. */
  node: SceneNode;
  point: Vector3;
  /** Of the surface, in the world, toward the eye. */
  normal: Vector3;
  distance: number;
}

export interface ViewportContext {
  readonly host: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly scene: Scene;
  /** Drawn over the scene, never hidden by it: gizmo, guides, labels' anchors. */
  readonly overlay: Group;
  readonly controls: CameraControls;
  camera(): PerspectiveCamera | OrthographicCamera;
  /** Draws once at the next animation frame. Nothing draws by itself. */
  requestFrame(): void;

  state(): SceneState;
  node(path: string): SceneNode | undefined;
  /** The thing that a click on a part selects: the outermost instance below the root that is no room and no group of the selection's ancestors. */
  selectable(node: SceneNode): SceneNode;
  /** What is in the way of a ray from the eye. */
  pick(clientX: number, clientY: number, without?: ReadonlySet<string>): Hit | null;

  selection(): readonly string[];
  select(paths: readonly string[]): void;
  hidden(): ReadonlySet<string>;
  locked(): ReadonlySet<string>;
  /** Hides these and shows all others. */
  hide(paths: readonly string[]): void;
  options(): ViewportOptions;
  tool(): Tool;
  setTool(tool: Tool): void;

  /** Shows nodes, with all below them, moved by world matrices (shown = matrix * pose), without an edit; null ends it. */
  preview(motions: ReadonlyMap<string, Matrix4> | null): void;
  /** Makes edits as one undo step; keeps the preview until the step arrives, drops it where the edits fail, and tells the person why. */
  commit(edits: Edit[]): Promise<EditOutcome>;
  /** Whether changes can be made; an exported page only shows. */
  readonly editable: boolean;
  /** One step back, or forward; where that fails, it tells the person why. */
  undo(): Promise<EditOutcome>;
  redo(): Promise<EditOutcome>;
  message(text: string, kind: "info" | "error"): void;
  /** Goes to a view, as the method of the viewport does. */
  view(name: Parameters<Viewport["view"]>[0]): void;
  focus(paths?: readonly string[]): void;
  /** Turns the eye about what it looks at, by radians. It stays above the floor, as where a hand turns the view itself. */
  orbit(azimuth: number, polar: number): void;
  /** Called after each change of selection, scene, camera or options; returns what ends this. */
  onChange(listener: () => void): () => void;
}
