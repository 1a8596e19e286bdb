"""How much of each thing an eye has in clear sight, and what of it a picture holds, by rays at points all over the thing.

Rays through a coarse picture miss posts and cups, and cannot tell a thing that is small from one that is half hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.app.room_views.casting import ThingRays
from scenewright.renderers.base import Pinhole
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Camera, FloatArray

__all__ = ["Sights", "surface_points"]

_MOST, _FEWEST, _TOGETHER = 14, 5, 240
"""Points on a thing: most, fewest, and on all things together where that leaves the fewest."""
_EVENLY = (0.7548776662466927, 0.5698402909980532)
"""Multiples of these, less their whole parts, spread evenly over a square."""
_REACHED = 0.02
"""Metres before a point at which a ray has reached it."""
_NEAREST = 0.05
"""Metres before the lens within which a point has no place in the picture."""
_EDGE = 0.02
"""Share of the picture along its edges in which a thing is as good as cut."""

Shares = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Sights:
    """Points on W things. `number`: (W,) which things. `points`: (W, K, 3)."""

    rays: ThingRays
    owner: Numbers
    number: Numbers
    points: FloatArray

    @classmethod
    def of(cls, rays: ThingRays, owner: Numbers, number: Numbers) -> Sights:
        """`owner`: (I,) number of the thing of each instance, -1: none. `number`: (W,) the things to look for."""
        count = int(np.clip(_TOGETHER // max(len(number), 1), _FEWEST, _MOST))
        points = [surface_points(rays.geometry, np.flatnonzero(owner == n), count) for n in number.tolist()]
        return cls(rays, owner, number, np.array(points).reshape(len(number), count, 3))

    def clear(self, cameras: Sequence[Camera]) -> Shares:
        """(V, W) share of each thing that nothing hides from the eye of each camera, in the picture or not.

        Raises:
            JobCancelled: the job was cancelled.
        """
        each, (things, count) = len(cameras), self.points.shape[:2]
        if not each or not things:
            return np.zeros((each, things))
        eyes = np.repeat([camera.eye for camera in cameras], things * count, axis=0)
        goals = np.tile(self.points.reshape(-1, 3), (each, 1))
        ways = goals - eyes
        away = np.maximum(np.linalg.norm(ways, axis=1), 1e-9)
        met, far = self.rays.first(cameras, eyes, ways / away[:, None], np.repeat(np.arange(each), things * count))
        wanted = np.tile(np.repeat(self.number, count), each)
        seen = (far > away - _REACHED) | ((met >= 0) & (self.owner[met] == wanted))
        clear = seen.reshape(each, things, count).mean(axis=2)
        gone = np.stack([self._gone(camera) for camera in cameras])
        return np.asarray(np.where(gone, 0.0, clear))

    def _gone(self, camera: Camera) -> Mask:
        """(W,) whether a view leaves the things out."""
        drawn = self.owner[~self.rays.left_out(camera) & (self.owner >= 0)]
        return ~np.isin(self.number, drawn)

    def held(self, view: Pinhole) -> Shares:
        """(W,) share of each thing within the frame of a picture and not at its edge, hidden or not."""
        image, depth = view.project(self.points.reshape(-1, 3))
        image = image / [view.width, view.height]
        inside = (depth > _NEAREST) & np.all((image > _EDGE) & (image < 1.0 - _EDGE), axis=1)
        return np.asarray(inside.reshape(self.points.shape[:2]).mean(axis=1))


def surface_points(geometry: SceneGeometry, instances: Numbers, count: int) -> FloatArray:
    """(count, 3) points that lie evenly on the surfaces of some instances of a geometry, always the same."""
    corners = np.concatenate([_triangles(geometry, n) for n in instances.tolist()])
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    # each triangle has a share of the way from 0 to the whole area
    total = np.cumsum(np.maximum(area, 1e-12))
    chosen = np.searchsorted(total, (np.arange(count) + 0.5) / count * total[-1])
    u, v = (np.arange(1, count + 1) * step % 1.0 for step in _EVENLY)
    u, v = np.where(u + v > 1.0, 1.0 - u, u), np.where(u + v > 1.0, 1.0 - v, v)
    first = corners[chosen, 0]
    return np.asarray(first + u[:, None] * (corners[chosen, 1] - first) + v[:, None] * (corners[chosen, 2] - first))


def _triangles(geometry: SceneGeometry, instance: int) -> FloatArray:
    """(F, 3, 3) corners of the triangles of an instance."""
    mesh, frame = geometry.meshes[geometry.mesh[instance]], geometry.world_from_mesh[instance]
    points = mesh.vertices @ frame[:3, :3].T + frame[:3, 3]
    return np.asarray(points[mesh.faces])
