// Gaussians of captures in the scene. Spark, which draws them, is loaded when the first scene has some.

import { BoxGeometry, Color, EdgesGeometry, Group, LineBasicMaterial, LineSegments, Raycaster, Vector3 } from "three";
import type { Matrix4, Ray, Scene, WebGLRenderer } from "three";
import type { SparkRenderer, SplatMesh } from "@sparkjsdev/spark";
import type { Matrix12, SceneState } from "../../protocol";
import { matrixFrom12, matrixTo12 } from "../data/matrices";

type Splat = SceneState["splats"][number];

interface Loaded {
  splat: Splat;
  url: string;
  mesh: SplatMesh;
  /** It is shown elsewhere than it stands. */
  previewed: boolean;
  /** Lines around it while it is selected or under the pointer. */
  frame: LineSegments<EdgesGeometry, LineBasicMaterial> | null;
}

export interface SplatHit {
  path: string;
  row: number;
  distance: number;
  point: Vector3;
}

/** Renderers draw splats after everything opaque and before what is laid over the scene. */
const ORDER = 5;

export class SplatLayer {
  private readonly root = new Group();
  private spark: SparkRenderer | null = null;
  private loaded = new Map<string, Loaded>();
  private work: Promise<void> = Promise.resolve();
  private wanted: readonly Splat[] = [];
  private pending = 0;
  private ended = false;
  private hidden: ReadonlySet<number> = new Set();
  private marked: { paths: readonly string[]; color: Color } = { paths: [], color: new Color() };

  constructor(
    private readonly scene: Scene,
    private readonly renderer: WebGLRenderer,
    private readonly fetch: (url: string) => Promise<ArrayBuffer>,
    private readonly changed: () => void,
    private readonly failed: (message: string) => void,
  ) {
    scene.add(this.root);
  }

  /** Whether all that the scene has is there and sorted for the eye. */
  get settled(): boolean {
    return this.pending === 0 && (this.spark === null || this.loaded.size === 0 || !(this.spark.dirty || this.spark.sorting));
  }

