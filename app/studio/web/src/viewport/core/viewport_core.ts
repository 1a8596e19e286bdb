// One viewport: what it shows, what is marked in it, and when it draws.

import type {
  Edit,
  EditOutcome,
  GhostBox,
  Heat,
  LayoutMarks,
  Matrix12,
  RowMotion,
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
import type { ViewportContext } from "../context";
import type { Drawing } from "../data/drawing";
import { matrixFrom12 } from "../data/matrices";
import type { SceneIndex } from "../data/scene_index";
import { SceneSource } from "../data/scene_source";
import type { SceneDrawing } from "../drawing/scene_drawing";
import { ScenePicker } from "../picking/scene_picker";
import { attachTools } from "../tools";
import { Committing } from "./committing";
import { makeContext } from "./context";
import { outliveContextLoss } from "./context_loss";
import { DEFAULTS } from "./defaults";
import { Emitter } from "./events";
import type { Frame } from "./frame";
import { Looking } from "./looking";
import { MarkedThings } from "./marked_things";
import { Marking, type MarkingHost } from "./marking";
import { OverScene } from "./over_scene";
import { Picture } from "./picture";
import { PointedPlaces } from "./pointed_places";
import { ACCENT, Stage } from "./stage";
import { takeScreenshot } from "./screenshot";
import { SceneView } from "./scene_view";
import { selectWithPointer } from "./pointer_selection";

export class ViewportCore implements Viewport, MarkingHost {
  readonly events = new Emitter<ViewportEvents>();
  readonly changes = new Emitter<{ change: () => void }>();
  readonly stage: Stage;
  readonly rig: CameraRig;
  readonly marked = new MarkedThings(() => this.index);
  readonly picker: ScenePicker;
  readonly sight: SceneView;
  readonly committing: Committing;
  options: ViewportOptions;
  currentTool: Tool = "select";
  private readonly picture: Picture;
  private readonly source: SceneSource;
  readonly over: OverScene;
  private readonly marking: Marking;
  private readonly looking: Looking;
  private readonly places: PointedPlaces;
  private readonly endings: (() => void)[] = [];
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
    this.sight = new SceneView(this.stage, () => this.options, () => this.marked.selection, {
      shapes: (keys) => transport.shapes(keys),
      fetch: (url) => transport.fetch(url),
      requestFrame: () => this.requestFrame(),
      problem: (text) => this.message(text, "error"),
    });
    this.picker = new ScenePicker(frame.canvas, () => this.rig.camera, () => this.drawing, this.sight.splats);
    this.places = new PointedPlaces(this.picker, this.stage, this.sight, this.marked, {
      fetch: (url) => transport.fetch(url),
      requestFrame: () => this.requestFrame(),
    });
    this.over = new OverScene(frame.root, this.stage, this.sight, this.marked);
    this.marking = new Marking(this);
    this.looking = new Looking(this.rig, this.sight, () => this.smooth);
    this.committing = new Committing(transport, {
      show: (motions, held) => {
        this.sight.preview(motions, held);
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
      this.looking.frameFirst(this.picture.width > 0);
    };
    const size = new ResizeObserver(measure);
    size.observe(root);
    this.endings.push(() => size.disconnect());
    measure();
    const { controls } = this.rig;
    for (const event of ["controlstart", "control", "controlend", "transitionstart"] as const) controls.addEventListener(event, () => this.requestFrame());
    // the wheel turns without a start
    canvas.addEventListener("wheel", () => this.requestFrame(), { passive: true });
    this.endings.push(outliveContextLoss(this, { stop: () => this.picture.stop(), goOn: () => this.contextRestored() }));
    this.endings.push(selectWithPointer(this));
  }

  // -- the scene ------------------------------------------------------------------------------------------------------

  private async takeScene(state: SceneState, drawing: Drawing, step: SceneStep | null): Promise<void> {
    if (!(await this.sight.take(state, drawing))) return;
    this.looking.followBounds();
    this.looking.frameFirst(this.picture.width > 0);
    this.sight.fadeWalls(this.rig.sight(this.picture.height).eye);
    this.afterScene(step);
  }

  private takeMotions(state: SceneState, step: SceneStep): void {
    if (this.sight.move(state, step)) this.looking.followBounds();
    this.afterScene(step);
  }

  private afterScene(step: SceneStep | null): void {
    this.marking.follow(step?.renamed ?? null);
    this.committing.stepArrived();
    this.toldDrawn = -1;
    this.changed();
  }

  get drawing(): SceneDrawing | null {
    return this.sight.drawing;
  }

  get index(): SceneIndex | null {
    return this.sight.index;
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
    this.over.updateOutline(this.marking.hovered);
    return fading;
  }

  private afterFrame(moved: boolean): void {
    this.over.showLabels(this.options.labels, (node) => this.marked.isHidden(node) || this.drawing?.isAbsent(node) === true, this.rig.camera, this.picture.width, this.picture.height);
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

  speak(words: string): void {
    this.frame.speak(words);
  }

  changed(): void {
    this.changes.emit("change");
    this.requestFrame();
  }

  // -- what is marked -------------------------------------------------------------------------------------------------

  select(paths: string[]): void {
    this.marking.select(paths);
  }

  selectHere(paths: readonly string[]): void {
    this.marking.selectHere(paths);
  }

  setHovered(path: string | null): void {
    this.marking.hover(path);
  }

  hide(paths: string[]): void {
    this.marking.hide(paths);
  }

  hideHere(paths: readonly string[]): void {
    this.marking.hideHere(paths);
  }

  lock(paths: string[]): void {
    this.marking.lock(paths);
  }

  pin(paths: string[]): void {
    this.marking.pin(paths);
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
    this.looking.focus(paths ?? []);
    this.requestFrame();
  }

  look(pose: Partial<ViewportPose>): void {
    this.looking.look(pose);
    this.requestFrame();
  }

  view(name: Parameters<Viewport["view"]>[0]): void {
    const problem = this.looking.view(name);
    if (problem !== null) this.message(problem, "info");
    this.changed();
  }

  pose(): ViewportPose {
    return this.rig.pose();
  }

  preview(motions: Readonly<Record<string, Matrix12>> | null): void {
    if (this.ended) return;
    this.committing.preview(motions === null ? null : new Map(Object.entries(motions).map(([path, rows]) => [path, matrixFrom12(rows)])));
  }

  showFrame(motions: readonly RowMotion[] | null): void {
    if (this.ended) return;
    this.sight.showFrame(motions);
    this.requestFrame();
  }

  placeUnder(clientX: number, clientY: number): { at: Vec3; on: string | null } | null {
    return this.places.placeUnder(clientX, clientY);
  }

  thingUnder(clientX: number, clientY: number): string | null {
    return this.places.thingUnder(clientX, clientY);
  }

  pointOf(path: string): { x: number; y: number } | null {
    return this.places.pointOf(path);
  }

  point(path: string | null): void {
    if (!this.ended) this.setHovered(path);
  }

  showGhost(ghost: GhostBox | null): void {
    if (this.ended) return;
    this.places.showGhost(ghost);
    this.requestFrame();
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

  private contextRestored(): void {
    this.stage.restore();
    this.sight.splats.restore();
    this.over.touch();
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
    this.over.dispose();
    this.places.dispose();
    this.sight.dispose();
    this.rig.dispose();
    this.stage.dispose();
    this.events.clear();
    this.changes.clear();
    this.frame.dispose();
  }
}
