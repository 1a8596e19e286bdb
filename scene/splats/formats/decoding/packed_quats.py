"""Quaternions stored by their three smallest components, as in SPZ and SOG."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .columns import FloatColumn

__all__ = ["completed"]


def completed(small: npt.NDArray[np.float32], omitted: npt.NDArray[np.int64]) -> FloatColumn:
    """(N, 4) unit quaternions from their components `small` (N, 3), in order, without the one at index `omitted` (N,)."""
    largest = np.sqrt(np.maximum(0.0, 1.0 - (small.astype(np.float64) ** 2).sum(axis=1))).astype(np.float32)
    out = np.empty((len(small), 4), dtype=np.float32)
    for index in range(4):
        chosen = omitted == index
        out[np.ix_(chosen, [i for i in range(4) if i != index])] = small[chosen]
        out[chosen, index] = largest[chosen]
    return out
