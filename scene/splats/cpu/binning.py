"""Lists the Gaussians that touch each 16 x 16 tile, nearest first: a stable sort by depth, then lists that keep its order."""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.splats.cpu.numeric import TILE, kernel

__all__ = ["PACKED", "fill_tiles", "list_tiles", "packed_rows", "sort_by_depth", "tile_starts"]

PACKED = 9
"""Columns of a drawn Gaussian: centre x y, conic xx xy yy, opacity, half box x y, squared Mahalanobis distance at its edge."""

_TILE = TILE
_SHIFT = 4
_DIGITS = 11
_MARGIN = 1.001
"""Margin by which boxes exceed the ellipses, so that only alpha decides whether a Gaussian contributes to a pixel."""
_STRETCH = math.sqrt(_MARGIN)


@kernel
def _radix(keys, order, other_keys, other_order):
    """Stable radix sort of uint32 keys and their values, ascending, in three passes of 11 bits. The result is in the second pair."""
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
    """(V,) int32 rows of the drawn Gaussians, nearest first; equal depths in the order of the rows."""
    order = np.empty(len(depths), dtype=np.int32)
    order = order[: _visible(reach, order)]
    chosen = depths[order]
    if depths.dtype != np.float32:
        return order[np.argsort(chosen, kind="stable")]
    # positive floats have the same order as their bits; three passes leave the result in the second pair
    other = np.empty_like(order)
    _radix(chosen.view(np.uint32), order, np.empty(len(order), dtype=np.uint32), other)
    return other


@kernel
def packed_rows(begin, end, order, means2d, conics, opacities, reach, packed, columns, rows):
    """Fill packed (V, 9) from begin to end, in the order of depth. Returns the total number of tiles that their boxes touch."""
    half = packed.dtype.type(0.5)
    total = 0
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
        left, right = _tiles_along(packed[s, 0] - half, packed[s, 6], columns)
        top, bottom = _tiles_along(packed[s, 1] - half, packed[s, 7], rows)
        total += max(right - left + 1, 0) * max(bottom - top + 1, 0)
    return total


@kernel
def _tiles_along(centre, reach, count):
    """First and last tile with pixel centres within `reach` along one axis. `centre` is relative to the first pixel's centre."""
    wide = reach * _STRETCH
    return max(math.ceil(centre - wide), 0) >> _SHIFT, min(math.floor(centre + wide), count * _TILE - 1) >> _SHIFT


@kernel
def _span(packed, s, row, half_width, half_height):
    """First and last pixel column of an ellipse within a row of tiles, exact up to the margin.

    The rightmost point of the ellipse is at dy = -(xy / yy) half_width. Within a band of rows, the rightmost point is at the row of
    the band closest to it. The same holds for the leftmost point.
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
def list_tiles(begin, end, packed, columns, rows, counts, tile_of, place_of):
    """Write every tile that the Gaussians begin to end touch into tile_of and place_of, in their order. counts (tiles,) gets the
    number of entries of each tile. Returns the number of all entries."""
    half = packed.dtype.type(0.5)
    stretch = packed.dtype.type(_STRETCH)
    n = 0
    for s in range(begin, end):
        first, final = _tiles_along(packed[s, 0] - half, packed[s, 6], columns)
        top, bottom = _tiles_along(packed[s, 1] - half, packed[s, 7], rows)
        whole = first == final or top == bottom
        for row in range(top, bottom + 1):
            left, right = first, final
            if not whole:
                begin_x, end_x = _span(packed, s, row, packed[s, 6] * stretch, packed[s, 7] * stretch)
                if begin_x > end_x:
                    continue
                left, right = max(begin_x, 0) >> _SHIFT, min(end_x, columns * _TILE - 1) >> _SHIFT
            for column in range(left, right + 1):
                tile = row * columns + column
                tile_of[n] = tile
                place_of[n] = s
                counts[tile] += 1
                n += 1
    return n


@kernel
def fill_tiles(count, tile_of, place_of, next_free, pairs):
    """Copy the first `count` entries into the lists of their tiles. next_free (tiles,) holds each list's next free position."""
    for n in range(count):
        tile = tile_of[n]
        to = next_free[tile]
        next_free[tile] = to + 1
        pairs[to] = place_of[n]


def tile_starts(counts):
    """The start of each tile's list (tiles + 1,), and of the part of each chunk of Gaussians in it (chunks, tiles).

    counts: (chunks, tiles) number of entries.
    """
    chunks, tiles = counts.shape
    before = np.zeros(chunks * tiles + 1, dtype=np.int64)
    np.cumsum(counts.T.reshape(-1), out=before[1:])
    return before[::chunks].copy(), np.ascontiguousarray(before[:-1].reshape(tiles, chunks).T)
