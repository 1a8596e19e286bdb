"""Masks from relevancy, by the rules of published evaluations.

- :func:`langsplat_mask`: LangSplat (Qin et al., CVPR 2024), its released evaluation: smoothing, level, threshold and majority.
- :func:`stable_threshold`: 3D-OVS in the protocol of Occam's LGS (Cheng et al., 2024), which searches the threshold.
- :func:`palette`: several queries at once; each pixel gets the query that fits best.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.scene.semantics.fields.relevancy import BACKGROUND

__all__ = [
    "THRESHOLD",
    "WINDOW",
    "Segmented",
    "box_mean",
    "langsplat_mask",
    "majority",
    "palette",
    "smoothed",
    "stable_threshold",
]

Rows = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

WINDOW = 30
"""Side of the smoothing square, in pixels."""
THRESHOLD = 0.4
_REACH = 3
"""Radius of the majority window: 7 x 7 pixels."""


@dataclass(frozen=True, eq=False)
class Segmented:
    """The mask of a query. `mask`: (H, W) bool. `level`: the chosen level. `threshold`: of the rescaled relevancy. `score`: the highest
    smoothed relevancy on that level."""

    mask: Mask
    level: int
    threshold: float
    score: float


def box_mean(values: Rows, side: int = WINDOW) -> Rows:
    """(..., H, W) means over squares, like OpenCV's filter, which the published code uses.

    The picture is mirrored at its outermost pixels, which are not repeated. For an even side, the square has one pixel more to the left
    and above.
    """
    out: Rows = np.asarray(values, dtype=np.float64)
    for axis in (-2, -1):
        out = ndimage.uniform_filter1d(out, side, axis=axis, mode="mirror")
    return out.astype(np.float32)


def smoothed(values: Rows, side: int = WINDOW) -> Rows:
    """The smoothed relevancy: 0.5 (box mean + r)."""
    out: Rows = 0.5 * (box_mean(values, side) + values)
    return out


def langsplat_mask(values: Rows, *, threshold: float = THRESHOLD, side: int = WINDOW) -> Segmented:
    """The mask of one query from its relevancy (L, H, W), on the level with the highest smoothed relevancy."""
    soft = smoothed(values, side)
    level = int(soft.reshape(len(soft), -1).max(axis=1).argmax())
    chosen = soft[level]
    over = chosen - chosen.min()
    rescaled = np.clip(2.0 * (over / (over.max() + 1e-9)) - 1.0, 0.0, 1.0)
    return Segmented(majority(rescaled > threshold), level, threshold, float(chosen.max()))


def majority(mask: Mask) -> Mask:
    """The majority in the 7 x 7 pixels around each pixel; False for a tie.

    Windows are cut at the picture's edges. As in the published code, the last row and the last column are not counted.
    """
    height, width = mask.shape
    if height < 2 or width < 2:
        return mask.copy()
    sums = np.zeros((height, width), dtype=np.int64)
    sums[1:, 1:] = mask[:-1, :-1].cumsum(axis=0).cumsum(axis=1)
    top, bottom = _window(height)
    left, right = _window(width)
    votes = (
        sums[np.ix_(bottom, right)] - sums[np.ix_(top, right)] - sums[np.ix_(bottom, left)] + sums[np.ix_(top, left)]
    )
    area = np.outer(bottom - top, right - left)
    out: Mask = 2 * votes > area
    return out


def _window(count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    at = np.arange(count)
    return np.maximum(at - _REACH, 0), np.minimum(at + _REACH + 1, count - 1)


def stable_threshold(values: Rows) -> Segmented:
    """The mask of one query from its relevancy (L, H, W), with a threshold around which the mask is stable.

    Each level is rescaled to 0 ... 1, and thresholds from 0.01 to 0.99 are tried. A stable run has at least five consecutive thresholds
    at which the mask covers 0.5 to 90 % of the picture. In it, the gradients of the mask's mean relevancy and of its size, both smoothed
    over five values and divided by their maximum, are below 0.4. The level with the longest run is chosen, and the threshold in the
    middle of that run. Without any run, it is :data:`THRESHOLD` on the level of the highest relevancy.
    """
    thresholds = np.linspace(0.01, 0.99, 99)
    best: tuple[int, int, float] | None = None
    scaled = np.stack([_rescaled(level) for level in values])
    for number, level in enumerate(scaled):
        ordered = np.sort(level, axis=None)
        over = len(ordered) - np.searchsorted(ordered, thresholds, side="right")
        sums = np.append(np.cumsum(ordered[::-1], dtype=np.float64)[::-1], 0.0)
        means = np.divide(sums[len(ordered) - over], over, out=np.zeros(len(over)), where=over > 0)
        share = over / len(ordered)
        steady = (_steepness(means) < 0.4) & (_steepness(share) < 0.4) & (share >= 0.005) & (share <= 0.9)
        length, middle = _longest_run(steady)
        if length >= 5 and (best is None or length > best[0]):
            best = (length, number, float(thresholds[middle]))
    if best is None:
        level_at = int(values.reshape(len(values), -1).max(axis=1).argmax())
        best = (0, level_at, THRESHOLD)
    _, chosen, threshold = best
    return Segmented(scaled[chosen] > threshold, chosen, threshold, float(values[chosen].max()))


def _rescaled(values: Rows) -> Rows:
    over = values - values.min()
    out: Rows = over / (over.max() + 1e-9)
    return out


def _steepness(curve: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    slope = np.abs(ndimage.uniform_filter1d(np.gradient(curve), 5))
    out: npt.NDArray[np.float64] = slope / max(float(slope.max()), 1e-12)
    return out


def _longest_run(steady: Mask) -> tuple[int, int]:
    """The length and the middle of the longest run; of equal ones, the first."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], steady.astype(np.int8), [0]])))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return 0, 0
    at = int((ends - starts).argmax())
    return int(ends[at] - starts[at]), int((starts[at] + ends[at] - 1) // 2)


def palette(values: Rows, *, background: float = BACKGROUND) -> npt.NDArray[np.int32]:
    """(H, W) index of the query with the highest relevancy of (Q, H, W); -1 if none is above `background`."""
    best = values.argmax(axis=0).astype(np.int32)
    out: npt.NDArray[np.int32] = np.where(values.max(axis=0) > background, best, np.int32(-1))
    return out
