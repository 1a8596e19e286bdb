"""Dense features: a vector for each cell of a grid over a picture, and the mapping of cells to pixels and regions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["DenseMap"]


@dataclass(frozen=True, eq=False)
class DenseMap:
    """The dense features of one picture.

    `vectors`: (h, w, D) float32 unit vectors. `height`, `width`: of the picture, in pixels. `cell`: size of a cell in pixels (rows,
    columns), not always integers. Pixel (y, x) is in cell (y // rows, x // columns); the last cells contain the remaining pixels.
    """

    vectors: npt.NDArray[np.float32]
    height: int
    width: int
    cell: tuple[float, float]

    def cells(self) -> npt.NDArray[np.int32]:
        """(H, W) row of each pixel's cell in `rows`: the grid as a segmentation of the picture."""
        h, w, _ = self.vectors.shape
        down = np.minimum(((np.arange(self.height) + 0.5) / self.cell[0]).astype(np.int32), h - 1)
        right = np.minimum(((np.arange(self.width) + 0.5) / self.cell[1]).astype(np.int32), w - 1)
        out: npt.NDArray[np.int32] = down[:, None] * np.int32(w) + right[None, :]
        return out

    @property
    def rows(self) -> npt.NDArray[np.float32]:
        """(h * w, D) the vectors, row by row."""
        return self.vectors.reshape(-1, self.vectors.shape[2])

    def pooled(self, labels: npt.NDArray[np.int32], count: int | None = None) -> npt.NDArray[np.float32]:
        """(M, D) the normalised mean vector over each region's pixels; 0 for a region without pixels.

        Args:
            labels: (H, W) each pixel's region from 0 on, negative for none.
            count: M; None: the highest label plus one.

        Raises:
            ValueError: the labels do not have the picture's size.
        """
        import scipy.sparse

        if labels.shape != (self.height, self.width):
            raise ValueError(f"labels are {labels.shape}: the picture is {(self.height, self.width)}")
        regions = int(labels.max(initial=-1)) + 1 if count is None else count
        labelled = labels >= 0
        pairs = (labels[labelled], self.cells()[labelled])
        shares = scipy.sparse.coo_array(
            (np.ones(len(pairs[0]), dtype=np.float32), pairs), shape=(regions, len(self.rows))
        )
        sums = np.asarray(shares.tocsr() @ self.rows, dtype=np.float32)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        out: npt.NDArray[np.float32] = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
        return out
