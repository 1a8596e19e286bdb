"""Exact irradiance from a panel: the integral over a quadrilateral of uniform radiance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.kernels.lighting import panel_rows

__all__ = ["panel_irradiance"]

Float32 = npt.NDArray[np.float32]


def panel_irradiance(corners: npt.NDArray[np.floating], position: Float32, normal: Float32) -> Float32:
    """(N,) irradiance at points (N, 3) with unit normals (N, 3), for radiance 1, from a convex quadrilateral (4, 3). Both sides of the
    panel emit."""
    out = np.empty(len(position), dtype=np.float32)
    panel_rows(np.ascontiguousarray(corners, dtype=np.float64), position, normal, out)
    return out
