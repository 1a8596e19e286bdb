// The picture of the scene as it was drawn last: while only the outline or what lies over the scene changes, it is shown again, not drawn again.

import { FramebufferTexture, GLSL3, Matrix4, Mesh, OrthographicCamera, PlaneGeometry, RGBFormat, RawShaderMaterial, Scene, Vector2 } from "three";
import type { Camera, WebGLRenderer } from "three";

const VERTEX = /* glsl */ `
in vec3 position;
void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }`;

const FRAGMENT = /* glsl */ `
precision mediump float;
uniform sampler2D picture;
out vec4 result;
void main() { result = vec4(texelFetch(picture, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }`;

export class KeptPicture {
  private picture: FramebufferTexture | null = null;
  private readonly material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { picture: { value: null } },
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  });
  private readonly quad = new Mesh(new PlaneGeometry(2, 2), this.material);
  private readonly scene = new Scene();
  private readonly camera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private readonly size = new Vector2();
  private readonly view = new Matrix4();
  private readonly projection = new Matrix4();
  private valid = false;

  constructor() {
    this.quad.frustumCulled = false;
    this.scene.add(this.quad);
  }

  /** The scene has changed: the picture of it is of no use any more. */
  drop(): void {
    this.valid = false;
  }

  /** Whether it is what this camera sees now. */
  shows(renderer: WebGLRenderer, camera: Camera): boolean {
    const size = renderer.getDrawingBufferSize(SIZE);
    return this.valid && size.equals(this.size) && camera.matrixWorld.equals(this.view) && camera.projectionMatrix.equals(this.projection);
  }

  /** Takes what has just been drawn on the canvas. */
  take(renderer: WebGLRenderer, camera: Camera): void {
    renderer.getDrawingBufferSize(this.size);
    if (this.picture === null || this.picture.image.width !== this.size.x || this.picture.image.height !== this.size.y) {
      this.picture?.dispose();
      this.picture = new FramebufferTexture(this.size.x, this.size.y);
      // the canvas has no alpha, and only textures of its own kind can be copied to
      this.picture.format = RGBFormat;
      this.picture.internalFormat = "RGB8";
      this.material.uniforms["picture"]!.value = this.picture;
    }
    renderer.copyFramebufferToTexture(this.picture);
    this.view.copy(camera.matrixWorld);
    this.projection.copy(camera.projectionMatrix);
    this.valid = true;
  }

  draw(renderer: WebGLRenderer): void {
    renderer.render(this.scene, this.camera);
  }

  dispose(): void {
    this.picture?.dispose();
    this.quad.geometry.dispose();
    this.material.dispose();
  }
}

const SIZE = new Vector2();
