"""Broad phase: which bodies, and which of their pieces, are near enough for an exact test."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.certify.solids import Solids
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["box_pairs", "expand", "near_piece_pairs", "piece_pairs"]

_CHUNK = 1_000_000
"""Pairs that are in memory at a time."""


def box_pairs(low: FloatArray, high: FloatArray, margin: float) -> IntArray:
    """(M, 2) pairs i < j of axis-aligned boxes (N, 3) within `margin` metres of each other; for a negative margin, overlapping so far.

    Boxes are swept along the axis on which they are spread furthest. An empty box (inf, -inf) has no pairs.
    """
    rows = np.flatnonzero(np.isfinite(low).all(axis=1))
    if rows.size < 2:
        return np.zeros((0, 2), dtype=np.int32)
    axis = int(np.argmax(np.ptp(0.5 * (low[rows] + high[rows]), axis=0)))
    rows = rows[np.argsort(low[rows, axis], kind="stable")]
    starts = low[rows, axis]
    last = np.searchsorted(starts, high[rows, axis] + margin, side="right")
    count = np.maximum(last - np.arange(len(rows)) - 1, 0)
    found = [np.zeros((0, 2), dtype=np.int32)]
    for first, second in _chunked_ranges(count):
        a, b = rows[first], rows[second + first + 1]
        near = ((low[a] - high[b] <= margin) & (low[b] - high[a] <= margin)).all(axis=1)
        a, b = a[near], b[near]
        found.append(np.stack([np.minimum(a, b), np.maximum(a, b)], axis=1).astype(np.int32))
    pairs = np.concatenate(found)
    ordered: IntArray = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return ordered


def piece_pairs(solids: Solids, bodies: IntArray, margin: float) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """Pairs of pieces of body pairs (M, 2) whose boxes are within `margin` metres, in chunks.

    Yields:
        (K,) rows of `bodies`, ascending, and (K,) pieces of the first and of the second body.
    """
    of_a, a = _near_pieces(solids, bodies[:, 0], bodies[:, 1], margin)
    of_b, b = _near_pieces(solids, bodies[:, 1], bodies[:, 0], margin)
    starts_b = np.searchsorted(of_b, np.arange(len(bodies) + 1))
    count_b = np.diff(starts_b)[of_a]
    for first, second in _chunked_ranges(count_b):
        pair = of_a[first]
        one, two = a[first], b[starts_b[pair] + second]
        near = ((solids.low[one] - solids.high[two] <= margin) & (solids.low[two] - solids.high[one] <= margin)).all(
            axis=1
        )
        yield pair[near], one[near], two[near]


def near_piece_pairs(solids: Solids, bodies: IntArray, margin: float) -> int:
    """How many pairs of pieces :func:`piece_pairs` would compare for body pairs (M, 2)."""
    of_a, _ = _near_pieces(solids, bodies[:, 0], bodies[:, 1], margin)
    of_b, _ = _near_pieces(solids, bodies[:, 1], bodies[:, 0], margin)
    count_a, count_b = (np.bincount(rows, minlength=len(bodies)) for rows in (of_a, of_b))
    return int((count_a.astype(np.int64) * count_b).sum())


def expand(count: npt.NDArray[np.int64]) -> tuple[IntArray, IntArray]:
    """For counts (N,): the numbers 0..N-1, each repeated `count` times, and the position within each run."""
    rows = np.repeat(np.arange(len(count)), count)
    inner = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    return rows.astype(np.int32), inner.astype(np.int32)


def _near_pieces(solids: Solids, body: IntArray, other: IntArray, margin: float) -> tuple[IntArray, IntArray]:
    """Pieces of body i (M,) within `margin` of the box of other i (M,): the rows i, and the pieces."""
    low, high = solids.body_bounds
    count = solids.start[body + 1] - solids.start[body]
    rows, pieces = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.int32)]
    for row, inner in _chunked_ranges(count.astype(np.int64)):
        piece = solids.start[body[row]] + inner
        near = (
            (solids.low[piece] - high[other[row]] <= margin) & (low[other[row]] - solids.high[piece] <= margin)
        ).all(axis=1)
        rows.append(row[near])
        pieces.append(piece[near].astype(np.int32))
    return np.concatenate(rows), np.concatenate(pieces)


def _chunked_ranges(count: npt.NDArray[np.int64]) -> Iterator[tuple[IntArray, IntArray]]:
    """:func:`expand` in chunks of rows; a single row may exceed the chunk."""
    total = np.cumsum(count)
    start = 0
    while start < len(count):
        before = int(total[start - 1]) if start else 0
        end = max(int(np.searchsorted(total, before + _CHUNK, side="right")), start + 1)
        rows, inner = expand(count[start:end])
        yield (rows + start).astype(np.int32), inner
        start = end
