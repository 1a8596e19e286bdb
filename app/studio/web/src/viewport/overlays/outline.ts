// The outline of what is selected or under the pointer: its silhouette is drawn into a mask, and the mask's edge over the picture. Where
// something stands before it, the line is faint.

import { Color, LinearFilter, Mesh, OrthographicCamera, PlaneGeometry, Scene, Vector2, Vector4, WebGLRenderTarget } from "three";
import type { Camera, WebGLRenderer } from "three";
import type { SceneDrawing } from "../drawing/scene_drawing";
import { inFront, type Region, regionOf } from "./outlining/in_front";
import { InstanceSet, MaskShapes } from "./outlining/instance_set";
import { drawWithin, rectangle } from "./outlining/rectangles";
import { edgeMaterial, hidingMaterial, maskMaterial } from "./outlining/shaders";

/** Of all triangles of a drawing: where more of them stand in the way, the line is drawn as if nothing did, as it would take too long. */
const MOST_HIDING = 0.25;
/** So many are drawn in any case. */
const FEW = 20_000;

/** The sets of one drawing. */
interface Sets {
  shapes: MaskShapes;
  selected: InstanceSet;
  hovered: InstanceSet;
  hiding: InstanceSet;
}

export class Outline {
  private readonly target = new WebGLRenderTarget(1, 1, { minFilter: LinearFilter, magFilter: LinearFilter });
  private readonly maskScene = new Scene();
  private readonly hidingScene = new Scene();
  private readonly selectedPaint = maskMaterial("selected");
  private readonly hoverPaint = maskMaterial("hovered");
  private readonly seenPaint = maskMaterial("seen");
  private readonly hidingPaint = hidingMaterial();
  private readonly edge = edgeMaterial(this.target.texture);
  private readonly quad = new Mesh(new PlaneGeometry(2, 2), this.edge);
  private readonly quadScene = new Scene();
  private readonly quadCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private sets: Sets | null = null;
  private masked: readonly number[] = [];

  constructor() {
    this.quad.frustumCulled = false;
    this.quadScene.add(this.quad);
  }

  /** `hover`: of what is under the pointer, which must not look selected. */
  setColor(color: Color, hover: Color): void {
    (this.edge.uniforms["accent"]!.value as Color).copy(color);
    (this.edge.uniforms["hover"]!.value as Color).copy(hover);
  }

  /** What is outlined. */
  show(drawing: SceneDrawing, selected: Iterable<number>, hovered: Iterable<number>): void {
    const sets = this.setsOf(drawing);
    const shown = (i: number): boolean => drawing.hidden[i] === 0;
    const chosen = new Set([...selected].filter(shown));
    sets.selected.set([...chosen]);
    sets.hovered.set([...new Set(hovered)].filter((i) => shown(i) && !chosen.has(i)));
    this.masked = [...sets.selected.instances, ...sets.hovered.instances];
  }

  private setsOf(drawing: SceneDrawing): Sets {
    if (this.sets?.shapes.drawing === drawing) return this.sets;
    this.clear();
    const shapes = new MaskShapes(drawing);
    this.sets = {
      shapes,
      selected: new InstanceSet(shapes, this.selectedPaint, this.maskScene),
      hovered: new InstanceSet(shapes, this.hoverPaint, this.maskScene),
      hiding: new InstanceSet(shapes, this.hidingPaint, this.hidingScene),
    };
    return this.sets;
  }

  /** Takes the poses of the instances anew. */
  update(): void {
    this.sets?.selected.update();
    this.sets?.hovered.update();
  }

  get empty(): boolean {
    return this.masked.length === 0;
  }

  /** Draws over the picture. `pixels`: width of the line. */
  render(renderer: WebGLRenderer, camera: Camera, pixels: number): void {
    if (this.empty || this.sets === null) return;
    const size = renderer.getDrawingBufferSize(new Vector2());
    if (this.target.width !== size.x || this.target.height !== size.y) this.target.setSize(size.x, size.y);
    const { drawing } = this.sets.shapes;
    const region = regionOf(camera, drawing.poses.boxes, this.masked);
    const rects = outlineRects(region, size, pixels);
    if (rects === null) return;
    this.sets.hiding.set(region === null ? [] : this.hiding(drawing, camera, region));
    this.drawMask(renderer, camera, rects.mask);
    (this.edge.uniforms["texel"]!.value as Vector2).set(pixels / size.x, pixels / size.y);
    drawWithin(renderer, rects.line, () => renderer.render(this.quadScene, this.quadCamera));
  }

  /** What may hide a part of what is outlined. */
  private hiding(drawing: SceneDrawing, camera: Camera, region: Region): number[] {
    const masked = new Set(this.masked);
    const found = inFront(camera, drawing.poses.boxes, region, (i) => !masked.has(i) && drawing.hides(i));
    const { mesh } = drawing.drawing;
    const most = Math.max(MOST_HIDING * drawing.triangles, FEW);
    let triangles = 0;
    for (const i of found) triangles += drawing.shapes[mesh[i]!]!.triangles;
    return triangles > most ? [] : found;
  }

  private drawMask(renderer: WebGLRenderer, camera: Camera, rect: Vector4): void {
    const clearAlpha = renderer.getClearAlpha();
    const clearColor = renderer.getClearColor(new Color());
    const before = renderer.getRenderTarget();
    this.target.scissor.copy(rect);
    this.target.scissorTest = true;
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear(true, true, false);
    renderer.render(this.hidingScene, camera);
    renderer.render(this.maskScene, camera);
    this.maskScene.overrideMaterial = this.seenPaint;
    renderer.render(this.maskScene, camera);
    this.maskScene.overrideMaterial = null;
    renderer.setClearColor(clearColor, clearAlpha);
    renderer.setRenderTarget(before);
  }

  clear(): void {
    if (this.sets !== null) {
      for (const set of [this.sets.selected, this.sets.hovered, this.sets.hiding]) set.dispose();
      this.sets.shapes.dispose();
    }
    this.sets = null;
    this.masked = [];
  }

  dispose(): void {
    this.clear();
    this.target.dispose();
    for (const material of [this.selectedPaint, this.hoverPaint, this.seenPaint, this.hidingPaint, this.edge]) material.dispose();
    this.quad.geometry.dispose();
  }
}

/** The line looks for the mask so many widths of it away. */
const LINE_REACH = 1.4;

/** Where the line is drawn and where the mask is, in pixels from below. The mask is wider by what the line looks at: beyond it an older mask may
 * stand, whose cut edge would be drawn as a line. Null where nothing of the region is in the picture. */
export function outlineRects(region: Region | null, size: Vector2, pixels: number): { line: Vector4; mask: Vector4 } | null {
  const margin = Math.ceil(pixels) + 2;
  const line = rectangle(region, size, margin);
  // one pixel more: the mask is read between pixels
  const mask = rectangle(region, size, margin + Math.ceil(LINE_REACH * pixels) + 1);
  return line === null || mask === null ? null : { line, mask };
}
