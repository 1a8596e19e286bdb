"""Unit quaternions without their largest component, which readers compute from the other three."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["smallest_three"]


def smallest_three(quats: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """The components (N, 3) of unit quaternions (N, 4) without the largest, in order and within +-1/sqrt 2, and its index (N,).

    Signs are changed so that the largest component is positive.
    """
    largest = np.abs(quats).argmax(axis=1)
    rows = np.arange(len(quats))
    signed = quats * np.where(quats[rows, largest] < 0.0, -1.0, 1.0)[:, None]
    remaining = np.array([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
    return signed[rows[:, None], remaining[largest]], largest
