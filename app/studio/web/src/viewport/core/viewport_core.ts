// One viewport: what it shows, what is marked in it, and when it draws.

import { Matrix4, Vector3 } from "three";
import type {
  Edit,
  EditOutcome,
  Heat,
  LayoutMarks,
  Matrix12,
  SceneNode,
  SceneState,
  SceneStep,
  Tool,
  Vec3,
  Viewport,
  ViewportEvents,
  ViewportOptions,
  ViewportPose,
  ViewportStatistics,
  ViewportTransport,
} from "../../protocol";
import { CameraRig } from "../cameras/camera_rig";
import { type Box, around } from "../cameras/framing";
import type { ViewportContext } from "../context";
import type { Drawing } from "../data/drawing";
import type { SceneIndex } from "../data/scene_index";
import { SceneSource } from "../data/scene_source";
import type { SceneDrawing } from "../drawing/scene_drawing";
import { Labels } from "../overlays/labels";
import { ScenePicker } from "../picking/scene_picker";
import { selectables, selectionWords } from "../picking/selection_rules";
import { attachTools } from "../tools";
import { Committing } from "./committing";
import { makeContext } from "./context";
import { DEFAULTS } from "./defaults";
import { Emitter } from "./events";
import type { Frame } from "./frame";
import { MarkedThings } from "./marked_things";
import { Picture } from "./picture";
import { ACCENT, Stage } from "./stage";
import { takeScreenshot } from "./screenshot";
import { nodeBox } from "./scene_bounds";
import { SceneView } from "./scene_view";
import { selectWithPointer } from "./pointer_selection";

export class ViewportCore implements Viewport {
  readonly events = new Emitter<ViewportEvents>();
  readonly changes = new Emitter<{ change: () => void }>();
  readonly stage: Stage;
  readonly rig: CameraRig;
  readonly marked = new MarkedThings(() => this.index);
  readonly picker: ScenePicker;
  readonly sight: SceneView;
  readonly committing: Committing;
  options: ViewportOptions;
  /** Path of the thing under the pointer. */
  hovered: string | null = null;
  currentTool: Tool = "select";
  private readonly picture: Picture;
  private readonly source: SceneSource;
  private readonly labels: Labels;
  private readonly endings: (() => void)[] = [];
  private outlineStale = true;
  private framed = false;
  private toldDrawn = -1;
  private ended = false;

  constructor(
    readonly frame: Frame,
    transport: ViewportTransport,
    options: Partial<ViewportOptions>,
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.stage = new Stage(frame.canvas);
    this.rig = new CameraRig(frame.canvas, () => this.smooth);
    this.picture = new Picture(this.stage, this.rig, {
      seen: () => this.changes.emit("change"),
      advance: (seconds) => this.advance(seconds),
      drawn: (moved) => this.afterFrame(moved),
      complete: () => this.source.idle && this.sight.settled && this.drawing !== null,
      rested: () => this.tellDrawn(),
    });
    this.sight = new SceneView(this.stage, () => this.options, {
      shapes: (keys) => transport.shapes(keys),
      fetch: (url) => transport.fetch(url),
      requestFrame: () => this.requestFrame(),
      problem: (text) => this.message(text, "error"),
    });
    this.picker = new ScenePicker(frame.canvas, () => this.rig.camera, () => this.drawing, this.sight.splats);
    this.labels = new Labels(frame.root);
    this.committing = new Committing(transport, {
      show: (motions) => {
        this.sight.preview(motions);
        this.requestFrame();
      },
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
      idle: () => this.requestFrame(),
      failed: (error) => this.message(`The scene cannot be brought up to date: ${error.message}`, "error"),
    });
  }

  readonly context: ViewportContext = makeContext(this);

  async start(): Promise<void> {
    await this.source.start();
  }

  private listen(): void {
    const { canvas, root } = this.frame;
    const measure = (): void => {
      this.picture.resize(root.clientWidth, root.clientHeight);
      this.frameFirst();
    };
    const size = new ResizeObserver(measure);
    size.observe(root);
    this.endings.push(() => size.disconnect());
    measure();
    const { controls } = this.rig;
    for (const event of ["controlstart", "control", "controlend", "transitionstart"] as const) controls.addEventListener(event, () => this.requestFrame());
    // the wheel turns without a start
    canvas.addEventListener("wheel", () => this.requestFrame(), { passive: true });
    canvas.addEventListener("webglcontextlost", (event) => this.contextLost(event));
    canvas.addEventListener("webglcontextrestored", () => this.contextRestored());
    this.endings.push(selectWithPointer(this));
  }

  // -- the scene ------------------------------------------------------------------------------------------------------

  private async takeScene(state: SceneState, drawing: Drawing, step: SceneStep | null): Promise<void> {
    if (!(await this.sight.take(state, drawing))) return;
    this.rig.setBounds(this.bounds);
    this.frameFirst();
    this.afterScene(step);
  }

  /** The first view of the scene, once there is one and the picture has a size. */
  private frameFirst(): void {
    if (this.framed || this.index === null || this.picture.width === 0) return;
    this.framed = true;
    this.rig.frameWhole(this.bounds, this.index.state.cameras, false);
  }

  private takeMotions(state: SceneState, step: SceneStep): void {
    if (this.sight.move(state, step)) this.rig.setBounds(this.bounds);
    this.afterScene(step);
  }

  private afterScene(step: SceneStep | null): void {
    if (step !== null && this.marked.follow(step.renamed)) this.selectionChanged(true);
    if (this.hovered !== null && this.index?.node(this.hovered) === undefined) this.setHovered(null);
    this.committing.stepArrived();
    this.applyHidden();
    this.toldDrawn = -1;
    this.changed();
  }

