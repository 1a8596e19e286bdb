"""Clean rooms with one thing put wrong, by ground truth that is not the certifier's: triangles against triangles.

- ``push``: a thing is moved toward a neighbour until they first touch, then 2 cm further; no push of 6 mm parts them again, as it
  would wires that have gone nearly through each other.
- ``lift``: a thing on the floor or on a table is raised 3 cm.
- ``wall``: a thing is moved until it is 3 cm through a wall.
- ``door``: a thing beside the door's swing is turned until it is 2 cm inside of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tests.benchmarks.layout_clean import DOOR, CleanRoom, Known, world_triangles

__all__ = ["KINDS", "Mutant", "mutants_of"]

DEPTH = 0.02
CLOSE = 0.006
"""Metres that two things may have to move to be apart, and a little more: what people take for contact."""

RISE = 0.03
THROUGH = 0.03


@dataclass(frozen=True)
class Mutant:
    """`room`: with its scene changed. `kind`: of :data:`KINDS`. `path`: what was put wrong. `expected`: the kind of violation."""

    room: CleanRoom
    kind: str
    path: str
    expected: str


class _Shelf:
    """The triangles of a room's things, each made once."""

    def __init__(self, room: CleanRoom, known: Known) -> None:
        self.room, self.known = room, known
        self.row = {path: room.scene.find(path).index for path in room.support}
        self._made: dict[str, np.ndarray] = {}

    def triangles(self, path: str) -> np.ndarray:
        if path not in self._made:
            self._made[path] = world_triangles(self.room.scene, self.row[path], self.known.catalogue)
        return self._made[path]

    def moved(self, path: str, matrix: np.ndarray) -> CleanRoom:
        """The room with a thing moved by a world matrix; its parent's frame is the world."""
        nodes = self.room.scene.nodes
        local = nodes.parent_from_local.copy()
        local[self.row[path]] = matrix @ local[self.row[path]]
        scene = replace(self.room.scene, nodes=replace(nodes, parent_from_local=local))
        return replace(self.room, scene=scene)


def mutants_of(room: CleanRoom, known: Known, rng: np.random.Generator, kinds: tuple[str, ...]) -> list[Mutant]:
    """One mutant of each kind that the room has a case for."""
    shelf = _Shelf(room, known)
    found = (KINDS[kind](shelf, rng) for kind in kinds)
    return [mutant for mutant in found if mutant is not None]


def _of(shelf: _Shelf, *kinds: str) -> list[str]:
    return [path for path, kind in shelf.room.support.items() if kind in kinds]


def _shift(offset: np.ndarray) -> np.ndarray:
    matrix = np.eye(4)
    matrix[:3, 3] = offset
    return matrix


def _push(shelf: _Shelf, rng: np.random.Generator) -> Mutant | None:
    """Of two things that stand on the same floor or the same table."""
    room = shelf.room
    standing = _of(shelf, "floor", "surface")
    for path in rng.permutation(standing).tolist():
        mates = [p for p in standing if p != path and _table(room, p) == _table(room, path)]
        if not mates:
            continue
        mine = shelf.triangles(path)
        middle = _middle(mine)
        other = min(mates, key=lambda p: float(np.linalg.norm(_middle(shelf.triangles(p)) - middle)))
        theirs = shelf.triangles(other)
        way = _middle(theirs) - middle
        way[1] = 0.0
        length = float(np.linalg.norm(way))
        if length < 1e-3:
            continue
        way /= length
        reach = _first_touch(mine, theirs, way, length)
        if reach is not None and _stay_in_each_other(mine, theirs, way * (reach + DEPTH)):
            return Mutant(shelf.moved(path, _shift(way * (reach + DEPTH))), "push", path, "collision")
    return None


def _table(room: CleanRoom, path: str) -> str | None:
    host = room.host.get(path)
    return host if host is not None and room.support[host] != "rug" else None


def _middle(triangles: np.ndarray) -> np.ndarray:
    corners = triangles.reshape(-1, 3)
    return 0.5 * (corners.min(axis=0) + corners.max(axis=0))


def _model(triangles: np.ndarray) -> object:
    import fcl

    model = fcl.BVHModel()
    model.beginModel(len(triangles) * 3, len(triangles))
    model.addSubModel(triangles.reshape(-1, 3), np.arange(len(triangles) * 3).reshape(-1, 3))
    model.endModel()
    return fcl.CollisionObject(model)


