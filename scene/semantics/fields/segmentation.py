"""From relevancy to masks, as the evaluations that are compared with do it.

- :func:`langsplat_mask`: LangSplat (Qin et al., CVPR 2024), its released evaluation: smoothing, level, threshold and majority.
- :func:`stable_threshold`: 3D-OVS in the protocol of Occam's LGS (Cheng et al., 2024), where the threshold is looked for.
- :func:`palette`: several queries at once, each pixel the one that fits best.
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
"""Side of the smoothing's square, pixels."""
THRESHOLD = 0.4
_REACH = 3
"""Of the majority to each side: 7 x 7."""


@dataclass(frozen=True, eq=False)
class Segmented:
    """`mask`: (H, W). `level`: which was chosen. `threshold`: over which the rescaled relevancy is in the mask. `score`: the highest
    relevancy, smoothed, on that level."""

    mask: Mask
    level: int
    threshold: float
    score: float


def box_mean(values: Rows, side: int = WINDOW) -> Rows:
    """(..., H, W) means over squares. Beyond the edges the picture is mirrored at its outermost pixels, which do not repeat; of an even
    side, one pixel more lies left and above: what the filter of OpenCV does that the published code calls."""
    out: Rows = np.asarray(values, dtype=np.float64)
    for axis in (-2, -1):
        out = ndimage.uniform_filter1d(out, side, axis=axis, mode="mirror")
    return out.astype(np.float32)


def smoothed(values: Rows, side: int = WINDOW) -> Rows:
    """0.5 (box mean + r)."""
    out: Rows = 0.5 * (box_mean(values, side) + values)
    return out


def langsplat_mask(values: Rows, *, threshold: float = THRESHOLD, side: int = WINDOW) -> Segmented:
    """The mask of one query from its relevancy (L, H, W): that of the level with the highest smoothed relevancy, whatever the truth is."""
    soft = smoothed(values, side)
    level = int(soft.reshape(len(soft), -1).max(axis=1).argmax())
    chosen = soft[level]
    over = chosen - chosen.min()
    rescaled = np.clip(2.0 * (over / (over.max() + 1e-9)) - 1.0, 0.0, 1.0)
    return Segmented(majority(rescaled > threshold), level, threshold, float(chosen.max()))


def majority(mask: Mask) -> Mask:
    """What most pixels of the 7 x 7 about each say; on a tie, nothing.

    Windows end at the picture's edges, and, as in the published code, the last row and the last column vote nowhere.
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
    """The mask of one query from its relevancy (L, H, W), with a threshold at which little depends on it.

    Each level is rescaled to 0 ... 1. Thresholds run from 0.01 to 0.99. Wanted are runs of at least five at which the mask has 0.5
    to 90 % of the picture, and the gradients of the mean relevancy inside it and of its size, both smoothed over five and
    divided by their largest, stay under 0.4. The longest run counts, and in it the threshold in its middle; of the levels, that whose run
    is longest. Where no level has one, :data:`THRESHOLD` serves, on the level of the highest relevancy.
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
    """Its length and its middle; the first of equal ones."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], steady.astype(np.int8), [0]])))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return 0, 0
    at = int((ends - starts).argmax())
    return int(ends[at] - starts[at]), int((starts[at] + ends[at] - 1) // 2)


def palette(values: Rows, *, background: float = BACKGROUND) -> npt.NDArray[np.int32]:
    """(H, W) number of the query with the highest relevancy of (Q, H, W), -1 where none has more than `background`."""
    best = values.argmax(axis=0).astype(np.int32)
    out: npt.NDArray[np.int32] = np.where(values.max(axis=0) > background, best, np.int32(-1))
    return out
