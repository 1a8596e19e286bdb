"""Which rows of a scene are rigid bodies, and which geometry belongs to each.

- A child of the root is one body, however it is made and whatever it holds: what one entity puts together stays together.
- The nodes of the room are none, nor is an entity that holds the room: its children count as the root's do. So do those of a
  root's only child where that is a list of things (the furniture of a room, what stands about out of doors).
- A nested instance that ``place``, ``asset_call`` or ``splat_call`` made moves along with the body that holds it, unless a
  relation names it: then it is a body of its own, and its geometry is not that of the body above it. A body that would hold
  nothing any more is none; but where a relation names that one too, the names mean the whole, and what is nested in it stays with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from scenewright.scene.model import IntArray, NodeKind, Scene
from scenewright.scene.model.bounds import world_bounds

__all__ = ["named_rows", "owners", "room_row"]

_NEAR = 0.05
"""Metres: boxes that are no further from each other may be of one thing."""


def room_row(scene: Scene) -> int:
    """Row of the node of the scene's room; -1 where there is none."""
    if scene.room is None:
        return -1
    return next(
        (r for r in scene.rows_named(scene.room.path.rsplit("/", 1)[-1]) if scene.paths[r] == scene.room.path), -1
    )


def named_rows(scene: Scene) -> frozenset[int]:
    """Rows that a relation names, in whatever argument."""
    rows = {path: row for row, path in enumerate(scene.paths)} if scene.relations else {}
    paths = (path for r in scene.relations for some in r.paths.values() for path in some)
    return frozenset(rows[p] for p in paths if p in rows)


def owners(scene: Scene) -> IntArray:
    """(N,) for every row the row of the body that its geometry belongs to; -1: of no body (the room, and what holds it)."""
    return _Selection(scene).owners()


class _Selection:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        n = len(scene)
        nodes = scene.nodes
        self.room = room_row(scene)
        outside = np.ones(n, dtype=bool)
        if self.room >= 0:
            outside[self.room : scene.subtree_end(self.room)] = False
        made = (nodes.place >= 0) | np.isin(nodes.kind, (NodeKind.ASSET, NodeKind.SPLAT))
        self.made = made & outside
        leaf = np.zeros(n, dtype=bool)
        leaf[scene.leaf_rows] = True
        self.leaf = leaf & outside
        # counts of leaves before each row: a subtree is a run of rows
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
        """The children of the root, or of a node that counts as it."""
        children = self.parts_of(row)
        for child in children:
            if self.holds_room(child) or (len(children) == 1 and self.is_list(child)):
                self.open(child)
            else:
                self.bodies[child] = None
        if row == 0 and not children and self.leaf[0]:
            self.bodies[0] = None

    def parts_of(self, row: int) -> list[int]:
        """The children of a node that hold geometry, but for the room."""
        return [c for c in self.scene.children_of(row) if c != self.room and self.holds_geometry(c)]

    def is_list(self, row: int) -> bool:
        """Whether a node that nothing placed holds several things and not one that is put together: they stand apart, or `place`
        put them into a room."""
        if self.made[row]:
            return False
        parts = self.parts_of(row)
        instances = [c for c in parts if self.scene.nodes.kind[c] != NodeKind.PRIMITIVE]
        if len(parts) == 1:
            return bool(instances) and self.is_list(instances[0])
        if len(instances) < 2:
            return False
        return (self.room >= 0 and bool(self.made[instances].any())) or self.stand_apart(parts)

    def stand_apart(self, rows: Sequence[int]) -> bool:
        """Whether some things form two heaps or more, by the boxes about them; what is flat and below all else holds none together."""
        boxes = np.array([world_bounds(self.scene, r) for r in rows])
        size = boxes[:, 1] - boxes[:, 0]
        low = float(boxes[:, 0, 1].min())
        area = size[:, 0] * size[:, 2]
        ground = (size[:, 1] <= 0.1 * np.sqrt(area)) & (boxes[:, 0, 1] <= low + _NEAR) & (area >= 0.5 * area.max())
        boxes = boxes[~ground]
        if len(boxes) < 2:
            return False
        near = (boxes[:, None, 0] <= boxes[None, :, 1] + _NEAR) & (boxes[None, :, 0] <= boxes[:, None, 1] + _NEAR)
        heap = {0}
        new = [0]
        while new:
            new = [k for k in np.flatnonzero(near[new].all(axis=2).any(axis=0)).tolist() if k not in heap]
            heap.update(new)
        return len(heap) < len(boxes)

    def cut_named(self) -> None:
        """Nested instances that a relation names become bodies of their own."""
        named = named_rows(self.scene)
        nested = [r for r in sorted(named) if self.made[r] and r not in self.bodies and self.within_body(r)]
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
        """Bodies that no geometry belongs to."""
        held = set(np.unique(self.assign(bodies)[self.leaf]).tolist())
        return [b for b in bodies if b not in held]

    def assign(self, bodies: Iterable[int]) -> IntArray:
        owner = np.full(len(self.scene), -1, dtype=np.int32)
        for row in sorted(bodies):  # what is nested comes later, and takes its own rows
            owner[row : self.scene.subtree_end(row)] = row
        return np.where(self.leaf | np.isin(np.arange(len(owner)), list(bodies)), owner, -1).astype(np.int32)
