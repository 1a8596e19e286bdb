"""Where neighbouring pixels of a picture show different surfaces."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.scene import GROUND, NOTHING

__all__ = ["is_background", "surface_edges"]


def is_background(instance: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Whether pixels show the ground or nothing: both count as one surface."""
    return (instance == GROUND) | (instance == NOTHING)


def surface_edges(
    instance: npt.NDArray[np.int32],
    normal: npt.NDArray[np.generic],
    position: npt.NDArray[np.generic],
    footprint: npt.NDArray[np.generic],
) -> npt.NDArray[np.bool_]:
    """(H, W) whether pixels differ from the one below or beside them in `instance` (H, W), lie on the other side of a crease, or far before
    or behind it.

    Args:
        normal, position: (H, W, 3) of the surface.
        footprint: (H, W) size of a pixel on the surface, in units of `position`.
    """
    edge = np.zeros(instance.shape, dtype=bool)
    for axis in (0, 1):
        p = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
        q = (slice(1, None), slice(None)) if axis == 0 else (slice(None), slice(1, None))
        differs = instance[p] != instance[q]
        differs |= np.einsum("ijk,ijk->ij", normal[p], normal[q]) < 0.92
        off = np.abs(np.einsum("ijk,ijk->ij", position[q] - position[p], normal[p]))
        differs |= off > 6.0 * np.maximum(footprint[p], footprint[q])
        differs &= ~(is_background(instance[p]) & is_background(instance[q]))
        edge[p] |= differs
        edge[q] |= differs
    return edge
