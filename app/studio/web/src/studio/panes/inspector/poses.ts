// The edits that give things another pose or size.

import type { Edit, SceneNode, Vec3 } from "../../../protocol";

export type Axis = 0 | 1 | 2;

const degrees = 180 / Math.PI;

/** Degrees about +y, right-handed, from -180 to 180. */
export function turnOf(node: SceneNode): number {
  return wrapped(node.yaw * degrees);
}

export function wrapped(turn: number): number {
  const within = ((((turn + 180) % 360) + 360) % 360) - 180;
  return Math.abs(within + 180) < 1e-9 ? 180 : within;
}

export function moveEdit(node: SceneNode, axis: Axis, value: number): Edit {
  const to: Vec3 = [...node.at];
  to[axis] = value;
  return { kind: "move", path: node.path, to };
}

export function turnEdit(node: SceneNode, turn: number): Edit {
  return { kind: "turn", path: node.path, degrees: wrapped(turn - turnOf(node)), about: "middle" };
}

/** Turns a thing so that its front is toward a point. */
export function faceEdit(node: SceneNode, target: Vec3): Edit | null {
  const [x, z] = [target[0] - node.at[0], target[2] - node.at[2]];
  return Math.hypot(x, z) < 1e-6 ? null : turnEdit(node, Math.atan2(x, z) * degrees);
}

/**
 * Gives a thing another size along one of its own axes. An edit scales along the axes of what the thing is part of: where the thing stands
 * askew to them, width and depth can only change together.
 *
 * @param parentYaw direction of what it is part of, radians
 * @param whole all axes by the same factor
 */
export function sizeEdit(node: SceneNode, parentYaw: number, axis: Axis, size: number, whole: boolean): Edit | null {
  const before = node.size[axis];
  if (before < 1e-6 || size < 1e-4) return null;
  const factor = size / before;
  if (whole) return { kind: "scale", path: node.path, factor };
  const factors: Vec3 = [1, 1, 1];
  const quarters = (node.yaw - parentYaw) / (Math.PI / 2);
  const square = Math.abs(quarters - Math.round(quarters)) < 0.01;
  if (axis === 1) factors[1] = factor;
  else if (!square) factors[0] = factors[2] = factor;
  else factors[Math.abs(Math.round(quarters)) % 2 === 0 ? axis : ((2 - axis) as Axis)] = factor;
  return { kind: "scale", path: node.path, factor: factors };
}

/** Whether width and depth can be changed apart. */
export function standsSquare(node: SceneNode, parentYaw: number): boolean {
  const quarters = (node.yaw - parentYaw) / (Math.PI / 2);
  return Math.abs(quarters - Math.round(quarters)) < 0.01;
}

/** The height of the floor below a thing: that of its room, else 0. */
export function floorHeight(nodes: readonly SceneNode[]): number {
  const floor = nodes.find((node) => node.kind === "room" && node.word === "floor");
  return floor === undefined ? 0 : floor.at[1] + floor.size[1];
}
