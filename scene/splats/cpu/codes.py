"""Kernels for features that are sparse codes over a codebook: dot products with text vectors, and pictures of these.

A picture of codes is composed tile by tile, with one plane per codebook word that holds the word's weight in each pixel. A tile shows
few words, and a Gaussian costs one plane per word of its code, whatever the length of features (LangSplatV2's sparse splatting, Li et
al., 2025, section 3.3, on a CPU). A pixel's feature F = sum_c E_c s_c never has to be formed: F . t is the sum of E_c (s_c . t), and
|F|^2 the sum of E_c E_d (s_c . s_d).
"""

from __future__ import annotations

import math

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
from scenewright.scene.splats.cpu.simd import LANES, vector_code

__all__ = ["code_picture", "code_products"]

_TILE = TILE
_WEIGHTS = 1  # planes: transmittance, one Gaussian's weights, a running sum, and then one per word
_SUM = 2
_FIRST_WORD = 3
_NOTHING = 2e-5


@kernel
def code_products(begin, end, indices, coefficients, scales, products, out):
    """Rows begin to end. indices and coefficients (N, k), scales (N,), products (K, T) of the words with the texts. Fills out (N, T)
    with the products of the features with the texts."""
    for n in range(begin, end):
        for t in range(products.shape[1]):
            out[n, t] = 0
        for j in range(indices.shape[1]):
            if coefficients[n, j] == 0:
                continue
            share = scales[n] * np.float32(coefficients[n, j])
            word = indices[n, j]
            for t in range(products.shape[1]):
                out[n, t] += share * products[word, t]


@vector_code
def _weigh_splat(kit, state, batch, at, limits):
    """Write one Gaussian's weights into plane 1, in the rows that it reaches."""
    splat = fetched(kit, batch, at)
    with kit.span(splat.first, splat.last) as row:
        *_, alpha = row_alpha(kit, row, splat, limits)
        to = kit.times(row, TILE)
        *_, state[kit.plus(to, _WEIGHTS * PIXELS)] = let_through(state, to, alpha, limits.transmittance_min)


@vector_code
def _add_word(kit, state, to, batch, at, share):
    """Add these weights, times a coefficient, to the plane that begins at `to`."""
    splat = fetched(kit, batch, at)
    with kit.span(splat.first, splat.last) as row:
        here = kit.times(row, TILE)
        place = kit.builder.add(to, here)
        state[place] = state[place] + state[kit.plus(here, _WEIGHTS * PIXELS)] * share


@vector_code
def _add_plane(kit, state, to, source, last, share):
    """Add a plane, times a coefficient, to another."""
    with kit.span(kit.times(last, 0), last) as k:
        step = kit.times(k, LANES)
        place = kit.builder.add(to, step)
        state[place] = state[place] + state[kit.builder.add(source, step)] * share


@vector_code
def _add_planes(kit, state, to, one, two, three, four, last, a, b, c, d):
    """Add four planes, times a coefficient each, to another. That plane is read and written only once."""
    with kit.span(kit.times(last, 0), last) as k:
        step = kit.times(k, LANES)
        place = kit.builder.add(to, step)
        first = state[kit.builder.add(one, step)] * a + state[kit.builder.add(two, step)] * b
        second = state[kit.builder.add(three, step)] * c + state[kit.builder.add(four, step)] * d
        state[place] = state[place] + (first + second)


@vector_code
def _add_product(kit, state, to, one, other, last):
    """Add the product of two planes to a third."""
    with kit.span(kit.times(last, 0), last) as k:
        step = kit.times(k, LANES)
        place = kit.builder.add(to, step)
        product = state[kit.builder.add(one, step)] * state[kit.builder.add(other, step)]
        state[place] = state[place] + product


@kernel
def _words_of_tile(first, stop, pairs, rows, indices, coefficients, column, words):
    """Number the words that a tile's Gaussians use: column (K,) gets each word's number, words (K,) the words in order. Returns their
    count."""
    count = 0
    for n in range(first, stop):
        row = rows[pairs[n]]
        for j in range(indices.shape[1]):
            word = indices[row, j]
            if coefficients[row, j] > 0 and column[word] < 0:
                column[word] = count
                words[count] = word
                count += 1
    return count


@kernel
def _clear(state, at):
    for k in range(PIXELS):
        state[at + k] = 0


