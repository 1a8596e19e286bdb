"""The opacity of a surface made of overlapping Gaussians, and where its edge appears. Tables of a square grid give both."""

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
    """(N,) opacity of the single Gaussians on surfaces whose total opacity is `opacity` (N,)."""
    total, single, _ = _tables()
    return np.asarray(np.clip(np.interp(opacity, total, single), 1e-6, SOLID))


def overhang(opacity: FloatArray) -> FloatArray:
    """(N,) distance from the outermost cells, in cells, at which the alpha is half of the inner one, for surface opacities (N,).

    Opaque Gaussians together fall off farther outside than each alone.
    """
    total, _, beyond = _tables()
    return np.asarray(np.interp(opacity, total, beyond))


@lru_cache(maxsize=1)
def _tables() -> tuple[FloatArray, FloatArray, FloatArray]:
    """Tables for a square grid of Gaussians of SPREAD: its mean opacity as drawn, the opacity of each Gaussian, the overhang."""
    least = RasterSettings().alpha_min
    single = np.concatenate([[0.0], np.geomspace(least, SOLID, 97)])
    away = np.linspace(-0.25, 0.75, 33)
    inside = _kernels(_ACROSS, _REACH)
    # the cells' middles in a half plane lie at least half a cell inside its edge
    outside = _kernels(away, -(np.arange(6) + 0.5))
    total, beyond = np.zeros(len(single)), np.zeros(len(single))
    for k, alpha in enumerate(single):
        # only the middle of a faint Gaussian is above the least alpha
        total[k] = _grid_alpha(alpha, inside, inside, least).mean()
        across = _grid_alpha(alpha, outside, inside, 0.0).mean(axis=1)
        beyond[k] = np.interp(-0.5 * _grid_alpha(alpha, inside, inside, 0.0).mean(), -across, away)
    return total, single, beyond


def _kernels(points: FloatArray, middles: FloatArray) -> FloatArray:
    """(A, M) values of Gaussians centred at `middles` (M,) on a line, at points (A,) of it."""
    return np.asarray(np.exp(-0.5 * ((points[:, None] - middles) / SPREAD) ** 2))


def _grid_alpha(alpha: float, x: FloatArray, y: FloatArray, least: float) -> FloatArray:
    """(A, B) alpha of a grid of M x N Gaussians, at all pairs of A x B points. `x`: (A, M), `y`: (B, N) kernel values."""
    alphas = alpha * np.einsum("am,bn->abmn", x, y).reshape(len(x), len(y), -1)
    return np.asarray(1.0 - np.prod(1.0 - np.where(alphas >= least, alphas, 0.0), axis=2))
