// The eye: one perspective and one orthographic camera behind one set of controls, with named views and short transitions.

import CameraControls from "camera-controls";
import {
  Box3,
  Matrix4,
  OrthographicCamera,
  PerspectiveCamera,
  Quaternion,
  Raycaster,
  Sphere,
  Spherical,
  Vector2,
  Vector3,
  Vector4,
} from "three";
import type { SceneCamera, Vec3, Viewport, ViewportPose } from "../../protocol";
import type { Sight } from "../drawing/tiny_instances";
import { type Box, centreOf, framingDistance, framingHeight } from "./framing";

CameraControls.install({ THREE: { Box3, Matrix4, Quaternion, Raycaster, Sphere, Spherical, Vector2, Vector3, Vector4 } });

export type ViewName = Parameters<Viewport["view"]>[0];

const FOV = 40;
const AXIS_VIEWS: Record<string, Vec3> = {
  front: [0, 0, -1],
  back: [0, 0, 1],
  left: [1, 0, 0],
  right: [-1, 0, 0],
  top: [0, -1, 0],
  bottom: [0, 1, 0],
};
const WHOLE: Vec3 = [-0.62, -0.66, -1];

/** A direction that looks down on a scene: itself, or where it falls less than `least` over its length across, the usual one from the same
 * side. */
function lookingDown([x, y, z]: Vec3, least: number): Vec3 {
  const across = Math.hypot(x, z);
  if (y < -least * across) return [x, y, z];
  const steep = -WHOLE[1] / Math.hypot(WHOLE[0], WHOLE[2]);
  return across < 1e-6 ? WHOLE : [x, -steep * across, z];
}

const { ACTION } = CameraControls;

export class CameraRig {
  readonly perspective = new PerspectiveCamera(FOV, 1, 0.05, 200);
  readonly orthographic = new OrthographicCamera(-1, 1, 1, -1, 0.05, 200);
  readonly controls: CameraControls;
  private aspect = 1;
  private nextCamera = 0;
  private planar = false;
  private floor = 0;
  private bounds: Box = [
    [-1, 0, -1],
    [1, 1, 1],
  ];

  constructor(
    canvas: HTMLElement,
    private readonly smooth: () => boolean,
  ) {
    this.controls = new CameraControls(this.perspective, canvas);
    this.controls.dollyToCursor = true;
    this.controls.smoothTime = 0.12;
    this.controls.draggingSmoothTime = 0.03;
    this.controls.restThreshold = 0.002;
    this.controls.minDistance = 0.02;
    this.controls.infinityDolly = false;
    this.setButtons();
    // who turns a view along an axis wants to see the thing in space
    this.controls.addEventListener("control", () => {
      if (this.camera === this.orthographic && (this.controls.currentAction & ACTION.ROTATE) !== 0) this.usePerspective();
      this.stayAboveFloor();
    });
  }

  get camera(): PerspectiveCamera | OrthographicCamera {
    return this.controls.camera;
  }

  /** The scene's bounds: for near and far planes and limits. `floor`: its height. */
  setBounds(bounds: Box, floor: number): void {
    this.bounds = bounds;
    this.floor = floor;
    const radius = this.radius();
    this.controls.maxDistance = radius * 12;
    this.controls.minDistance = radius * 0.003;
  }

  private radius(): number {
    const [low, high] = this.bounds;
    return Math.max(Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2, 1e-3);
  }

  resize(width: number, height: number): void {
    this.aspect = width / Math.max(height, 1);
    this.perspective.aspect = this.aspect;
    this.orthographic.left = -this.aspect;
    this.orthographic.right = this.aspect;
    this.perspective.updateProjectionMatrix();
    this.orthographic.updateProjectionMatrix();
  }

  /** Moves the eye; true: it moved. */
  update(seconds: number): boolean {
    const moved = this.controls.update(seconds);
    this.setPlanes();
    return moved;
  }

