"""Exact irradiance from a panel: the integral over a quadrilateral of uniform radiance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.surfaces import cross

__all__ = ["panel_irradiance"]

Float32 = npt.NDArray[np.float32]


def panel_irradiance(corners: npt.NDArray[np.floating], position: Float32, normal: Float32) -> Float32:
    """(N,) irradiance at points (N, 3) with unit normals (N, 3), for radiance 1, from a convex quadrilateral (4, 3).

    Both sides of the panel emit. Lambert's formula over the edges of the part above each point's horizon (Arvo,
    "Applications of Irradiance Tensors", SIGGRAPH 1995, section 2).
    """
    n = len(position)
    towards = [(c - position).astype(np.float64) for c in corners]
    heights = [np.einsum("ni,ni->n", v, normal) for v in towards]
    total = np.zeros(n)
    leaving, entering = np.zeros((n, 3)), np.zeros((n, 3))
    cut = np.zeros(n, dtype=bool)
    for k in range(4):
        a, b = towards[k], towards[(k + 1) % 4]
        ha, hb = heights[k], heights[(k + 1) % 4]
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(ha != hb, ha / (ha - hb), 0.0)[:, None]
        crossing = a + share * (b - a)
        goes_down, comes_up = (ha > 0.0) & (hb <= 0.0), (ha <= 0.0) & (hb > 0.0)
        leaving[goes_down], entering[comes_up] = crossing[goes_down], crossing[comes_up]
        cut |= goes_down
        start = np.where(comes_up[:, None], crossing, a)
        end = np.where(goes_down[:, None], crossing, b)
        total += np.where((ha > 0.0) | (hb > 0.0), _edge(start, end, normal), 0.0)
    # close the outline along the horizon, from where it goes below to where it rises again
    total += np.where(cut, _edge(leaving, entering, normal), 0.0)
    return np.asarray(0.5 * np.abs(total), dtype=np.float32)


def _edge(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64], normal: Float32) -> npt.NDArray[np.float64]:
    """The angle that an edge spans, times the cosine between the normal and the normal of the plane of edge and point."""
    across = cross(a, b)
    size = np.sqrt(np.einsum("ni,ni->n", across, across))
    angle = np.arctan2(size, np.einsum("ni,ni->n", a, b))
    return np.asarray(angle * np.einsum("ni,ni->n", across, normal) / np.maximum(size, 1e-300))
