"""Who touches which tile, nearest first: a stable sort by depth, then lists for every 16 x 16 tile that keep its order."""

from __future__ import annotations

import math

import numpy as np

from scene.splats.cpu.numeric import TILE, kernel

__all__ = ["PACKED", "count_tiles", "fill_tiles", "packed_rows", "sort_by_depth", "tile_starts"]

PACKED = 9
"""Columns of a drawn Gaussian: centre x y, conic xx xy yy, opacity, half box x y, squared Mahalanobis distance at its edge."""

_TILE = TILE
_SHIFT = 4
_DIGITS = 11
_MARGIN = 1.001
"""Boxes are a little larger than the ellipses: whether a pixel is reached is decided by its alpha alone."""


@kernel
def _radix(keys, order, other_keys, other_order):
    """Sort uint32 keys and what belongs to them, three digits of 11 bits, least first; stable. The result is in the second pair."""
    n = len(keys)
    count = np.empty(1 << _DIGITS, dtype=np.int64)
    for turn in range(3):
        shift = np.uint32(turn * _DIGITS)
        mask = np.uint32((1 << _DIGITS) - 1)
        count[:] = 0
        for i in range(n):
            count[(keys[i] >> shift) & mask] += 1
        total = 0
        for d in range(1 << _DIGITS):
            here = count[d]
            count[d] = total
            total += here
        for i in range(n):
            d = (keys[i] >> shift) & mask
            to = count[d]
            count[d] = to + 1
            other_keys[to] = keys[i]
            other_order[to] = order[i]
        keys, other_keys = other_keys, keys
        order, other_order = other_order, order


@kernel
def _visible(reach, order):
    count = 0
    for i in range(len(reach)):
        if reach[i, 2] > 0:
            order[count] = i
            count += 1
    return count


def sort_by_depth(depths, reach):
    """(V,) int32 rows of what is drawn, nearest first; equal depths in the order of the rows."""
    order = np.empty(len(depths), dtype=np.int32)
    order = order[: _visible(reach, order)]
    chosen = depths[order]
    if depths.dtype != np.float32:
        return order[np.argsort(chosen, kind="stable")]
    # positive floats compare as their bits do; three passes leave the result in the second pair
    other = np.empty_like(order)
    _radix(chosen.view(np.uint32), order, np.empty(len(order), dtype=np.uint32), other)
    return other


@kernel
def packed_rows(begin, end, order, means2d, conics, opacities, reach, packed):
    """Fills packed (V, 9) from begin to end, in the order of depth."""
    for s in range(begin, end):
        i = order[s]
        packed[s, 0] = means2d[i, 0]
        packed[s, 1] = means2d[i, 1]
        packed[s, 2] = conics[i, 0]
        packed[s, 3] = conics[i, 1]
        packed[s, 4] = conics[i, 2]
        packed[s, 5] = opacities[i]
        packed[s, 6] = reach[i, 0]
        packed[s, 7] = reach[i, 1]
        packed[s, 8] = reach[i, 2]


@kernel
def _span(packed, s, row, half_width, half_height):
    """First and last pixel column of an ellipse among the pixel centres of a row of tiles, exact but for the margin.

    The rightmost point of the ellipse lies at dy = -(xy / yy) half_width; within a band of rows, the rightmost lies as near to
    it as the band allows, and the leftmost likewise.
    """
    real = packed.dtype.type
    zero, half = real(0.0), real(0.5)
    y, a, b, c = packed[s, 1], packed[s, 2], packed[s, 3], packed[s, 4]
    first = max(real(row * _TILE) + half - y, -half_height)
    last = min(real(row * _TILE + _TILE - 1) + half - y, half_height)
    tangent = -b / c * half_width
    edge = packed[s, 8] * real(_MARGIN)
    spread = edge / a
    narrowing = (a * c - b * b) / (a * a)
    dy = min(max(tangent, first), last)
    right = -b / a * dy + math.sqrt(max(spread - narrowing * dy * dy, zero))
    dy = min(max(-tangent, first), last)
    left = -b / a * dy - math.sqrt(max(spread - narrowing * dy * dy, zero))
    x = packed[s, 0] - half
    return math.ceil(x + left), math.floor(x + right)


@kernel
def _for_tiles(begin, end, packed, columns, rows, next_free, pairs, fill):
    real = packed.dtype.type
    half = real(0.5)
    stretch = real(math.sqrt(_MARGIN))
    for s in range(begin, end):
        half_width, half_height = packed[s, 6] * stretch, packed[s, 7] * stretch
        y = packed[s, 1] - half
        top = max(math.ceil(y - half_height), 0) >> _SHIFT
        bottom = min(math.floor(y + half_height), rows * _TILE - 1) >> _SHIFT
        x = packed[s, 0] - half
        box_left, box_right = math.ceil(x - half_width), math.floor(x + half_width)
        one_column = max(box_left, 0) >> _SHIFT == min(box_right, columns * _TILE - 1) >> _SHIFT
        for row in range(top, bottom + 1):
            left, right = box_left, box_right
            if not (one_column and top == bottom):
                left, right = _span(packed, s, row, half_width, half_height)
            if left > right:
                continue
            for column in range(max(left, 0) >> _SHIFT, (min(right, columns * _TILE - 1) >> _SHIFT) + 1):
                tile = row * columns + column
                if fill:
                    pairs[next_free[tile]] = s
                next_free[tile] += 1


@kernel
def count_tiles(begin, end, packed, columns, rows, counts):
    """Adds to counts (tiles,) how many of the Gaussians begin to end touch each tile."""
    _for_tiles(begin, end, packed, columns, rows, counts, np.empty(0, dtype=np.int32), False)


@kernel
def fill_tiles(begin, end, packed, columns, rows, next_free, pairs):
    """Writes the Gaussians begin to end, in their order, into the lists whose next free places are in next_free (tiles,)."""
    _for_tiles(begin, end, packed, columns, rows, next_free, pairs, True)


def tile_starts(counts):
    """Where lists begin: (tiles + 1,) of each tile's, and (chunks, tiles) of what each chunk of Gaussians adds to it.

    counts: (chunks, tiles).
    """
    chunks, tiles = counts.shape
    before = np.zeros(chunks * tiles + 1, dtype=np.int64)
    np.cumsum(counts.T.reshape(-1), out=before[1:])
    return before[::chunks].copy(), np.ascontiguousarray(before[:-1].reshape(tiles, chunks).T)
