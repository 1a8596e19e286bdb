"""Walls that are hidden because they stand between the camera and the room, so that a room can be seen from outside."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import Camera, NodeKind, Scene

__all__ = ["hidden_rows", "hidden_walls", "room_items", "walls_facing_away"]

_FLAT = 0.15
"""Things on a hidden wall are hidden, too, if they reach at most this far into the room, in metres."""

_WALLS: dict[str, tuple[int, float]] = {"left": (0, -1.0), "right": (0, 1.0), "back": (2, -1.0), "front": (2, 1.0)}
"""For each wall its axis (0: x, 2: z) and the sign of its side."""


def _reach(scene: Scene, wall: str) -> float:
    """Distance of the wall's inner face from the centre of the room."""
    assert scene.room is not None
    return (scene.room.width if _WALLS[wall][0] == 0 else scene.room.depth) / 2.0


def walls_facing_away(scene: Scene, eye: npt.ArrayLike) -> tuple[str, ...]:
    """Names of the walls (left, right, back, front) whose outer side faces a point (3,)."""
    if scene.room is None:
        return ()
    e = np.asarray(eye, dtype=np.float64)
    return tuple(w for w, (axis, side) in _WALLS.items() if side * e[axis] > _reach(scene, w))


def hidden_walls(scene: Scene, camera: Camera) -> tuple[str, ...]:
    """Names of the walls that the view of `camera` leaves out; none for a camera inside the room."""
    return walls_facing_away(scene, camera.eye)


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


def hidden_rows(scene: Scene, camera: Camera) -> npt.NDArray[np.bool_]:
    """(N,) mask of the rows that the view of `camera` leaves out: walls that face away, their doors and windows, and flat things on
    them."""
    hidden = np.zeros(len(scene), dtype=bool)
    walls = hidden_walls(scene, camera)
    if not walls or scene.room is None:
        return hidden

    def hide(row: int) -> None:
        hidden[row : scene.subtree_end(row)] = True

    room = scene.find_all(scene.room.path)
    for part in room[0].children if room else ():
        if part.name.startswith("wall_"):
            if part.name.removeprefix("wall_") in walls:
                hide(part.index)
        elif part.name != "floor" and any(_lies_in(scene, part.index, w) for w in walls):
            hide(part.index)
    for row in room_items(scene):
        if any(_lies_in(scene, row, w) for w in walls):
            hide(row)
    return hidden


def _lies_in(scene: Scene, row: int, wall: str) -> bool:
    axis, side = _WALLS[wall]
    box = scene.entity(row).bounds
    inner = box[0, axis] if side > 0 else -box[1, axis]
    return bool(inner > _reach(scene, wall) - _FLAT)
