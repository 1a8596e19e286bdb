// The drawing of a scene: a safetensors file, at GET scene/drawing. Its meshes and textures come apart, by content, from POST scene/shapes, so
// that a page that has them already asks for none. Both are binary: no geometry crosses as JSON.
//
// Tensors of a drawing, I instances:
//   mesh      (I,)   uint32  into `meshes`
//   row       (I,)   uint32  row of the node, see SceneNode
//   part      (I,)   int32   part of a catalogue object, -1 elsewhere
//   material  (I,)   uint32  into `materials`
//   texture   (I,)   int32   into `textures`, -1
//   color     (I, 3) float32 sRGB 0..1
//   matrix    (I, 12) float32 world_from_mesh: three rows of four
// Its metadata has one entry, `head`: the JSON of a DrawingHead.
//
// Tensors of a file of shapes, for each key asked for: `KEY.positions` (V, 3) float32, `KEY.normals` (V, 3) float32, `KEY.faces` (F, 3) uint32, and
// where the mesh has them `KEY.uv` (V, 2) float32 with v upward, `KEY.colors` (V, 3) float32 linear; of a texture `KEY.png` (B,) uint8.

import type { Vec3 } from "./scene";

export interface DrawnMaterial {
  metallic: number;
  roughness: number;
  opacity: number;
  /** Factor of the colour that the surface gives off by itself; 0: none. */
  emission: number;
}

export type DrawnLight =
  | { kind: "ambient"; color: Vec3; strength: number }
  | { kind: "sun"; color: Vec3; strength: number; direction: Vec3 }
  | { kind: "point" | "area" | "spot"; color: Vec3; strength: number; position: Vec3; direction: Vec3; size: [number, number] };

export interface DrawingHead {
  schema: 1;
  revision: number;
  bounds: [Vec3, Vec3];
  /** Keys of the meshes and textures: hashes of their content. */
  meshes: string[];
  textures: string[];
  materials: DrawnMaterial[];
  lights: DrawnLight[];
  /** Colour of the sky and of the ground beyond the scene, sRGB; null: the viewer's own. */
  background: Vec3 | null;
  /** Rows of the shell of the room, by what they are: each fades when it stands between the eye and the room. */
  shell: { row: number; part: "floor" | "ceiling" | "wall_left" | "wall_right" | "wall_back" | "wall_front" | "other" }[];
}
