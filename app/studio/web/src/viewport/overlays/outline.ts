// The outline of what is selected or under the pointer: its silhouette is drawn into a mask, and the mask's edge over the picture.

import {
  Color,
  DoubleSide,
  GLSL3,
  InstancedMesh,
  LinearFilter,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  RawShaderMaterial,
  Scene,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
  WebGLRenderTarget,
} from "three";
import type { BufferGeometry, Camera, WebGLRenderer } from "three";
import { writeMatrix, geometryOf } from "../drawing/batches";
import type { SceneDrawing } from "../drawing/scene_drawing";

const MASK_VERTEX = /* glsl */ `
in vec3 position;
in mat4 instanceMatrix;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
void main() { gl_Position = projectionMatrix * viewMatrix * (instanceMatrix * vec4(position, 1.0)); }`;

const MASK_FRAGMENT = /* glsl */ `
precision mediump float;
uniform vec4 paint;
out vec4 result;
void main() { result = paint; }`;

const EDGE_VERTEX = /* glsl */ `
varying vec2 vAt;
void main() { vAt = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }`;

const EDGE_FRAGMENT = /* glsl */ `
uniform sampler2D mask;
uniform vec2 texel;
uniform vec3 accent;
varying vec2 vAt;
vec2 most = vec2(0.0);
vec2 sum = vec2(0.0);
void look(vec2 offset) {
  vec2 there = texture2D(mask, vAt + offset * texel).rg;
  most = max(most, there);
  sum += there;
}
void main() {
  vec2 here = texture2D(mask, vAt).rg;
  look(vec2(1.0, 0.0)); look(vec2(-1.0, 0.0)); look(vec2(0.0, 1.0)); look(vec2(0.0, -1.0));
  look(vec2(0.7, 0.7)); look(vec2(-0.7, 0.7)); look(vec2(0.7, -0.7)); look(vec2(-0.7, -0.7));
  vec2 rim = (1.0 - here) * smoothstep(vec2(0.0), vec2(0.3), max(most * 0.4, sum / 8.0));
  float inner = here.r * 0.06 + here.g * (1.0 - here.r) * 0.08;
  float cover = max(max(rim.r, rim.g * 0.55 * (1.0 - rim.r)), inner);
  if (cover < 0.004) discard;
  gl_FragColor = vec4(accent, cover);
  #include <colorspace_fragment>
}`;

/** What the outline goes around, by the mesh: instances of the drawing. */
interface Masked {
  mesh: InstancedMesh<BufferGeometry, RawShaderMaterial>;
  instances: Uint32Array;
}

function paint(r: number, g: number): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: MASK_VERTEX,
    fragmentShader: MASK_FRAGMENT,
    uniforms: { paint: { value: new Vector4(r, g, 0, 1) } },
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}

const CORNER = new Vector3();

export class Outline {
  private readonly target = new WebGLRenderTarget(1, 1, { depthBuffer: false, minFilter: LinearFilter, magFilter: LinearFilter });
  private readonly scene = new Scene();
  private readonly selectedPaint = paint(1, 0);
  private readonly hoverPaint = paint(0, 1);
  private readonly edge: ShaderMaterial;
  private readonly quad: Mesh<PlaneGeometry, ShaderMaterial>;
  private readonly quadScene = new Scene();
  private readonly quadCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private masked: Masked[] = [];
  private drawing: SceneDrawing | null = null;

