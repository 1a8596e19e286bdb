// The light of the viewport: a soft sky that reflects in things, a key light with shadows, and the lamps of the scene.

import {
  Color,
  DataTexture,
  DirectionalLight,
  EquirectangularReflectionMapping,
  FloatType,
  Group,
  LinearSRGBColorSpace,
  LinearFilter,
  PCFShadowMap,
  PMREMGenerator,
  PointLight,
  RGBAFormat,
  SpotLight,
  Vector3,
} from "three";
import type { Light, Scene, WebGLRenderTarget, WebGLRenderer } from "three";
import type { DrawnLight, Vec3 } from "../../protocol";

/** Linear radiance straight up, at the horizon and straight down, and of a soft box overhead, for reflections on what is smooth. */
interface Sky {
  zenith: Vec3;
  horizon: Vec3;
  ground: Vec3;
  box: number;
}

/** How strong the lights are against each other. */
interface Balance {
  sky: Sky;
  sun: number;
  zenith: number;
  environment: number;
  /** Light of all lamps together at a third of the scene's size, as a share of white. */
  lamps: number;
  exposure: number;
}
/** In the open: the sky of the preview renderer's studio. */
const OUTDOORS: Balance = { sun: 1.6, zenith: 0.75, environment: 0.92, lamps: 0.55, exposure: 0.69, sky: { zenith: [0.62, 0.64, 0.67], horizon: [0.72, 0.72, 0.72], ground: [0.36, 0.35, 0.34], box: 5 } };
/** In a room light comes back from floor and walls: what looks sideways is about as bright as what looks up. Both are fitted to pictures of the
 * preview renderer, which lights a room without lamps from above its open top. */
const ROOM: Balance = { sun: 0.6, zenith: 0.25, environment: 1.2, lamps: 0, exposure: 0.68, sky: { zenith: [0.35, 0.34, 0.32], horizon: [1.05, 1.03, 1], ground: [0.95, 0.92, 0.88], box: 2.5 } };
const ROOM_WITH_LAMPS: Balance = { sun: 0.5, zenith: 0.25, environment: 1.2, lamps: 0.35, exposure: 0.63, sky: { zenith: [0.4, 0.4, 0.41], horizon: [0.92, 0.92, 0.92], ground: [0.85, 0.85, 0.86], box: 2.5 } };
const MOST_LAMPS = 4;
/** Pixels along a face of the map that surfaces reflect. The sky has 16 of them, and a map of three's least size, 256, takes a processor that
 * draws without a graphics card a second. */
const MAP_SIZE = 128;
/** Milliseconds without a motion, before shadows are drawn that can wait. */
const REST = 180;

/** Where three has another name for the size of its maps, they are as large as it makes them. */
class SmallMaps extends PMREMGenerator {
  protected _cubeSize = MAP_SIZE;

  protected _setSize(): void {
    this._cubeSize = MAP_SIZE;
  }
}

