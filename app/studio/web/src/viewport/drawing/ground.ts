// The ground beyond the scene: a fine grid that fades with the distance, and the shadows that things throw on it.

import { Color, DoubleSide, Group, Mesh, PlaneGeometry, ShaderMaterial, ShadowMaterial } from "three";
import type { Vec3 } from "../../protocol";

const VERTEX = /* glsl */ `
varying vec2 vPlace;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vPlace = world.xz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 ink;
uniform float spacing;
uniform float reach;
uniform float strength;
uniform vec2 centre;
varying vec2 vPlace;

float lines(float step, float width) {
  vec2 place = vPlace / step;
  vec2 wide = fwidth(place);
  vec2 line = abs(fract(place - 0.5) - 0.5) / max(wide, vec2(1e-6));
  // lines that would stand closer than a few pixels vanish instead of flickering
  vec2 fine = clamp(1.0 - wide * 6.0, 0.0, 1.0);
  vec2 cover = clamp(width - line, 0.0, 1.0) * fine;
  return max(cover.x, cover.y);
}

void main() {
  float fade = 1.0 - smoothstep(0.25, 1.0, length(vPlace - centre) / reach);
  float cover = max(lines(spacing, 1.0) * 0.45, lines(spacing * 5.0, 1.2));
  gl_FragColor = vec4(ink, cover * fade * strength);
  if (gl_FragColor.a < 0.002) discard;
}`;

export class Ground {
  readonly root = new Group();
  private readonly plane = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  private readonly material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ink: { value: new Color() }, spacing: { value: 1 }, reach: { value: 10 }, strength: { value: 0.2 }, centre: { value: [0, 0] } },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
  });
  private readonly shade = new ShadowMaterial({ opacity: 0.22, depthWrite: false });
  private readonly grid = new Mesh(this.plane, this.material);
  private readonly shadows = new Mesh(this.plane, this.shade);
  /** Metres from the centre of the scene to where the grid ends. */
  reach = 10;

  constructor() {
    this.shadows.receiveShadow = true;
    this.grid.renderOrder = -1;
    this.shadows.renderOrder = -2;
    this.root.add(this.shadows, this.grid);
  }

  setBounds([low, high]: [Vec3, Vec3]): void {
    const radius = Math.max(Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2, 1e-3);
    this.reach = radius * 5;
    this.material.uniforms["spacing"]!.value = 10 ** Math.round(Math.log10(radius / 5));
    this.material.uniforms["reach"]!.value = this.reach;
    this.material.uniforms["centre"]!.value = [(low[0] + high[0]) / 2, (low[2] + high[2]) / 2];
    // a little below what stands at its height, against flicker
    this.root.position.set((low[0] + high[0]) / 2, low[1] - radius * 5e-4, (low[2] + high[2]) / 2);
    this.grid.scale.setScalar(this.reach * 2);
    this.shadows.scale.setScalar(radius * 3);
    this.root.updateMatrixWorld(true);
  }

  /** Whether things throw shadows on it: not from within a room, whose walls let the light through. */
  setShadows(on: boolean): void {
    this.shadows.visible = on;
  }

  setTheme(theme: "dark" | "light"): void {
    (this.material.uniforms["ink"]!.value as Color).set(theme === "dark" ? 0xffffff : 0x20242c);
    this.material.uniforms["strength"]!.value = theme === "dark" ? 0.14 : 0.2;
    this.shade.opacity = theme === "dark" ? 0.38 : 0.2;
  }

  dispose(): void {
    this.plane.dispose();
    this.material.dispose();
    this.shade.dispose();
    this.root.removeFromParent();
  }
}
