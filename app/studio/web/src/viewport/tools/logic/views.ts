// The views that the cube and the number keys go to.
import type { Vec3 } from "../../../protocol";

export type FaceName = "front" | "back" | "left" | "right" | "top" | "bottom";

/** Where the eye is, seen from the scene. Objects face +z, so the front view looks from +z; left is the viewer's left, at -x. */
export const FACES: Record<FaceName, Vec3> = {
  front: [0, 0, 1],
  back: [0, 0, -1],
  left: [-1, 0, 0],
  right: [1, 0, 0],
  top: [0, 1, 0],
  bottom: [0, -1, 0],
};

export interface CubePart {
  /** One number each: -1, 0 or 1. */
  toward: Vec3;
  name: string;
  /** Its face's name, where it is a face. */
  face: FaceName | null;
}

function nameOf(toward: Vec3): string {
  const names: string[] = [];
  if (toward[1]) names.push(toward[1] > 0 ? "top" : "bottom");
  if (toward[2]) names.push(toward[2] > 0 ? "front" : "back");
  if (toward[0]) names.push(toward[0] > 0 ? "right" : "left");
  return names.join(" ");
}

/** The 6 faces, 12 edges and 8 corners. */
export function cubeParts(): CubePart[] {
  const out: CubePart[] = [];
  for (const y of [1, 0, -1])
    for (const z of [1, 0, -1])
      for (const x of [1, 0, -1]) {
        const count = Math.abs(x) + Math.abs(y) + Math.abs(z);
        if (count === 0) continue;
        const name = nameOf([x, y, z]);
        out.push({ toward: [x, y, z], name, face: count === 1 ? (name as FaceName) : null });
      }
  return out.sort((a, b) => Number(b.face !== null) - Number(a.face !== null));
}

/** Angles of the orbit, radians, as camera-controls has them: about +y from +z, and from +y down. */
export function orbitOf(toward: Vec3): { azimuth: number; polar: number } {
  const level = Math.hypot(toward[0], toward[2]);
  return { azimuth: level < 1e-9 ? 0 : Math.atan2(toward[0], toward[2]), polar: Math.atan2(level, toward[1]) };
}

/** The straight view whose eye is nearest to a direction. */
export function nearestFace(toward: Vec3): FaceName {
  const names = Object.keys(FACES) as FaceName[];
  const share = (name: FaceName): number => FACES[name].reduce((sum, part, i) => sum + part * (toward[i] as number), 0);
  return names.reduce((best, name) => (share(name) > share(best) ? name : best));
}

export function oppositeOf(face: FaceName): FaceName {
  const opposite: Record<FaceName, FaceName> = { front: "back", back: "front", left: "right", right: "left", top: "bottom", bottom: "top" };
  return opposite[face];
}
