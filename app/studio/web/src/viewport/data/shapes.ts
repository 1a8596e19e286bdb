// The meshes and textures of drawings, by the hash of their content: each is fetched once and let go when no drawing has it any more.

import { BufferAttribute, BufferGeometry, DoubleSide, FrontSide, LinearMipmapLinearFilter, RepeatWrapping, SRGBColorSpace, Texture } from "three";
import type { Side } from "three";
import { MeshBVH } from "three-mesh-bvh";
import type { DrawingHead } from "../../protocol";
import { type SafeTensors, readSafetensors, tensorOf } from "./safetensors";

export class Shape {
  private tree: MeshBVH | null = null;
  /** Lower and upper corner. */
  readonly box: Float32Array;
  readonly side: Side;

  constructor(
    readonly positions: Float32Array,
    readonly normals: Float32Array,
    readonly faces: Uint32Array,
    readonly uv: Float32Array | null,
    readonly colors: Float32Array | null,
  ) {
    this.box = boxOf(positions);
    this.side = isClosed(positions, faces) ? FrontSide : DoubleSide;
  }

  get triangles(): number {
    return this.faces.length / 3;
  }

  /** For rays; made when the first ray comes. */
  get bvh(): MeshBVH {
    if (this.tree === null) {
      const geometry = new BufferGeometry();
      geometry.setAttribute("position", new BufferAttribute(this.positions, 3));
      geometry.setIndex(new BufferAttribute(this.faces, 1));
      this.tree = new MeshBVH(geometry, { indirect: true });
    }
    return this.tree;
  }
}

/** Makes the trees of shapes while the page has nothing else to do, so that the first ray needs not wait for them. */
export function makeTreesWhenIdle(shapes: readonly Shape[]): void {
  const waiting = [...shapes];
  // Safari has no idle callbacks
  const later = (next: () => void): unknown => (typeof requestIdleCallback === "function" ? requestIdleCallback(next, { timeout: 2000 }) : setTimeout(next, 50));
  const makeOne = (): void => {
    if (waiting.pop()?.bvh !== undefined && waiting.length > 0) later(makeOne);
  };
  if (waiting.length > 0) later(makeOne);
}

/** A surface without a rim: its areas, as vectors, cancel out. Only closed ones can do without their inner side. */
export function isClosed(positions: Float32Array, faces: Uint32Array): boolean {
  const sum = [0, 0, 0];
  let total = 0;
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [faces[f]! * 3, faces[f + 1]! * 3, faces[f + 2]! * 3];
    const u = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!);
    const v = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!);
    const area = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    for (let k = 0; k < 3; k++) sum[k]! += area[k]!;
    total += Math.hypot(area[0]!, area[1]!, area[2]!);
  }
  return Math.hypot(sum[0]!, sum[1]!, sum[2]!) <= 1e-3 * total;
}

function boxOf(positions: Float32Array): Float32Array {
  const box = new Float32Array([Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]);
  for (let i = 0; i < positions.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      const value = positions[i + k]!;
      if (value < box[k]!) box[k] = value;
      if (value > box[3 + k]!) box[3 + k] = value;
    }
  }
  return box;
}

export class ShapeShelf {
  private readonly shapes = new Map<string, Shape>();
  private readonly textures = new Map<string, Texture>();
  /** Keys that were asked for, in the order of the requests: for tests and figures. */
  fetched = 0;

  constructor(private readonly fetch: (keys: string[]) => Promise<ArrayBuffer>) {}

  /** Fetches what a drawing needs and is not here. */
  async fill(head: DrawingHead): Promise<void> {
    const missing = new Set([...head.meshes.filter((k) => !this.shapes.has(k)), ...head.textures.filter((k) => !this.textures.has(k))]);
    if (missing.size === 0) return;
    this.fetched += missing.size;
    const read = readSafetensors(await this.fetch([...missing]));
    for (const key of head.meshes) if (missing.has(key)) this.shapes.set(key, readShape(read, key));
    const pictures = head.textures.filter((key) => missing.has(key) && !this.textures.has(key));
    const made = await Promise.all(pictures.map((key) => readTexture(read, key)));
    pictures.forEach((key, i) => this.textures.set(key, made[i]!));
  }

  shape(key: string): Shape {
    const shape = this.shapes.get(key);
    if (shape === undefined) throw new Error(`the mesh ${key} was not fetched`);
    return shape;
  }

  texture(key: string): Texture {
    const texture = this.textures.get(key);
    if (texture === undefined) throw new Error(`the texture ${key} was not fetched`);
    return texture;
  }

  /** Forgets what a drawing does not have. */
  keep(head: DrawingHead): void {
    const meshes = new Set(head.meshes);
    const textures = new Set(head.textures);
    for (const key of this.shapes.keys()) if (!meshes.has(key)) this.shapes.delete(key);
    for (const [key, texture] of this.textures) {
      if (textures.has(key)) continue;
      free(texture);
      this.textures.delete(key);
    }
  }

  dispose(): void {
    for (const texture of this.textures.values()) free(texture);
    this.textures.clear();
    this.shapes.clear();
  }
}

function free(texture: Texture): void {
  (texture.image as ImageBitmap | undefined)?.close?.();
  texture.dispose();
}

function readShape(read: SafeTensors, key: string): Shape {
  const optional = (name: string, width: number): Float32Array | null =>
    read.tensors.has(name) ? tensorOf(read, name, Float32Array, width) : null;
  const positions = tensorOf(read, `${key}.positions`, Float32Array, 3);
  const faces = tensorOf(read, `${key}.faces`, Uint32Array, 3);
  const vertices = positions.length / 3;
  for (const index of faces) if (index >= vertices) throw new Error(`a face of the mesh ${key} has the unknown vertex ${index}`);
  return new Shape(positions, tensorOf(read, `${key}.normals`, Float32Array, 3), faces, optional(`${key}.uv`, 2), optional(`${key}.colors`, 3));
}

async function readTexture(read: SafeTensors, key: string): Promise<Texture> {
  const bytes = tensorOf(read, `${key}.png`, Uint8Array, 1);
  const picture = await createImageBitmap(new Blob([bytes.slice()], { type: "image/png" }), {
    // the first row of a texture is the lowest: v points up
    imageOrientation: "flipY",
    premultiplyAlpha: "none",
    colorSpaceConversion: "none",
  });
  const texture = new Texture(picture);
  texture.flipY = false;
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}
