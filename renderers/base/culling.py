"""What a view leaves out, so that a room can be seen from outside: the walls between the camera and the room with all that hangs on them,
and, from above, what hangs from the ceiling."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import Camera, FloatArray, NodeKind, Room, Scene

__all__ = ["HiddenRows", "hidden_rows", "hidden_walls", "looks_from_above", "room_items", "walls_facing_away"]

_FLAT = 0.15
"""Things on a hidden wall are hidden, too, if they reach at most this far into the room, in metres."""
_DEEPEST = 0.8
"""Metres that a thing on a wall reaches into the room, at most."""
_TOUCHING = 0.05
"""Metres between a thing and the wall or ceiling on which it hangs, or the thing on which it rests, at most."""
_IN_REACH = 1.2
"""Metres above the floor. What hangs from a hidden ceiling down to here is used from the floor, such as a swing, and stays."""
_OF_A_WALL = frozenset({"radiator", "heater", "curtain", "curtains", "drape", "drapes", "blind", "blinds"})
"""Words of things that belong to a wall though they may stand on the floor."""

_WALLS: dict[str, tuple[int, float]] = {"left": (0, -1.0), "right": (0, 1.0), "back": (2, -1.0), "front": (2, 1.0)}
"""For each wall its axis (0: x, 2: z) and the sign of its side."""

_Mask = npt.NDArray[np.bool_]


def _reach(room: Room, wall: str) -> float:
    """Distance of the wall's inner face from the centre of the room."""
    return (room.width if _WALLS[wall][0] == 0 else room.depth) / 2.0


def walls_facing_away(scene: Scene, eye: npt.ArrayLike) -> tuple[str, ...]:
    """Names of the walls (left, right, back, front) whose outer side faces a point (3,)."""
    if scene.room is None:
        return ()
    e = np.asarray(eye, dtype=np.float64)
    return tuple(w for w, (axis, side) in _WALLS.items() if side * e[axis] > _reach(scene.room, w))


def hidden_walls(scene: Scene, camera: Camera) -> tuple[str, ...]:
    """Names of the walls that the view of `camera` leaves out; none for a camera inside the room."""
    return walls_facing_away(scene, camera.eye)


def looks_from_above(scene: Scene, camera: Camera) -> bool:
    """Whether the camera is above the ceiling of the room, which it leaves out."""
    return scene.room is not None and camera.eye[1] >= scene.room.height


def room_items(scene: Scene) -> list[int]:
    """Rows of the things in the scene: the root's children without the room. A child that only groups others (it spans most of the
    scene) is replaced by its children."""
    whole = scene.bounds[1] - scene.bounds[0]
    items: list[int] = []
    for row in scene.children_of(0):
        if scene.nodes.kind[row] == NodeKind.ROOM:
            continue
        box = scene.entity(row).bounds
        children = [c for c in scene.children_of(row) if scene.nodes.kind[c] != NodeKind.PRIMITIVE]
        gathers = len(children) > 1 and bool(np.all((box[1] - box[0])[[0, 2]] > 0.6 * whole[[0, 2]]))
        items.extend(children if gathers else [row])
    return items


def hidden_rows(scene: Scene, camera: Camera, walls: tuple[str, ...] | None = None) -> _Mask:
    """(N,) mask of the rows that the view of `camera` leaves out: walls that face away, their doors and windows, and what hangs on them
    with all that rests on it; from above the ceiling what hangs from it, too.

    Args:
        walls: names of the walls; None: those that face away.
    """
    return HiddenRows(scene).of(camera, walls)


