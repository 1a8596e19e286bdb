"""Surface areas of a scene's instances, in the world frame."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import FloatArray

__all__ = ["instance_areas"]

Bools = npt.NDArray[np.bool_]


def instance_areas(geometry: SceneGeometry, chosen: Bools | None = None) -> FloatArray:
    """(I,) surface area of each instance in the world frame. Area vectors of faces transform by the cofactors of its matrix.

    Args:
        chosen: (I,) the instances to compute; the others have 0. None: all.
    """
    out = np.zeros(len(geometry))
    linear = geometry.world_from_mesh[:, :3, :3]
    a, b, c = linear[:, :, 0], linear[:, :, 1], linear[:, :, 2]
    cofactor = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=2)
    order = np.argsort(geometry.mesh, kind="stable")
    starts = np.searchsorted(geometry.mesh[order], np.arange(len(geometry.meshes) + 1))
    for k, mesh in enumerate(geometry.meshes):
        uses = order[starts[k] : starts[k + 1]]
        uses = uses if chosen is None else uses[chosen[uses]]
        if not uses.size:
            continue
        corners = np.asarray(mesh.vertices, dtype=np.float64)[np.asarray(mesh.faces)]
        if not len(corners):
            continue
        vector = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        for some in np.array_split(uses, max(1, uses.size * len(vector) // 2_000_000)):
            turned = np.einsum("iab,fb->ifa", cofactor[some], vector)
            out[some] = 0.5 * np.linalg.norm(turned, axis=2).sum(axis=1)
    return out
