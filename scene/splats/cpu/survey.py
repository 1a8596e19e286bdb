"""The Gaussians behind each pixel: the one of the largest weight, the one at half transmittance, and all contributors."""

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

__all__ = ["contributors", "survey"]

_TILE = TILE
_HALF = 0.5


@vector_code
def _survey_splat(kit, state, batch, at, limits, number):
    """Survey one Gaussian. Planes: transmittance, largest weight, its Gaussian, the Gaussian at half transmittance, count. `number`
    identifies the Gaussian and is 1 for the first."""
    splat = fetched(kit, batch, at)
    with kit.span(splat.first, splat.last) as row:
        *_, alpha = row_alpha(kit, row, splat, limits)
        at = kit.times(row, TILE)
        before, after, _, weight = let_through(state, at, alpha, limits.transmittance_min)
        best_at, who_at, middle_at, count_at = (kit.plus(at, k * PIXELS) for k in range(1, 5))
        best = state[best_at]
        larger = weight > best
        state[best_at] = larger.pick(weight, best)
        state[who_at] = larger.pick(kit.lanes(number), state[who_at])
        crosses = (before > _HALF) & (weight > 0.0) & (after <= _HALF)
        state[middle_at] = crosses.pick(kit.lanes(number), state[middle_at])
        state[count_at] = state[count_at] + (weight > 0.0).pick(1.0, 0.0)


@vector_code
def _weights_row(kit, state, row, to, batch, at, limits):
    """Write one Gaussian's weights over a row of 16 pixels to position `to`."""
    *_, alpha = row_alpha(kit, row, fetched(kit, batch, at), limits)
    *_, state[to] = let_through(state, kit.times(row, TILE), alpha, limits.transmittance_min)


@kernel
def survey(begin, end, step, packed, starts, pairs, columns, limits, heaviest, middle, counts):
    """Tiles begin, begin + step ... before end. Fills three (H, W) int32 arrays: the position in the order of depth of the Gaussian with
    the largest weight (the first of equal ones), that of the Gaussian at which the transmittance falls to one half (-1 for none), and
    the number of Gaussians with a weight."""
    real = packed.dtype.type
    height, width = heaviest.shape
    state = aligned(5 * PIXELS, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0, rows, across = start_tile(state, tile, columns, width, height)
        first = starts[tile]
        for n in range(first, starts[tile + 1], BATCH):
            count = fetch(packed, pairs, n, starts[tile + 1], x0, y0, rows, batch)
            for j in range(count):
                _survey_splat(state, batch, j * BATCH_COLUMNS, limits, real(n + j - first + 1))
            if all_done(state):
                break
        for row in range(rows):
            for k in range(across):
                at = row * _TILE + k
                who, when = int(state[2 * PIXELS + at]), int(state[3 * PIXELS + at])
                heaviest[y0 + row, x0 + k] = pairs[first + who - 1] if who > 0 else -1
                middle[y0 + row, x0 + k] = pairs[first + when - 1] if when > 0 else -1
                counts[y0 + row, x0 + k] = int(state[4 * PIXELS + at])


@kernel
def contributors(begin, end, step, packed, starts, pairs, columns, limits, next_free, ends, places, weights):
    """Tiles begin, begin + step ... before end. Writes every Gaussian with a weight, front to back, into the lists of its pixels: its
    position in the order of depth into `places` (M,), its weight into `weights` (M,). next_free, ends (H, W): start and end of each
    pixel's list. A list that is full takes no more: :func:`survey` counts with other roundings, and may count one less or more."""
    height, width = next_free.shape
    state = aligned(PIXELS + _TILE, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0, rows, across = start_tile(state, tile, columns, width, height)
        for n in range(starts[tile], starts[tile + 1], BATCH):
            count = fetch(packed, pairs, n, starts[tile + 1], x0, y0, rows, batch)
            for j in range(count):
                at = j * BATCH_COLUMNS
                for row in range(int(batch[at + 6]), int(batch[at + 7]) + 1):
                    _weights_row(state, row, PIXELS, batch, at, limits)
                    for k in range(across):
                        if state[PIXELS + k] > 0:
                            to = next_free[y0 + row, x0 + k]
                            if to < ends[y0 + row, x0 + k]:
                                next_free[y0 + row, x0 + k] = to + 1
                                places[to] = pairs[n + j]
                                weights[to] = state[PIXELS + k]
            if all_done(state):
                break
