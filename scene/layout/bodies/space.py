"""The empty space around a body's parts: which of it is open to the outside, and which is enclosed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray

__all__ = ["Space"]

MAX_LINES = 40

_EVEN = 10
"""No cell is much wider than one part in this many of the whole."""

GAP = 0.012
"""Metres of gap that count as closed, so that the gap around a door does not open a wardrobe."""

_SLIT = 0.035
"""Metres between two parts through which nothing is put into a hollow, such as between the doors of a cabinet and its box."""

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]


class Space:
    """A grid with lines at the sides of boxes: which cells are full, and which empty ones are open to the outside.

    `index`: (E, 2, 3) the boxes by indices of grid lines. `total`: the volume of the whole, cubic metres.
    """

    def __init__(self, boxes: FloatArray, whole: FloatArray) -> None:
        """
        Args:
            boxes: (E, 2, 3) least and greatest corners.
            whole: (2, 3) the box around all.
        """
        axes = [_lines(boxes[:, :, axis], whole[:, axis]) for axis in range(3)]
        self.lines = [lines for lines, _ in axes]
        self.apart = [apart for _, apart in axes]
        self.index = self.snapped(boxes)
        full = np.zeros(tuple(len(cuts) - 1 for cuts in self.lines), dtype=bool)
        for (x0, y0, z0), (x1, y1, z1) in self.index.tolist():
            full[x0:x1, y0:y1, z0:z1] = True
        size = [np.diff(cuts) for cuts in self.lines]
        free = _open_to_outside(full)
        self._shut = ~full & ~_open_to_outside(full | _slits(full, size))
        self.volume = size[0][:, None, None] * size[1][None, :, None] * size[2][None, None, :]
        self.total = float(self.volume.sum())
        self.sums = np.pad((self.volume * free).cumsum(0).cumsum(1).cumsum(2), ((1, 0),) * 3)

    def snapped(self, boxes: FloatArray) -> _Ints:
        """(E, 2, 3) indices of the grid lines at the sides of boxes (E, 2, 3), rounded outward unless a side is hardly beyond a line."""
        out = np.empty(boxes.shape, dtype=np.int64)
        for axis, (cuts, apart) in enumerate(zip(self.lines, self.apart, strict=True)):
            sides = _thickened(boxes[:, :, axis], cuts[0], cuts[-1], apart)
            first = np.clip(np.searchsorted(cuts, sides[:, 0] + 1e-9, "right") - 1, 0, len(cuts) - 2)
            first += (sides[:, 0] - cuts[first] > apart) & (cuts[first + 1] - sides[:, 0] <= apart)
            first = np.minimum(first, len(cuts) - 2)
            last = np.clip(np.searchsorted(cuts, sides[:, 1] - 1e-9, "left"), 1, len(cuts) - 1)
            last -= (cuts[last] - sides[:, 1] > apart) & (sides[:, 1] - cuts[last - 1] <= apart)
            out[:, 0, axis], out[:, 1, axis] = first, np.maximum(last, first + 1)
        return out

    def free_in(self, lo: _Ints, hi: _Ints) -> FloatArray:
        """(...) the open volume in blocks of cells between grid lines `lo` and `hi` (..., 3), cubic metres; 0 for empty blocks."""
        hi = np.maximum(hi, lo)
        x0, y0, z0 = lo[..., 0], lo[..., 1], lo[..., 2]
        x1, y1, z1 = hi[..., 0], hi[..., 1], hi[..., 2]
        s = self.sums
        upper = s[x1, y1, z1] - s[x0, y1, z1] - s[x1, y0, z1] + s[x0, y0, z1]
        lower = s[x1, y1, z0] - s[x0, y1, z0] - s[x1, y0, z0] + s[x0, y0, z0]
        free: FloatArray = upper - lower
        return free

    def share_of(self, boxes: FloatArray) -> float:
        """The share of the whole volume that boxes cover."""
        covered = np.zeros(self.volume.shape, dtype=bool)
        for (x0, y0, z0), (x1, y1, z1) in self.snapped(boxes).tolist():
            covered[x0:x1, y0:y1, z0:z1] = True
        return float(self.volume[covered].sum()) / max(self.total, 1e-300)

    def shut_in(self, points: FloatArray) -> _Bools:
        """(K,) whether points (K, 3) lie in a hollow into which nothing can be put from outside: at most slits lead there."""
        at = [
            np.clip(np.searchsorted(cuts, points[:, axis], "right") - 1, 0, len(cuts) - 2)
            for axis, cuts in enumerate(self.lines)
        ]
        shut: _Bools = self._shut[at[0], at[1], at[2]] & (points[:, 1] < self.lines[1][-1])
        return shut


def _open_to_outside(full: _Bools) -> _Bools:
    """(X, Y, Z) the empty cells that air reaches from the sides, the front and above: below a body is the floor, and behind most bodies a
    wall."""
    from scipy import ndimage

    around = np.pad(~full, 1, constant_values=True)
    around[:, 0], around[:, :, 0] = False, False
    labels, _ = ndimage.label(around)
    outside: _Bools = (labels == labels[0, -1, -1])[1:-1, 1:-1, 1:-1]
    return outside


def _slits(full: _Bools, size: list[FloatArray]) -> _Bools:
    """(X, Y, Z) the empty cells in gaps between two full ones that are narrower than a slit along some axis."""
    out = np.zeros(full.shape, dtype=bool)
    for axis, widths in enumerate(size):
        solid = np.moveaxis(full, axis, 0)
        n, cuts = len(widths), np.concatenate([[0.0], np.cumsum(widths)])
        at = np.arange(n)[:, None, None]
        before = np.maximum.accumulate(np.where(solid, at, -1), axis=0)
        after = np.minimum.accumulate(np.where(solid, at, n)[::-1], axis=0)[::-1]
        between = ~solid & (before >= 0) & (after < n)
        gap = cuts[np.minimum(after, n)] - cuts[before + 1]
        out |= np.moveaxis(between & (gap < _SLIT), 0, axis)
    return out


def _lines(sides: FloatArray, whole: FloatArray) -> tuple[FloatArray, float]:
    """Grid lines at the sides (E, 2) of boxes along one axis, about 40 at most, and their least distance."""
    low, high = float(whole[0]), float(whole[1])
    if high <= low:
        return np.array([low, low + 1e-9]), 0.0
    apart = min(max(GAP, (high - low) / 200.0), (high - low) / 4.0)
    while True:
        kept = [low]
        for value in np.unique(np.round(_thickened(sides, low, high, apart), 6)).tolist():
            if value - kept[-1] > apart and high - value > apart:
                kept.append(value)
        if len(kept) <= MAX_LINES:
            return _filled([*kept, high], (high - low) / _EVEN), apart
        apart *= 1.3


def _filled(lines: list[float], widest: float) -> FloatArray:
    """The lines with further ones evenly between those that are more than `widest` apart."""
    out: list[float] = []
    for a, b in pairwise(lines):
        out.extend(np.linspace(a, b, max(1, round((b - a) / widest)), endpoint=False).tolist())
    return np.array([*out, lines[-1]])


def _thickened(sides: FloatArray, low: float, high: float, apart: float) -> FloatArray:
    """The sides (E, 2) of boxes along one axis, after thickening those thinner than the grid, such as a pane of glass."""
    middle = sides.mean(axis=1)
    half = np.maximum((sides[:, 1] - sides[:, 0]) / 2.0, 0.53 * apart)
    middle = np.clip(middle, low + half, np.maximum(high - half, low + half))
    return np.stack([np.maximum(middle - half, low), np.minimum(middle + half, high)], axis=1)
