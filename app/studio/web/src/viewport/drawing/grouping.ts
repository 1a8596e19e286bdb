// Which instances one draw call can draw: those of one mesh that agree in what a draw call cannot vary.

import { determinant12 } from "../data/matrices";
import type { Drawing } from "../data/drawing";

export interface InstanceGroup {
  /** Into the drawing's meshes. */
  mesh: number;
  /** Into its textures, -1. */
  texture: number;
  transparent: boolean;
  /** Matrices that mirror turn the faces of a mesh around. */
  mirrored: boolean;
  /** Floor, walls and ceiling, which fade. */
  shell: boolean;
  instances: Uint32Array;
}

const OPAQUE = 0.995;

/**
 * Groups in which colour, roughness, metalness, emission and opacity vary by instance. For M meshes without textures there are at most 2 M, and a few
 * more where something is mirrored or belongs to the shell.
 */
export function groupInstances(drawing: Drawing, inShell: (row: number) => boolean): InstanceGroup[] {
  const found = new Map<string, { group: Omit<InstanceGroup, "instances">; instances: number[] }>();
  const shellOf = new Map<number, boolean>();
  for (let i = 0; i < drawing.count; i++) {
    const row = drawing.row[i]!;
    let shell = shellOf.get(row);
    if (shell === undefined) shellOf.set(row, (shell = inShell(row)));
    const group = {
      mesh: drawing.mesh[i]!,
      texture: drawing.texture[i]!,
      transparent: drawing.head.materials[drawing.material[i]!]!.opacity < OPAQUE,
      mirrored: determinant12(drawing.matrix, i * 12) < 0,
      shell,
    };
    const key = `${group.mesh} ${group.texture} ${group.transparent} ${group.mirrored} ${group.shell}`;
    const kept = found.get(key);
    if (kept === undefined) found.set(key, { group, instances: [i] });
    else kept.instances.push(i);
  }
  return [...found.values()].map(({ group, instances }) => ({ ...group, instances: Uint32Array.from(instances) }));
}
