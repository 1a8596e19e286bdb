// One viewport: what it shows, what is marked in it, and when it draws.

import type { Matrix4 } from "three";
import type { Edit, EditOutcome, Heat, LayoutMarks, SceneNode, SceneState, SceneStep, Tool, Vec3, Viewport, ViewportEvents, ViewportOptions, ViewportPose, ViewportStatistics, ViewportTransport } from "../../protocol";
import { CameraRig } from "../cameras/camera_rig";
import { type Box, around } from "../cameras/framing";
import type { ViewportContext } from "../context";
import type { Drawing } from "../data/drawing";
import { matrixTo12 } from "../data/matrices";
import { SceneIndex } from "../data/scene_index";
import { SceneSource } from "../data/scene_source";
import { ShapeShelf } from "../data/shapes";
import { instanceLooks } from "../drawing/looks";
import { SceneDrawing } from "../drawing/scene_drawing";
import { Labels } from "../overlays/labels";
import { SplatLayer } from "../overlays/splat_layer";
import { ScenePicker } from "../picking/scene_picker";
import { selectables, selectionWords } from "../picking/selection_rules";
import { attachTools } from "../tools";
import { Committing } from "./committing";
import { makeContext } from "./context";
import { Emitter } from "./events";
import type { Frame } from "./frame";
import { FrameLoop } from "./frame_loop";
import { MarkedThings } from "./marked_things";
import { PixelRatio } from "./pixel_ratio";
import { roomFrame, ShellView } from "./shell_view";
import { ACCENT, Stage } from "./stage";
import { takeScreenshot } from "./screenshot";
import { boundsOf, nodeBox } from "./scene_bounds";
import { selectWithPointer } from "./pointer_selection";

export const DEFAULTS: ViewportOptions = {
  theme: "dark",
  snapping: { grid: 0.05, floor: true, walls: true, faces: true, degrees: 15 },
  labels: false,
  fadeWalls: true,
  shading: "lit",
};

/** Milliseconds of rest after which a picture with all its pixels is drawn. */
const REST = 140;

export class ViewportCore implements Viewport {
  readonly events = new Emitter<ViewportEvents>();
  readonly changes = new Emitter<{ change: () => void }>();
  readonly stage: Stage;
  readonly rig: CameraRig;
  readonly marked = new MarkedThings(() => this.index);
  readonly picker: ScenePicker;
  readonly splats: SplatLayer;
  readonly committing: Committing;
  options: ViewportOptions;
  drawing: SceneDrawing | null = null;
  index: SceneIndex | null = null;
  /** Path of the thing under the pointer. */
  hovered: string | null = null;
  currentTool: Tool = "select";
  private readonly loop: FrameLoop;
  private readonly ratio: PixelRatio;
  private readonly shelf: ShapeShelf;
  private readonly source: SceneSource;
  private readonly labels: Labels;
  private readonly uniforms = { plain: { value: 0 } };
  private readonly endings: (() => void)[] = [];
  private readonly waiters: (() => void)[] = [];
  private shell: ShellView | null = null;
  private heat: Heat | null = null;
  private layout: LayoutMarks | null = null;
  private bounds: Box = [[-1, 0, -1], [1, 1, 1]];
  private width = 0;
  private height = 0;
  private outlineStale = true;
  private toldDrawn = -1;
  private hasRested = true;
  private resting: ReturnType<typeof setTimeout> | null = null;
  private lost = false;
  private ended = false;

