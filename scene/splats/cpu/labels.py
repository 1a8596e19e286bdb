"""Weights of every Gaussian in each labelled region of a picture: sums of alpha times transmittance over the region's pixels.

Four regions of a tile are summed in one pass over its Gaussians. Each region has a plane that is 1 on its pixels and 0 elsewhere.
Few tiles show more than four regions, so a pass costs about as much as drawing four channels, whatever the length of features.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.cpu.blending import (
    BATCH,
    BATCH_COLUMNS,
    PIXELS,
    all_done,
    fetch,
    fetched,
    let_through,
    row_alpha,
    start_tile,
)
from scenewright.scene.splats.cpu.numeric import TILE, aligned, kernel
from scenewright.scene.splats.cpu.simd import vector_code

__all__ = ["count_labels", "label_weights"]

_TILE = TILE
_PLANES = 4
_NONE = -1


@vector_code
def _splat_weights(kit, state, out, to, batch, at, limits, least):
    """Sum one Gaussian's weights of at least `least` over the four planes after the transmittances: four sums into `out` from `to` on."""
    splat = fetched(kit, batch, at)
    totals = [kit.total() for _ in range(_PLANES)]
    with kit.span(splat.first, splat.last) as row:
        *_, alpha = row_alpha(kit, row, splat, limits)
        at = kit.times(row, TILE)
        *_, weight = let_through(state, at, alpha, limits.transmittance_min)
        counted = (weight >= least).pick(weight, 0.0)
        for plane, total in enumerate(totals, start=1):
            total.add(counted * state[kit.plus(at, plane * PIXELS)])
    for k, total in enumerate(totals):
        out.put(kit.plus(to, k), total.lanes.total())


@kernel
def _distinct(labels, x0, y0, rows, across, distinct):
    """Write the distinct labels of a tile into `distinct` (PIXELS,), in the order of their first pixel. Returns their number."""
    count, last = 0, _NONE
    for y in range(y0, y0 + rows):
        for x in range(x0, x0 + across):
            label = labels[y, x]
            if label == last or label < 0:
                continue
            last = label
            is_known = False
            for k in range(count):
                if distinct[k] == label:
                    is_known = True
                    break
            if not is_known:
                distinct[count] = label
                count += 1
    return count


@kernel
def count_labels(begin, end, step, columns, labels, counts):
    """Fill counts (tiles,) for tiles begin, begin + step ... before end: the number of regions of labels (H, W) int32 in each tile.
    Negative labels are no region."""
    height, width = labels.shape
    distinct = np.empty(PIXELS, dtype=np.int32)
    for tile in range(begin, end, step):
        x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
        rows, across = min(_TILE, height - y0), min(_TILE, width - x0)
        counts[tile] = _distinct(labels, x0, y0, rows, across, distinct)


@kernel
def label_weights(
    begin, end, step, packed, starts, pairs, columns, limits, labels, least, offsets, places, regions, weights
):
    """Tiles begin, begin + step ... before end. For every Gaussian of a tile and every region of labels (H, W) in the tile, writes from
    offsets[tile] on: its position in the order of depth, the region, and the sum of its weights there that are at least `least`. If
    the sum is 0, the region is -1."""
    height, width = labels.shape
    state = aligned((1 + _PLANES) * PIXELS, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    sums = np.empty(_PLANES, dtype=packed.dtype)
    distinct = np.empty(PIXELS, dtype=np.int32)
    for tile in range(begin, end, step):
        first, stop = starts[tile], starts[tile + 1]
        to = offsets[tile]
        regions[to : offsets[tile + 1]] = _NONE
        if to == offsets[tile + 1]:
            continue
        x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
        count = _distinct(labels, x0, y0, min(_TILE, height - y0), min(_TILE, width - x0), distinct)
        for group in range(0, count, _PLANES):
            _, _, rows, across = start_tile(state, tile, columns, width, height)
            here = min(_PLANES, count - group)
            for row in range(rows):
                for k in range(across):
                    label = labels[y0 + row, x0 + k]
                    for plane in range(here):
                        if distinct[group + plane] == label:
                            state[(1 + plane) * PIXELS + row * _TILE + k] = 1
            for n in range(first, stop, BATCH):
                fetched_count = fetch(packed, pairs, n, stop, x0, y0, rows, batch)
                for j in range(fetched_count):
                    _splat_weights(state, sums, 0, batch, j * BATCH_COLUMNS, limits, least)
                    for plane in range(here):
                        if sums[plane] > 0:
                            places[to] = pairs[n + j]
                            regions[to] = distinct[group + plane]
                            weights[to] = sums[plane]
                            to += 1
                if all_done(state):
                    break
