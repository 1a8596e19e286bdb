"""Finds the Gaussians of surfaces that are visible in a view.

Splats are drawn in the order of their centres, not of what each pixel sees of them: of two surfaces that nearly touch, the
hidden one would show through in spots. So what lies behind a solid surface is told by rays, and left out.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import map_chunks
from scenewright.renderers.rays import RayScene
from scenewright.scene.model import FloatArray
from scenewright.scene.splats import SurfaceGaussians

__all__ = ["seen_gaussians"]

BoolArray = npt.NDArray[np.bool_]

_CHUNK = 100_000
_CORNER = 0.48
"""Offset of the tested points from a Gaussian's centre, over the sides of its cell."""
_SAME = 3e-5
"""Surfaces closer to each other than this share of their distance count as one."""
_BEHIND = 3.0
"""Distance in cells by which a Gaussian with a hidden centre is moved away from the eye."""


def seen_gaussians(
    surface: SurfaceGaussians, rays: RayScene, eye: FloatArray, *, see_ceiling: bool, threads: int
) -> SurfaceGaussians:
    """The Gaussians with a visible centre or corner, seen from the eye (3,) in the world frame.

    One whose middle is hidden takes its light where it is seen, and moves away from the eye, growing as it goes: in the picture
    it stays what it is, but it is drawn before what hides it.
    """
    origin = (eye - rays.centre) / rays.radius
    solid = rays.opacity[surface.instance] >= 0.999
    solid &= rays.emission[surface.instance] <= 0.0

    def free(points: FloatArray, instance: npt.NDArray[np.int64], own: BoolArray) -> BoolArray:
        def work(first: int, end: int) -> BoolArray:
            part = slice(first, end)
            towards = ((points[part] - rays.centre) / rays.radius - origin).astype(np.float32)
            starts = np.broadcast_to(origin.astype(np.float32), towards.shape)
            hits = rays.cast_solid(starts, towards, see_ground=False, see_ceiling=see_ceiling)
            beyond = hits.t > 1.0 + _SAME
            return np.asarray(beyond | ((hits.t > 1.0 - _SAME) & (~own[part] | (hits.instance == instance[part]))))

        parts = map_chunks(work, len(points), size=_CHUNK, threads=threads, job=rays.job.quiet())
        return np.concatenate(parts) if parts else np.zeros(0, dtype=bool)

    middle = free(surface.points, surface.instance, solid)
    seen, points = middle.copy(), surface.points.copy()
    for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        rows = np.flatnonzero(~seen)
        corner = surface.points[rows] + _CORNER * (i * surface.u[rows] + j * surface.v[rows])
        found = free(corner, surface.instance[rows], solid[rows])
        seen[rows] = found
        points[rows[found]] = corner[found]
    return replace(_pushed(surface, ~middle, eye), points=points).take(seen)


def _pushed(surface: SurfaceGaussians, which: BoolArray, eye: FloatArray) -> SurfaceGaussians:
    way = surface.means - eye
    distance = np.linalg.norm(way, axis=1)
    # across the way: a face on edge has cells longer than what is seen of them
    seen = [np.linalg.norm(np.cross(side, way), axis=1) for side in (surface.u, surface.v)]
    size = np.maximum(*seen) / np.maximum(distance, 1e-30)
    grow = (1.0 + np.where(which, _BEHIND * size / np.maximum(distance, 1e-30), 0.0))[:, None]
    return replace(surface, means=eye + way * grow, scales=surface.scales * grow)