  constructor(
    readonly frame: Frame,
    transport: ViewportTransport,
    options: Partial<ViewportOptions>,
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.stage = new Stage(frame.canvas);
    this.ratio = new PixelRatio(Math.min(window.devicePixelRatio, this.stage.software ? 1 : 2));
    this.rig = new CameraRig(frame.canvas, () => !matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.loop = new FrameLoop((seconds, interval) => this.draw(seconds, interval));
    this.shelf = new ShapeShelf((keys) => transport.shapes(keys));
    const fetch = (url: string): Promise<ArrayBuffer> => transport.fetch(url);
    this.splats = new SplatLayer(this.stage.scene, this.stage.renderer, fetch, () => this.requestFrame(), (text) => this.message(text, "error"));
    this.picker = new ScenePicker(frame.canvas, () => this.rig.camera, () => this.drawing, this.splats);
    this.labels = new Labels(frame.root);
    this.committing = new Committing(transport, {
      show: (motions) => this.showPreview(motions),
      revision: () => this.source.revision,
      message: (text, kind) => this.message(text, kind),
    });
    this.applyTheme();
    this.listen();
    const tools = attachTools(this.context);
    this.endings.push(() => tools.dispose());
    this.source = new SceneSource(transport, {
      fetched: (state, drawing, step) => this.takeScene(state, drawing, step),
      moved: (state, step) => this.takeMotions(state, step),
      failed: (error) => this.message(`The scene cannot be brought up to date: ${error.message}`, "error"),
    });
  }

  readonly context: ViewportContext = makeContext(this);

  async start(): Promise<void> {
    await this.source.start();
  }

  private listen(): void {
    const { canvas, root } = this.frame;
    const size = new ResizeObserver(() => this.measure());
    size.observe(root);
    this.endings.push(() => size.disconnect());
    this.measure();
    const { controls } = this.rig;
    for (const event of ["controlstart", "control", "controlend", "transitionstart"] as const) controls.addEventListener(event, () => this.requestFrame());
    // the wheel turns without a start
    canvas.addEventListener("wheel", () => this.requestFrame(), { passive: true });
    canvas.addEventListener("webglcontextlost", (event) => this.contextLost(event));
    canvas.addEventListener("webglcontextrestored", () => this.contextRestored());
    this.endings.push(selectWithPointer(this));
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.frame.root;
    if (clientWidth === 0 || clientHeight === 0 || (clientWidth === this.width && clientHeight === this.height)) return;
    this.width = clientWidth;
    this.height = clientHeight;
    this.ratio.full = Math.min(window.devicePixelRatio, this.stage.software ? 1 : 2);
    this.rig.resize(clientWidth, clientHeight);
    this.requestFrame();
  }

  // -- the scene ------------------------------------------------------------------------------------------------------

  private async takeScene(state: SceneState, drawing: Drawing, step: SceneStep | null): Promise<void> {
    await this.shelf.fill(drawing.head);
    if (this.ended) return;
    const first = this.index === null;
    const index = new SceneIndex(state, drawing);
    const made = new SceneDrawing(drawing, index, this.shelf, this.uniforms, instanceLooks(drawing, index, this.options.shading, this.heat));
    this.drawing?.dispose();
    this.shelf.keep(drawing.head);
    this.index = index;
    this.drawing = made;
    this.shell = new ShellView(made);
    this.bounds = boundsOf(index, made.poses.boxes);
    this.stage.setBackground(drawing.head.background);
    this.stage.setScene(made, drawing.head.lights, this.bounds, roomFrame(index));
    this.rig.setBounds(this.bounds);
    made.setWireframe(this.options.shading === "wireframe");
    this.splats.show(state.splats);
    if (first) this.rig.frameWhole(this.bounds, state.cameras, false);
    this.afterScene(step);
  }

  private takeMotions(state: SceneState, step: SceneStep): void {
    const { drawing } = this;
    if (drawing === null || step.motions === null) return;
    this.index = new SceneIndex(state, drawing.drawing);
    drawing.index = this.index;
    drawing.move(step.motions);
    this.splats.moved(step.motions.map(({ row, motion }) => ({ row, end: this.index!.endOf(row), motion })));
    const bounds = boundsOf(this.index, drawing.poses.boxes);
    // light and ground stay while things move about within the scene
    if (bounds[0].some((v, k) => v < this.bounds[0][k]! - 1e-3) || bounds[1].some((v, k) => v > this.bounds[1][k]! + 1e-3)) {
      this.bounds = bounds;
      this.stage.setBounds(drawing.drawing.head.lights, bounds);
      this.rig.setBounds(bounds);
    }
    this.afterScene(step);
  }

  private afterScene(step: SceneStep | null): void {
    if (step !== null && this.marked.follow(step.renamed)) this.selectionChanged(true);
    if (this.hovered !== null && this.index?.node(this.hovered) === undefined) this.setHovered(null);
    this.committing.stepArrived();
    this.applyHidden();
    this.applyLayout();
    this.outlineStale = true;
    this.toldDrawn = -1;
    this.changed();
  }

  get revision(): number {
    return this.source.revision;
  }

  // -- drawing --------------------------------------------------------------------------------------------------------

  requestFrame(): void {
    if (!this.ended && !this.lost) this.loop.request();
  }

  private draw(seconds: number, interval: number | null): boolean {
    if (this.width === 0 || this.lost) return false;
    const moved = this.rig.update(seconds);
    if (moved) this.changes.emit("change");
    const eye = this.rig.camera.position.toArray();
    this.shell?.look(eye, this.options.fadeWalls);
    const fading = this.shell?.advance(seconds, !this.smooth) ?? false;
    if (this.drawing?.update() === true) this.stage.lighting.refreshShadows();
    this.updateOutline();
    const moves = moved || fading;
    if (moves) this.hasRested = false;
    this.stage.resize(this.width, this.height, moves ? this.ratio.moving(interval) : this.restingRatio());
    this.stage.render(this.rig.camera);
    this.showLabels();
    if (moved) this.events.emit("pose", this.pose());
    if (!moves) this.rested();
    return moves;
  }

  /** Where frames come slowly, the picture with all pixels waits until the view has rested. */
  private restingRatio(): number {
    if (!this.ratio.reduced || this.hasRested) return this.ratio.full;
    this.resting ??= setTimeout(() => {
      this.resting = null;
      this.hasRested = true;
      this.requestFrame();
    }, REST);
    return this.ratio.now;
  }

  private rested(): void {
    if (this.resting !== null || !this.source.idle || !this.splats.settled || this.loop.waiting || this.drawing === null) return;
    if (this.toldDrawn !== this.revision) {
      this.toldDrawn = this.revision;
      this.events.emit("drawn", this.revision);
    }
    for (const done of this.waiters.splice(0)) done();
  }

  private get smooth(): boolean {
    return !matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  private updateOutline(): void {
    if (this.drawing === null) return;
    if (this.outlineStale) {
      const { index } = this.drawing;
      const instances = (paths: readonly string[]): number[] =>
        paths.flatMap((path) => {
          const node = index.node(path);
          return node === undefined ? [] : [...index.instancesOf(node)];
        });
      this.stage.outline.show(this.drawing, instances(this.marked.selection), this.hovered === null ? [] : instances([this.hovered]));
      this.outlineStale = false;
    } else this.stage.outline.update();
  }

  private showLabels(): void {
    const shown = this.options.labels && this.index !== null ? selectables(this.index, this.marked.selection) : [];
    const nodes = shown.filter((node) => !this.isHidden(node) && node.size.some((length) => length > 0));
    this.labels.show(nodes, new Set(this.marked.selection), this.rig.camera, this.width, this.height);
  }

  isHidden(node: SceneNode): boolean {
    for (const one of this.index?.lineage(node) ?? []) if (this.marked.hidden.has(one.path)) return true;
    return false;
  }

  isLocked(node: SceneNode): boolean {
    for (const one of this.index?.lineage(node) ?? []) if (this.marked.locked.has(one.path)) return true;
    return false;
  }

  changed(): void {
    this.changes.emit("change");
    this.requestFrame();
  }

  // -- what is marked -------------------------------------------------------------------------------------------------

  select(paths: string[]): void {
    if (this.marked.select(paths)) this.selectionChanged(false);
  }

  /** Selects as a person does: the host hears of it. */
  selectHere(paths: readonly string[]): void {
    if (this.marked.select(paths)) this.selectionChanged(true);
  }

  private selectionChanged(here: boolean): void {
    this.outlineStale = true;
    if (this.index !== null) this.frame.speak(selectionWords(this.index, this.marked.selection));
    if (here) this.events.emit("selection", [...this.marked.selection]);
    this.changed();
  }

  setHovered(path: string | null): void {
    if (path === this.hovered) return;
    this.hovered = path;
    this.outlineStale = true;
    this.events.emit("hover", path);
    this.requestFrame();
  }

  hide(paths: string[]): void {
    this.marked.hide(paths);
    this.applyHidden();
    this.changed();
  }

  hideHere(paths: readonly string[]): void {
    this.hide([...paths]);
    this.events.emit("hidden", [...paths]);
  }

  private applyHidden(): void {
    this.drawing?.setHidden(this.marked.hidden);
    const rows = (this.index?.state.splats ?? []).filter(({ path }) => {
      const node = this.index!.node(path);
      return node !== undefined && this.isHidden(node);
    });
    this.splats.setHidden(new Set(rows.map(({ row }) => row)));
    this.outlineStale = true;
  }

  lock(paths: string[]): void {
    this.marked.lock(paths);
    this.changed();
  }

  setTool(tool: Tool): void {
    if (tool === this.currentTool) return;
    this.currentTool = tool;
    this.changed();
  }

  setToolHere(tool: Tool): void {
    if (tool === this.currentTool) return;
    this.setTool(tool);
    this.events.emit("tool", tool);
  }

  setOptions(options: Partial<ViewportOptions>): void {
    const before = this.options;
    this.options = { ...before, ...options };
    if (this.options.theme !== before.theme) this.applyTheme();
    if (this.options.shading !== before.shading) this.applyLooks();
    this.changed();
  }

  private applyTheme(): void {
    this.frame.setTheme(this.options.theme);
    const accent = getComputedStyle(this.frame.root).getPropertyValue("--swv-accent").trim();
    this.stage.setTheme(this.options.theme, accent || ACCENT);
  }

  private applyLooks(): void {
    this.uniforms.plain.value = this.heat !== null || this.options.shading === "entities" ? 1 : 0;
    if (this.drawing === null) return;
    this.drawing.setWireframe(this.options.shading === "wireframe");
    this.drawing.setLooks(instanceLooks(this.drawing.drawing, this.drawing.index, this.options.shading, this.heat));
  }

  setHeat(heat: Heat | null): void {
    this.heat = heat;
    this.applyLooks();
    this.changed();
  }

  setLayoutMarks(marks: LayoutMarks | null): void {
    this.layout = marks;
    this.applyLayout();
    this.changed();
  }

  private applyLayout(): void {
    this.stage.marks.show(this.layout, this.floor, (path) => this.index?.node(path));
    this.stage.marks.resize(this.width, this.height);
  }

  /** Height of the floor, or of the ground where there is no room. */
  private get floor(): number {
    const room = this.index === null ? null : roomFrame(this.index);
    return room === null ? Math.min(Math.max(this.bounds[0][1], 0), this.bounds[1][1]) : room.at[1];
  }

  // -- previews and edits ---------------------------------------------------------------------------------------------

  private showPreview(motions: ReadonlyMap<string, Matrix4> | null): void {
    const { drawing, index } = this;
    if (drawing === null || index === null) return;
    const rows = [...(motions ?? [])].flatMap(([path, motion]) => {
      const node = index.node(path);
      return node === undefined ? [] : [{ row: node.row, end: node.end, matrix: motion, motion: matrixTo12(motion) }];
    });
    drawing.preview(motions === null ? null : rows);
    this.splats.move((row) => rows.findLast((one) => row >= one.row && row < one.end)?.matrix ?? null);
    this.requestFrame();
  }

  commit(edits: Edit[]): Promise<EditOutcome> {
    return this.committing.commit(edits);
  }

  message(text: string, kind: "info" | "error"): void {
    this.events.emit("message", text, kind);
  }

  // -- the eye --------------------------------------------------------------------------------------------------------

  focus(paths?: readonly string[]): void {
    const { drawing, index } = this;
    if (drawing === null || index === null) return;
    const boxes = (paths ?? []).flatMap((path) => {
      const node = index.node(path);
      const box = node === undefined ? null : nodeBox(index, drawing.poses.boxes, node);
      return box === null ? [] : [box];
    });
    const box = around(boxes);
    this.rig.frame(box ?? this.bounds, this.rig.forward(), this.smooth, box === null ? 1.06 : 1.5);
    this.requestFrame();
  }

  look(pose: Partial<ViewportPose>): void {
    this.rig.look(pose);
    this.requestFrame();
  }

  view(name: Parameters<Viewport["view"]>[0]): void {
    const problem = this.rig.view(name, this.bounds, this.index?.state.cameras ?? []);
    if (problem !== null) this.message(problem, "info");
    this.changed();
  }

  pose(): ViewportPose {
    return this.rig.pose();
  }

  placeUnder(clientX: number, clientY: number): { at: Vec3; on: string | null } | null {
    return this.picker.placeUnder(this.picker.ray(clientX, clientY), this.floor, this.stage.ground.reach);
  }

  async screenshot(width = this.width, height = this.height): Promise<Blob> {
    await this.settled();
    const blob = takeScreenshot(this.stage, this.rig, width, height);
    this.rig.resize(this.width, this.height);
    this.requestFrame();
    return blob;
  }

  on<K extends keyof ViewportEvents>(event: K, listener: ViewportEvents[K]): () => void {
    return this.events.on(event, listener);
  }

  statistics(): ViewportStatistics {
    const { render } = this.stage.renderer.info;
    return {
      drawCalls: render.calls,
      triangles: render.triangles,
      geometries: this.drawing?.geometries ?? 0,
      instances: this.drawing?.drawing.count ?? 0,
      frames: this.loop.frames,
      revision: this.revision,
    };
  }

  settled(): Promise<void> {
    // what is not on the page has no picture to wait for
    if (this.width === 0 || this.ended) return Promise.resolve();
    return new Promise((done) => {
      this.waiters.push(done);
      this.requestFrame();
    });
  }

  // -- the end --------------------------------------------------------------------------------------------------------

  private contextLost(event: Event): void {
    if (this.ended) return;
    event.preventDefault();
    this.lost = true;
    this.loop.stop();
    this.frame.say("The graphics card let go of the picture. It comes back by itself; if it does not, reload the page.");
  }

  private contextRestored(): void {
    if (this.ended) return;
    this.lost = false;
    this.frame.say(null);
    this.stage.restore();
    this.splats.restore();
    this.outlineStale = true;
    this.requestFrame();
  }

  /** Called when the viewport ends. */
  onDispose(ending: () => void): void {
    this.endings.push(ending);
  }

  dispose(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.resting !== null) clearTimeout(this.resting);
    this.loop.stop();
    for (const end of this.endings.splice(0).reverse()) end();
    this.source.dispose();
    this.committing.dispose();
    this.labels.dispose();
    this.splats.dispose();
    this.drawing?.dispose();
    this.shelf.dispose();
    this.rig.dispose();
    this.stage.dispose();
    this.events.clear();
    this.changes.clear();
    for (const done of this.waiters.splice(0)) done();
    this.frame.dispose();
  }
}
