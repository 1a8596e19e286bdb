// Between the scene and the screen: rays under the pointer, places of points, metres of a pixel.
import { type OrthographicCamera, type PerspectiveCamera, Raycaster, Vector2, Vector3 } from "three";
import type { Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import type { Ray, ScreenPoint } from "../logic/pointing";
import { distance } from "../logic/vectors";

export class Eye {
  private readonly caster = new Raycaster();
  private readonly spot = new Vector2();
  private readonly vector = new Vector3();

  constructor(private readonly context: ViewportContext) {}

  private camera(): PerspectiveCamera | OrthographicCamera {
    const camera = this.context.camera();
    camera.updateMatrixWorld();
    return camera;
  }

  isOrthographic(): boolean {
    return "isOrthographicCamera" in this.context.camera();
  }

  /** Whether the view is the plan: straight down, without perspective. */
  isPlan(): boolean {
    return this.isOrthographic() && this.direction()[1] < -0.999;
  }

  ray(clientX: number, clientY: number): Ray {
    const { x, y } = this.normalized(clientX, clientY);
    this.caster.setFromCamera(this.spot.set(x, y), this.camera());
    const { origin, direction } = this.caster.ray;
    return { origin: origin.toArray(), direction: direction.toArray() };
  }

  /** From -1 to 1, y upward. */
  normalized(clientX: number, clientY: number): ScreenPoint {
    const frame = this.context.canvas.getBoundingClientRect();
    return { x: ((clientX - frame.left) / Math.max(1, frame.width)) * 2 - 1, y: 1 - ((clientY - frame.top) / Math.max(1, frame.height)) * 2 };
  }

  /** Where a point is on the page; null behind the eye. */
  project(point: Vec3): ScreenPoint | null {
    const at = this.vector.set(...point).project(this.camera());
    if (!Number.isFinite(at.x) || at.z > 1 || at.z < -1) return null;
    const frame = this.context.canvas.getBoundingClientRect();
    return { x: frame.left + ((at.x + 1) / 2) * frame.width, y: frame.top + ((1 - at.y) / 2) * frame.height };
  }

  direction(): Vec3 {
    return this.camera().getWorldDirection(this.vector).toArray();
  }

  up(): Vec3 {
    return this.vector.setFromMatrixColumn(this.camera().matrixWorld, 1).toArray();
  }

  position(): Vec3 {
    return this.vector.setFromMatrixPosition(this.camera().matrixWorld).toArray();
  }

  metresPerPixel(point: Vec3): number {
    const camera = this.camera();
    const pixels = Math.max(1, this.context.canvas.clientHeight);
    if ("isOrthographicCamera" in camera) return (camera.top - camera.bottom) / camera.zoom / pixels;
    const tall = 2 * Math.tan((camera.fov * Math.PI) / 360) * distance(this.position(), point);
    return tall / camera.zoom / pixels;
  }
}
