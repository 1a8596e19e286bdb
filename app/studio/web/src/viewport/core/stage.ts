// What is drawn and in which order: the scene, the outline of the selection, and what lies over both.

import { Color, Group, NeutralToneMapping, SRGBColorSpace, Scene, Vector2, WebGLRenderer } from "three";
import type { Camera } from "three";
import { Ceiling } from "../drawing/ceiling";
import { Ground } from "../drawing/ground";
import { Lighting } from "../drawing/lighting";
import type { SceneDrawing } from "../drawing/scene_drawing";
import type { RoomFrame } from "../drawing/shell_fading";
import { LayoutMarkings } from "../overlays/layout_marks";
import { Outline } from "../overlays/outline";
import { drawWithin } from "../overlays/outlining/rectangles";
import type { DrawnLight, Vec3 } from "../../protocol";
import { ChangedPart, type ShownPart } from "./changed_part";
import { KeptPicture } from "./kept_picture";

const BACKGROUND = { dark: 0x222428, light: 0xe9e9e6 } as const;
export const ACCENT = "#f59120";
/** The outline of what is under the pointer: neither looks like the selection. */
const HOVER = { dark: "#ffffff", light: "#3b4250" } as const;

export class Stage {
  readonly renderer: WebGLRenderer;
  readonly scene = new Scene();
  readonly overlay = new Group();
  readonly ground = new Ground();
  readonly lighting: Lighting;
  private readonly ceiling = new Ceiling();
  readonly outline = new Outline();
  readonly marks = new LayoutMarkings();
  /** Whether the processor draws, without a graphics card. */
  readonly software: boolean;
  /** What the last picture of the scene took, without what lies over it. */
  drawn = { calls: 0, triangles: 0 };
  private readonly kept = new KeptPicture();
  private readonly changed = new ChangedPart();
  private content: SceneDrawing | null = null;
  private readonly overlayScene = new Scene();
  private background: Color | null = null;
  /** The scene is a room. */
  private indoors = false;
  private theme: "dark" | "light" = "dark";

  /** Throws where the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    this.software = drawsInSoftware(canvas.ownerDocument);
    // smooth edges double the time of a frame there
    const gl = canvas.getContext("webgl2", { antialias: !this.software, alpha: false, powerPreference: "high-performance" });
    if (gl === null) throw new Error("WebGL 2 is not available");
    this.renderer = new WebGLRenderer({ canvas, context: gl });
    this.renderer.autoClear = false;
    this.renderer.info.autoReset = false;
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.renderer.toneMapping = NeutralToneMapping;
    this.lighting = new Lighting(this.renderer, this.scene, this.software);
    this.scene.matrixWorldAutoUpdate = true;
    this.scene.add(this.ground.root, this.ceiling.mesh, this.marks.onFloor);
    this.overlayScene.add(this.overlay, this.marks.above);
  }

  /** Colour of what is selected. */
  readonly accent = new Color(ACCENT);

  setTheme(theme: "dark" | "light", accent: string): void {
    this.theme = theme;
    this.accent.set(accent);
    this.ground.setTheme(theme);
    this.outline.setColor(this.accent, new Color(HOVER[theme]));
    this.applyBackground();
  }

  /** Colour of the program's own background, sRGB; null: the theme's. */
  setBackground(color: Vec3 | null): void {
    this.background = color === null ? null : new Color().setRGB(...color, SRGBColorSpace);
    this.applyBackground();
  }

  private applyBackground(): void {
    this.touch();
    this.scene.background = this.background ?? new Color(BACKGROUND[this.theme]);
  }

  setScene(drawing: SceneDrawing, lights: readonly DrawnLight[], bounds: [Vec3, Vec3], room: RoomFrame | null): void {
    this.content = drawing;
    this.scene.add(drawing.root);
    this.ground.setShadows(room === null);
    const closed = drawing.drawing.head.shell.some(({ part }) => part === "ceiling");
    this.ceiling.cover(closed ? null : room);
    this.indoors = room !== null;
    this.setBounds(lights, bounds);
  }

  setBounds(lights: readonly DrawnLight[], bounds: [Vec3, Vec3]): void {
    this.touch();
    this.ground.setBounds(bounds);
    this.lighting.setLights(lights, bounds, this.indoors);
    this.lighting.refreshShadows();
  }

  /** `width` and `height` in CSS pixels. */
  resize(width: number, height: number, ratio: number): void {
    const now = this.renderer.getSize(new Vector2());
    if (now.x === width && now.y === height && this.renderer.getPixelRatio() === ratio) return;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.marks.resize(width, height);
  }

  /** The scene has changed: the next frame draws it anew. What lies over it is drawn anew in any case. */
  touch(): void {
    this.kept.drop();
  }

  /** The scene has changed within boxes (count, 6) in the world, as it was and as it is: the next frame draws that part anew. */
  touchPart(boxes: Float32Array): void {
    // a graphics card draws all of it as soon
    if (this.software) this.changed.add(boxes);
    else this.touch();
  }

  render(camera: Camera): void {
    const { renderer } = this;
    renderer.info.reset();
    const part = this.partToDraw(camera);
    if (part === "all") this.renderScene(camera);
    else {
      this.kept.draw(renderer);
      if (part !== null) this.renderPart(camera, part);
    }
    this.changed.clear();
    this.outline.render(renderer, camera, Math.max(2 * renderer.getPixelRatio(), 1.5));
    if (this.overlay.children.some((child) => child.visible) || this.marks.above.children.length > 0) {
      renderer.clearDepth();
      renderer.render(this.overlayScene, camera);
    }
  }

  /** What of the kept picture is drawn anew; null: nothing. */
  private partToDraw(camera: Camera): ShownPart | "all" | null {
    const { renderer, content } = this;
    if (!this.kept.shows(renderer, camera) || content === null || renderer.shadowMap.needsUpdate) return "all";
    return this.changed.empty ? null : this.changed.find(content, camera, renderer.getDrawingBufferSize(new Vector2()));
  }

  private renderPart(camera: Camera, { rect, instances }: ShownPart): void {
    const { renderer } = this;
    drawWithin(renderer, rect, () => {
      renderer.clear();
      this.content!.drawOnly(instances, () => renderer.render(this.scene, camera));
    });
    this.kept.take(renderer, camera);
  }

  private renderScene(camera: Camera): void {
    const { renderer } = this;
    renderer.clear();
    this.ground.root.visible = camera.position.y > this.ground.root.position.y;
    renderer.render(this.scene, camera);
    this.kept.take(renderer, camera);
    this.drawn = { calls: renderer.info.render.calls, triangles: renderer.info.render.triangles };
  }

  /** After the graphics context came back. */
  restore(): void {
    this.lighting.makeEnvironment();
    this.touch();
  }

  dispose(): void {
    this.kept.dispose();
    this.outline.dispose();
    this.marks.dispose();
    this.ground.dispose();
    this.ceiling.dispose();
    this.lighting.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

function drawsInSoftware(page: Document): boolean {
  const gl = page.createElement("canvas").getContext("webgl2");
  if (gl === null) throw new Error("WebGL 2 is not available");
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  // browsers allow a page only some contexts
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /llvmpipe|swiftshader|softpipe|software|basic render/i.test(name);
}
