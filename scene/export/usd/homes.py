"""Below which rigid body a node is drawn, so that what moves takes its triangles along."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from scenewright.scene.model import Scene
from scenewright.scene.physics import BodyKind, PhysicsModel

__all__ = ["Homes"]

_NONE, _MIXED = -2, -1


class Homes:
    """The body that each node of a scene, and each part of its catalogue objects, is drawn below.

    A node whose triangles are all of one body goes with it. One that holds triangles of several bodies goes with the body that it is the
    entity of, if that is free; its parts of other bodies leave it. What does not move stays in the tree, unless it is inside what moves.
    """

    def __init__(self, scene: Scene, model: PhysicsModel) -> None:
        self.model = model
        geometry = model.geometry
        body_of = np.full(len(geometry), _NONE, dtype=np.int64)
        for number, body in enumerate(model.bodies):
            body_of[body.instances] = number
        self._row = self._of_rows(scene, body_of)
        self._part = self._of_parts(scene, body_of)
        self._free = {b.path: n for n, b in enumerate(model.bodies) if b.kind is BodyKind.FREE}
        self._paths = scene.paths

    def of_row(self, row: int, above: int | None) -> int | None:
        """The number of the body that a node is drawn below; None: it stays in the tree. `above`: that of its parent."""
        wanted = self._row[row]
        if wanted == _MIXED:
            wanted = self._free.get(self._paths[row], _NONE)
        return self._home(wanted, above)

    def of_part(self, row: int, part: int, above: int | None) -> int | None:
        """As :meth:`of_row`, for a part of the catalogue object at a row."""
        return self._home(self._part[row][part], above)

    def whole(self, row: int) -> bool:
        """Whether a catalogue object is all of one body."""
        return len({n for n in self._part[row] if n != _NONE}) <= 1

    def body(self, row: int) -> int:
        """The body of a primitive; negative for none."""
        return self._row[row]

    def moves(self, number: int) -> bool:
        return self.model.bodies[number].kind is not BodyKind.FIXED

    def _home(self, wanted: int, above: int | None) -> int | None:
        if wanted < 0:
            return above
        return wanted if self.moves(wanted) or above is not None else None

    def _of_rows(self, scene: Scene, body_of: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> list[int]:
        found = [_NONE] * len(scene.nodes)
        for row, number in zip(self.model.geometry.entity.tolist(), body_of.tolist(), strict=True):
            found[row] = _joined(found[row], number)
        return _upwards(found, scene.nodes.parent.tolist())

    def _of_parts(self, scene: Scene, body_of: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> dict[int, list[int]]:
        geometry = self.model.geometry
        out = {row: [_NONE] * len(use.tree.parts) for row, use in geometry.assets.items()}
        index = {row: {id(part): i for i, part in enumerate(use.tree.parts)} for row, use in geometry.assets.items()}
        for n in np.flatnonzero(geometry.part >= 0).tolist():
            row = int(geometry.entity[n])
            part = index[row][id(geometry.parts[int(geometry.part[n])])]
            out[row][part] = _joined(out[row][part], int(body_of[n]))
        return {row: _upwards(found, [p.parent for p in geometry.assets[row].tree.parts]) for row, found in out.items()}


def _joined(one: int, other: int) -> int:
    if _NONE in (one, other):
        return max(one, other)
    return one if one == other else _MIXED


def _upwards(found: list[int], parents: Iterable[int]) -> list[int]:
    """What the nodes of a tree have together with all below them; every parent stands before its children."""
    whole = list(found)
    for node, parent in reversed(list(enumerate(parents))):
        if parent >= 0:
            whole[parent] = _joined(whole[parent], whole[node])
    return whole
