"""How good a view is: what it tells, less what spoils a picture."""

from __future__ import annotations

import math

import numpy as np

from scenewright.app.room_views.foreground import crowding
from scenewright.app.room_views.framing import ASPECT
from scenewright.app.room_views.judging import SeenView, ViewJudge

__all__ = ["likeness", "worth"]

_AT_ALL = 0.4
"""How well one must recognise a thing to say that it is there at all."""
_FULL = 0.3
"""Share of the picture for what is named; more adds nothing."""
_MOST_OF_ONE = 0.12
"""Share of the picture that one thing adds to that, at most."""
_AT_WALL = 0.4
"""Metres from a wall to the back of what stands at it, at most."""
_SQUARE = 0.35
"""Cosine: what faces the eye so much, or more, shows its front."""
_EMPTY = 0.5
"""Share of the picture that may be bare walls, floor or sky."""
_FOOT = 0.22
"""Share of the picture that may lie bare before the first thing, from below."""
_ANY_OUTSIDE, _STRIP = 0.06, 0.02
"""What a strip of the void around a room costs however narrow it is, and the share of the picture from which it is one."""
_NEAR_MIDDLE = 0.06
"""Share of the width that the middle of what is wanted may lie beside that of the picture."""
_LEVEL = 8.0
"""Degrees that a look may fall before verticals lean."""
_HORIZON = (0.12, 0.4)
"""Shares of an outdoor picture from its top between which the horizon lies well."""


def worth(judge: ViewJudge, view: SeenView) -> float:
    """How good a view is, larger is better."""
    rays, on = view.thing.size, view.thing >= 0
    known = judge.kinds_known(view.known)
    good = 5.0 * float(known.mean()) + 1.5 * float(np.clip(known / _AT_ALL, 0.0, 1.0).mean()) + 0.5 * judge.told(view)
    good += 0.2 * _held(judge, view) + 0.4 * _named_share(judge, view)
    good += 0.2 * _fronts(judge, view) - 4.0 * _backs_to_open_walls(judge, view)
    good -= 3.0 * float(view.pixels[judge.turned_away(np.array(view.camera.eye))].sum()) / rays
    left, right = (float(np.count_nonzero(half)) for half in np.array_split(on, 2, axis=1))
    good -= 0.15 * abs(left - right) / max(left + right, 1.0) + 2.0 * max(_off_middle(judge, view) - _NEAR_MIDDLE, 0.0)
    good -= 0.6 * max(1.0 - float(np.count_nonzero(on)) / rays - _EMPTY, 0.0)
    good -= 0.8 * max(_foot(view) - _FOOT, 0.0) + crowding(judge, view)
    return good - _surroundings(judge, view) - _lens(view)


def likeness(one: SeenView, other: SeenView) -> float:
    """How much two views look alike, 0 to 1: from the same side, at the same height."""
    ways = [np.subtract(v.camera.target, v.camera.eye) for v in (one, other)]
    flat = [way[[0, 2]] / max(float(np.linalg.norm(way[[0, 2]])), 1e-9) for way in ways]
    turn = math.degrees(math.acos(float(np.clip(flat[0] @ flat[1], -1.0, 1.0))))
    fall = abs(_fall(one) - _fall(other))
    return max(1.0 - turn / 75.0, 0.0) * max(1.0 - fall / 40.0, 0.0)


def _held(judge: ViewJudge, view: SeenView) -> float:
    """How much of what the scene should tell the frame holds, hidden or not: thin things too, which coarse rays miss."""
    return float(judge.weights @ np.where(view.gone, 0.0, view.framed**2))


def _off_middle(judge: ViewJudge, view: SeenView) -> float:
    """Share of the picture's width between its middle and that of what is wanted; small things count nearly as much as large ones."""
    across = np.broadcast_to((np.arange(view.thing.shape[1]) + 0.5) / view.thing.shape[1], view.thing.shape)
    on = view.thing >= 0
    sums = np.bincount(view.thing[on], weights=across[on], minlength=len(judge))
    counts = view.pixels * judge.wanted
    weights = np.sqrt(counts)
    if not weights.any():
        return 0.0
    middles = sums / np.maximum(view.pixels, 1)
    return abs(float(middles @ weights / weights.sum()) - 0.5)


def _backs_to_open_walls(judge: ViewJudge, view: SeenView) -> float:
    """Share of the picture that things take which stand at a wall that is left out: one sees their backs."""
    room, eye = judge.scene.room, view.camera.eye
    if room is None:
        return 0.0
    backs = np.zeros(len(judge), dtype=np.bool_)
    for axis, half, away in ((0, room.width / 2.0, eye[0]), (2, room.depth / 2.0, eye[2])):
        if abs(away) > half:
            side = math.copysign(1.0, away)
            gap = half - side * judge.boxes[:, 1 if side > 0 else 0, axis]
            faces_in = judge.fronts[:, axis // 2] * side < -0.7
            backs |= (gap < _AT_WALL) & faces_in
    return float(view.pixels[backs].sum()) / view.thing.size


def _named_share(judge: ViewJudge, view: SeenView) -> float:
    """How much of the picture shows what is named, or anything where nothing is: 1 is enough. The less it is, the more counts a little
    more."""
    wanted = judge.named if judge.named.any() else np.ones(len(judge), dtype=np.bool_)
    shares = np.minimum(view.pixels[wanted] / view.thing.size, _MOST_OF_ONE)
    return math.sqrt(min(float(shares.sum()) / _FULL, 1.0))


def _fronts(judge: ViewJudge, view: SeenView) -> float:
    """How much of the things in the picture that have a front turn it to the eye: 1 all, -1 none. Those that are named count double."""
    weight = np.sqrt(view.pixels * judge.has_front) * (1.0 + judge.named)
    facing = np.clip(judge.toward(np.array(view.camera.eye)) / _SQUARE, -1.0, 1.0)
    return float((weight * facing).sum() / max(float(weight.sum()), 1e-9))


def _foot(view: SeenView) -> float:
    """Share of the picture below the things, as a mean over its columns."""
    on = view.thing[::-1] >= 0
    return float(np.where(on.any(axis=0), on.argmax(axis=0), len(on)).mean()) / len(on)


def _surroundings(judge: ViewJudge, view: SeenView) -> float:
    """What a view loses to what lies around the place."""
    if judge.scene.room is not None:
        return 0.6 * view.outside + _ANY_OUTSIDE * min(view.outside / _STRIP, 1.0)
    half = math.tan(math.radians(view.camera.fov) / 2.0)
    horizon = 0.5 - math.tan(math.radians(_fall(view))) / (2.0 * half)
    off = max(_HORIZON[0] - horizon, horizon - _HORIZON[1], 0.0)
    return 0.5 * view.outside + 0.8 * min(off, 0.5)


def _lens(view: SeenView) -> float:
    """What an unusual lens and leaning verticals cost."""
    width = 2.0 * math.degrees(math.atan(math.tan(math.radians(view.camera.fov) / 2.0) * ASPECT))
    return 0.004 * max(width - 64.0, 0.0) + 0.008 * max(abs(_fall(view)) - _LEVEL, 0.0)


def _fall(view: SeenView) -> float:
    """Degrees that the line of sight falls below the horizon."""
    eye, target = view.camera.eye, view.camera.target
    return math.degrees(math.atan2(eye[1] - target[1], math.hypot(target[0] - eye[0], target[2] - eye[2])))
