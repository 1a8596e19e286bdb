"""Composes tiles front to back (Kerbl et al., 2023, equation 3), a row of 16 pixels at a time.

The tiles that an ellipse reaches are exact (:mod:`.binning`), and so are the rows of a tile. The interval of pixels within a row
is not computed: a row is one vector, and part of it costs as much as all of it.

A pixel's transmittance T is positive while the pixel is open. When the next Gaussian would take it to the minimum or below, its
sign becomes negative and the pixel is done. One number thus holds both the transmittance and the state.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from scenewright.scene.splats.cpu.numeric import TILE, aligned, kernel
from scenewright.scene.splats.cpu.simd import vector_code

__all__ = [
    "BATCH",
    "BATCH_COLUMNS",
    "PIXELS",
    "Limits",
    "all_done",
    "blend",
    "fetch",
    "fetch_values",
    "fetched",
    "let_through",
    "row_alpha",
    "start_tile",
]

_TILE = TILE
PIXELS = TILE * TILE
"""Number of pixels of a tile."""
BATCH = 32
"""Number of Gaussians of a tile that are fetched together. After each batch, blending stops if all pixels are done."""
BATCH_COLUMNS = 12
"""Count of numbers per fetched Gaussian, those of :class:`Fetched`."""


class Limits(NamedTuple):
    """Constants of the composition (:class:`scenewright.scene.splats.images.RasterSettings`), of the kernels' float type."""

    alpha_min: float
    alpha_max: float
    transmittance_min: float
    kernel_floor: float


class Fetched(NamedTuple):
    """A Gaussian in a tile, as scalars of vector code: its centre, relative to the centre of the tile's first pixel; its conic and
    opacity; the first and the last row that it reaches; the four values to blend."""

    x: float
    y: float
    a: float
    b: float
    c: float
    opacity: float
    first: int
    last: int
    values: tuple[float, ...]


def fetched(kit, batch, at):
    """The Gaussian whose numbers begin at position `at` of a batch."""
    numbers = [batch.number(kit.plus(at, k)) for k in range(BATCH_COLUMNS)]
    return Fetched(*numbers[:6], kit.whole(numbers[6]), kit.whole(numbers[7]), tuple(numbers[8:]))


def row_alpha(kit, row, splat, limits):
    """A Gaussian over a row of 16 pixels: offsets from its centre in x and y, kernel value, opacity times kernel, and alpha
    (capped, and 0 below the minimum). Forward and backward pass share this, so that both stop at the same Gaussian."""
    dx, dy = kit.ramp - splat.x, kit.number(row) - splat.y
    power = dy * dy * (kit.lanes(splat.c) * -0.5) + dx * (dx * (kit.lanes(splat.a) * -0.5) - dy * splat.b)
    value = power.at_most(0.0).exponential()
    raw = (value - limits.kernel_floor) * splat.opacity
    capped = raw.at_most(limits.alpha_max)
    return dx, dy, value, raw, (capped >= limits.alpha_min).pick(capped, 0.0)


def let_through(state, at, alpha, least):
    """Multiply a row of the transmittances in plane 0 by 1 - alpha.

    Returns the transmittance before, the one after, the mask of open pixels, and the weights: alpha times the transmittance before,
    0 where the pixel is done.
    """
    before = state[at]
    after = before * (1.0 - alpha)
    going = after > least
    state[at] = going.pick(after, -before.magnitude())
    return before, after, going, going.pick(alpha * before, 0.0)


@vector_code
def _blend_splat(kit, state, batch, at, limits):
    """Blend one Gaussian into the rows of a tile that it reaches."""
    splat = fetched(kit, batch, at)
    with kit.span(splat.first, splat.last) as row:
        *_, alpha = row_alpha(kit, row, splat, limits)
        at = kit.times(row, TILE)
        *_, weight = let_through(state, at, alpha, limits.transmittance_min)
        for plane, value in enumerate(splat.values, start=1):
            place = kit.plus(at, plane * PIXELS)
            state[place] = state[place] + weight * value


@kernel
def start_tile(state, tile, columns, width, height):
    """Set the transmittance to 1 inside the picture and to -1 (done) outside, and all other planes to 0. Returns the tile's first
    pixel, x and y, and the numbers of its rows and columns inside the picture."""
    x0, y0 = (tile % columns) * _TILE, (tile // columns) * _TILE
    rows, across = min(_TILE, height - y0), min(_TILE, width - x0)
    for k in range(PIXELS, len(state)):
        state[k] = 0
    for row in range(TILE):
        for k in range(TILE):
            state[row * TILE + k] = 1 if row < rows and k < across else -1
    return x0, y0, rows, across


@kernel
def fetch(packed, pairs, begin, end, x0, y0, rows, batch):
    """Fetch the next Gaussians of a tile, all but their values, into batch (BATCH * BATCH_COLUMNS,). Returns their number. The tile's
    corner is pixel (x0, y0).

    They are scattered in memory; when they are fetched together, the waits overlap."""
    half = packed.dtype.type(0.5)
    count = min(BATCH, end - begin)
    for k in range(count):
        s, at = pairs[begin + k], k * BATCH_COLUMNS
        y = packed[s, 1] - half - packed.dtype.type(y0)
        batch[at] = packed[s, 0] - half - packed.dtype.type(x0)
        batch[at + 1] = y
        batch[at + 2] = packed[s, 2]
        batch[at + 3] = packed[s, 3]
        batch[at + 4] = packed[s, 4]
        batch[at + 5] = packed[s, 5]
        batch[at + 6] = max(math.ceil(y - packed[s, 7]), 0)
        batch[at + 7] = min(math.floor(y + packed[s, 7]), rows - 1)
    return count


@kernel
def fetch_values(values, pairs, begin, count, batch):
    """Fetch the four values of each Gaussian into the batch."""
    for k in range(count):
        s, at = pairs[begin + k], k * BATCH_COLUMNS + 8
        batch[at] = values[s, 0]
        batch[at + 1] = values[s, 1]
        batch[at + 2] = values[s, 2]
        batch[at + 3] = values[s, 3]


@kernel
def all_done(state):
    """Whether all pixels of the tile are done."""
    for k in range(PIXELS):  # noqa: SIM110 (kernels know no generators)
        if state[k] > 0:
            return False
    return True


@kernel
def blend(begin, end, step, packed, starts, pairs, columns, limits, values, image, transmittance):
    """Blend the tiles begin, begin + step ... before end. values (V, 4) are in the order of depth. Fills image (H, W, 4) with the sums
    of weight times value, and transmittance (H, W)."""
    height, width = transmittance.shape
    # transmittance, then one plane a channel
    state = aligned(5 * PIXELS, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0, rows, across = start_tile(state, tile, columns, width, height)
        for n in range(starts[tile], starts[tile + 1], BATCH):
            count = fetch(packed, pairs, n, starts[tile + 1], x0, y0, rows, batch)
            fetch_values(values, pairs, n, count, batch)
            for j in range(count):
                _blend_splat(state, batch, j * BATCH_COLUMNS, limits)
            if all_done(state):
                break
        for row in range(rows):
            for k in range(across):
                at = row * _TILE + k
                transmittance[y0 + row, x0 + k] = abs(state[at])
                for ch in range(4):
                    image[y0 + row, x0 + k, ch] = state[(1 + ch) * PIXELS + at]
