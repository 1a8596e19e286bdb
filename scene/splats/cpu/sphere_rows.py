"""Rows of features that a view moves: running sums, and points on the unit sphere that step towards what a view says.

Every rule comes down to the same two passes over a Gaussian's row, 16 numbers at a time. The first makes f, the mean of the
features of its regions by weight, and asks for |f|^2, |g|^2 and f . g, g being the row as it is. The second replaces g by
a g + b f, in which the rule is two numbers.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel
from scenewright.scene.splats.cpu.simd import LANES, vector_code
from scenewright.scene.splats.cpu.workers import on_threads

__all__ = ["GEODESIC", "LONGEST_STEP", "SUM", "TANGENT", "move", "move_rows"]

SUM, TANGENT, GEODESIC = 0, 1, 2
"""Rules: g + w f; VALA's step along the tangent; the step of a median of angles along the great circle."""

LONGEST_STEP = math.pi / 2.0
"""Of the median of angles, radians: the first step, which w / W shortens. A quarter turn takes a first feature that was wrong all the
way to the right one."""

_LANES = LANES
_JOBS_A_THREAD = 8
_TINY = 1e-12


@vector_code
def _gather_first(kit, found, features, at, last, weight):
    """found = weight * features[at:]."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        found[to] = features[kit.builder.add(at, to)] * weight


@vector_code
def _gather(kit, found, features, at, last, weight):
    """found += weight * features[at:]."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        found[to] = found[to] + features[kit.builder.add(at, to)] * weight


@vector_code
def _products(kit, found, rows, at, last, out):
    """out = f . f, g . g, f . g."""
    ff, gg, fg = kit.total(), kit.total(), kit.total()
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        f, g = found[to], rows[kit.builder.add(at, to)]
        ff.add(f * f)
        gg.add(g * g)
        fg.add(f * g)
    for k, total in enumerate((ff, gg, fg)):
        out.put(kit.plus(kit.times(last, 0), k), total.lanes.total())


@vector_code
def _mix(kit, found, rows, at, last, a, b):
    """g = a g + b f."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        place = kit.builder.add(at, to)
        rows[place] = rows[place] * a + found[to] * b


@kernel
def _tangent_step(share, cosine):
    """a and b of normalise(g + share (f - (f . g) g)) for unit f and g."""
    length = math.sqrt(1.0 + share * share * max(1.0 - cosine * cosine, 0.0))
    return (1.0 - share * cosine) / length, share / length


@kernel
def _geodesic_step(share, cosine):
    """a and b of the point that lies an angle of share * LONGEST_STEP from g towards f, and not beyond f."""
    angle = math.acos(min(max(cosine, -1.0), 1.0))
    sine = math.sin(angle)
    step = min(share * LONGEST_STEP, angle)
    if sine < 1e-4:  # the same direction, or the opposite one, to which no way is the shortest
        return (0.0, 1.0) if step >= angle else (1.0, 0.0)
    return math.sin(angle - step) / sine, math.sin(step) / sine


@kernel
def move_rows(rule, chosen, fresh, starts, regions, weights, features, rows, totals):
    """Takes one view into the rows of some Gaussians.

    chosen (n,): which. fresh (n,): whether what their rows hold is dropped first. starts, regions, weights: a sparse matrix
    (N, M) by rows. features (M * width,) and rows (N * width,): flat, width a multiple of 16. totals (N,): sums of weights.
    """
    width = len(rows) // len(totals)
    last = width // _LANES - 1
    found = np.empty(width, dtype=rows.dtype)
    sums = np.empty(3, dtype=rows.dtype)
    for n in range(len(chosen)):
        row = chosen[n]
        begin, end = starts[row], starts[row + 1]
        if begin == end:
            continue
        weight = 0.0
        for m in range(begin, end):
            weight += weights[m]
            if m == begin:
                _gather_first(found, features, regions[m] * width, last, weights[m])
            else:
                _gather(found, features, regions[m] * width, last, weights[m])
        first = fresh[n] or totals[row] <= 0
        total = weight if fresh[n] else totals[row] + weight
        if rule == SUM:
            totals[row] = total
            _mix(found, rows, row * width, last, 0.0 if first else 1.0, 1.0)
            continue
        _products(found, rows, row * width, last, sums)
        given, had = math.sqrt(sums[0]), math.sqrt(sums[1])
        if given < _TINY:  # features that cancel say nothing
            continue
        totals[row] = total
        if first or had < _TINY:
            _mix(found, rows, row * width, last, 0.0, 1.0 / given)
            continue
        cosine, share = sums[2] / (given * had), weight / total
        a, b = _tangent_step(share, cosine) if rule == TANGENT else _geodesic_step(share, cosine)
        _mix(found, rows, row * width, last, a / had, b / given)


def move(
    rule: int,
    chosen: npt.NDArray[np.int64],
    fresh: npt.NDArray[np.bool_],
    weights: Any,
    features: npt.NDArray[np.float32],
    rows: npt.NDArray[np.float32],
    totals: npt.NDArray[np.float32],
    threads: int,
) -> None:
    """:func:`move_rows` on threads. weights: a sparse matrix (N, M) by rows. features: (M, width). rows: (N * width,)."""
    if not len(chosen):
        return
    share = max(-(-len(chosen) // (threads * _JOBS_A_THREAD)), 1)
    starts, regions = (a.astype(np.int64, copy=False) for a in (weights.indptr, weights.indices))
    fixed = (starts, regions, weights.data, features.reshape(-1), rows, totals)
    parts = [(chosen[b : b + share], fresh[b : b + share]) for b in range(0, len(chosen), share)]
    on_threads(threads, lambda which, anew: move_rows(rule, which, anew, *fixed), parts)