export class Lighting {
  readonly root = new Group();
  private readonly sun = new DirectionalLight(0xffffff, OUTDOORS.sun);
  /** The part of the sky's light that comes from above: its wide shadows darken what stands close together. */
  private readonly zenith = new DirectionalLight(0xf4f7ff, OUTDOORS.zenith);
  private readonly lamps: Light[] = [];
  private environment: WebGLRenderTarget | null = null;
  private balance = OUTDOORS;
  private resting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly scene: Scene,
    private readonly software: boolean,
  ) {
    renderer.shadowMap.enabled = true;
    renderer.shadowMap.type = PCFShadowMap;
    renderer.shadowMap.autoUpdate = false;
    for (const [light, size, radius] of [
      [this.sun, software ? 1024 : 2048, 2.5],
      [this.zenith, 512, software ? 5 : 7],
    ] as const) {
      light.castShadow = true;
      light.shadow.mapSize.set(size, size);
      light.shadow.radius = radius;
      this.root.add(light, light.target);
    }
    scene.add(this.root);
  }

  /** Draws the sky into the map that surfaces reflect: once the scene is known, and after the graphics context was lost. */
  makeEnvironment(): void {
    this.environment?.dispose();
    const picture = skyPicture(this.balance.sky);
    const generator = new SmallMaps(this.renderer);
    this.environment = generator.fromEquirectangular(picture);
    generator.dispose();
    picture.dispose();
    this.scene.environment = this.environment.texture;
    this.applyBalance();
    this.renderer.shadowMap.needsUpdate = true;
  }

  private useBalance(balance: Balance): void {
    if (balance === this.balance && this.environment !== null) return;
    this.balance = balance;
    this.makeEnvironment();
  }

  private applyBalance(): void {
    const { sun, zenith, environment, exposure } = this.balance;
    this.sun.intensity = sun;
    this.zenith.intensity = zenith;
    this.scene.environmentIntensity = environment;
    this.renderer.toneMappingExposure = exposure;
  }

  /** The lamps and the sun of a drawing; where it has no sun, one shines from the upper left. `indoors`: the scene is a room. */
  setLights(lights: readonly DrawnLight[], bounds: [Vec3, Vec3], indoors: boolean): void {
    this.useBalance(!indoors ? OUTDOORS : lights.some(isLamp) ? ROOM_WITH_LAMPS : ROOM);
    for (const lamp of this.lamps.splice(0)) {
      lamp.removeFromParent();
      lamp.dispose();
    }
    const sun = lights.find((light) => light.kind === "sun");
    const toward = sun === undefined ? new Vector3(-0.55, -0.9, -0.72) : new Vector3(...sun.direction);
    // a sun from straight above or below would have no frame of its own
    if (Math.abs(toward.x) + Math.abs(toward.z) < 1e-3) toward.x = 1e-3;
    if (toward.normalize().y > -0.25) toward.setY(-0.25).normalize();
    this.aim(this.sun, toward, bounds);
    this.aim(this.zenith, new Vector3(-0.06, -1, -0.1).normalize(), bounds);
    this.sun.color = sun === undefined ? new Color(1, 0.985, 0.955) : whitened(sun.color, 0.5);
    this.addLamps(lights, bounds);
  }

  private aim(light: DirectionalLight, direction: Vector3, [low, high]: [Vec3, Vec3]): void {
    const centre = new Vector3(...low).add(new Vector3(...high)).multiplyScalar(0.5);
    const radius = Math.max(new Vector3(...low).distanceTo(new Vector3(...high)) / 2, 0.01);
    light.position.copy(centre).addScaledVector(direction, -2 * radius);
    light.target.position.copy(centre);
    const { shadow } = light;
    shadow.camera.left = shadow.camera.bottom = -radius;
    shadow.camera.right = shadow.camera.top = radius;
    shadow.camera.near = radius * 0.5;
    shadow.camera.far = radius * 4;
    shadow.camera.updateProjectionMatrix();
    // wide shadows reach surfaces beside the one they fall on, unless they begin further away from it
    const texel = (2 * radius) / shadow.mapSize.x;
    shadow.normalBias = texel * 1.5;
    shadow.bias = (-texel * shadow.radius * 0.5) / (3.5 * radius);
    this.root.updateMatrixWorld(true);
  }

  private addLamps(lights: readonly DrawnLight[], [low, high]: [Vec3, Vec3]): void {
    const lamps = lights.filter(isLamp);
    const strongest = [...lamps].sort((a, b) => b.strength - a.strength).slice(0, this.software ? 2 : MOST_LAMPS);
    const total = strongest.reduce((sum, lamp) => sum + Math.max(lamp.strength, 0), 0);
    const distance = Math.max(Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 3, 0.05);
    for (const lamp of strongest) {
      const strength = (this.balance.lamps * Math.PI * distance ** 2 * lamp.strength) / Math.max(total, 1e-9);
      const made = lamp.kind === "point" ? new PointLight() : new SpotLight();
      made.color = whitened(lamp.color, 0.35);
      made.intensity = strength;
      made.decay = 2;
      made.position.set(...lamp.position);
      if (made instanceof SpotLight) {
        made.angle = lamp.kind === "spot" ? 0.61 : 1.35;
        made.penumbra = lamp.kind === "spot" ? 0.25 : 1;
        made.target.position.set(...lamp.position).add(new Vector3(...lamp.direction));
        made.add(made.target);
        made.target.position.sub(made.position);
      }
      this.lamps.push(made);
      this.root.add(made);
    }
    this.root.updateMatrixWorld(true);
  }

  /** Shadows are drawn anew at the next frame. */
  refreshShadows(): void {
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = null;
    this.renderer.shadowMap.needsUpdate = true;
  }

  /** Shadows follow as soon as nothing has moved for a moment: drawing them takes as long as a picture. */
  refreshShadowsAtRest(ready: () => void): void {
    if (this.renderer.shadowMap.needsUpdate) return;
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.refreshShadows();
      ready();
    }, REST);
  }

  /** Whether the shadows are those of what is in view. */
  get settled(): boolean {
    return this.resting === null;
  }

  dispose(): void {
    if (this.resting !== null) clearTimeout(this.resting);
    for (const lamp of this.lamps) lamp.dispose();
    this.sun.dispose();
    this.zenith.dispose();
    this.environment?.dispose();
    this.scene.environment = null;
    this.root.removeFromParent();
  }
}

type Lamp = Extract<DrawnLight, { kind: "point" | "area" | "spot" }>;

function isLamp(light: DrawnLight): light is Lamp {
  return light.kind === "point" || light.kind === "area" || light.kind === "spot";
}

/** A colour whose tint is partly taken away, as eyes adapt to the light. */
function whitened(color: Vec3, share: number): Color {
  const peak = Math.max(...color, 1e-6);
  const [r, g, b] = color.map((part) => (part / peak) * (1 - share) + share) as Vec3;
  return new Color(r, g, b);
}

/** A panorama of the sky: soft from top to bottom, with a bright panel overhead. */
function skyPicture(sky: Sky): DataTexture {
  const [width, height] = [64, 32];
  const data = new Float32Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    // the first row is the lowest
    const y = Math.sin(((row + 0.5) / height - 0.5) * Math.PI);
    for (let column = 0; column < width; column++) {
      const azimuth = ((column + 0.5) / width) * 2 * Math.PI;
      const panel = y > 0.55 && y < 0.9 && Math.cos(azimuth - 0.9) > 0.72 ? sky.box : 0;
      for (let k = 0; k < 3; k++) data[(row * width + column) * 4 + k] = skyTone(sky, y, k) + panel;
      data[(row * width + column) * 4 + 3] = 1;
    }
  }
  const picture = new DataTexture(data, width, height, RGBAFormat, FloatType);
  picture.mapping = EquirectangularReflectionMapping;
  picture.colorSpace = LinearSRGBColorSpace;
  picture.minFilter = picture.magFilter = LinearFilter;
  picture.needsUpdate = true;
  return picture;
}

function skyTone({ zenith, horizon, ground }: Sky, y: number, k: number): number {
  const up = horizon[k]! + (zenith[k]! - horizon[k]!) * Math.sqrt(Math.max(y, 0));
  const down = Math.min(Math.max(-y * 3, 0), 1);
  return up + (ground[k]! - horizon[k]!) * down * down * (3 - 2 * down);
}
