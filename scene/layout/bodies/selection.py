"""Select the rows of a scene that are rigid bodies, and the geometry of each.

- A child of the root is one body with everything in it, since an entity keeps its parts together.
- Nodes of the room are no bodies, nor is an entity that contains the room: its children count like children of the root. The same
  holds for the root's only child if it is a list of things (the furniture of a room, things that stand about outdoors).
- A nested instance of ``place``, ``asset_call`` or ``splat_call`` moves with the body that contains it, unless a relation names it: then
  it is a body of its own, without its geometry in the outer body. An outer body that would be left without geometry is no body; but
  if a relation names the outer body too, the nested instance stays part of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from scenewright.scene.model import IntArray, NodeKind, Scene
from scenewright.scene.model.bounds import world_bounds

__all__ = ["is_one_thing", "named_rows", "owners", "room_row"]

_NEAR = 0.05
"""Metres: boxes that are at most this far apart may belong to one thing."""


def room_row(scene: Scene) -> int:
    """The row of the scene's room; -1 for none."""
    if scene.room is None:
        return -1
    return next(
        (r for r in scene.rows_named(scene.room.path.rsplit("/", 1)[-1]) if scene.paths[r] == scene.room.path), -1
    )


def named_rows(scene: Scene) -> frozenset[int]:
    """Rows that any argument of a relation names."""
    rows = {path: row for row, path in enumerate(scene.paths)} if scene.relations else {}
    paths = (path for r in scene.relations for some in r.paths.values() for path in some)
    return frozenset(rows[p] for p in paths if p in rows)


def owners(scene: Scene, apart: Collection[str] = ()) -> IntArray:
    """(R,) for each row the row of the body that its geometry belongs to; -1 for none (the room, and rows above bodies).

    Args:
        apart: paths of what is a body of its own, whatever it is a part of.
    """
    return _Selection(scene, frozenset(row for row, path in enumerate(scene.paths) if path in apart)).owners()


def is_one_thing(scene: Scene) -> bool:
    """Whether a scene is one object rather than a place with things: it has no room, no catalogue objects and no relations, and what its
    root holds is together."""
    plain = scene.room is None and not scene.relations and not (scene.nodes.kind == NodeKind.ASSET).any()
    return bool(plain and not _Selection(scene, frozenset()).is_list(0))


class _Selection:
    def __init__(self, scene: Scene, apart: frozenset[int]) -> None:
        self.scene, self.apart = scene, apart
        n = len(scene)
        nodes = scene.nodes
        self.room = room_row(scene)
        outside = np.ones(n, dtype=bool)
        if self.room >= 0:
            outside[self.room : scene.subtree_end(self.room)] = False
        instance = (nodes.place >= 0) | np.isin(nodes.kind, (NodeKind.ASSET, NodeKind.SPLAT))
        self.instance = instance & outside
        leaf = np.zeros(n, dtype=bool)
        leaf[scene.leaf_rows] = True
        self.leaf = leaf & outside
        # number of leaves before each row; a subtree is a run of rows
        self.leaves_before = np.concatenate([[0], np.cumsum(self.leaf)])
        self.bodies: dict[int, None] = {}

    def owners(self) -> IntArray:
        self.open(0)
        self.cut_named()
        return self.assign(self.bodies)

    def holds_geometry(self, row: int) -> bool:
        return bool(self.leaves_before[self.scene.subtree_end(row)] > self.leaves_before[row])

    def holds_room(self, row: int) -> bool:
        return row <= self.room < self.scene.subtree_end(row)

    def open(self, row: int) -> None:
        """Make the children of the root, or of a node that counts like it, bodies."""
        children = self.parts_of(row)
        for child in children:
            if self.holds_room(child) or (len(children) == 1 and self.is_list(child)):
                self.open(child)
            else:
                self.bodies[child] = None
        if row == 0 and not children and self.leaf[0]:
            self.bodies[0] = None

    def parts_of(self, row: int) -> list[int]:
        """The children of a node that contain geometry, except the room."""
        return [c for c in self.scene.children_of(row) if c != self.room and self.holds_geometry(c)]

    def is_list(self, row: int) -> bool:
        """Whether a node that is no instance contains several separate things: they stand apart, or ``place`` put them into a room."""
        if self.instance[row]:
            return False
        parts = self.parts_of(row)
        instances = [c for c in parts if self.scene.nodes.kind[c] != NodeKind.PRIMITIVE]
        if len(parts) == 1:
            return bool(instances) and self.is_list(instances[0])
        if len(instances) < 2:
            return False
        return (self.room >= 0 and bool(self.instance[instances].any())) or self.stand_apart(parts)

    def stand_apart(self, rows: Sequence[int]) -> bool:
        """Whether the boxes of rows form two or more separate clusters; flat ground below all others does not connect them."""
        boxes = np.array([world_bounds(self.scene, r) for r in rows])
        size = boxes[:, 1] - boxes[:, 0]
        low = float(boxes[:, 0, 1].min())
        area = size[:, 0] * size[:, 2]
        ground = (size[:, 1] <= 0.1 * np.sqrt(area)) & (boxes[:, 0, 1] <= low + _NEAR) & (area >= 0.5 * area.max())
        boxes = boxes[~ground]
        if len(boxes) < 2:
            return False
        near = (boxes[:, None, 0] <= boxes[None, :, 1] + _NEAR) & (boxes[None, :, 0] <= boxes[:, None, 1] + _NEAR)
        cluster = {0}
        new = [0]
        while new:
            new = [k for k in np.flatnonzero(near[new].all(axis=2).any(axis=0)).tolist() if k not in cluster]
            cluster.update(new)
        return len(cluster) < len(boxes)

    def cut_named(self) -> None:
        """Make nested instances that a relation names, and what is apart, bodies of their own."""
        named = named_rows(self.scene) | self.apart
        able = [r for r in sorted(named) if self.instance[r] or r in self.apart]
        nested = [r for r in able if r not in self.bodies and self.within_body(r)]
        nested = [r for r in nested if self.holds_geometry(r)]
        if not nested:
            return
        kept = dict.fromkeys([*self.bodies, *nested])
        while True:
            empty = self.emptied(kept)
            if not empty:
                break
            for row in empty:
                inner = [r for r in nested if r in kept and row < r < self.scene.subtree_end(row)]
                if row in named and inner:
                    for r in inner:
                        del kept[r]
                else:
                    del kept[row]
                break
        self.bodies = kept

    def within_body(self, row: int) -> bool:
        parent = int(self.scene.nodes.parent[row])
        while parent >= 0:
            if parent in self.bodies:
                return True
            parent = int(self.scene.nodes.parent[parent])
        return False

    def emptied(self, bodies: Iterable[int]) -> list[int]:
        """Bodies without geometry."""
        with_geometry = set(np.unique(self.assign(bodies)[self.leaf]).tolist())
        return [b for b in bodies if b not in with_geometry]

    def assign(self, bodies: Iterable[int]) -> IntArray:
        owner = np.full(len(self.scene), -1, dtype=np.int32)
        for row in sorted(bodies):  # a nested body comes later and overwrites its own rows
            owner[row : self.scene.subtree_end(row)] = row
        return np.where(self.leaf | np.isin(np.arange(len(owner)), list(bodies)), owner, -1).astype(np.int32)
