"""What a surface of overlapping Gaussians holds back of the light, and where it ends: a square grid of them, looked up in tables."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from scenewright.scene.model import FloatArray
from scenewright.scene.splats.images import RasterSettings
from scenewright.scene.splats.surface_cells import SPREAD

__all__ = ["SOLID", "kernel_opacity", "overhang"]

SOLID = 0.9999
"""Opacity of a Gaussian on an opaque face."""
_REACH = np.arange(-4.0, 6.0)
_ACROSS = (np.arange(12) + 0.5) / 12.0


def kernel_opacity(opacity: FloatArray) -> FloatArray:
    """(N,) opacity of each Gaussian of a surface that lets 1 - `opacity` (N,) of the light through as a whole."""
    whole, single, _ = _tables()
    return np.asarray(np.clip(np.interp(opacity, whole, single), 1e-6, SOLID))


def overhang(opacity: FloatArray) -> FloatArray:
    """(N,) how far beyond the outermost row of cells, in cells, half as much light is held back as inside, of surfaces of an
    opacity (N,): opaque Gaussians together fall off later than each of them."""
    whole, _, beyond = _tables()
    return np.asarray(np.interp(opacity, whole, beyond))


@lru_cache(maxsize=1)
def _tables() -> tuple[FloatArray, FloatArray, FloatArray]:
    """Mean opacity of a square grid of Gaussians of SPREAD, as it is drawn; the opacity of each; and the overhang."""
    least = RasterSettings().alpha_min
    single = np.concatenate([[0.0], np.geomspace(least, SOLID, 97)])
    away = np.linspace(-0.25, 0.75, 33)
    inside = _kernels(_ACROSS, _REACH)
    # the middles of the cells of a half plane lie half a cell and more inside of its edge
    outside = _kernels(away, -(np.arange(6) + 0.5))
    whole, beyond = np.zeros(len(single)), np.zeros(len(single))
    for k, alpha in enumerate(single):
        # of faint Gaussians all but the middle is left out
        whole[k] = _held(alpha, inside, inside, least).mean()
        across = _held(alpha, outside, inside, 0.0).mean(axis=1)
        beyond[k] = np.interp(-0.5 * _held(alpha, inside, inside, 0.0).mean(), -across, away)
    return whole, single, beyond


def _kernels(points: FloatArray, middles: FloatArray) -> FloatArray:
    """(A, M) of Gaussians at places (M,) of a line, at points (A,) of it."""
    return np.asarray(np.exp(-0.5 * ((points[:, None] - middles) / SPREAD) ** 2))


def _held(alpha: float, x: FloatArray, y: FloatArray, least: float) -> FloatArray:
    """(A, B) opacity of Gaussians at all pairs of places; `x`: (A, M), `y`: (B, N)."""
    each = alpha * np.einsum("am,bn->abmn", x, y).reshape(len(x), len(y), -1)
    return np.asarray(1.0 - np.prod(1.0 - np.where(each >= least, each, 0.0), axis=2))
