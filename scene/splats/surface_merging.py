"""Cells much smaller than a step become one: what is finer than a Gaussian needs no Gaussian of its own.

Moments of areas add up, so that cells of one part of a surface that lie together are exactly replaced by their common
centre and covariance. Curved primitives, scanned meshes and far small things stay within the budget that way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray
from scenewright.scene.splats.surface_cells import Cells

__all__ = ["Groups", "small_groups"]

Indices = npt.NDArray[np.int64]


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


def small_groups(cells: Cells, normal: FloatArray, instance: Indices, place: FloatArray) -> Groups:
    """Which cells to merge: small ones of one instance in one cube, their normals within about 55 degrees.

    Args:
        normal: (N, 3) unit.
        instance: (N,).
        place: (N, 3) where they lie, the sides of cubes as unit.
    """
    n = len(cells)
    areas = np.maximum(np.linalg.norm(np.cross(cells.u, cells.v), axis=1), 1e-300)
    small = np.flatnonzero(cells.small)
    of_cell = np.arange(n)
    count = n
    if small.size:
        cube = np.floor(place[small]).astype(np.int64)
        axis = np.abs(normal[small]).argmax(axis=1)
        side = 2 * axis + (normal[small, axis] > 0.0)
        inverse = _numbered(np.column_stack([instance[small], side, cube]))
        others = n - small.size
        keep = ~cells.small
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
