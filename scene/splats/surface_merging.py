"""Cells much smaller than a step become one: what is finer than a Gaussian needs no Gaussian of its own.

Moments of areas add up, so that cells of one part of a surface that lie together are exactly replaced by their common
centre and covariance. Curved primitives, scanned meshes and far small things stay within the budget that way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scene.model import FloatArray
from scene.splats.surface_cells import Cells

__all__ = ["Groups", "small_groups"]

Indices = npt.NDArray[np.int64]

_SMALL = 0.6
"""Cells of which both sides are shorter than this share of a step are merged."""
_SMALL_PIECE = (0.6, 1.2)
"""So are those of triangles with an area below this share of a step squared and sides below this one of a step: the corners
of triangles that are little larger than a step."""


@dataclass(frozen=True, eq=False)
class Groups:
    """`of_cell`: (N,) group of every cell. `count`: G groups. `largest`: (G,) the largest cell of each. `single`: (G,) whether
    that is all there is. `weights`: (N,) share of each cell in the area of its group."""

    of_cell: Indices
    count: int
    largest: Indices
    single: npt.NDArray[np.bool_]
    weights: FloatArray

    def mean(self, values: npt.NDArray[np.floating[Any]]) -> FloatArray:
        """(G, D) means over the area of what cells have (N, D)."""
        columns = [np.bincount(self.of_cell, self.weights * c, minlength=self.count) for c in values.T]
        # of nothing, the sums are integers
        return np.stack(columns, axis=1).astype(np.float64)


def small_groups(
    cells: Cells,
    triangular: npt.NDArray[np.bool_],
    normal: FloatArray,
    instance: Indices,
    step: FloatArray,
) -> Groups:
    """Which cells to merge: small ones of one instance in one cube of a step, their normals within about 55 degrees.
    All of them (N,); `triangular`: whether the cell belongs to a triangle."""
    middle, u, v = cells.middle, cells.u, cells.v
    n = len(middle)
    across = np.maximum(np.linalg.norm(u, axis=1), np.linalg.norm(v, axis=1))
    areas = np.maximum(np.linalg.norm(np.cross(u, v), axis=1), 1e-300)
    piece = triangular & (areas < _SMALL_PIECE[0] * step**2) & (across < _SMALL_PIECE[1] * step)
    small = np.flatnonzero(piece | (across < _SMALL * step))
    of_cell = np.arange(n)
    count = n
    if small.size:
        # cubes of powers of two, so that neighbours of slightly different steps share them
        level = np.rint(np.log2(step[small])).astype(np.int64)
        cube = np.floor(middle[small] / np.exp2(level)[:, None]).astype(np.int64)
        axis = np.abs(normal[small]).argmax(axis=1)
        side = 2 * axis + (normal[small, axis] > 0.0)
        inverse = _numbered(np.column_stack([instance[small], level, side, cube]))
        others = n - small.size
        keep = np.ones(n, dtype=bool)
        keep[small] = False
        of_cell = np.empty(n, dtype=np.int64)
        of_cell[keep] = np.arange(others)
        of_cell[small] = others + inverse
        count = others + int(inverse.max()) + 1
    totals = np.bincount(of_cell, areas, minlength=count)
    order = np.lexsort((-areas, of_cell))
    first = np.r_[True, np.diff(of_cell[order]) != 0] if n else np.zeros(0, dtype=bool)
    sizes = np.bincount(of_cell, minlength=count)
    return Groups(of_cell, count, order[first], sizes == 1, areas / totals[of_cell])


def _numbered(keys: npt.NDArray[np.int64]) -> Indices:
    """(N,) the same number, from 0, for the same rows of (N, K)."""
    order = np.lexsort(keys.T)
    new = np.r_[False, (np.diff(keys[order], axis=0) != 0).any(axis=1)]
    out = np.empty(len(keys), dtype=np.int64)
    out[order] = np.cumsum(new)
    return out
