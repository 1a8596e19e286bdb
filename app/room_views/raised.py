"""Views from above, past walls that are left out: all things, or the whole place, fill the picture."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from scenewright.app.room_views.framing import ASPECT
from scenewright.app.room_views.judging import ViewJudge
from scenewright.renderers.base import fitted_camera, hidden_walls
from scenewright.scene.model import Camera, FloatArray, Room

__all__ = ["is_small", "overviews", "raised_views"]

_RAISED_FIELDS, _WHOLE_FIELD = (34.5, 46.0), 36.0
"""Vertical fields of view, degrees: what stands between is seen past from farther away, or from nearer."""
_RAISED = (6.0, 14.0, 24.0)
"""Degrees from which one looks down on the things; outdoors a third less."""
_LOWEST = 1.35
"""Metres of the eye above the ground, at least."""
_SMALL = 1.5
"""Metres across what is small: a game on a table."""
_CLOSE, _CLOSE_MARGIN = (20.0, 28.0, 36.0), 0.2
"""The same as `_RAISED` and `_MARGIN`, for what is small."""
_WHOLE = (30.0, 38.0)
"""The same, on the whole place."""
_SIDES = 16
_MARGIN = 0.04
"""Share of the picture that stays empty at each edge."""
_CORNERS = (45.0, -45.0, 135.0, -135.0)
"""Degrees from +z toward +x of the corners past which the whole place is seen, the usual one first."""


def raised_views(judge: ViewJudge) -> Iterator[Camera]:
    """From all sides, not far above the ground: all that is wanted fills the frame. What is small is looked at from close by."""
    indoors = judge.scene.room is not None
    wanted = judge.boxes[judge.wanted]
    high, close = wanted[:, 1].max(axis=0), is_small(judge)
    margin, rises = (_CLOSE_MARGIN, _CLOSE) if close else (_MARGIN, _RAISED)
    lowest = float(high[1]) if close else _LOWEST + (0.0 if indoors else judge.ground)
    for up in rises:
        for side in range(_SIDES):
            toward = _direction(360.0 * (side + 0.5) / _SIDES, up if indoors or close else up * 2.0 / 3.0)
            for field in _RAISED_FIELDS:
                camera = _nearest(_corners(wanted), toward, field, margin)
                if camera.eye[1] >= lowest:
                    yield camera


def is_small(judge: ViewJudge) -> bool:
    """Whether all that is named lies close together, as a game on a table: a view of the room would not show it."""
    wanted = judge.boxes[judge.wanted]
    across = wanted[:, 1].max(axis=0) - wanted[:, 0].min(axis=0)
    return bool(judge.named.any()) and float(np.linalg.norm(across)) <= _SMALL


def overviews(judge: ViewJudge) -> Iterator[Camera]:
    """From the corners, high above the ground."""
    lower = 1.0 if judge.scene.room is not None else 2.0 / 3.0
    for up in _WHOLE:
        for corner in _CORNERS:
            yield _whole_place(judge, _direction(corner, lower * up))


def _direction(turn: float, up: float) -> FloatArray:
    """(3,) from the scene to the eye; degrees."""
    side, lift = math.radians(turn), math.radians(up)
    return np.array([math.sin(side) * math.cos(lift), math.sin(lift), math.cos(side) * math.cos(lift)])


def _whole_place(judge: ViewJudge, toward: FloatArray) -> Camera:
    """The nearest camera in a direction that has all things in view, and the floor and the walls that it draws, too."""
    camera = _nearest(_corners(judge.boxes), toward, _WHOLE_FIELD)
    room = judge.scene.room
    if room is None:
        return camera
    points = np.concatenate([_corners(judge.boxes), _shell(room, hidden_walls(judge.scene, camera))])
    return _nearest(points, toward, _WHOLE_FIELD)


def _nearest(points: FloatArray, toward: FloatArray, fov: float, margin: float = _MARGIN) -> Camera:
    camera = fitted_camera(points, toward, fov=fov, aspect=ASPECT, margin=margin)
    eye, target = (tuple(round(v, 2) for v in point) for point in (camera.eye, camera.target))
    return Camera(eye, target, fov)  # type: ignore[arg-type]


def _shell(room: Room, hidden: tuple[str, ...]) -> FloatArray:
    """(N, 3) corners of the floor and of the walls but the hidden ones."""
    x, z = room.width / 2.0 + 0.1, room.depth / 2.0 + 0.1
    points = [(sx * x, 0.0, sz * z) for sx in (-1, 1) for sz in (-1, 1)]
    for sx, side in ((-1, "left"), (1, "right")):
        for sz, end in ((-1, "back"), (1, "front")):
            if side not in hidden or end not in hidden:
                points.append((sx * x, room.height, sz * z))
    return np.array(points)


def _corners(boxes: FloatArray) -> FloatArray:
    """(T * 8, 3) corners of boxes (T, 2, 3)."""
    corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
    return np.asarray(boxes[:, corner, np.arange(3)].reshape(-1, 3))
