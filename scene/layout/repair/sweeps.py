"""Sweep boxes along directions: over which distances each overlaps another, and where the first gap is. Exact, by separating axes."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.certify import Meeting, separating_axes
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["first_gap", "spans_of"]

_CHUNK = 20_000
_LEVEL = 1e-12


def spans_of(
    meeting: Meeting, a: IntArray, b: IntArray, growth: float, motion: FloatArray, ways: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The distances along each direction over which the box of a piece overlaps the box of another.

    Args:
        a, b: (M,) pieces, each grown as :meth:`Meeting.meet` does.
        motion: (4, 4) that moves the pieces of `a` first.
        ways: (D, 3) unit directions in which they are then swept.

    Returns:
        (M, D) metres at which the overlap begins, and (M, D) at which it ends; inf and -inf where there is none.
    """
    begin, end = np.full((len(a), len(ways)), np.inf), np.full((len(a), len(ways)), -np.inf)
    for start in range(0, len(a), _CHUNK):
        part = slice(start, start + _CHUNK)
        one, two = meeting.boxes(a[part], b[part], growth)
        one = one.moved(motion)
        axes = separating_axes(one, two)
        reach = np.abs(axes @ one.edges.transpose(0, 2, 1)).sum(axis=2)
        reach += np.abs(axes @ two.edges.transpose(0, 2, 1)).sum(axis=2)
        between = (axes @ (two.centre - one.centre)[:, :, None])[..., 0]
        for k, way in enumerate(ways):
            begin[part, k], end[part, k] = _within(between, axes @ way, reach)
    never = begin > end
    begin[never], end[never] = np.inf, -np.inf
    return begin, end


def _within(between: FloatArray, speed: FloatArray, reach: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(M,) the first t and (M,) the last t with |between - t speed| <= reach on all axes (M, A)."""
    still = np.abs(speed) < _LEVEL
    step = np.where(still, 1.0, speed)
    one, two = (between - reach) / step, (between + reach) / step
    apart = np.abs(between) > reach + _LEVEL
    begin = np.where(still, np.where(apart, np.inf, -np.inf), np.minimum(one, two))
    end = np.where(still, np.where(apart, -np.inf, np.inf), np.maximum(one, two))
    return begin.max(axis=1), end.min(axis=1)


def first_gap(begin: FloatArray, end: FloatArray) -> FloatArray:
    """(D,) the least distance >= 0 that lies inside none of the spans `begin` to `end` (M, D)."""
    if not len(begin):
        return np.zeros(begin.shape[1])
    order = np.argsort(begin, axis=0, kind="stable")
    begin, end = np.take_along_axis(begin, order, axis=0), np.take_along_axis(end, order, axis=0)
    covered = np.maximum(np.maximum.accumulate(end, axis=0), 0.0)
    before = np.concatenate([np.zeros((1, begin.shape[1])), covered[:-1]])
    gap = begin > before  # this span begins after all earlier ones have ended
    first = np.where(gap.any(axis=0), gap.argmax(axis=0), len(begin))
    reached = np.concatenate([np.zeros((1, begin.shape[1])), covered])
    return np.asarray(np.take_along_axis(reached, first[None], axis=0)[0])
