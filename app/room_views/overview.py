"""The view of the whole from outside and above: it fills the picture, from the side from which most is to be seen.

Of a room, renderers leave out the walls before the camera with what hangs on them, so the side decides what is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from scenewright.app.room_views.judging import ViewJudge
from scenewright.renderers.base import fitted_camera
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["overview"]

_RAYS = (60, 45)
"""Rays across and down of a judged view."""
_FIELD = 36.0
_ASPECT = 4.0 / 3.0
_MARGIN = 0.06
"""Share of the picture that stays empty at each edge."""
_CORNERS = ((1, 1), (-1, 1), (1, -1), (-1, -1))
"""Signs of x and z of the sides from which one looks, the usual one first."""
_ANGLES = (45.0, 30.0, 60.0)
"""Degrees from the z axis."""
_ELEVATIONS = (36.0, 30.0, 44.0)
"""Degrees above the horizon, the usual one first; outdoors a third less."""
_USUAL = 0.02
"""By how much a view must be better than one that is tried before it."""


def overview(judge: ViewJudge) -> Camera | None:
    """The best view of the whole; None for a scene without things.

    Raises:
        JobCancelled: the judge's job was cancelled.
    """
    if not len(judge):
        return None
    corners = _corners(judge.geometry)
    best, most = None, -math.inf
    for toward in _directions(judge.scene):
        camera = _fitted(judge, corners, toward)
        view = judge.look(camera, *_RAYS)
        worth = judge.told(view) + 0.5 * (1.0 - view.outside) - 0.3 * _before(judge, camera)
        worth += 0.3 * _facing(judge, toward)
        if worth > most + (_USUAL if best is not None else 0.0):
            best, most = camera, worth
    return best


def _directions(scene: Scene) -> Iterator[FloatArray]:
    """(3,) from the scene to the eye."""
    lower = 1.0 if scene.room is not None else 2.0 / 3.0
    for elevation in _ELEVATIONS:
        up = math.radians(lower * elevation)
        for angle in _ANGLES:
            side = math.radians(angle)
            for sx, sz in _CORNERS:
                yield np.array([sx * math.sin(side) * math.cos(up), math.sin(up), sz * math.cos(side) * math.cos(up)])


def _fitted(judge: ViewJudge, corners: FloatArray, toward: FloatArray) -> Camera:
    """The nearest camera in a direction that shows all that it draws."""
    first = fitted_camera(corners.reshape(-1, 3), toward, fov=_FIELD, aspect=_ASPECT, margin=_MARGIN)
    drawn = corners[judge.visible(first)].reshape(-1, 3)
    camera = fitted_camera(drawn, toward, fov=_FIELD, aspect=_ASPECT, margin=_MARGIN)
    eye, target = (tuple(round(v, 2) for v in point) for point in (camera.eye, camera.target))
    return Camera(eye, target, _FIELD)  # type: ignore[arg-type]


def _corners(geometry: SceneGeometry) -> FloatArray:
    """(I, 8, 3) corners of the boxes of all instances, which turn with them."""
    boxes = np.array([[m.vertices.min(axis=0), m.vertices.max(axis=0)] for m in geometry.meshes], dtype=np.float64)
    pick = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
    local = boxes[:, pick, np.arange(3)][geometry.mesh]
    m = geometry.world_from_mesh
    return np.asarray(np.einsum("nij,nkj->nki", m[:, :3, :3], local) + m[:, None, :3, 3])


def _before(judge: ViewJudge, camera: Camera) -> float:
    """How much tall furniture turns its back to a view: the share of a cut wall that it takes."""
    room = judge.scene.room
    if room is None:
        return 0.0
    taken = 0.0
    for axis, half, along in ((0, room.width / 2.0, room.depth), (2, room.depth / 2.0, room.width)):
        side = math.copysign(1.0, camera.eye[axis])
        if abs(camera.eye[axis]) <= half:
            continue
        near = half - side * judge.boxes[:, 1 if side > 0 else 0, axis] < 0.4
        tall = np.clip(judge.boxes[:, 1, 1] / room.height - 0.35, 0.0, 1.0) * (judge.boxes[:, 0, 1] < 0.3)
        size = judge.boxes[:, 1, 2 - axis] - judge.boxes[:, 0, 2 - axis]
        taken += float((near * tall * size).sum()) / along
    return min(taken, 1.0)


def _facing(judge: ViewJudge, toward: FloatArray) -> float:
    """How much the things face the eye: 1 all, -1 all turn their backs to it. The larger ones count more."""
    size = np.prod(np.maximum(judge.boxes[:, 1] - judge.boxes[:, 0], 1e-3), axis=1) ** (2.0 / 3.0)
    facing = judge.fronts @ (toward[[0, 2]] / np.linalg.norm(toward[[0, 2]]))
    return float((size * facing).sum() / size.sum())
