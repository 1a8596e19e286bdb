"""Chooses the view of a person who stands in a room: the one that shows most of what is there, and nothing large before the lens.

Candidate eyes stand along the walls and in the corners. Each view is judged by rays through a coarse picture: how much of each thing is to
be seen, what stands close before the lens, and how much is bare wall.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from scenewright.renderers.base import Pinhole
from scenewright.renderers.base.culling import room_items
from scenewright.renderers.rays import RayScene
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["standing_view", "with_view"]

_ACROSS, _DOWN = 56, 42
"""Rays of a judged view."""
_EYE_HEIGHT = 1.6
"""Metres."""
_STANDPOINTS = (
    (1, 1), (-1, 1), (0, 1), (0.5, 1), (-0.5, 1), (1, 0), (-1, 0), (1, 0.5), (-1, 0.5), (1, -1), (-1, -1), (0, -1),
)  # fmt: skip
"""Where one may stand, as shares of the way from the middle to the right and to the front wall. Of equal views the first is taken."""
_FIELDS = (58.0, 70.0)
"""Vertical fields of view, degrees."""
_FROM_WALL = 0.3
"""Metres from the eye to the wall behind it."""
_LEAST_SHARE = 0.003
"""Of the picture: what shows less of a thing shows it less well."""
_CLOSE = 1.7
"""Metres. What is nearer than this looms: the nearer, the more."""
_TOUCHING = 0.45
"""Metres. Nothing should be as near as this, not even a wall."""
_NAMED = 10.0
"""How much more what the person named counts than what else is there."""


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
    return max(_candidates(scene, things.middle), key=lambda camera: round(things.worth(camera), 9), default=None)


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
    for sx, sz in _STANDPOINTS:
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
        everything = np.ones(len(geometry), dtype=np.bool_)
        self._rays = RayScene(geometry, visible=everything, bounds=scene.bounds, ground_height=None, room=None, job=job)
        boxes = np.array([scene.entity(row).bounds for row in items])
        sizes = np.clip(np.prod(np.maximum(boxes[:, 1] - boxes[:, 0], 0.05), axis=1), 0.0, 2.0)
        self.middle: FloatArray = (boxes.mean(axis=1) * sizes[:, None]).sum(axis=0) / sizes.sum()

    def worth(self, camera: Camera) -> float:
        """How well a view shows them: the share of the weights of what is to be seen, less what spoils a picture."""
        rays, pinhole = self._rays, Pinhole.of(camera, _ACROSS, _DOWN)
        directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
        eye = ((pinhole.eye - rays.centre) / rays.radius).astype(np.float32)
        hits = rays.cast_solid(np.broadcast_to(eye, directions.shape), directions, see_ground=False, see_ceiling=False)
        away = hits.t * rays.radius
        thing = np.full(len(directions), -1, dtype=np.int64)
        met = hits.instance >= 0
        thing[met] = self._number[hits.instance[met]]
        counts = np.bincount(thing[thing >= 0], minlength=len(self._weights))
        shown = np.minimum(counts / (_LEAST_SHARE * len(thing)), 1.0)
        looming = float(np.clip(1.0 - away / _CLOSE, 0.0, 1.0)[thing >= 0].sum()) / len(thing)
        blocked = float(np.count_nonzero(away < _TOUCHING)) / len(thing)
        bare = float(np.count_nonzero(thing < 0)) / len(thing)
        total = float(self._weights.sum())
        return (
            float((self._weights * shown).sum()) / total
            - 3.0 * max(looming - 0.02, 0.0)
            - 4.0 * blocked
            - 0.5 * max(bare - 0.6, 0.0)
        )