  get drawing(): SceneDrawing | null {
    return this.sight.drawing;
  }

  get index(): SceneIndex | null {
    return this.sight.index;
  }

  private get bounds(): Box {
    return this.sight.bounds;
  }

  get revision(): number {
    return this.source.revision;
  }

  // -- drawing --------------------------------------------------------------------------------------------------------

  requestFrame(): void {
    this.picture.request();
  }

  private advance(seconds: number): boolean {
    const fading = this.sight.advance(this.rig.sight(this.picture.height), seconds, !this.smooth);
    this.updateOutline();
    return fading;
  }

  private afterFrame(moved: boolean): void {
    this.showLabels();
    if (moved) this.events.emit("pose", this.pose());
  }

  private tellDrawn(): void {
    if (this.toldDrawn === this.revision) return;
    this.toldDrawn = this.revision;
    this.events.emit("drawn", this.revision);
  }

  /** Whether the view may glide: not for those whom this makes sick. */
  private get smooth(): boolean {
    return !matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  private updateOutline(): void {
    const { drawing, index } = this;
    if (drawing === null || index === null) return;
    if (!this.outlineStale) return this.stage.outline.update();
    const hovered = this.hovered === null ? [] : [this.hovered];
    this.stage.outline.show(drawing, index.instancesOfAll(this.marked.selection), index.instancesOfAll(hovered));
    this.sight.splats.mark([...this.marked.selection, ...hovered], this.stage.accent);
    this.outlineStale = false;
  }

  private showLabels(): void {
    const shown = this.options.labels && this.index !== null ? selectables(this.index, this.marked.selection) : [];
    const nodes = shown.filter((node) => !this.isHidden(node) && node.size.some((length) => length > 0));
    this.labels.show(nodes, new Set(this.marked.selection), this.rig.camera, this.picture.width, this.picture.height);
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
    this.sight.setHidden(this.marked.hidden);
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
    if (this.options.shading !== before.shading) this.sight.applyLooks();
    this.changed();
  }

  private applyTheme(): void {
    this.frame.setTheme(this.options.theme);
    const accent = getComputedStyle(this.frame.root).getPropertyValue("--swv-accent").trim();
    this.stage.setTheme(this.options.theme, accent || ACCENT);
  }

  setHeat(heat: Heat | null): void {
    this.sight.setHeat(heat);
    this.changed();
  }

  setLayoutMarks(marks: LayoutMarks | null): void {
    this.sight.setLayout(marks);
    this.changed();
  }

  // -- previews and edits ---------------------------------------------------------------------------------------------

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

  preview(motions: Readonly<Record<string, Matrix12>> | null): void {
    if (this.ended) return;
    this.committing.preview(
      motions === null
        ? null
        : new Map(Object.entries(motions).map(([path, rows]) => [path, new Matrix4().fromArray([...rows, 0, 0, 0, 1]).transpose()])),
    );
  }

  placeUnder(clientX: number, clientY: number): { at: Vec3; on: string | null } | null {
    return this.picker.placeUnder(this.picker.ray(clientX, clientY), this.sight.floor, this.stage.ground.reach);
  }

  pointOf(path: string): { x: number; y: number } | null {
    const node = this.index?.node(path);
    if (node === undefined) return null;
    const middle = new Vector3(node.at[0], node.at[1] + node.size[1] / 2, node.at[2]).project(this.rig.camera);
    if (Math.abs(middle.x) > 1 || Math.abs(middle.y) > 1 || Math.abs(middle.z) > 1) return null;
    const area = this.stage.renderer.domElement.getBoundingClientRect();
    return { x: area.left + ((middle.x + 1) / 2) * area.width, y: area.top + ((1 - middle.y) / 2) * area.height };
  }

  async screenshot(width = this.picture.width, height = this.picture.height): Promise<Blob> {
    await this.settled();
    if (this.ended) throw new Error("the view has ended: there is no picture of it any more");
    const blob = takeScreenshot(this.stage, this.rig, width, height);
    this.requestFrame();
    return blob;
  }

  on<K extends keyof ViewportEvents>(event: K, listener: ViewportEvents[K]): () => void {
    return this.events.on(event, listener);
  }

  statistics(): ViewportStatistics {
    return {
      drawCalls: this.stage.drawn.calls,
      triangles: this.stage.drawn.triangles,
      geometries: this.drawing?.geometries ?? 0,
      instances: this.drawing?.drawing.count ?? 0,
      frames: this.picture.frames,
      revision: this.revision,
    };
  }

  settled(): Promise<void> {
    return this.picture.settled();
  }

  // -- the end --------------------------------------------------------------------------------------------------------

  private contextLost(event: Event): void {
    if (this.ended) return;
    event.preventDefault();
    this.picture.stop();
    this.frame.say("The graphics card let go of the picture. It comes back by itself; if it does not, reload the page.");
  }

  private contextRestored(): void {
    if (this.ended) return;
    this.frame.say(null);
    this.stage.restore();
    this.sight.splats.restore();
    this.outlineStale = true;
    this.picture.goOn();
  }

  /** Called when the viewport ends. */
  onDispose(ending: () => void): void {
    this.endings.push(ending);
  }

  dispose(): void {
    if (this.ended) return;
    this.ended = true;
    this.picture.dispose();
    for (const end of this.endings.splice(0).reverse()) end();
    this.source.dispose();
    this.committing.dispose();
    this.labels.dispose();
    this.sight.dispose();
    this.rig.dispose();
    this.stage.dispose();
    this.events.clear();
    this.changes.clear();
    this.frame.dispose();
  }
}