  /** Near and far as close to the scene as can be, so that depths stay apart. */
  private setPlanes(): void {
    const camera = this.camera;
    const centre = centreOf(this.bounds);
    const away = camera.position.distanceTo(new Vector3(...centre));
    const radius = this.radius();
    const near = Math.max((away - radius * 1.2) * 0.5, radius * 0.004);
    const far = away + radius * 8;
    if (Math.abs(camera.near - near) > near * 0.01 || Math.abs(camera.far - far) > far * 0.01) {
      camera.near = near;
      camera.far = far;
      camera.updateProjectionMatrix();
    }
    camera.updateMatrixWorld();
  }

  /** Turns the eye about what it looks at, by radians, as a hand does on the view itself. */
  orbit(azimuth: number, polar: number): void {
    void this.controls.rotate(azimuth, polar, false);
    this.stayAboveFloor();
  }

  /** No hand leads the eye through the floor; an eye that is below it already stays as it is. */
  private stayAboveFloor(): void {
    if (this.camera !== this.perspective || this.camera.position.y <= this.floor) return;
    const eye = this.controls.getPosition(new Vector3());
    const target = this.controls.getTarget(new Vector3());
    const lowest = this.floor + this.radius() * 0.01;
    if (eye.y >= lowest) return;
    const polar = Math.acos(Math.min(Math.max((lowest - target.y) / Math.max(eye.distanceTo(target), 1e-9), -1), 1));
    void this.controls.rotatePolarTo(polar, false);
  }

  private setButtons(): void {
    const plane = this.camera === this.orthographic && this.planar;
    // the controls reckon with half the height of a perspective picture and with all of an orthographic one: so the scene sticks to the pointer
    this.controls.truckSpeed = this.camera === this.orthographic ? 1 : 2;
    this.controls.mouseButtons.left = plane ? ACTION.TRUCK : ACTION.ROTATE;
    this.controls.mouseButtons.right = ACTION.TRUCK;
    this.controls.mouseButtons.middle = ACTION.ROTATE;
    this.controls.mouseButtons.wheel = this.camera === this.orthographic ? ACTION.ZOOM : ACTION.DOLLY;
    this.controls.touches.one = plane ? ACTION.TOUCH_TRUCK : ACTION.TOUCH_ROTATE;
    this.controls.touches.two = this.camera === this.orthographic ? ACTION.TOUCH_ZOOM_TRUCK : ACTION.TOUCH_DOLLY_TRUCK;
  }

  private usePerspective(fov = this.perspective.fov): void {
    if (this.perspective.fov !== fov) {
      this.perspective.fov = fov;
      this.perspective.updateProjectionMatrix();
    }
    if (this.camera === this.perspective) return;
    const height = 2 / this.orthographic.zoom;
    const target = this.controls.getTarget(new Vector3());
    const forward = target.clone().sub(this.controls.getPosition(new Vector3())).normalize();
    this.controls.camera = this.perspective;
    // the controls keep one zoom for both cameras: a perspective one comes nearer instead
    void this.controls.zoomTo(1, false);
    this.planar = false;
    this.setButtons();
    const eye = target.clone().addScaledVector(forward, -height / 2 / Math.tan((fov * Math.PI) / 360));
    void this.controls.setLookAt(eye.x, eye.y, eye.z, target.x, target.y, target.z, false);
  }

  private useOrthographic(planar: boolean): void {
    this.planar = planar;
    if (this.camera !== this.orthographic) {
      const height = 2 * this.controls.distance * Math.tan((this.perspective.fov * Math.PI) / 360);
      this.controls.camera = this.orthographic;
      // things keep their size in the picture
      void this.controls.zoomTo(2 / Math.max(height, 1e-6), false);
    }
    this.setButtons();
  }

  private place(eye: Vec3, target: Vec3, smooth = this.smooth()): void {
    void this.controls.setLookAt(...eye, ...target, smooth);
  }