  constructor() {
    this.edge = new ShaderMaterial({
      vertexShader: EDGE_VERTEX,
      fragmentShader: EDGE_FRAGMENT,
      uniforms: { mask: { value: this.target.texture }, texel: { value: new Vector2() }, accent: { value: new Color() } },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.quad = new Mesh(new PlaneGeometry(2, 2), this.edge);
    this.quad.frustumCulled = false;
    this.quadScene.add(this.quad);
  }

  setColor(color: Color): void {
    (this.edge.uniforms["accent"]!.value as Color).copy(color);
  }

  /** What is outlined. */
  show(drawing: SceneDrawing, selected: Iterable<number>, hovered: Iterable<number>): void {
    this.clear();
    this.drawing = drawing;
    const chosen = new Set(selected);
    this.add(drawing, [...new Set(hovered)].filter((i) => !chosen.has(i)), this.hoverPaint);
    this.add(drawing, [...chosen], this.selectedPaint);
  }

  private add(drawing: SceneDrawing, instances: number[], material: RawShaderMaterial): void {
    const byMesh = new Map<number, number[]>();
    for (const i of instances) {
      if (drawing.hidden[i] !== 0) continue;
      const mesh = drawing.drawing.mesh[i]!;
      byMesh.get(mesh)?.push(i) ?? byMesh.set(mesh, [i]);
    }
    for (const [index, list] of byMesh) {
      const mesh = new InstancedMesh(geometryOf(drawing.shapes[index]!), material, list.length);
      mesh.frustumCulled = false;
      this.masked.push({ mesh, instances: Uint32Array.from(list) });
      this.scene.add(mesh);
    }
    this.update();
  }

  /** Takes the poses of the instances anew. */
  update(): void {
    for (const { mesh, instances } of this.masked) {
      const matrices = mesh.instanceMatrix.array as Float32Array;
      instances.forEach((instance, slot) => writeMatrix(this.drawing!.poses.shown, instance, matrices, slot));
      mesh.instanceMatrix.needsUpdate = true;
    }
  }

  get empty(): boolean {
    return this.masked.length === 0;
  }

  /** Draws over the picture. `pixels`: width of the line. */
  render(renderer: WebGLRenderer, camera: Camera, pixels: number): void {
    if (this.empty) return;
    const size = renderer.getDrawingBufferSize(new Vector2());
    if (this.target.width !== size.x || this.target.height !== size.y) this.target.setSize(size.x, size.y);
    const rect = this.rectangle(camera, size, Math.ceil(pixels) + 2);
    if (rect === null) return;
    (this.edge.uniforms["texel"]!.value as Vector2).set(pixels / size.x, pixels / size.y);
    const clearAlpha = renderer.getClearAlpha();
    const clearColor = renderer.getClearColor(new Color());
    const before = renderer.getRenderTarget();
    this.target.scissor.copy(rect);
    this.target.scissorTest = true;
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear(true, false, false);
    renderer.render(this.scene, camera);
    renderer.setClearColor(clearColor, clearAlpha);
    renderer.setRenderTarget(before);
    const ratio = renderer.getPixelRatio();
    renderer.setScissorTest(true);
    renderer.setScissor(rect.x / ratio, rect.y / ratio, rect.z / ratio, rect.w / ratio);
    renderer.render(this.quadScene, this.quadCamera);
    renderer.setScissorTest(false);
  }

  /** The part of the picture that the outline can touch, in its pixels from below; null: none. */
  private rectangle(camera: Camera, size: Vector2, margin: number): Vector4 | null {
    const [low, high] = [new Vector2(Infinity, Infinity), new Vector2(-Infinity, -Infinity)];
    let behind = false;
    const point = (): void => {
      const depth = CORNER.clone().applyMatrix4(camera.matrixWorldInverse).z;
      if (depth > -1e-3) behind = true;
      CORNER.project(camera);
      low.min(new Vector2(CORNER.x, CORNER.y));
      high.max(new Vector2(CORNER.x, CORNER.y));
    };
    for (const { instances } of this.masked) {
      for (const i of instances) {
        const b = this.drawing!.poses.boxes.subarray(i * 6, i * 6 + 6);
        for (let k = 0; k < 8; k++) {
          CORNER.set(b[k & 1 ? 3 : 0]!, b[k & 2 ? 4 : 1]!, b[k & 4 ? 5 : 2]!);
          point();
        }
      }
    }
    if (behind) return new Vector4(0, 0, size.x, size.y);
    const x0 = Math.max(Math.floor(((low.x + 1) / 2) * size.x) - margin, 0);
    const y0 = Math.max(Math.floor(((low.y + 1) / 2) * size.y) - margin, 0);
    const x1 = Math.min(Math.ceil(((high.x + 1) / 2) * size.x) + margin, size.x);
    const y1 = Math.min(Math.ceil(((high.y + 1) / 2) * size.y) + margin, size.y);
    return x1 > x0 && y1 > y0 ? new Vector4(x0, y0, x1 - x0, y1 - y0) : null;
  }

  clear(): void {
    for (const { mesh } of this.masked) {
      mesh.removeFromParent();
      mesh.geometry.dispose();
      mesh.dispose();
    }
    this.masked = [];
  }

  dispose(): void {
    this.clear();
    this.target.dispose();
    this.selectedPaint.dispose();
    this.hoverPaint.dispose();
    this.edge.dispose();
    this.quad.geometry.dispose();
  }
}
