"""A pan: the camera stands at one place in a room and turns past all that stands there."""

from __future__ import annotations

import math

import numpy as np

from scenewright.app.films.camera_paths import CameraPath
from scenewright.app.films.free_space import FreeSpace
from scenewright.app.films.gazes import inside_fov, looking, seen_worth, spans
from scenewright.app.films.walks import free_floor, spread_places
from scenewright.app.room_views import ViewJudge
from scenewright.renderers.base import RenderError
from scenewright.scene.model import FloatArray

__all__ = ["pan_path"]

_PLACES = 40
"""Places that are tried."""
_FALL = 7.0
"""Degrees that the camera looks down."""
_KEYS = 30.0
"""Degrees between the directions that the path is drawn through."""
_SLIGHT = 0.02
"""Share of all that is to be seen: a side with less than that need not be shown."""
_LEAST = 40.0
"""Degrees of a pan, at least."""
_AROUND = 60.0
"""Degrees. Where a side with nothing to see is narrower, the camera turns all around."""


def pan_path(space: FreeSpace, judge: ViewJudge, aspect: float) -> CameraPath:
    """A path that turns about the place from which most is to be seen.

    Args:
        aspect: width over height of the picture.

    Raises:
        RenderError: there is no place for the camera.
        JobCancelled: the job was cancelled.
    """
    floor = free_floor(space)
    if floor is None:
        raise RenderError("there is no place for a camera between the furniture: film an orbit around the room")
    fov = inside_fov(aspect)
    width = 2.0 * math.degrees(math.atan(math.tan(math.radians(fov) / 2.0) * aspect))
    eye = _best_place(judge, floor.places)
    first, last = _arc(judge, eye, width)
    closed = last - first >= 360.0
    turns = np.linspace(first, last, max(math.ceil((last - first) / _KEYS), 2) + 1)
    cameras = [looking(eye, float(turn), _FALL, fov) for turn in (turns[:-1] if closed else turns)]
    return CameraPath(cameras, closed=closed, reach=1.0)


def _best_place(judge: ViewJudge, places: FloatArray) -> FloatArray:
    """(3,) the place of (P, 3) that has most in clear sight, and of those that are alike one at the side, which needs the least turning."""
    chosen = places[spread_places(places, _PLACES)]
    middle = places.mean(axis=0)
    if not len(judge):
        return np.asarray(places[np.linalg.norm(places - middle, axis=1).argmin()])
    away = np.linalg.norm(chosen - middle, axis=1)
    seen = np.array([spans(judge, eye)[2].sum() for eye in chosen])
    return np.asarray(chosen[(seen + 0.15 * away / max(float(away.max()), 1e-9)).argmax()])


def _arc(judge: ViewJudge, eye: FloatArray, width: float) -> tuple[float, float]:
    """The first and the last direction of a pan, in degrees: together their frames hold all that is to be seen.

    Args:
        width: horizontal field of view, degrees.
    """
    turns = np.arange(0.0, 360.0, 5.0)
    worth = seen_worth(judge, eye, turns, 12.0)
    dull = worth <= _SLIGHT * max(float(worth.sum()), 1e-9)
    if not len(judge) or not dull.any() or dull.all():
        return 0.0, 360.0
    # the longest run of directions without anything, around the circle
    begin, length, run = 0, 0, 0
    for k, nothing in enumerate(np.concatenate([dull, dull])):
        run = min(run + 1, len(dull)) if nothing else 0
        if run > length:
            begin, length = k - run + 1, run
    if 5.0 * length < _AROUND:
        return 0.0, 360.0
    first, last = 5.0 * (begin + length) - 5.0, 5.0 * begin + 360.0
    inner = last - first - width
    if inner < _LEAST:
        middle = (first + last) / 2.0
        return middle - _LEAST / 2.0, middle + _LEAST / 2.0
    return first + width / 2.0, last - width / 2.0
