// Who owns which row and instance of a scene. Rows stand depth first, so all that belongs to a node is one run of rows.

import type { SceneNode, SceneState } from "../../protocol";
import type { Drawing } from "./drawing";

export class SceneIndex {
  /** In the order of their rows. */
  readonly nodes: readonly SceneNode[];
  private readonly byPath = new Map<string, SceneNode>();
  private readonly byRow = new Map<number, SceneNode>();
  private readonly shellRows: ReadonlySet<number>;
  /** Instances in the order of their rows, and those rows. */
  private readonly sorted: Uint32Array;
  private readonly sortedRows: Uint32Array;

  constructor(
    readonly state: SceneState,
    drawing: Drawing | null,
  ) {
    this.nodes = [...state.nodes].sort((a, b) => a.row - b.row);
    for (const node of this.nodes) {
      this.byPath.set(node.path, node);
      this.byRow.set(node.row, node);
    }
    const rows = drawing?.row ?? new Uint32Array();
    this.sorted = Uint32Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
    this.sortedRows = this.sorted.map((instance) => rows[instance]!);
    this.shellRows = new Set((drawing?.head.shell ?? []).map((one) => one.row));
  }

  node(path: string): SceneNode | undefined {
    return this.byPath.get(path);
  }

  atRow(row: number): SceneNode | undefined {
    return this.byRow.get(row);
  }

  get root(): SceneNode | undefined {
    return this.nodes[0];
  }

  parent(node: SceneNode): SceneNode | undefined {
    return node.parent < 0 ? undefined : this.byRow.get(node.parent);
  }

  /** The node and what it is part of, inside out. */
  *lineage(node: SceneNode): Generator<SceneNode> {
    for (let at: SceneNode | undefined = node; at !== undefined; at = this.parent(at)) yield at;
  }

  /** The listed node that a row belongs to: the last that begins at or before it and has not ended. */
  owner(row: number): SceneNode | undefined {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.nodes[middle]!.row <= row) low = middle + 1;
      else high = middle;
    }
    let at: SceneNode | undefined = this.nodes[low - 1];
    while (at !== undefined && at.end <= row) at = this.parent(at);
    return at;
  }

  /** Instances whose rows are in [row, end). */
  instances(row: number, end: number): Uint32Array {
    return this.sorted.subarray(lower(this.sortedRows, row), lower(this.sortedRows, end));
  }

  instancesOf(node: SceneNode): Uint32Array {
    return this.instances(node.row, node.end);
  }

  instancesOfAll(paths: readonly string[]): number[] {
    return paths.flatMap((path) => {
      const node = this.byPath.get(path);
      return node === undefined ? [] : [...this.instancesOf(node)];
    });
  }

  /** The end of what lies below any row: a primitive, which is not listed, is a leaf. */
  endOf(row: number): number {
    return this.byRow.get(row)?.end ?? row + 1;
  }

  /** Whether a node is the room, or floor, wall or ceiling of it, or part of these. */
  inShell(node: SceneNode): boolean {
    for (const one of this.lineage(node)) if (one.kind === "room" || this.shellRows.has(one.row)) return true;
    return false;
  }

  within(node: SceneNode, outer: SceneNode): boolean {
    return node.row >= outer.row && node.row < outer.end;
  }
}

function lower(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
