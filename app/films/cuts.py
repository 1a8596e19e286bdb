"""Which walls of a room the frames of a film leave out, so that they do not flicker.

A picture leaves out a wall as soon as the camera is outside of it (:mod:`scenewright.renderers.base.culling`). In a film that is averaged
over a part of a second: a wall that would come and go within less does neither. What hangs deep on a wall would be seen to vanish with it,
so that frames around there mix the pictures with and without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import uniform_filter1d

from scenewright.renderers.base import HiddenRows, hidden_walls, room_items
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["Cut", "film_cuts"]

_WALLS = ("left", "right", "back", "front")
_SECONDS = 0.25
_LEAST = 1e-4
"""Share of a picture that cannot be seen."""
_DEEP = 0.2
"""Metres that what hangs on a wall reaches into the room, from which it is faded."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The pictures that one frame is mixed from: the walls that each leaves out, and its share; the shares are 1 together."""

    parts: tuple[tuple[tuple[str, ...], float], ...]


def film_cuts(scene: Scene, cameras: Sequence[Camera], *, fps: float, loop: bool, fades: bool) -> list[Cut | None]:
    """What each frame leaves out; None in all of them where there is no room, or no wall comes or goes.

    Args:
        cameras: of the frames, in their order.
        loop: the last frame runs into the first.
        fades: frames may be mixed; otherwise a wall is there or not.
    """
    if scene.room is None:
        return [None] * len(cameras)
    gone = np.array([[wall in hidden_walls(scene, camera) for wall in _WALLS] for camera in cameras], dtype=np.float64)
    if (gone == gone[0]).all():
        return [None] * len(cameras)
    frames = max(round(_SECONDS * fps), 1)
    share = uniform_filter1d(gone, min(frames, len(cameras)), axis=0, mode="wrap" if loop else "nearest")
    deep = np.array([fades and _hangs_deep(scene, wall) for wall in _WALLS])
    share = np.where(deep, share, (share > 0.5).astype(np.float64))
    return [_cut(row) for row in share]


def _cut(share: FloatArray) -> Cut:
    """The pictures of a frame that leaves out each wall by a share (4,)."""
    parts: list[tuple[tuple[str, ...], float]] = [((), 1.0)]
    for wall, gone in zip(_WALLS, share.tolist(), strict=True):
        without = [((*walls, wall), part * gone) for walls, part in parts]
        parts = [*without, *((walls, part * (1.0 - gone)) for walls, part in parts)]
        parts = [(walls, part) for walls, part in parts if part > _LEAST]
    return Cut(tuple(parts))


def _hangs_deep(scene: Scene, wall: str) -> bool:
    """Whether something that vanishes with a wall reaches far into the room."""
    room = scene.room
    assert room is not None
    middle = Camera((0.0, 0.5 * room.height, 0.0), (0.0, 0.5 * room.height, 1.0))
    hidden = HiddenRows(scene).of(middle, (wall,))
    axis, half = (0, room.width / 2.0) if wall in ("left", "right") else (2, room.depth / 2.0)
    for row in room_items(scene):
        if hidden[row]:
            box = scene.entity(row).bounds
            inner = box[0, axis] if wall in ("right", "front") else -box[1, axis]
            if half - float(inner) > _DEEP:
                return True
    return False
