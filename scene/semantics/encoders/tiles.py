"""Dense features for pictures of any size, from a model that takes squares of one size.

Pictures are cut into tiles, instead of stretching position embeddings. Each tile then has the size that the model was trained on, the
work is proportional to the area, and the memory is constant. A patch sees only its own tile; to reduce this drawback, tiles overlap
by half and have less weight towards their edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["LONGEST", "Layout", "blended", "layout"]

LONGEST = 16
"""Largest aspect ratio of a picture. A longer picture would take too many tiles."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Layout:
    """The tiles of a picture.

    `side`: of a tile, in pixels. `grid`: cells of a tile (rows, columns). `cell`: side of a cell in the scaled picture, in pixels.
    `size`: of the scaled picture (rows, columns). `cells`: of the whole picture (rows, columns). `starts`: first cells of the tiles,
    down and across.
    """

    side: int
    grid: tuple[int, int]
    cell: int
    size: tuple[int, int]
    cells: tuple[int, int]
    starts: tuple[tuple[int, ...], tuple[int, ...]]

    def corners(self) -> Iterator[tuple[int, int]]:
        """The first cell (row, column) of each tile, row by row."""
        for row in self.starts[0]:
            for column in self.starts[1]:
                yield row, column


def layout(height: int, width: int, side: int, grid: tuple[int, int], zoom: float) -> Layout:
    """Tiles for a picture of `height` x `width` whose shorter side is scaled to `zoom` (at least 1) tiles."""
    cell = side // grid[0]
    scale = side * zoom / min(height, width)
    more = tuple(max(round((pixels * scale - side) / cell), 0) for pixels in (height, width))
    starts = tuple(_starts(extra, count) for extra, count in zip(more, grid, strict=True))
    return Layout(
        side,
        grid,
        cell,
        (side + more[0] * cell, side + more[1] * cell),
        (grid[0] + more[0], grid[1] + more[1]),
        (starts[0], starts[1]),
    )


def _starts(extra: int, count: int) -> tuple[int, ...]:
    """First cells of tiles of `count` cells in `count + extra` cells. The last tile is at the end; steps are at most half a tile."""
    steps = -(-extra // max(count // 2, 1))
    return tuple(round(extra * k / steps) for k in range(steps + 1)) if steps else (0,)


def blended(plan: Layout, dimension: int, of_tiles: Callable[[list[tuple[int, int]]], Floats], batch: int) -> Floats:
    """(h, w, D) the weighted mean over the tiles of each cell. Weights are larger near a tile's middle.

    Args:
        of_tiles: returns (B, *grid, D) for up to `batch` tiles, given by their first cells.
    """
    rows, columns = plan.grid
    weight = np.outer(_ramp(rows), _ramp(columns)).astype(np.float32)
    sums = np.zeros((*plan.cells, dimension), dtype=np.float32)
    total = np.zeros(plan.cells, dtype=np.float32)
    corners = list(plan.corners())
    for first in range(0, len(corners), batch):
        some = corners[first : first + batch]
        for (row, column), values in zip(some, of_tiles(some), strict=True):
            place = (slice(row, row + rows), slice(column, column + columns))
            sums[place] += values * weight[:, :, None]
            total[place] += weight
    sums /= total[:, :, None]
    return sums


def _ramp(count: int) -> Floats:
    middle = np.abs(np.arange(count) - (count - 1) / 2)
    out: Floats = ((count + 1) / 2 - middle).astype(np.float32)
    return out
