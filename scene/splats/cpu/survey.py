"""Who makes up each pixel: the Gaussian with the largest weight, the one at which half of the light is gone, and all of them."""

from __future__ import annotations

import numpy as np

from scene.splats.cpu.blending import (
    BATCH,
    BATCH_COLUMNS,
    PIXELS,
    all_done,
    fetch,
    let_through,
    row_alpha,
    start_tile,
)
from scene.splats.cpu.numeric import TILE, aligned, kernel
from scene.splats.cpu.simd import vector_code

__all__ = ["contributors", "survey"]

_TILE = TILE
_HALF = 0.5


@vector_code
def _survey_splat(kit, state, first, last, x, y, a, b, c, opacity, floor, alpha_min, alpha_max, least, number):
    """Planes: transmittance, largest weight, who has it, who is at half of the light, how many; `number` is 1 for the first."""
    with kit.span(first, last) as row:
        *_, alpha = row_alpha(kit, row, x, y, a, b, c, opacity, floor, alpha_min, alpha_max)
        at = kit.times(row, TILE)
        before, after, _, weight = let_through(state, at, alpha, least)
        best_at, who_at, middle_at, count_at = (kit.plus(at, k * PIXELS) for k in range(1, 5))
        best = state[best_at]
        larger = weight > best
        state[best_at] = larger.pick(weight, best)
        state[who_at] = larger.pick(kit.lanes(number), state[who_at])
        crosses = (before > _HALF) & (weight > 0.0) & (after <= _HALF)
        state[middle_at] = crosses.pick(kit.lanes(number), state[middle_at])
        state[count_at] = state[count_at] + (weight > 0.0).pick(1.0, 0.0)


@vector_code
def _weights_row(kit, state, row, to, x, y, a, b, c, opacity, floor, alpha_min, alpha_max, least):
    """One Gaussian's weights over a row of 16 pixels into the place `to`."""
    *_, alpha = row_alpha(kit, row, x, y, a, b, c, opacity, floor, alpha_min, alpha_max)
    *_, state[to] = let_through(state, kit.times(row, TILE), alpha, least)


@kernel
def survey(begin, end, step, packed, starts, pairs, columns, constants, heaviest, middle, counts):
    """Tiles begin, begin + step ... before end. Fills, all (H, W) int32: places in the order of depth of the Gaussian with the
    largest weight (the first of equal ones) and of the one at which half of the light is gone, -1 where there is none;
    and how many Gaussians have a weight."""
    real = packed.dtype.type
    alpha_min, alpha_max, least, floor = constants[0], constants[1], constants[2], constants[3]
    height, width = heaviest.shape
    state = aligned(5 * PIXELS, packed)
    batch = np.empty((BATCH, BATCH_COLUMNS), dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
        rows, across = min(_TILE, height - y0), min(_TILE, width - x0)
        start_tile(state, rows, across)
        first_of_tile = starts[tile]
        for n in range(first_of_tile, starts[tile + 1], BATCH):
            count = min(BATCH, starts[tile + 1] - n)
            fetch(packed, pairs, n, count, x0, y0, rows, batch)
            for j in range(count):
                x, y, a, b, c, opacity = batch[j, 0], batch[j, 1], batch[j, 2], batch[j, 3], batch[j, 4], batch[j, 5]
                number = real(n + j - first_of_tile + 1)
                _survey_splat(
                    state, int(batch[j, 6]), int(batch[j, 7]), x, y, a, b, c, opacity,
                    floor, alpha_min, alpha_max, least, number,
                )  # fmt: skip
            if all_done(state):
                break
        for row in range(rows):
            for k in range(across):
                at = row * _TILE + k
                who, when = int(state[2 * PIXELS + at]), int(state[3 * PIXELS + at])
                heaviest[y0 + row, x0 + k] = pairs[first_of_tile + who - 1] if who > 0 else -1
                middle[y0 + row, x0 + k] = pairs[first_of_tile + when - 1] if when > 0 else -1
                counts[y0 + row, x0 + k] = int(state[4 * PIXELS + at])


@kernel
def contributors(begin, end, step, packed, starts, pairs, columns, constants, next_free, who, weights):
    """Tiles begin, begin + step ... before end: every Gaussian with a weight, front to back, into the lists of its pixels. next_free
    (H, W): where each pixel's list begins in `who` (M,), places in the order of depth, and `weights` (M,)."""
    alpha_min, alpha_max, least, floor = constants[0], constants[1], constants[2], constants[3]
    height, width = next_free.shape
    state = aligned(PIXELS + _TILE, packed)
    batch = np.empty((BATCH, BATCH_COLUMNS), dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
        rows, across = min(_TILE, height - y0), min(_TILE, width - x0)
        start_tile(state, rows, across)
        for n in range(starts[tile], starts[tile + 1], BATCH):
            count = min(BATCH, starts[tile + 1] - n)
            fetch(packed, pairs, n, count, x0, y0, rows, batch)
            for j in range(count):
                x, y, a, b, c, opacity = batch[j, 0], batch[j, 1], batch[j, 2], batch[j, 3], batch[j, 4], batch[j, 5]
                for row in range(int(batch[j, 6]), int(batch[j, 7]) + 1):
                    _weights_row(
                        state, row, PIXELS, x, y, a, b, c, opacity, floor, alpha_min, alpha_max, least,
                    )  # fmt: skip
                    for k in range(across):
                        if state[PIXELS + k] > 0:
                            to = next_free[y0 + row, x0 + k]
                            next_free[y0 + row, x0 + k] = to + 1
                            who[to] = pairs[n + j]
                            weights[to] = state[PIXELS + k]
            if all_done(state):
                break
