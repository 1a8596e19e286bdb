import type { NodeKind, SceneNode, SceneState } from "../../../src/protocol";

export interface Given {
  path: string;
  word?: string;
  kind?: NodeKind;
  asset?: string;
}

/** Nodes depth first, from their paths: each comes after what it lies in. */
export function nodesOf(given: readonly Given[]): SceneNode[] {
  const rows = new Map(given.map(({ path }, row) => [path, row]));
  return given.map(({ path, word, kind = "entity", asset }, row) => {
    const cut = path.lastIndexOf("/");
    const below = given.filter((each) => each.path.startsWith(`${path}/`)).length;
    return {
      row,
      end: row + below + 1,
      parent: cut < 0 ? -1 : rows.get(path.slice(0, cut))!,
      path,
      word: word ?? path.slice(cut + 1),
      phrase: null,
      kind: asset === undefined ? kind : "asset",
      span: null,
      at: [0, 0, 0],
      yaw: 0,
      size: [1, 1, 1],
      color: null,
      asset: asset === undefined ? null : { id: asset, words: asset, licence: null, title: asset },
      z: null,
    };
  });
}

/** A hall with so many chairs, all in one row of the tree. */
export function hallOf(count: number): SceneNode[] {
  const chairs = Array.from({ length: count }, (_, index) => ({ path: `hall/thing_${index + 1}`, word: "office chair" }));
  const nodes: SceneNode[] = nodesOf([{ path: "hall" }]);
  return [
    { ...nodes[0]!, end: count + 1 },
    ...chairs.map(({ path, word }, index): SceneNode => ({ ...nodes[0]!, row: index + 1, end: index + 2, parent: 0, path, word, kind: "asset" })),
  ];
}

export function stateOf(nodes: SceneNode[]): SceneState {
  return {
    schema: 1,
    revision: 1,
    root: nodes[0]!.path,
    units: "m",
    frames: 1,
    bounds: [
      [0, 0, 0],
      [1, 1, 1],
    ],
    nodes,
    relations: [],
    cameras: [],
    room: null,
    warnings: [],
    canUndo: false,
    canRedo: false,
    splats: [],
  };
}
