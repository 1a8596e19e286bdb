// Single objects of the catalogue as meshes, by the address of their file. The last few are kept.

import { BufferAttribute, BufferGeometry, Color, SRGBColorSpace } from "three";
import { readSafetensors, tensorOf } from "./safetensors";

const KEPT = 8;
/** Light from above and the left, as in the pictures of the catalogue; what is turned away keeps this share. */
const LIGHT = [-0.4, 0.8, 0.45] as const;
const SHADE = 0.55;

export class ObjectShapes {
  private readonly kept = new Map<string, Promise<BufferGeometry>>();

  constructor(private readonly fetch: (url: string) => Promise<ArrayBuffer>) {}

  /** The mesh of an object, with its colours and some light on it as colours of its vertices. A file that did not come is asked for again. */
  get(url: string): Promise<BufferGeometry> {
    const found = this.kept.get(url) ?? this.fetch(url).then(readObject);
    this.kept.delete(url);
    this.kept.set(url, found);
    found.catch(() => this.kept.delete(url));
    for (const [old, geometry] of this.kept) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(old);
      free(geometry);
    }
    return found;
  }

  dispose(): void {
    for (const geometry of this.kept.values()) free(geometry);
    this.kept.clear();
  }
}

function free(geometry: Promise<BufferGeometry>): void {
  // what did not come has nothing to free
  geometry.then((one) => one.dispose(), () => undefined);
}

export function readObject(file: ArrayBuffer): BufferGeometry {
  const read = readSafetensors(file);
  const positions = tensorOf(read, "positions", Float32Array, 3);
  const normals = tensorOf(read, "normals", Float32Array, 3);
  const colors = tensorOf(read, "colors", Uint8Array, 3);
  const faces = tensorOf(read, "faces", Uint32Array, 3);
  const vertices = positions.length / 3;
  if (normals.length !== positions.length || colors.length !== positions.length) {
    throw new Error(`the object has ${vertices} vertices, ${normals.length / 3} normals and ${colors.length / 3} colours`);
  }
  for (const vertex of faces) if (vertex >= vertices) throw new Error(`a face of the object has the unknown vertex ${vertex}`);
  const lit = new Float32Array(positions.length);
  const color = new Color();
  for (let i = 0; i < positions.length; i += 3) {
    const facing = normals[i]! * LIGHT[0] + normals[i + 1]! * LIGHT[1] + normals[i + 2]! * LIGHT[2];
    const share = SHADE + (1 - SHADE) * Math.max(facing, 0);
    color.setRGB((share * colors[i]!) / 255, (share * colors[i + 1]!) / 255, (share * colors[i + 2]!) / 255, SRGBColorSpace);
    color.toArray(lit, i);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("color", new BufferAttribute(lit, 3));
  geometry.setIndex(new BufferAttribute(faces, 1));
  return geometry;
}
