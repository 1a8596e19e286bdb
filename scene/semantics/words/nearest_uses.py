"""How near a text is to things of a lexicon, each of which has several descriptions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["NEAREST", "NearestUses"]

NEAREST = 2
"""The number of nearest descriptions of a thing that are averaged, since a single one may share words by chance."""

Numbers = npt.NDArray[np.float32]


class NearestUses:
    """`counts`: the number of descriptions of each of T things, one or more, where those of one thing are consecutive."""

    def __init__(self, counts: npt.ArrayLike) -> None:
        held = np.asarray(counts, dtype=np.int64).reshape(-1)
        self._places = np.arange(max(int(held.max(initial=0)), NEAREST)) < held[:, None]
        self._averaged = np.minimum(held, NEAREST).astype(np.float32)

    def means(self, cosines: Numbers) -> Numbers:
        """(T,) for each thing, the mean of the largest of the `cosines` (U,) of its descriptions."""
        table = np.full(self._places.shape, -np.inf, dtype=np.float32)
        table[self._places] = cosines
        largest = np.partition(table, -NEAREST, axis=1)[:, -NEAREST:]
        return np.asarray(np.where(np.isinf(largest), 0.0, largest).sum(axis=1, dtype=np.float32) / self._averaged)
