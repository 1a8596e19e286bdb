"""The undersides of an object from which things may hang: the bar of a clothes rail, the hooks of a coat stand, the branches of a tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.geometry import scene_geometry, scene_of_asset
from scenewright.scene.model import AssetRef, FloatArray

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["undersides"]

_PARALLEL = 1e-9
_triangles: dict[tuple[Path, str, bytes], FloatArray] = {}


def undersides(catalogue: Catalogue, ref: AssetRef, points: FloatArray, room: float, least: float) -> FloatArray:
    """(N,) heights of the lowest surface above each of (N, 2) points (x, z) that has `room` metres free below it and is at least `least`
    metres above the base; NaN where there is none. Metres, in the object's own frame."""
    triangles = _triangles_of(catalogue, ref)
    out = np.full(len(points), np.nan)
    for i, point in enumerate(points):
        heights = np.sort(_crossed(triangles, point))
        floor = 0.0
        for height in heights:
            if height >= least and height - floor >= room:
                out[i] = height
                break
            floor = height
    return out


def _crossed(triangles: FloatArray, point: FloatArray) -> FloatArray:
    """(K,) heights at which the upright line through a point crosses (T, 3, 3) triangles."""
    a, b, c = (triangles[:, k][:, [0, 2]] for k in range(3))
    area = _cross(b - a, c - a)
    with np.errstate(all="ignore"):
        u, v = _cross(point - a, c - a) / area, _cross(b - a, point - a) / area
        inside = (np.abs(area) > _PARALLEL) & (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0)
    y = triangles[inside][:, :, 1]
    found: FloatArray = y[:, 0] + u[inside] * (y[:, 1] - y[:, 0]) + v[inside] * (y[:, 2] - y[:, 0])
    return found


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    product: FloatArray = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return product


def _triangles_of(catalogue: Catalogue, ref: AssetRef) -> FloatArray:
    """(T, 3, 3) the triangles of an object, its base centre at the origin."""
    key = (current_data_dir().cache, ref.id, np.round(ref.fit, 5).tobytes())
    if key not in _triangles:
        geometry = scene_geometry(scene_of_asset(ref), provider=catalogue)
        found = [np.zeros((0, 3, 3))]
        for mesh, matrix in zip(geometry.mesh.tolist(), geometry.world_from_mesh, strict=True):
            vertices = geometry.meshes[mesh].vertices @ matrix[:3, :3].T + matrix[:3, 3]
            found.append(vertices[geometry.meshes[mesh].faces])
        _triangles[key] = np.concatenate(found)
    return _triangles[key]
