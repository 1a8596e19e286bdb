"""Chooses the view of a person who stands in a room: the one that shows most of what is there, and nothing large before the lens.

Candidate eyes stand along the walls and in the corners. Each view is judged by rays through a coarse picture: how much of each thing is to
be seen, what stands close before the lens, and how much is bare wall.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.renderers.base import Pinhole
from scenewright.renderers.base.culling import room_items
from scenewright.renderers.rays import Caster
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["standing_view", "with_view"]

_ACROSS, _DOWN = 56, 42
"""Rays of a judged view."""
_EYE_HEIGHT = 1.6
_FIELDS = (58.0, 70.0)
"""Vertical fields of view, degrees."""
_FROM_WALL = 0.3
_LEAST_SHARE = 0.003
"""Of the picture: what shows less of a thing shows it less well."""
_CLOSE = 1.7
"""Metres. What is nearer than this looms: the nearer, the more."""
_TOUCHING = 0.45
_NAMED = 3.0
"""How much more what the person named counts than what else is there."""


@dataclass(frozen=True)
class _Judged:
    worth: float
    camera: Camera


def standing_view(
    scene: Scene, geometry: SceneGeometry, *, named: Sequence[int] = (), job: Job | None = None
) -> Camera | None:
    """The best view of a room from a person's eye height; None for a scene without a room, or without things.

    Args:
        geometry: the triangles of the scene; few are enough.
        named: rows of the things that a description names.

    Raises:
        JobCancelled: the job was cancelled.
    """
    items = room_items(scene)
    if scene.room is None or not items or not len(geometry):
        return None
    job = job or Job()
    things = _Things(scene, geometry, items, frozenset(named), job)
    best: _Judged | None = None
    for camera in _candidates(scene, things.middle):
        job.check()
        worth = things.worth(camera)
        if best is None or worth > best.worth + 1e-9:
            best = _Judged(worth, camera)
    return None if best is None else best.camera


def with_view(source: str, scene: Scene, camera: Camera) -> str:
    """A program with its last camera moved to another place."""
    from scenewright.scene.language.editing.program_text import ProgramText, Splice

    last = next((c for c in reversed(scene.cameras) if c.scope is None and c.span is not None), None)
    text = ProgramText(source)
    call = None if last is None else text.call_at(last.span)
    if call is None:
        return source
    eye, target = (", ".join(f"{v:g}" for v in point) for point in (camera.eye, camera.target))
    return text.spliced([Splice(*text.span(call), f"camera(eye=({eye}), target=({target}), fov={camera.fov:g})")])


def _candidates(scene: Scene, middle: FloatArray) -> Iterator[Camera]:
    assert scene.room is not None
    x, z = scene.room.width / 2.0 - _FROM_WALL, scene.room.depth / 2.0 - _FROM_WALL
    height = min(_EYE_HEIGHT, scene.room.height - 0.4)
    # from the front first, where views of equal worth decide by order
    ground = [
        (1, 1),
        (-1, 1),
        (0, 1),
        (0.5, 1),
        (-0.5, 1),
        (1, 0),
        (-1, 0),
        (1, 0.5),
        (-1, 0.5),
        (1, -1),
        (-1, -1),
        (0, -1),
    ]
    for sx, sz in ground:
        eye = (round(sx * x, 2), round(height, 2), round(sz * z, 2))
        for toward in ((0.0, 0.0), (float(middle[0]), float(middle[2])), (-0.4 * sx * x, -0.4 * sz * z)):
            away = math.hypot(toward[0] - eye[0], toward[1] - eye[2])
            if away < 0.8:
                continue
            for fov in _FIELDS:
                target = (round(toward[0], 2), round(max(height - 0.22 * away, 0.6), 2), round(toward[1], 2))
                yield Camera(eye, target, fov)


class _Things:
    """What a view shows of each thing."""

    def __init__(
        self, scene: Scene, geometry: SceneGeometry, items: Sequence[int], named: frozenset[int], job: Job
    ) -> None:
        owner = np.full(len(scene) + 1, -1, dtype=np.int64)
        for number, row in enumerate(items):
            owner[row : scene.subtree_end(row)] = number
        self._weights = np.array(
            [_NAMED if any(row <= n < scene.subtree_end(row) for n in named) else 1.0 for row in items]
        )
        self._number = owner[geometry.entity]
        self._caster = _caster(geometry, job)
        boxes = np.array([scene.entity(row).bounds for row in items])
        sizes = np.clip(np.prod(np.maximum(boxes[:, 1] - boxes[:, 0], 0.05), axis=1), 0.0, 2.0)
        self.middle: FloatArray = (boxes.mean(axis=1) * sizes[:, None]).sum(axis=0) / sizes.sum()

    def worth(self, camera: Camera) -> float:
        pinhole = Pinhole.of(camera, _ACROSS, _DOWN)
        directions = pinhole.directions(pinhole.pixel_points())
        rays = np.concatenate([np.broadcast_to(pinhole.eye, directions.shape), directions], axis=1).astype(np.float32)
        cast = self._caster.cast(rays)
        thing = np.full(len(rays), -1, dtype=np.int64)
        met = cast.triangle >= 0
        thing[met] = self._number[self._caster.instance[cast.triangle[met]]]
        counts = np.bincount(thing[thing >= 0], minlength=len(self._weights))
        shown = np.minimum(counts / (_LEAST_SHARE * len(rays)), 1.0)
        looming = float(np.clip(1.0 - cast.t / _CLOSE, 0.0, 1.0)[thing >= 0].sum()) / len(rays)
        blocked = float(np.count_nonzero(cast.t < _TOUCHING)) / len(rays)
        bare = float(np.count_nonzero(thing < 0)) / len(rays)
        total = float(self._weights.sum())
        return (
            float((self._weights * shown).sum()) / total
            - 3.0 * max(looming - 0.02, 0.0)
            - 4.0 * blocked
            - 0.5 * max(bare - 0.6, 0.0)
        )


def _caster(geometry: SceneGeometry, job: Job) -> Caster:
    vertices, faces, owners = [], [], []
    base = 0
    for number, mesh in enumerate(geometry.meshes):
        for row in np.flatnonzero(geometry.mesh == number).tolist():
            matrix = geometry.world_from_mesh[row]
            points = mesh.vertices.astype(np.float64) @ matrix[:3, :3].T + matrix[:3, 3]
            vertices.append(points.astype(np.float32))
            faces.append(mesh.faces.astype(np.uint32) + np.uint32(base))
            owners.append(np.full(len(mesh.faces), row, dtype=np.int32))
            base += len(points)
    return Caster(np.concatenate(vertices), np.concatenate(faces), np.concatenate(owners), job=job)
