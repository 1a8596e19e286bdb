// Distances: between two points that snap to boxes, and between two boxes.
import type { Vec3 } from "../../../protocol";
import { type Box, centreOf, cornersOf, EDGES, toWorld } from "./boxes";
import type { ScreenPoint } from "./pointing";
import { add, distance, dot, middle, subtract, times } from "./vectors";
import { figure, lengthText } from "./units";

export interface Mark {
  point: Vec3;
  what: "corner" | "edge" | "middle" | "centre" | "surface";
}

interface Feature extends Mark {
  /** Pixels by which it is preferred. */
  favour: number;
}

/** Corners, middles of edges and centres of faces and of the box. */
function featuresOf(box: Box): Feature[] {
  const corners = cornersOf(box);
  const [w, h, d] = [box.size[0] / 2, box.size[1] / 2, box.size[2] / 2];
  const faces: Vec3[] = [[w, h, 0], [-w, h, 0], [0, h, d], [0, h, -d], [0, 2 * h, 0], [0, 0, 0]];
  return [
    ...corners.map((point): Feature => ({ point, what: "corner", favour: 4 })),
    ...EDGES.map(([a, b]): Feature => ({ point: middle(corners[a] as Vec3, corners[b] as Vec3), what: "middle", favour: 2 })),
    ...faces.map((face): Feature => ({ point: toWorld(box, face), what: "centre", favour: 2 })),
    { point: centreOf(box), what: "centre", favour: 0 },
  ];
}

/** Where a click on a surface is taken to be: on what is near on the screen, corners first, then middles and centres, then edges. */
export function snapMark(surface: Vec3, boxes: readonly Box[], pointer: ScreenPoint, project: (point: Vec3) => ScreenPoint | null, pixels = 12): Mark {
  const far = (point: Vec3): number => {
    const at = project(point);
    return at ? Math.hypot(at.x - pointer.x, at.y - pointer.y) : Infinity;
  };
  let best: Mark = { point: surface, what: "surface" };
  let least = Infinity;
  const look = ({ point, what, favour }: Feature): void => {
    const off = far(point);
    // in a straight view, corners of the front and the back fall together: the nearer one is meant
    const cost = off - favour + Math.min(3, distance(point, surface)) / 2;
    if (off <= pixels && cost < least) {
      least = cost;
      best = { point, what };
    }
  };
  for (const box of boxes) featuresOf(box).forEach(look);
  if (least < Infinity) return best;
  for (const box of boxes) {
    const corners = cornersOf(box);
    for (const [a, b] of EDGES) look({ point: nearestOnSegment(corners[a] as Vec3, corners[b] as Vec3, surface), what: "edge", favour: 0 });
  }
  return best;
}

export function nearestOnSegment(from: Vec3, to: Vec3, point: Vec3): Vec3 {
  const along = subtract(to, from);
  const size = dot(along, along);
  const share = size < 1e-18 ? 0 : Math.min(1, Math.max(0, dot(subtract(point, from), along) / size));
  return add(from, times(along, share));
}

export interface Measured {
  from: Vec3;
  to: Vec3;
  distance: number;
  parts: Vec3;
}

export const measured = (from: Vec3, to: Vec3): Measured => ({ from, to, distance: distance(from, to), parts: subtract(to, from) });

/** The corners of the way along x, then z, then y: what the parts look like. */
export function partLines({ from, to }: Measured): { axis: "x" | "y" | "z"; from: Vec3; to: Vec3 }[] {
  const a: Vec3 = [to[0], from[1], from[2]];
  const b: Vec3 = [to[0], from[1], to[2]];
  const lines = [
    { axis: "x" as const, from, to: a },
    { axis: "z" as const, from: a, to: b },
    { axis: "y" as const, from: b, to },
  ];
  return lines.filter((line) => distance(line.from, line.to) > 0.0005);
}

export function measuredText({ distance: far, parts }: Measured, unit: string): { whole: string; parts: string } {
  const one = (axis: string, value: number): string => `${axis} ${figure(Math.abs(value))}`;
  return { whole: lengthText(far, unit), parts: `${one("x", parts[0])}  ${one("y", parts[1])}  ${one("z", parts[2])} ${unit}` };
}