def _first_touch(mine: np.ndarray, theirs: np.ndarray, way: np.ndarray, length: float) -> float | None:
    """How far `mine` goes along `way` until surfaces meet, by steps of 1 cm and bisection; None where they never do."""
    import fcl

    one, two = _model(mine), _model(theirs)

    def meet(distance: float) -> bool:
        one.setTranslation(way * distance)
        return bool(fcl.collide(one, two, fcl.CollisionRequest(), fcl.CollisionResult()))

    gaps = np.arange(0.0, length, 0.01)
    first = next((g for g in gaps.tolist() if meet(g)), None)
    if first is None or first == 0.0:
        return None
    low, high = first - 0.01, first
    for _ in range(8):
        half = 0.5 * (low + high)
        low, high = (low, half) if meet(half) else (half, high)
    return high


def _stay_in_each_other(mine: np.ndarray, theirs: np.ndarray, offset: np.ndarray) -> bool:
    """Whether surfaces meet when `mine` is moved, and still do after a push of CLOSE more, in whatever direction."""
    import fcl

    one, two = _model(mine), _model(theirs)
    grid = np.stack(np.meshgrid([-1, 0, 1], [-1, 0, 1], [-1, 0, 1], indexing="ij"), axis=-1).reshape(-1, 3)
    for way in grid.astype(np.float64):
        one.setTranslation(offset + CLOSE * way / max(float(np.linalg.norm(way)), 1.0))
        if not fcl.collide(one, two, fcl.CollisionRequest(), fcl.CollisionResult()):
            return False
    return True


def _lift(shelf: _Shelf, rng: np.random.Generator) -> Mutant | None:
    """Not of what is sunk through a rug: that may come to stand on it."""
    standing = [p for p in _of(shelf, "floor", "surface", "rug") if p not in shelf.room.sunk]
    if not standing:
        return None
    path = str(rng.choice(standing))
    return Mutant(shelf.moved(path, _shift(np.array([0.0, RISE, 0.0]))), "lift", path, "support")


def _wall(shelf: _Shelf, rng: np.random.Generator) -> Mutant | None:
    """Through whichever wall, from wherever it stands: the others do not matter."""
    path = str(rng.choice(_of(shelf, "floor", "wall")))
    corners = shelf.triangles(path).reshape(-1, 3)
    size = shelf.room.scene.room
    assert size is not None
    axis, sign = int(rng.choice([0, 2])), float(rng.choice([-1.0, 1.0]))
    limit = 0.5 * (size.width if axis == 0 else size.depth)
    reach = float((sign * corners[:, axis]).max())
    offset = np.zeros(3)
    offset[axis] = sign * (limit + THROUGH - reach)
    return Mutant(shelf.moved(path, _shift(offset)), "wall", path, "bounds")


def _door(shelf: _Shelf, rng: np.random.Generator) -> Mutant | None:
    """Stood against the side of the swing, 1 cm off, then turned."""
    import fcl

    size = shelf.room.scene.room
    assert size is not None
    half, wide = DOOR[0] / 2.0, DOOR[0] - 2.0 * DEPTH
    swing = fcl.CollisionObject(
        fcl.Box(wide, DOOR[1] - 0.2, wide), fcl.Transform(np.array([0.0, DOOR[1] / 2.0, size.depth / 2.0 - half]))
    )
    for path in rng.permutation(_of(shelf, "floor")).tolist():
        triangles = shelf.triangles(path)
        corners = triangles.reshape(-1, 3)
        low, high = corners.min(axis=0), corners.max(axis=0)
        middle = 0.5 * (low + high)
        target = np.array([half + 0.01 + 0.5 * (high[0] - low[0]), middle[1], size.depth / 2.0 - half])
        to_origin, to_place = _shift(-middle), _shift(target)
        for degrees in rng.permutation([25.0, 45.0, 65.0, -30.0, -50.0]).tolist():
            matrix = to_place @ _turn(degrees) @ to_origin
            turned = _model(triangles @ matrix[:3, :3].T + matrix[:3, 3])
            if fcl.collide(turned, swing, fcl.CollisionRequest(), fcl.CollisionResult()):
                return Mutant(shelf.moved(path, matrix), "door", path, "door")
    return None


def _turn(degrees: float) -> np.ndarray:
    matrix = np.eye(4)
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    matrix[0, 0], matrix[0, 2], matrix[2, 0], matrix[2, 2] = c, s, -s, c
    return matrix


KINDS: dict[str, Callable[[_Shelf, np.random.Generator], Mutant | None]] = {
    "push": _push,
    "lift": _lift,
    "wall": _wall,
    "door": _door,
}
