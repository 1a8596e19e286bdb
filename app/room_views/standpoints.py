"""Where a photographer may stand: in the corners and along the walls of a room, before a wall that is left out, and around what is
outdoors."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from scenewright.app.room_views.judging import ViewJudge
from scenewright.scene.model import FloatArray, Room

__all__ = ["HEIGHTS", "below_ceiling", "standpoints"]

HEIGHTS = (1.5, 1.85, 2.25)
"""Metres of the eye above the floor: those that are tried, the first for a low look, the last for one over what stands before."""
_FIRST_HEIGHT = 1.75
_BELOW_CEILING = 0.3
"""Metres from the eye to the ceiling, at least."""
_FROM_WALL = 0.3
"""Metres from the eye to the wall behind it."""
_BEFORE_WALL = (0.6, 1.6, 2.8)
"""Metres from the eye to a wall before it, which the view leaves out."""
_BEFORE_CORNER = (0.5, 1.6)
_WIDE = 6.5
"""Metres. Rooms wider than this are also seen from their middle."""
_ALONG = (-0.55, 0.0, 0.55)
"""Places along a wall, over half its length."""
_AROUND = 12
"""Directions from which an outdoor scene is seen."""
_PATHS = (0.4, 0.7, 1.0, 1.4)
"""Shares of the way from what one looks at to beyond the end of an outdoor scene, where one may stand."""
_LEAST_REACH = 2.5
"""Metres. An outdoor scene reaches at least so far from its middle."""


def below_ceiling(judge: ViewJudge, height: float) -> float:
    """A height of the eye above the floor in metres, or a little below the ceiling of a lower room."""
    room = judge.scene.room
    return height if room is None else min(height, room.height - _BELOW_CEILING)


def standpoints(judge: ViewJudge, middle: FloatArray) -> Iterator[FloatArray]:
    """(3,) places of the eye, the usual ones first. `middle`: (3,) what an outdoor view looks at."""
    room = judge.scene.room
    y = below_ceiling(judge, _FIRST_HEIGHT)
    for x, z in _outdoors(judge, middle) if room is None else _indoors(room):
        yield np.array([x, y + (judge.ground if room is None else 0.0), z])


def _indoors(room: Room) -> Iterator[tuple[float, float]]:
    half_x, half_z = room.width / 2.0, room.depth / 2.0
    x, z = half_x - _FROM_WALL, half_z - _FROM_WALL
    corners = ((1, 1), (-1, 1), (1, -1), (-1, -1))
    for sx, sz in corners:
        yield sx * x, sz * z
    for side in (1, -1):
        for share in _ALONG:
            yield share * x, side * z
            yield side * x, share * z
    for before in _BEFORE_WALL:
        for side in (1, -1):
            for share in _ALONG:
                yield share * x, side * (half_z + before)
                yield side * (half_x + before), share * z
    for before in _BEFORE_CORNER:
        for sx, sz in corners:
            yield sx * (half_x + before), sz * (half_z + before)
    if max(room.width, room.depth) > _WIDE:
        for sx, sz in corners:
            yield 0.5 * sx * x, 0.5 * sz * z
        yield 0.0, 0.0


def _outdoors(judge: ViewJudge, middle: FloatArray) -> Iterator[tuple[float, float]]:
    low, high = judge.boxes[:, 0].min(axis=0), judge.boxes[:, 1].max(axis=0)
    half = np.maximum((high - low) / 2.0, _LEAST_REACH)
    for share in _PATHS:
        for step in range(_AROUND):
            angle = math.radians(15.0) + 2.0 * math.pi * step / _AROUND
            yield (
                float(middle[0] + share * math.sin(angle) * half[0] * 1.5),
                float(middle[2] + share * math.cos(angle) * half[2] * 1.5),
            )
