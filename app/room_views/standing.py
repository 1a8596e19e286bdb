"""The view of a person who stands in a place: it shows most of what is there, and nothing large stands before the lens.

Eyes stand along the walls, in the corners and, of a large room, in its middle; some stand just before a wall, which their view leaves
out. Outdoors they stand around the things. All are tried by a few rays, and the best of them with small changes by more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np

from scenewright.app.room_views.judging import SeenView, ViewJudge
from scenewright.scene.model import Camera, FloatArray

__all__ = ["standing_view"]

_COARSE, _FINE = (36, 27), (64, 48)
"""Rays across and down of a judged view."""
_FINALISTS = 6
_EYE_HEIGHT = 1.6
"""Metres."""
_FIELD = 58.0
_FIELDS = (48.0, 54.0, 60.0, 66.0)
"""Vertical fields of view, degrees."""
_TURNS = (-9.0, 0.0, 9.0)
"""Degrees by which a finalist's view is turned to the side."""
_FALLS = (0.07, 0.14, 0.22)
"""Metres that the line of sight falls, over each metre to what it aims at."""
_FROM_WALL = 0.3
"""Metres from the eye to the wall behind it."""
_BEFORE_WALL = (0.5, 1.3)
"""Metres from the eye to a wall before it, which the view leaves out."""
_WIDE = 6.5
"""Metres. Rooms wider than this are also seen from their middle."""
_NEAREST_AIM = 0.8
"""Metres. Nothing nearer is aimed at."""
_CLOSE = 1.7
"""Metres. What is nearer than this looms: the nearer, the more."""
_NEAR = 1.2
"""Metres. A thing as near as this may take a little of the picture, but no more."""
_TOUCHING = 0.45
"""Metres. Nothing should be as near as this, not even a wall."""
_CUT = 3.5
"""Metres. A thing nearer than this should not be cut by the frame."""
_AROUND = 16
"""Directions from which an outdoor scene is seen."""
_PATHS = (0.25, 0.5, 0.8)
"""Shares of the way from the middle of an outdoor scene to beyond its end, where one may stand."""


def standing_view(judge: ViewJudge) -> Camera | None:
    """The best view from a person's eye height; None for a scene without things.

    Raises:
        JobCancelled: the judge's job was cancelled.
    """
    if not len(judge):
        return None
    first = _best(judge, _first_cameras(judge), _COARSE, _FINALISTS)
    finalists = [camera for kept in first for camera in _changed(kept)]
    return next(iter(_best(judge, finalists, _FINE, 1)), None)


def _best(judge: ViewJudge, cameras: Iterable[Camera], rays: tuple[int, int], count: int) -> list[Camera]:
    """The best cameras, the best first; of equal ones the first."""
    worths = [(round(_worth(judge, camera, judge.look(camera, *rays)), 9), camera) for camera in cameras]
    return [camera for _, camera in sorted(worths, key=lambda w: -w[0])[:count]]


def _first_cameras(judge: ViewJudge) -> Iterator[Camera]:
    """From each standpoint a view of each that one may aim at: the named things, all things, and across the room."""
    named, whole = judge.middle(named=True), judge.middle(named=False)
    for eye in _eyes(judge):
        across = np.array([-0.4 * eye[0], 0.0, -0.4 * eye[2]])
        aims = [named, whole, across] if judge.scene.room is not None else [named, whole]
        seen: set[tuple[float, ...]] = set()
        for aim in aims:
            camera = _aimed(eye, aim, _FIELD, fall=_FALLS[1])
            if camera is not None and camera.target not in seen:
                seen.add(camera.target)
                yield camera


def _eyes(judge: ViewJudge) -> Iterator[FloatArray]:
    """(3,) standpoints, the usual ones first."""
    room = judge.scene.room
    if room is None:
        yield from _outdoor_eyes(judge)
        return
    y = min(_EYE_HEIGHT, room.height - 0.4)
    x, z = room.width / 2.0 - _FROM_WALL, room.depth / 2.0 - _FROM_WALL
    shares = (-0.55, 0.0, 0.55)
    for sx, sz in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
        yield np.array([sx * x, y, sz * z])
    for side in (1, -1):
        for share in shares:
            yield np.array([share * x, y, side * z])
            yield np.array([side * x, y, share * z])
    if max(room.width, room.depth) > _WIDE:
        for sx in shares:
            for sz in shares:
                yield np.array([sx * x, y, sz * z])
    for before in _BEFORE_WALL:
        for side in (1, -1):
            for share in shares:
                yield np.array([share * x, y, side * (room.depth / 2.0 + before)])
                yield np.array([side * (room.width / 2.0 + before), y, share * z])


