"""Finds out whether a scene of a file is the inside of something, such as a room with walls, and a view from in there.

Walls of a file are meshes like all others, so no renderer leaves them out: a camera outside shows them and little else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from scenewright.app.room_views.casting import ThingRays
from scenewright.renderers.base import default_camera
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["inside_view"]

_RAYS = (80, 60)
"""Rays across and down of a view that is tried."""
_FEWEST = 2
"""Rays that meet what one can make out."""
_FOV = 62.0
"""Degrees, from top to bottom."""
_INSETS = (0.08, 0.25)
"""Shares of the width and the depth of the scene from the eye to its sides."""
_EYE, _LOOK = (0.55, 0.72), 0.28
"""Shares of the height of the scene: where eyes are, and what they look at."""
_CLOSE, _MOST_CLOSE = 0.05, 0.04
"""Share of the scene's size within which what is met is too close, and share of the picture that it may fill."""
_LARGEST = 0.25
"""Share of the scene's size from which on a larger part counts no more."""
_MOST_SHOWN, _TIMES_MORE = 0.3, 1.5
"""An inside shows at least this share of all parts from one place, and so many times as much as any view from outside."""
_FEWEST_PARTS = 8
"""With fewer parts nothing is furnished."""


def inside_view(scene: Scene, geometry: SceneGeometry, *, job: Job | None = None) -> Camera | None:
    """A camera in the inside of a scene that its own cameras, and the default camera, show much less of; None where the scene is no inside,
    such as a chair or a street of houses.

    Each part counts by its size. Nothing is taken from names, so files in any language are read alike.

    Args:
        geometry: the triangles of the scene; few are enough.

    Raises:
        JobCancelled: the job was cancelled.
    """
    if scene.room is not None or len(geometry) < _FEWEST_PARTS:
        return None
    every = np.ones(len(geometry), dtype=np.bool_)
    rays = ThingRays(scene, geometry, every, ground=float(scene.bounds[0, 1]), job=job or Job())
    weights = _weights(scene, geometry)

    def shown(camera: Camera) -> float:
        seen = rays.seen_instances(camera, *_RAYS, fewest=_FEWEST, shell=False)
        return float(weights[np.unique(seen)].sum())

    tried = list(_inside(scene.bounds))
    size = float(np.linalg.norm(scene.bounds[1] - scene.bounds[0]))
    close = (rays.cast(tried, *_RAYS).away < _CLOSE * size).mean(axis=1)
    inner = [(shown(camera), camera) for camera, share in zip(tried, close, strict=True) if share <= _MOST_CLOSE]
    best, camera = max(inner, key=lambda known: known[0], default=(0.0, None))
    if camera is None or best < _MOST_SHOWN:
        return None
    first = scene.cameras[0] if scene.cameras else default_camera(scene)
    return camera if best >= _TIMES_MORE * shown(first) else None


def _weights(scene: Scene, geometry: SceneGeometry) -> FloatArray:
    """(I,) how much each instance counts, 1 together: by its size, up to that of a large piece of furniture."""
    size = float(np.linalg.norm(scene.bounds[1] - scene.bounds[0]))
    reaches = np.array(
        [np.ptp(mesh.vertices, axis=0) if len(mesh.vertices) else np.zeros(3) for mesh in geometry.meshes]
    )
    frames = geometry.world_from_mesh[:, :3, :3]
    extent = np.linalg.norm(frames * reaches[geometry.mesh][:, None, :], axis=1).max(axis=1)
    weights = np.minimum(extent, _LARGEST * size)
    return np.asarray(weights / max(float(weights.sum()), 1e-30), dtype=np.float64)


def _inside(bounds: FloatArray) -> Iterator[Camera]:
    """Views of a standing person from the corners and the middles of the sides, to the middle of the scene."""
    low, high = bounds
    middle, half = (low + high) / 2.0, (high - low) / 2.0
    target = (float(middle[0]), float(low[1] + _LOOK * 2.0 * half[1]), float(middle[2]))
    for inset, height in product(_INSETS, _EYE):
        for side_x, side_z in product((1.0, -1.0, 0.0), repeat=2):
            if side_x or side_z:
                x, z = (middle[[0, 2]] + np.array([side_x, side_z]) * half[[0, 2]] * (1.0 - 2.0 * inset)).tolist()
                yield Camera(eye=(x, float(low[1] + height * 2.0 * half[1]), z), target=target, fov=_FOV)