  /** Shows a box, seen as now; `forward` sees it from another side. */
  frame(box: Box, forward: Vec3 = this.forward(), smooth = this.smooth(), room = 1.12): void {
    const centre = centreOf(box);
    const orthographic = this.camera === this.orthographic;
    const height = framingHeight(box, forward, this.aspect, room);
    const distance = orthographic ? this.radius() * 4 : framingDistance(box, forward, this.perspective.fov, this.aspect, room);
    const length = Math.hypot(...forward);
    const eye = centre.map((c, k) => c - (forward[k]! / length) * distance) as Vec3;
    this.place(eye, centre, smooth);
    if (orthographic) void this.controls.zoomTo(2 / height, smooth);
  }

  /** The first view of a scene: all of it from above, from the side of the first camera of its program that stands outside, else from the
   * front and the right. */
  frameWhole(box: Box, cameras: readonly SceneCamera[], smooth: boolean): void {
    const outside = cameras.find(({ eye }) => eye.some((c, k) => c < box[0][k]! || c > box[1][k]!) && eye[1] > box[0][1]);
    const forward: Vec3 = outside === undefined ? WHOLE : [0, 1, 2].map((k) => outside.target[k]! - outside.eye[k]!) as Vec3;
    this.usePerspective(FOV);
    this.frame(box, lookingDown(forward, 0.4), smooth, 1.06);
  }

  view(name: ViewName, box: Box, cameras: readonly SceneCamera[]): string | null {
    if (name === "perspective") {
      const along = this.camera === this.orthographic;
      this.usePerspective();
      if (along) this.frame(box, WHOLE);
      return null;
    }
    if (name === "camera") {
      const camera = cameras[this.nextCamera++ % Math.max(cameras.length, 1)];
      if (camera === undefined) return "The program has no camera. Add one with camera(eye=..., target=...).";
      this.look({ eye: camera.eye, target: camera.target, fov: camera.fov });
      return null;
    }
    const forward = AXIS_VIEWS[name]!;
    this.useOrthographic(name === "top" || name === "bottom");
    // the angles of the view, which its direction alone does not give from straight above
    void this.controls.normalizeRotations();
    this.frame(box, forward);
    return null;
  }

  look(pose: Partial<ViewportPose>): void {
    const now = this.pose();
    const flat = pose.fov === null || (pose.fov === undefined && pose.height !== undefined && pose.height !== null);
    const stays = pose.fov === undefined && pose.height === undefined;
    if (flat) this.useOrthographic(false);
    else if (!stays) this.usePerspective(pose.fov ?? this.perspective.fov);
    this.place(pose.eye ?? now.eye, pose.target ?? now.target);
    if (pose.height != null && this.camera === this.orthographic) void this.controls.zoomTo(2 / pose.height, this.smooth());
  }

  pose(): ViewportPose {
    const eye = this.controls.getPosition(new Vector3());
    const target = this.controls.getTarget(new Vector3());
    const flat = this.camera === this.orthographic;
    return {
      eye: [eye.x, eye.y, eye.z],
      target: [target.x, target.y, target.z],
      fov: flat ? null : this.perspective.fov,
      height: flat ? 2 / this.orthographic.zoom : null,
    };
  }

  /** What a pixel of a picture `height` CSS pixels high can show. */
  sight(height: number): Sight {
    const camera = this.camera;
    const orthographic = camera === this.orthographic;
    const tall = orthographic ? 2 / camera.zoom : 2 * Math.tan((this.perspective.fov * Math.PI) / 360);
    return { eye: camera.position.toArray(), pixel: tall / Math.max(height, 1), orthographic };
  }

  /** The direction of the view, or where it does not look down on the scene, one that does from the same side. */
  downward(): Vec3 {
    return this.camera === this.orthographic ? this.forward() : lookingDown(this.forward(), 0.15);
  }

  forward(): Vec3 {
    const eye = this.controls.getPosition(new Vector3());
    const target = this.controls.getTarget(new Vector3());
    const along = target.sub(eye);
    return along.lengthSq() < 1e-12 ? WHOLE : [along.x, along.y, along.z];
  }

  dispose(): void {
    this.controls.dispose();
  }
}