def _outdoor_eyes(judge: ViewJudge) -> Iterator[FloatArray]:
    middle = judge.middle(named=True)
    floor = float(judge.scene.bounds[0, 1])
    floor = float(np.median(judge.boxes[:, 0, 1])) if len(judge) else floor
    half = np.maximum((judge.scene.bounds[1] - judge.scene.bounds[0]) / 2.0, 2.0)
    for share in _PATHS:
        for step in range(_AROUND):
            angle = math.radians(22.5) + 2.0 * math.pi * step / _AROUND
            x, z = math.sin(angle) * half[0] * 1.5, math.cos(angle) * half[2] * 1.5
            yield np.array([middle[0] + share * x, floor + _EYE_HEIGHT, middle[2] + share * z])


def _aimed(eye: FloatArray, aim: FloatArray, fov: float, *, fall: float) -> Camera | None:
    away = math.hypot(aim[0] - eye[0], aim[2] - eye[2])
    if away < _NEAREST_AIM:
        return None
    x, y, z = (round(float(v), 2) for v in eye)
    tx, ty, tz = round(float(aim[0]), 2), round(y - fall * away, 2), round(float(aim[2]), 2)
    return Camera((x, y, z), (tx, ty, tz), fov)


def _changed(camera: Camera) -> Iterator[Camera]:
    """The camera with other fields, turns and falls of the line of sight."""
    eye, target = np.array(camera.eye), np.array(camera.target)
    for turn in _TURNS:
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        dx, dz = target[0] - eye[0], target[2] - eye[2]
        aim = eye + np.array([c * dx + s * dz, 0.0, c * dz - s * dx])
        for fov in _FIELDS:
            for fall in _FALLS:
                changed = _aimed(eye, aim, fov, fall=fall)
                if changed is not None:
                    yield changed


def _worth(judge: ViewJudge, camera: Camera, view: SeenView) -> float:
    """How good a view is: what it tells, less what spoils a picture."""
    rays = view.thing.size
    on = view.thing >= 0
    worth = 1.5 * judge.told(view) + 0.25 * _central(judge, view)
    worth -= 3.0 * max(float(np.clip(1.0 - view.away / _CLOSE, 0.0, 1.0)[on].sum()) / rays - 0.02, 0.0)
    worth -= 6.0 * max(float(np.count_nonzero(on & (view.away < _NEAR))) / rays - 0.04, 0.0)
    worth -= 4.0 * float(np.count_nonzero(view.away < _TOUCHING)) / rays
    worth -= 1.5 * _cut(view, _CUT) + 0.5 * _cut(view, math.inf, judge)
    worth -= 1.0 * float(view.pixels[judge.turned_away(np.array(camera.eye))].sum()) / rays
    left, right = (float(np.count_nonzero(half)) for half in np.array_split(on, 2, axis=1))
    worth -= 0.15 * abs(left - right) / max(left + right, 1.0)
    if judge.scene.room is not None:
        worth -= 0.5 * max(float(np.count_nonzero(~on)) / rays - 0.6, 0.0)
        worth -= 2.0 * view.outside
    # an unusual lens, and a head that is bowed
    worth -= 0.004 * max(camera.fov - 58.0, 0.0)
    fall = (camera.eye[1] - camera.target[1]) / math.hypot(
        camera.target[0] - camera.eye[0], camera.target[2] - camera.eye[2]
    )
    return worth - 0.3 * max(fall - 0.14, 0.0)


def _central(judge: ViewJudge, view: SeenView) -> float:
    """Share of what is seen of the named things, or of all where none is, that lies in the middle two thirds of the picture."""
    wanted = judge.named if judge.named.any() else np.ones(len(judge), dtype=np.bool_)
    on = np.append(wanted, False)[view.thing]
    h, w = on.shape
    middle = on[h // 6 : h - h // 6, w // 6 : w - w // 6]
    return float(np.count_nonzero(middle)) / max(float(np.count_nonzero(on)), 1.0)


def _cut(view: SeenView, within: float, judge: ViewJudge | None = None) -> float:
    """Share of the picture that things take which are nearer than `within` metres and which the frame cuts, its upper side left out; with a
    judge, of those that nobody named."""
    near = np.where(view.away < within, view.thing, -1)
    if judge is not None:
        near = np.where(np.append(judge.named, True)[near], -1, near)
    edge = np.concatenate([near[-1], near[:, 0], near[:, -1]])
    cut = np.unique(edge[edge >= 0])
    return float(np.count_nonzero(np.isin(near, cut))) / near.size
