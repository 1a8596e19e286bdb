"""Localisation: the point of a query in a picture, and the test whether it is correct. LERF's rules, as in LangSplat's released code."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.fields.segmentation import WINDOW, box_mean

__all__ = ["Located", "hits", "locate"]

Rows = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Located:
    """The peak of a query. `points`: (P, 2) x and y of all pixels with the highest value, row by row. `level`: its level. `score`: the
    value."""

    points: npt.NDArray[np.int64]
    level: int
    score: float


def locate(values: Rows, *, side: int = WINDOW) -> Located:
    """The peak of one query from its relevancy (L, H, W): the highest mean over a square of side `side`, on the first level with it."""
    soft = box_mean(values, side)
    peaks = soft.reshape(len(soft), -1).max(axis=1)
    level = int(peaks.argmax())
    rows, columns = np.nonzero(soft[level] == peaks[level])
    return Located(np.stack([columns, rows], axis=1), level, float(peaks[level]))


def hits(located: Located, boxes: npt.NDArray[np.float64]) -> bool:
    """Whether any of the points lies in any of the boxes (B, 4), edges included. A box is two opposite corners, x y x y."""
    corners = boxes.reshape(-1, 2, 2)
    low, high = corners.min(axis=1), corners.max(axis=1)
    at = located.points[:, None, :]
    return bool(((at >= low) & (at <= high)).all(axis=-1).any())
