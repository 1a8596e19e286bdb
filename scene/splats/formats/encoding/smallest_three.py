"""Unit quaternions without their largest component, which the reader finds from the other three."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["smallest_three"]


def smallest_three(quats: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """The components (N, 3) of unit quaternions (N, 4), in their order and within +-1/sqrt 2, other than the largest, and which
    (N,) that was. Signs are such that the largest is positive."""
    which = np.abs(quats).argmax(axis=1)
    rows = np.arange(len(quats))
    signed = quats * np.where(quats[rows, which] < 0.0, -1.0, 1.0)[:, None]
    others = np.array([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
    return signed[rows[:, None], others[which]], which
