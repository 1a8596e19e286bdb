"""Where a camera looks on its way through a room: at as much as possible of what stands there, without turning fast.

For each place of the way each direction has a worth: how much of the things it shows. The directions of all places are chosen together, so
that the sum of their worth, less what turning costs, is the greatest (dynamic programming; A. Viterbi, IEEE Transactions on Information
Theory 13, 1967).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter1d

from scenewright.app.films.free_space import FreeSpace
from scenewright.app.room_views import ViewJudge
from scenewright.scene.model import Camera, FloatArray

__all__ = ["AimedWay", "aimed_way", "inside_fov", "looking", "seen_worth", "spans"]

_ACROSS, _UP = 72.0, 78.0
"""Degrees of the horizontal and of the vertical field of view, at most."""
_DIRECTIONS = 24
_TURN_COST = 0.5
"""Of all that is to be seen, for a turn by 90 degrees within a metre."""
_AHEAD = 0.12
"""What looking ahead is worth, of all that is to be seen."""
_CLOSE, _CLOSE_COST = 1.5, 4.0
"""Metres to what stands right before the lens, and what it costs to see nothing else."""
_NEAREST = 0.7
"""Metres. What is nearer is beside the camera, and is not looked at."""
_FALLS = (0.0, 13.0)
"""Degrees that the camera looks down, least and most; beyond, verticals lean."""
_USUAL_FALL = 6.0
_SMOOTH = 0.5
"""Metres over which directions are averaged."""
_MARGIN = 3.0


def inside_fov(aspect: float) -> float:
    """The vertical field of view of films inside rooms, in degrees. `aspect`: width over height of the picture."""
    return min(2.0 * math.degrees(math.atan(math.tan(math.radians(_ACROSS) / 2.0) / aspect)), _UP)


@dataclass(frozen=True)
class AimedWay:
    """The cameras along a way. `worth`: how good they are on the mean: 1 for frames that show all there is to see from the best place."""

    cameras: list[Camera]
    worth: float


def aimed_way(
    space: FreeSpace, judge: ViewJudge, eyes: FloatArray, *, step: float, fov: float, aspect: float
) -> AimedWay:
    """The cameras at places (K, 3) along a way, each looking where there is something to see.

    Args:
        step: metres between two places.
        fov: vertical, degrees; `aspect`: width over height of the picture.
    """
    width = 2.0 * math.degrees(math.atan(math.tan(math.radians(fov) / 2.0) * aspect))
    tries = np.arange(_DIRECTIONS) * (360.0 / _DIRECTIONS)
    worth = np.stack([seen_worth(judge, eye, tries, width) for eye in eyes])
    heading = np.degrees(np.arctan2(*np.gradient(eyes[:, [0, 2]], axis=0).T)) if len(eyes) > 1 else np.zeros(1)
    worth += _AHEAD * np.cos(np.radians(tries[None] - heading[:, None]))
    worth -= _CLOSE_COST * _close_shares(space, eyes, tries, width)
    chosen = _best_turns(worth, tries, step)
    turns = np.unwrap(tries[chosen], period=360.0)
    falls = np.array([_fall(judge, eye, turn, width) for eye, turn in zip(eyes, turns, strict=True)])
    if len(eyes) > 2:
        turns, falls = (gaussian_filter1d(values, _SMOOTH / step, mode="nearest") for values in (turns, falls))
    cameras = [looking(eye, turn, fall, fov) for eye, turn, fall in zip(eyes, turns, falls, strict=True)]
    return AimedWay(cameras, float(worth[np.arange(len(eyes)), chosen].mean()))


def looking(eye: FloatArray, turn: float, fall: float, fov: float) -> Camera:
    """The camera at an eye (3,) that looks in a direction, in degrees: from +z toward +x, and below the horizon."""
    a, b = math.radians(turn), math.radians(fall)
    x, y, z = (float(v) for v in eye)
    target = (x + math.cos(b) * math.sin(a), y - math.sin(b), z + math.cos(b) * math.cos(a))
    return Camera((x, y, z), target, fov)


def spans(judge: ViewJudge, eye: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """For each of T things the direction (T,) of its middle, the half (T,) of the angle that it takes, both in degrees, and (T,) how much
    of it counts from an eye (3,): its weight, as far as nothing hides it and it is not right beside the eye."""
    middle = judge.boxes.mean(axis=1) - eye
    half = (judge.boxes[:, 1] - judge.boxes[:, 0]) / 2.0
    away = np.maximum(np.linalg.norm(middle[:, [0, 2]], axis=1), 1e-6)
    gap = np.linalg.norm(np.maximum(np.abs(middle) - half, 0.0)[:, [0, 2]], axis=1)
    taken = np.degrees(np.arctan2(np.linalg.norm(half[:, [0, 2]], axis=1), away))
    clear = judge.clear([looking(eye, 0.0, 0.0, 60.0)])[0]
    counts = np.where(gap < _NEAREST, 0.0, judge.weights * clear)
    return np.degrees(np.arctan2(middle[:, 0], middle[:, 2])), taken, counts


def seen_worth(judge: ViewJudge, eye: FloatArray, turns: FloatArray, width: float) -> FloatArray:
    """(D,) how much of the things an eye (3,) has in its frame in each direction (D,), in degrees. `width`: horizontal field, degrees."""
    if not len(judge):
        return np.zeros(len(turns))
    toward, taken, counts = spans(judge, eye)
    off = np.abs((toward[None] - turns[:, None] + 180.0) % 360.0 - 180.0)
    inside = np.clip((width / 2.0 - _MARGIN + taken - off) / np.maximum(2.0 * taken, 1.0), 0.0, 1.0)
    return np.asarray(inside @ counts)


def _close_shares(space: FreeSpace, eyes: FloatArray, turns: FloatArray, width: float) -> FloatArray:
    """(K, D) how much of the frame stands right before each eye (K, 3) in each direction (D,), in degrees, 0 to 1: what is nearer than
    :data:`_CLOSE`, the more the nearer."""
    sides = np.linspace(-0.4, 0.4, 7) * width
    angles = np.radians(turns[:, None, None] + sides[None, :, None])
    down = np.radians(np.array([-12.0, 2.0, 16.0]))[None, None]
    parts = (np.sin(angles) * np.cos(down), -np.sin(down), np.cos(angles) * np.cos(down))
    ways = np.stack(np.broadcast_arrays(*parts), axis=-1).reshape(-1, 3)
    away = space.sight(np.repeat(eyes, len(ways), axis=0), np.tile(ways, (len(eyes), 1)))
    near = np.clip(1.0 - away / _CLOSE, 0.0, 1.0)
    return np.asarray(near.reshape(len(eyes), len(turns), -1).mean(axis=2))


def _best_turns(worth: FloatArray, turns: FloatArray, step: float) -> npt.NDArray[np.int64]:
    """(K,) which direction is taken at each place, of the worth (K, D) of directions (D,), degrees."""
    apart = np.abs((turns[:, None] - turns[None] + 180.0) % 360.0 - 180.0)
    cost = _TURN_COST * (apart / 90.0) ** 2 / max(step, 1e-6)
    best, came = worth[0], []
    for here in worth[1:]:
        reached = best[:, None] - cost
        came.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + here
    chosen = [int(best.argmax())]
    for before in reversed(came):
        chosen.append(int(before[chosen[-1]]))
    return np.array(chosen[::-1])


def _fall(judge: ViewJudge, eye: FloatArray, turn: float, width: float) -> float:
    """How far a camera looks down, in degrees: to the middle of what it has in its frame."""
    if not len(judge):
        return _USUAL_FALL
    toward, _, counts = spans(judge, eye)
    off = np.abs((toward - turn + 180.0) % 360.0 - 180.0)
    shares = counts * (off < width / 2.0)
    if shares.sum() <= 0.0:
        return _USUAL_FALL
    middle = judge.boxes.mean(axis=1) - eye
    down = np.degrees(np.arctan2(-middle[:, 1], np.linalg.norm(middle[:, [0, 2]], axis=1)))
    return float(np.clip(np.average(down, weights=shares) * 0.6, *_FALLS))