@kernel
def _reaches(state, at):
    """Whether a plane has a considerable weight. Words of Gaussians behind the visible surface have none in any pixel."""
    least = state.dtype.type(_NOTHING)
    for k in range(PIXELS):  # noqa: SIM110 (kernels know no generators)
        if state[at + k] > least:
            return True
    return False


@kernel
def code_picture(
    begin,
    end,
    step,
    packed,
    starts,
    pairs,
    columns,
    limits,
    rows,
    indices,
    coefficients,
    scales,
    products,
    gram,
    dots,
    lengths,
):
    """Compose the tiles begin, begin + step ... before end.

    rows (V,): the Gaussians in the order of depth. indices and coefficients (N, k), scales (N,): their codes. products (K, T): dot
    products of the words with the texts; gram (K, K): of the words with each other. Fills dots (H, W, T) with the products of each
    pixel's feature, not divided by its length, and lengths (H, W).
    """
    height, width = lengths.shape
    state = aligned((_FIRST_WORD + 1) * PIXELS, packed)
    batch = np.empty(BATCH * BATCH_COLUMNS, dtype=packed.dtype)
    column = np.full(len(gram), -1, dtype=np.int32)
    words = np.empty(len(gram), dtype=np.int32)
    active = np.empty(len(gram), dtype=np.int32)
    last = PIXELS // LANES - 1
    for tile in range(begin, end, step):
        first, stop = starts[tile], starts[tile + 1]
        count = _words_of_tile(first, stop, pairs, rows, indices, coefficients, column, words)
        if len(state) < (_FIRST_WORD + count) * PIXELS:
            state = aligned((_FIRST_WORD + 2 * count) * PIXELS, packed)
        x0, y0, down, across = start_tile(state[: (_FIRST_WORD + count) * PIXELS], tile, columns, width, height)
        for n in range(first, stop, BATCH):
            here = fetch(packed, pairs, n, stop, x0, y0, down, batch)
            for j in range(here):
                at = j * BATCH_COLUMNS
                _weigh_splat(state, batch, at, limits)
                row = rows[pairs[n + j]]
                for k in range(indices.shape[1]):
                    if coefficients[row, k] > 0:
                        to = (_FIRST_WORD + column[indices[row, k]]) * PIXELS
                        _add_word(state, to, batch, at, scales[row] * np.float32(coefficients[row, k]))
            if all_done(state):
                break
        active_count = 0
        for a in range(count):
            if _reaches(state, (_FIRST_WORD + a) * PIXELS):
                active[active_count] = a
                active_count += 1
        # plane 1 is free now, and is used for the squares of the lengths
        _clear(state, _WEIGHTS * PIXELS)
        for i in range(active_count):
            a = active[i]
            _clear(state, _SUM * PIXELS)
            row = words[a]
            fours = i // 4 * 4  # the words before i, whose products count twice
            for j in range(0, fours, 4):
                p, q, r, t = active[j], active[j + 1], active[j + 2], active[j + 3]
                _add_planes(
                    state,
                    _SUM * PIXELS,
                    (_FIRST_WORD + p) * PIXELS,
                    (_FIRST_WORD + q) * PIXELS,
                    (_FIRST_WORD + r) * PIXELS,
                    (_FIRST_WORD + t) * PIXELS,
                    last,
                    2.0 * gram[row, words[p]],
                    2.0 * gram[row, words[q]],
                    2.0 * gram[row, words[r]],
                    2.0 * gram[row, words[t]],
                )
            for j in range(fours, i + 1):
                b = active[j]
                times = 1.0 if i == j else 2.0
                _add_plane(state, _SUM * PIXELS, (_FIRST_WORD + b) * PIXELS, last, times * gram[row, words[b]])
            _add_product(state, _WEIGHTS * PIXELS, _SUM * PIXELS, (_FIRST_WORD + a) * PIXELS, last)
        for y in range(down):
            for x in range(across):
                lengths[y0 + y, x0 + x] = math.sqrt(max(state[_WEIGHTS * PIXELS + y * _TILE + x], 0.0))
        for t in range(products.shape[1]):
            _clear(state, _SUM * PIXELS)
            for i in range(active_count):
                a = active[i]
                _add_plane(state, _SUM * PIXELS, (_FIRST_WORD + a) * PIXELS, last, products[words[a], t])
            for y in range(down):
                for x in range(across):
                    dots[y0 + y, x0 + x, t] = state[_SUM * PIXELS + y * _TILE + x]
        for a in range(count):
            column[words[a]] = -1
