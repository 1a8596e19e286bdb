"""Composing tiles front to back (Kerbl et al., 2023, equation 3), a row of 16 pixels at a time.

A pixel's transmittance T is kept positive while light still passes and negative from where the next Gaussian would have
taken it to the least allowed; so one number says both how much is left and whether the pixel is done.
"""

from __future__ import annotations

import math

import numpy as np

from scene.splats.cpu.numeric import TILE, aligned, kernel
from scene.splats.cpu.simd import vector_code

__all__ = [
    "BATCH",
    "BATCH_COLUMNS",
    "PIXELS",
    "all_done",
    "blend",
    "fetch",
    "fetch_values",
    "let_through",
    "row_alpha",
    "start_tile",
]

_TILE = TILE
PIXELS = TILE * TILE
"""Of a tile."""
BATCH = 32
"""Gaussians of a tile that are fetched together; after each batch it is asked whether all pixels are done."""
BATCH_COLUMNS = 12


def row_alpha(kit, row, x, y, a, b, c, opacity, floor, alpha_min, alpha_max):
    """A Gaussian over a row of 16 pixels: offsets from its centre in x and y, the kernel's value, opacity times it, and alpha:
    capped, and 0 below the least that counts. Forward and backward share this, so that both stop at the same Gaussian."""
    dx, dy = kit.ramp - x, kit.number(row) - y
    power = dy * dy * (kit.lanes(c) * -0.5) + dx * (dx * (kit.lanes(a) * -0.5) - dy * b)
    value = power.at_most(0.0).exponential()
    raw = (value - floor) * opacity
    capped = raw.at_most(alpha_max)
    return dx, dy, value, raw, (capped >= alpha_min).pick(capped, 0.0)


def let_through(state, at, alpha, least):
    """Dims a row of the transmittances in plane 0. What was there before, what is after, where light still goes through, and the
    weights: alpha times what was there, 0 where the pixel is done."""
    before = state[at]
    after = before * (1.0 - alpha)
    going = after > least
    state[at] = going.pick(after, -before.magnitude())
    return before, after, going, going.pick(alpha * before, 0.0)


@vector_code
def _blend_splat(kit, state, first, last, x, y, a, b, c, opacity, floor, alpha_min, alpha_max, least, c0, c1, c2, c3):
    """One Gaussian over the rows of a tile from `first` to `last`."""
    with kit.span(first, last) as row:
        *_, alpha = row_alpha(kit, row, x, y, a, b, c, opacity, floor, alpha_min, alpha_max)
        at = kit.times(row, TILE)
        *_, weight = let_through(state, at, alpha, least)
        for plane, value in enumerate((c0, c1, c2, c3), start=1):
            place = kit.plus(at, plane * PIXELS)
            state[place] = state[place] + weight * value


@kernel
def start_tile(state, rows, across):
    """Transmittance 1 where the picture has pixels and -1, which is done, beyond its edges; all other planes 0."""
    for k in range(PIXELS, len(state)):
        state[k] = 0
    for row in range(TILE):
        for k in range(TILE):
            state[row * TILE + k] = 1 if row < rows and k < across else -1


@kernel
def fetch(packed, pairs, begin, count, x0, y0, rows, batch):
    """The next `count` Gaussians of a tile whose corner is pixel (x0, y0) into batch (BATCH, 12), columns 0 to 7: the place of the
    centre, counted from the centre of the tile's first pixel; conic and opacity; and the first and last row that it reaches.

    They lie scattered; fetched together, the waits for memory overlap."""
    half = packed.dtype.type(0.5)
    for k in range(count):
        s = pairs[begin + k]
        y = packed[s, 1] - half - packed.dtype.type(y0)
        batch[k, 0] = packed[s, 0] - half - packed.dtype.type(x0)
        batch[k, 1] = y
        batch[k, 2] = packed[s, 2]
        batch[k, 3] = packed[s, 3]
        batch[k, 4] = packed[s, 4]
        batch[k, 5] = packed[s, 5]
        batch[k, 6] = max(math.ceil(y - packed[s, 7]), 0)
        batch[k, 7] = min(math.floor(y + packed[s, 7]), rows - 1)


@kernel
def fetch_values(values, pairs, begin, count, batch):
    """Their four values into columns 8 to 11."""
    for k in range(count):
        s = pairs[begin + k]
        batch[k, 8] = values[s, 0]
        batch[k, 9] = values[s, 1]
        batch[k, 10] = values[s, 2]
        batch[k, 11] = values[s, 3]


@kernel
def all_done(state):
    """Whether no pixel of the tile lets light pass any more."""
    for k in range(PIXELS):  # noqa: SIM110 (kernels know no generators)
        if state[k] > 0:
            return False
    return True


@kernel
def blend(begin, end, step, packed, values, starts, pairs, columns, constants, image, transmittance):
    """Tiles begin, begin + step ... before end. values (V, 4): what is blended, in the order of depth; constants: alpha_min,
    alpha_max, transmittance_min, kernel_floor. Fills image (H, W, 4) with sums of weight times value, and
    transmittance (H, W)."""
    alpha_min, alpha_max, least, floor = constants[0], constants[1], constants[2], constants[3]
    height, width = transmittance.shape
    # transmittance, then one plane a channel
    state = aligned(5 * PIXELS, packed)
    batch = np.empty((BATCH, BATCH_COLUMNS), dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
        rows, across = min(_TILE, height - y0), min(_TILE, width - x0)
        start_tile(state, rows, across)
        for n in range(starts[tile], starts[tile + 1], BATCH):
            count = min(BATCH, starts[tile + 1] - n)
            fetch(packed, pairs, n, count, x0, y0, rows, batch)
            fetch_values(values, pairs, n, count, batch)
            for j in range(count):
                x, y, a, b, c, opacity = batch[j, 0], batch[j, 1], batch[j, 2], batch[j, 3], batch[j, 4], batch[j, 5]
                _blend_splat(
                    state, int(batch[j, 6]), int(batch[j, 7]), x, y, a, b, c, opacity, floor, alpha_min, alpha_max, least,
                    batch[j, 8], batch[j, 9], batch[j, 10], batch[j, 11],
                )  # fmt: skip
            if all_done(state):
                break
        for row in range(rows):
            for k in range(across):
                at = row * _TILE + k
                transmittance[y0 + row, x0 + k] = abs(state[at])
                for ch in range(4):
                    image[y0 + row, x0 + k, ch] = state[(1 + ch) * PIXELS + at]
