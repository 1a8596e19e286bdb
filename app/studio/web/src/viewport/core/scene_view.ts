// The scene in view: its drawing, splats and shell, what of it is hidden, and how it looks.

import type { Matrix4 } from "three";
import type { Heat, LayoutMarks, RowMotion, SceneState, SceneStep, Vec3, ViewportOptions } from "../../protocol";
import type { Box } from "../cameras/framing";
import type { Drawing } from "../data/drawing";
import { matrixFrom12, matrixTo12 } from "../data/matrices";
import { SceneIndex } from "../data/scene_index";
import { ShapeShelf, makeTreesWhenIdle } from "../data/shapes";
import { instanceLooks } from "../drawing/looks";
import { SceneDrawing, type Updated } from "../drawing/scene_drawing";
import type { Sight } from "../drawing/tiny_instances";
import { SplatLayer } from "../overlays/splat_layer";
import { boundsOf } from "./scene_bounds";
import { roomFrame, ShellView } from "./shell_view";
import type { Stage } from "./stage";

export interface SceneViewHost {
  shapes(keys: string[]): Promise<ArrayBuffer>;
  fetch(url: string): Promise<ArrayBuffer>;
  requestFrame(): void;
  problem(text: string): void;
}

/** Of the size of a scene: so much may be free between its bounds and those that its light was made for. */
const LIT_SLACK = 0.05;

export class SceneView {
  drawing: SceneDrawing | null = null;
  index: SceneIndex | null = null;
  bounds: Box = [
    [-1, 0, -1],
    [1, 1, 1],
  ];
  /** The bounds that light and ground were made for. */
  private lit: Box = this.bounds;
  readonly splats: SplatLayer;
  private readonly shelf: ShapeShelf;
  private readonly uniforms = { plain: { value: 0 } };
  private shell: ShellView | null = null;
  private heat: Heat | null = null;
  private layout: LayoutMarks | null = null;
  /** Marks of a layout are in view. */
  private laidOut = false;
  /** A tool moves something, or its change is on its way. */
  private held = false;
  /** Where the processor draws, shadows of what is held follow when it is let go and its change is in view: they take longer than the picture,
   * and the person who lets go waits for the change. */
  private shadowsWait = false;
  private ended = false;

  constructor(
    private readonly stage: Stage,
    private readonly options: () => ViewportOptions,
    private readonly selection: () => readonly string[],
    private readonly host: SceneViewHost,
  ) {
    this.shelf = new ShapeShelf((keys) => host.shapes(keys));
    this.splats = new SplatLayer(stage.scene, stage.renderer, (url) => host.fetch(url), () => this.redraw(), (text) => host.problem(text));
  }

  /** Shows another scene, once all that its drawing needs is here. */
  async take(state: SceneState, drawing: Drawing): Promise<boolean> {
    await this.shelf.fill(drawing.head);
    if (this.ended) return false;
    const index = new SceneIndex(state, drawing);
    const made = new SceneDrawing(drawing, index, this.shelf, this.uniforms, instanceLooks(drawing, index, this.options().shading, this.heat));
    this.drawing?.dispose();
    this.shelf.keep(drawing.head);
    this.index = index;
    this.drawing = made;
    this.shell = new ShellView(made);
    this.bounds = this.lit = boundsOf(index, made.poses.boxes);
    this.stage.setBackground(drawing.head.background);
    this.stage.setScene(made, drawing.head.lights, this.bounds, roomFrame(index));
    made.setWireframe(this.options().shading === "wireframe");
    this.splats.show(state.splats);
    this.applyLayout();
    makeTreesWhenIdle(made.shapes);
    return true;
  }

  /** Moves what a step moves. True: the scene reaches elsewhere than before. */
  move(state: SceneState, step: SceneStep): boolean {
    const { drawing } = this;
    if (drawing === null || step.motions === null) return false;
    const index = new SceneIndex(state, drawing.drawing);
    this.index = drawing.index = index;
    drawing.move(step.motions);
    this.splats.moved(step.motions.map(({ row, motion }) => ({ row, end: index.endOf(row), motion })));
    this.applyLayout();
    const bounds = boundsOf(index, drawing.poses.boxes);
    const same = (a: Box, b: Box, by: number): boolean => [0, 1].every((end) => a[end]!.every((v, k) => Math.abs(v - b[end]![k]!) <= by));
    if (same(bounds, this.bounds, 1e-6)) return false;
    this.bounds = bounds;
    // light and ground stay while the scene reaches about as far as they were made for: they must not flicker, and no shadow may be cut off
    const size = Math.hypot(...[0, 1, 2].map((k) => bounds[1][k]! - bounds[0][k]!));
    const within = bounds[0].every((v, k) => v > this.lit[0][k]! - 1e-3) && bounds[1].every((v, k) => v < this.lit[1][k]! + 1e-3);
    if (within && same(bounds, this.lit, size * LIT_SLACK)) return true;
    this.lit = bounds;
    this.stage.setBounds(drawing.drawing.head.lights, bounds);
    return true;
  }