  /** Shows these splats; what is there already only moves. */
  show(splats: readonly Splat[]): void {
    this.wanted = splats;
    for (const splat of splats) {
      const known = this.loaded.get(splat.path);
      if (known !== undefined && known.url === splat.url) this.place(known, splat);
    }
    if (splats.length === 0 && this.loaded.size === 0) return;
    this.pending++;
    this.work = this.work
      .then(() => this.load())
      .catch((error: unknown) => this.failed(`The Gaussians cannot be shown: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        this.pending--;
        this.changed();
      });
  }

  private async load(): Promise<void> {
    const wanted = new Map(this.wanted.map((splat) => [splat.path, splat]));
    for (const [path, one] of this.loaded) if (wanted.get(path)?.url !== one.url) this.drop(path);
    for (const splat of wanted.values()) {
      const known = this.loaded.get(splat.path);
      if (known !== undefined) {
        this.place(known, splat);
        continue;
      }
      const [spark, bytes] = await Promise.all([import("@sparkjsdev/spark"), this.fetch(splat.url)]);
      if (this.ended) return;
      this.spark ??= this.makeRenderer(spark.SparkRenderer);
      const mesh = new spark.SplatMesh({ fileBytes: new Uint8Array(bytes), fileName: fileName(splat.url) });
      await mesh.initialized;
      if (this.ended) return mesh.dispose();
      mesh.matrixAutoUpdate = false;
      const made: Loaded = { splat, url: splat.url, mesh, previewed: false, frame: null };
      this.loaded.set(splat.path, made);
      this.place(made, splat);
      this.root.add(mesh);
      this.frame(made);
      this.changed();
    }
  }

  private makeRenderer(Kind: typeof SparkRenderer): SparkRenderer {
    const made = new Kind({ renderer: this.renderer, onDirty: () => this.changed() });
    made.renderOrder = ORDER;
    this.scene.add(made);
    return made;
  }

  private place(one: Loaded, splat: Splat, motion: Matrix4 | null = null): void {
    one.splat = splat;
    one.previewed = motion !== null;
    matrixFrom12(splat.matrix, 0, one.mesh.matrix);
    if (motion !== null) one.mesh.matrix.premultiply(motion);
    one.mesh.matrix.decompose(one.mesh.position, one.mesh.quaternion, one.mesh.scale);
    one.mesh.updateMatrixWorld(true);
    one.mesh.visible = !this.hidden.has(splat.row);
    this.changed();
  }

  /** Moves the splats of rows from `row` to before `end` for good: world_after = motion * world_before. */
  moved(motions: readonly { row: number; end: number; motion: Matrix12 }[]): void {
    const before = this.wanted;
    this.wanted = before.map((splat) => {
      const one = motions.find(({ row, end }) => splat.row >= row && splat.row < end);
      return one === undefined ? splat : { ...splat, matrix: matrixTo12(matrixFrom12(one.motion).multiply(matrixFrom12(splat.matrix))) };
    });
    this.wanted.forEach((splat, at) => {
      const known = this.loaded.get(splat.path);
      if (known !== undefined && splat !== before[at]) this.place(known, splat);
    });
  }

  /** Shows the splats of rows moved; `of`: the motion of a row, null: none. */
  move(of: (row: number) => Matrix4 | null): void {
    for (const one of this.loaded.values()) {
      const motion = of(one.splat.row);
      if (motion !== null || one.previewed) this.place(one, one.splat, motion);
    }
  }

  setHidden(rows: ReadonlySet<number>): void {
    this.hidden = rows;
    for (const one of this.loaded.values()) {
      if (one.mesh.visible !== rows.has(one.splat.row)) continue;
      one.mesh.visible = !one.mesh.visible;
      this.changed();
    }
  }

  /** Draws lines around the boxes of splats at and below these paths. */
  mark(paths: readonly string[], color: Color): void {
    this.marked = { paths, color };
    for (const one of this.loaded.values()) this.frame(one);
  }

  private frame(one: Loaded): void {
    const { path } = one.splat;
    const marked = this.marked.paths.some((outer) => path === outer || path.startsWith(`${outer}/`));
    if (marked || one.frame !== null) this.changed();
    if (!marked) return unframe(one);
    if (one.frame === null) {
      const box = one.mesh.getBoundingBox(true);
      const size = box.getSize(new Vector3());
      const solid = new BoxGeometry(size.x, size.y, size.z).translate(...box.getCenter(new Vector3()).toArray());
      one.frame = new LineSegments(new EdgesGeometry(solid), new LineBasicMaterial({ toneMapped: false }));
      solid.dispose();
      // it follows what it is around
      one.mesh.add(one.frame);
      one.frame.updateMatrixWorld(true);
    }
    one.frame.material.color.copy(this.marked.color);
  }

  /** The nearest Gaussian that a ray meets. */
  pick(ray: Ray, far: number, keep: (row: number) => boolean): SplatHit | null {
    let best: SplatHit | null = null;
    const raycaster = new Raycaster(ray.origin.clone(), ray.direction.clone(), 0, far);
    for (const { mesh, splat } of this.loaded.values()) {
      if (!mesh.visible || !keep(splat.row)) continue;
      const hits: { distance: number; point: Vector3; object: SplatMesh }[] = [];
      mesh.raycast(raycaster, hits as never);
      for (const hit of hits) {
        const distance = hit.point.distanceTo(ray.origin);
        if (distance < (best?.distance ?? far)) best = { path: splat.path, row: splat.row, distance, point: hit.point.clone() };
      }
    }
    return best;
  }

  /** After the graphics context was lost: all is made anew. */
  restore(): void {
    for (const path of [...this.loaded.keys()]) this.drop(path);
    this.spark?.removeFromParent();
    this.spark?.dispose();
    this.spark = null;
    this.show(this.wanted);
  }

  private drop(path: string): void {
    const one = this.loaded.get(path);
    if (one === undefined) return;
    unframe(one);
    one.mesh.removeFromParent();
    one.mesh.dispose();
    this.loaded.delete(path);
  }

  dispose(): void {
    this.ended = true;
    for (const path of [...this.loaded.keys()]) this.drop(path);
    this.spark?.removeFromParent();
    this.spark?.dispose();
    this.root.removeFromParent();
  }
}

function unframe(one: Loaded): void {
  one.frame?.removeFromParent();
  one.frame?.geometry.dispose();
  one.frame?.material.dispose();
  one.frame = null;
}

/** Spark reads the kind of some files from their names. */
function fileName(url: string): string {
  return url.split(/[?#]/, 1)[0]!.split("/").pop() ?? "";
}
