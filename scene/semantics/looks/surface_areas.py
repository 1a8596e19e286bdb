"""Surface areas of a scene's instances, in the world frame."""

from __future__ import annotations

import numpy as np

from scenewright.scene.geometry.triangles import SceneGeometry
from scenewright.scene.model import FloatArray

__all__ = ["instance_areas"]


def instance_areas(geometry: SceneGeometry) -> FloatArray:
    """(I,) surface area of each instance in the world frame. Area vectors of faces transform by the cofactors of its matrix."""
    out = np.zeros(len(geometry))
    linear = geometry.world_from_mesh[:, :3, :3]
    a, b, c = linear[:, :, 0], linear[:, :, 1], linear[:, :, 2]
    cofactor = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=2)
    for k, mesh in enumerate(geometry.meshes):
        uses = np.flatnonzero(geometry.mesh == k)
        corners = np.asarray(mesh.vertices, dtype=np.float64)[np.asarray(mesh.faces)]
        if not uses.size or not len(corners):
            continue
        vector = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        for some in np.array_split(uses, max(1, uses.size * len(vector) // 2_000_000)):
            turned = np.einsum("iab,fb->ifa", cofactor[some], vector)
            out[some] = 0.5 * np.linalg.norm(turned, axis=2).sum(axis=1)
    return out