  /** Shows nodes, with all below them, moved by world matrices; null: where they are. `held`: they are in somebody's hand. */
  preview(motions: ReadonlyMap<string, Matrix4> | null, held: boolean): void {
    this.held = held;
    if (!held && this.shadowsWait) this.shadowsAtRest();
    const { drawing, index } = this;
    if (drawing === null || index === null) return;
    const rows = [...(motions ?? [])].flatMap(([path, motion]) => {
      const node = index.node(path);
      return node === undefined ? [] : [{ row: node.row, end: node.end, matrix: motion, motion: matrixTo12(motion) }];
    });
    drawing.preview(motions === null ? null : rows);
    this.splats.move((row) => rows.findLast((one) => row >= one.row && row < one.end)?.matrix ?? null);
  }

  /** Shows rows, with all below them, moved from where they are in the first frame; null: that frame. */
  showFrame(motions: readonly RowMotion[] | null): void {
    const { drawing, index } = this;
    if (drawing === null || index === null) return;
    drawing.preview(motions);
    const rows = (motions ?? []).map(({ row, motion }) => ({ row, end: index.endOf(row), matrix: matrixFrom12(motion) }));
    this.splats.move((row) => rows.findLast((one) => row >= one.row && row < one.end)?.matrix ?? null);
  }

  setHidden(paths: ReadonlySet<string>): void {
    this.drawing?.setHidden(paths);
    const { index } = this;
    const rows = (index?.state.splats ?? []).filter(({ path }) => {
      const node = index!.node(path);
      return node !== undefined && [...index!.lineage(node)].some((one) => paths.has(one.path));
    });
    this.splats.setHidden(new Set(rows.map(({ row }) => row)));
  }

  setHeat(heat: Heat | null): void {
    this.heat = heat;
    this.applyLooks();
  }

  /** Takes the shading and the heat anew. */
  applyLooks(): void {
    const { shading } = this.options();
    this.stage.touch();
    this.uniforms.plain.value = this.heat !== null || shading === "entities" ? 1 : 0;
    if (this.drawing === null) return;
    this.drawing.setWireframe(shading === "wireframe");
    this.drawing.setLooks(instanceLooks(this.drawing.drawing, this.drawing.index, shading, this.heat));
  }

  setLayout(marks: LayoutMarks | null): void {
    this.layout = marks;
    this.applyLayout();
  }

  /** The next frame draws the scene anew, whatever of it has changed. */
  private redraw(): void {
    this.stage.touch();
    this.host.requestFrame();
  }

  private applyLayout(): void {
    if (this.layout === null && !this.laidOut) return;
    this.laidOut = this.layout !== null;
    this.stage.touch();
    this.stage.marks.show(this.layout, this.floor, (path) => this.index?.node(path));
  }

  /** Height of the floor, or of the ground where there is no room. */
  get floor(): number {
    const room = this.index === null ? null : roomFrame(this.index);
    return room === null ? Math.min(Math.max(this.bounds[0][1], 0), this.bounds[1][1]) : room.at[1];
  }

  /** Whether the next picture shows all of the scene as it is now. */
  get settled(): boolean {
    return this.splats.settled && this.stage.lighting.settled;
  }

  /** Fades the walls of a new drawing for an eye at once: a press before its first frame must not meet a wall that the picture does not show. */
  fadeWalls(eye: Vec3): void {
    this.shell?.look(eye, this.options().fadeWalls, this.selection());
    this.shell?.advance(0, true);
  }

  /** Before a frame. True: something goes on fading. */
  advance(sight: Sight, seconds: number, atOnce: boolean): boolean {
    this.shell?.look(sight.eye, this.options().fadeWalls, this.selection());
    const fading = this.shell?.advance(seconds, atOnce) ?? false;
    const update = this.drawing?.update(sight);
    if (update?.seen === true) {
      // Gaussians are sorted as one
      if (update.where !== null && this.index?.state.splats.length === 0) this.stage.touchPart(update.where);
      else this.stage.touch();
    }
    if (update !== undefined) this.refreshShadows(update);
    return fading;
  }

  private refreshShadows({ moved, others }: Updated): void {
    const { lighting, software } = this.stage;
    if (moved && !software) lighting.refreshShadows();
    else if ((moved || others) && software && this.held) this.shadowsWait = true;
    else if (moved || others) this.shadowsAtRest();
  }

  private shadowsAtRest(): void {
    this.shadowsWait = false;
    this.stage.lighting.refreshShadowsAtRest(() => this.redraw());
  }

  dispose(): void {
    this.ended = true;
    this.splats.dispose();
    this.drawing?.dispose();
    this.shelf.dispose();
  }
}
