"""Derivatives of :mod:`.blending`, computed front to back like the forward pass.

A Gaussian's alpha changes its own contribution T c and dims everything behind it. Let g be the pixel's derivatives, and `rest` the
dot product of g with everything behind, including the remaining transmittance. Then d/d alpha = T (c . g) - rest / (1 - alpha).
`rest` starts as the product of g with the whole picture, and each Gaussian's contribution is subtracted in turn. So only the picture
has to be stored in the forward pass. Every Gaussian in every tile writes its own row. The rows are added up in a fixed order, so the
result does not depend on the number of threads.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.cpu.blending import (
    BATCH,
    BATCH_COLUMNS,
    PIXELS,
    all_done,
    fetch,
    fetch_values,
    fetched,
    let_through,
    row_alpha,
    start_tile,
)
from scenewright.scene.splats.cpu.numeric import TILE, aligned, kernel
from scenewright.scene.splats.cpu.simd import vector_code

__all__ = ["PAIR_GRADIENTS", "add_pairs", "blend_gradients"]

PAIR_GRADIENTS = 10
"""Number of derivatives of a Gaussian in a tile: centre x y, conic xx xy yy, opacity, four values."""

_TILE = TILE
_PAIR = PAIR_GRADIENTS
_REST = PIXELS
_G = 2 * PIXELS
_STATE = 6 * PIXELS


@vector_code
def _splat_gradients(kit, state, out, to, batch, at, limits):
    """The derivatives of one Gaussian over the rows of a tile that it reaches: ten numbers into `out` from `to` on, for its centre, conic,
    opacity and values. Moments of the exponent in y are summed lane by lane, those in x at the end."""
    splat = fetched(kit, batch, at)
    power, power_y, power_yy, of_opacity, *of_values = (kit.total() for _ in range(8))
    with kit.span(splat.first, splat.last) as row:
        _, dy, value, raw, alpha = row_alpha(kit, row, splat, limits)
        at = kit.times(row, TILE)
        before, _, going, weight = let_through(state, at, alpha, limits.transmittance_min)
        planes = [state[kit.plus(at, _G + k * PIXELS)] for k in range(4)]
        c0, c1, c2, c3 = splat.values
        light = planes[0] * c0 + planes[1] * c1 + planes[2] * c2 + planes[3] * c3
        rest = state[kit.plus(at, _REST)] - weight * light
        state[kit.plus(at, _REST)] = rest
        counts = going & (alpha > 0.0) & (raw < limits.alpha_max)
        of_alpha = counts.pick(before * light - rest / (1.0 - alpha), 0.0)
        of_power = of_alpha * (value * splat.opacity)
        scaled = of_power * dy
        power.add(of_power)
        power_y.add(scaled)
        power_yy.add(scaled * dy)
        of_opacity.add(of_alpha * (value - limits.kernel_floor))
        for total, plane in zip(of_values, planes, strict=True):
            total.add(weight * plane)
    dx = kit.ramp - splat.x
    power_x = power.lanes * dx
    results = [
        power_x * splat.a + power_y.lanes * splat.b,
        power_x * splat.b + power_y.lanes * splat.c,
        power_x * dx * -0.5,
        -(power_y.lanes * dx),
        power_yy.lanes * -0.5,
        *(total.lanes for total in (of_opacity, *of_values)),
    ]
    for k, lanes in enumerate(results):
        out.put(kit.plus(to, k), lanes.total())


@kernel
def blend_gradients(
    begin,
    end,
    step,
    packed,
    starts,
    pairs,
    columns,
    limits,
    values,
    image,
    transmittance,
    g_image,
    g_transmittance,
    out,
):
    """Tiles begin, begin + step ... before end. `image` (H, W, 4) and `transmittance` (H, W): as drawn; g_image and g_transmittance: the
    derivatives with respect to them. out (pairs * 10,) gets a row for every entry of the tiles' lists."""
    height, width = transmittance.shape
    # transmittance, rest, the pixel's four derivatives
    state = aligned(_STATE, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    for tile in range(begin, end, step):
        x0, y0, rows, across = start_tile(state, tile, columns, width, height)
        for row in range(rows):
            for k in range(across):
                at = row * _TILE + k
                rest = transmittance[y0 + row, x0 + k] * g_transmittance[y0 + row, x0 + k]
                for ch in range(4):
                    g = g_image[y0 + row, x0 + k, ch]
                    state[_G + ch * PIXELS + at] = g
                    rest += g * image[y0 + row, x0 + k, ch]
                state[_REST + at] = rest
        done = starts[tile + 1]
        for n in range(starts[tile], starts[tile + 1], BATCH):
            count = fetch(packed, pairs, n, starts[tile + 1], x0, y0, rows, batch)
            fetch_values(values, pairs, n, count, batch)
            for j in range(count):
                _splat_gradients(state, out, (n + j) * _PAIR, batch, j * BATCH_COLUMNS, limits)
            if all_done(state):
                done = n + count
                break
        for n in range(done, starts[tile + 1]):
            for k in range(_PAIR):
                out[n * _PAIR + k] = 0


@kernel
def add_pairs(begin, end, pairs, rows, sums):
    """Fill sums (V, 10) of Gaussians begin to end: add up the rows (pairs * 10,) of each, in the order of the lists."""
    for s in range(begin, end):
        for k in range(_PAIR):
            sums[s, k] = 0
    for n in range(len(pairs)):
        s = pairs[n]
        if s >= begin and s < end:
            for k in range(_PAIR):
                sums[s, k] += rows[n * _PAIR + k]
