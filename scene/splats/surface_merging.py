"""Merges cells much smaller than a step, because details finer than a Gaussian need no Gaussian of their own.

Moments of areas add up, so neighbouring cells of a surface can be replaced by their common centre and covariance exactly. This
keeps curved primitives, scanned meshes and small distant objects within the budget.
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
    """G groups of N cells.

    `of_cell`: (N,) each cell's group. `count`: G. `largest`: (G,) the largest cell of each group. `single`: (G,) whether it is the
    only one. `weights`: (N,) each cell's fraction of the area of its group.
    """

    of_cell: Indices
    count: int
    largest: Indices
    single: npt.NDArray[np.bool_]
    weights: FloatArray

    def mean(self, values: npt.NDArray[np.floating[Any]]) -> FloatArray:
        """(G, D) means of cell values (N, D), weighted by area."""
        columns = [np.bincount(self.of_cell, self.weights * c, minlength=self.count) for c in values.T]
        # bincount returns integers for empty input
        return np.stack(columns, axis=1).astype(np.float64)


def small_groups(cells: Cells, normal: FloatArray, instance: Indices, place: FloatArray) -> Groups:
    """Group the small cells of one instance that lie in one cube and whose normals are within about 55 degrees.

    Args:
        normal: (N, 3) unit normals.
        instance: (N,) the cells' instances.
        place: (N, 3) positions, in units of the cubes' side.
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
    """(N,) numbers from 0; equal rows of (N, K) have equal numbers."""
    order = np.lexsort(keys.T)
    new = np.r_[False, (np.diff(keys[order], axis=0) != 0).any(axis=1)]
    out = np.empty(len(keys), dtype=np.int64)
    out[order] = np.cumsum(new)
    return out