class HiddenRows:
    """What the views of one scene leave out. Where its things are is measured once, however many views are asked."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def of(self, camera: Camera, walls: tuple[str, ...] | None = None) -> _Mask:
        """(N,) mask of the rows that the view of `camera` leaves out, see :func:`hidden_rows`."""
        scene = self.scene
        hidden = np.zeros(len(scene), dtype=bool)
        walls, above = hidden_walls(scene, camera) if walls is None else walls, looks_from_above(scene, camera)
        if scene.room is None or not (walls or above):
            return hidden

        def hide(row: int) -> None:
            hidden[row : scene.subtree_end(row)] = True

        for name, row, box in self._parts:
            if name.startswith("wall_"):
                if name.removeprefix("wall_") in walls:
                    hide(row)
            elif name == "beams":
                if above:
                    hide(row)
            elif name != "floor" and any(_depth_in(scene.room, box, w) < _FLAT for w in walls):
                hide(row)
        for row, gone in zip(self._items, self._hung(scene.room, walls, above), strict=True):
            if gone:
                hide(row)
        return hidden

    @cached_property
    def _parts(self) -> list[tuple[str, int, FloatArray]]:
        """Name, row and box of the parts of the room."""
        room = self.scene.find_all(self.scene.room.path) if self.scene.room is not None else []
        return [(part.name, part.index, part.bounds) for part in (room[0].children if room else ())]

    @cached_property
    def _items(self) -> list[int]:
        return room_items(self.scene)

    @cached_property
    def _boxes(self) -> list[FloatArray]:
        return [self.scene.entity(row).bounds for row in self._items]

    @cached_property
    def _rests(self) -> list[list[int]]:
        return _resting(self._boxes)

    def _hung(self, room: Room, walls: tuple[str, ...], above: bool) -> list[bool]:
        """For each item whether it hangs on one of the walls, or from the ceiling that is left out too if the view is from above, or rests
        on such an item."""
        items, boxes, rests = self._items, self._boxes, self._rests
        gone = [False] * len(items)
        for k, (row, box) in enumerate(zip(items, boxes, strict=True)):
            gone[k] = any(_hangs_on(self.scene, room, row, box, wall, held=bool(rests[k])) for wall in walls)
            gone[k] |= above and _hangs_from_ceiling(room, box, walls)
        waiting = [k for k in range(len(items)) if gone[k]]
        riders: dict[int, list[int]] = {}
        for k, below in enumerate(rests):
            for n in below:
                riders.setdefault(n, []).append(k)
        while waiting:
            for k in riders.get(waiting.pop(), ()):
                if not gone[k] and all(gone[n] for n in rests[k]):
                    gone[k] = True
                    waiting.append(k)
        return gone


def _depth_in(room: Room, box: FloatArray, wall: str) -> float:
    """How far a box (2, 3) reaches into the room from a wall, in metres."""
    axis, side = _WALLS[wall]
    return _reach(room, wall) - float(box[0, axis] if side > 0 else -box[1, axis])


def _gap_to(room: Room, box: FloatArray, wall: str) -> float:
    """Metres between a box (2, 3) and a wall; negative in the wall."""
    axis, side = _WALLS[wall]
    return _reach(room, wall) - float(box[1, axis] if side > 0 else -box[0, axis])


def _hangs_on(scene: Scene, room: Room, row: int, box: FloatArray, wall: str, *, held: bool) -> bool:
    """`held`: another item carries it."""
    depth = _depth_in(room, box, wall)
    if depth < _FLAT:
        return True
    if _gap_to(room, box, wall) > _TOUCHING:
        return False
    if scene.entity(row).word.lower().replace("_", " ").split(" ")[-1] in _OF_A_WALL:
        return True
    return depth < _DEEPEST and not held and float(box[0, 1]) > _TOUCHING


def _hangs_from_ceiling(room: Room, box: FloatArray, hidden: tuple[str, ...]) -> bool:
    """Whether a box hangs from the ceiling alone, out of reach: what touches a wall that is drawn hangs on that."""
    if float(box[1, 1]) < room.height - _TOUCHING or float(box[0, 1]) < _IN_REACH:
        return False
    return all(wall in hidden or _gap_to(room, box, wall) > _TOUCHING for wall in _WALLS)


def _resting(boxes: list[FloatArray]) -> list[list[int]]:
    """For each box (2, 3) the numbers of those on or in which it rests: they have its middle, and its underside at their top or within
    them."""
    if not boxes:
        return []
    low, high = np.array([b[0] for b in boxes]), np.array([b[1] for b in boxes])
    middle = (low + high) / 2.0
    out: list[list[int]] = []
    for k in range(len(boxes)):
        over = np.all((low[:, [0, 2]] <= middle[k, [0, 2]]) & (middle[k, [0, 2]] <= high[:, [0, 2]]), axis=1)
        over &= (low[:, 1] + _TOUCHING < low[k, 1]) & (low[k, 1] <= high[:, 1] + _TOUCHING)
        over[k] = False
        out.append(np.flatnonzero(over).tolist())
    return out
