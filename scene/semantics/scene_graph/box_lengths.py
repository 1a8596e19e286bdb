"""The lengths of upright boxes that words of size refer to (:mod:`scenewright.scene.english.sizes`)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray

__all__ = ["lengths_of"]


def lengths_of(sizes: npt.ArrayLike, measure: str) -> FloatArray:
    """(K,) one measure, in metres, of boxes with sizes (K, 3): width, height and depth. Measures are height, width, depth, length (the
    longer horizontal side), thickness (the least side) and size (the side of a cube of the same volume).

    Raises:
        KeyError: there is no such measure.
    """
    some = np.asarray(sizes, dtype=np.float64).reshape(-1, 3)
    width, height, depth = some.T
    lengths: dict[str, FloatArray] = {
        "height": height,
        "width": width,
        "depth": depth,
        "length": np.maximum(width, depth),
        "thickness": some.min(axis=1),
        "size": np.prod(np.maximum(some, 1e-3), axis=1) ** (1.0 / 3.0),
    }
    return lengths[measure]
