"""Updates rows of features with one view: running sums, or points on the unit sphere that step towards the view's feature.

Every rule takes two passes over a Gaussian's row g, 16 numbers at a time. The first computes f, the weighted mean of the features
of the Gaussian's regions, and |f|^2, |g|^2 and f . g. The second replaces g by a g + b f; the rule determines a and b.
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
"""Rules: g + w f; VALA's step along the tangent; the great-circle step of a median of angles."""

LONGEST_STEP = math.pi / 2.0
"""Longest step of the median of angles, in radians. It is multiplied by w / W. A quarter turn can take a wrong first feature all the way
to the right one."""

_LANES = LANES
_JOBS_A_THREAD = 8
_TINY = 1e-12


@vector_code
def _gather_first(kit, mean, features, at, last, weight):
    """found = weight * features[at:]."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        mean[to] = features[kit.builder.add(at, to)] * weight


@vector_code
def _gather(kit, mean, features, at, last, weight):
    """found += weight * features[at:]."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        mean[to] = mean[to] + features[kit.builder.add(at, to)] * weight


@vector_code
def _products(kit, mean, rows, at, last, out):
    """out = f . f, g . g, f . g."""
    ff, gg, fg = kit.total(), kit.total(), kit.total()
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        f, g = mean[to], rows[kit.builder.add(at, to)]
        ff.add(f * f)
        gg.add(g * g)
        fg.add(f * g)
    for k, total in enumerate((ff, gg, fg)):
        out.put(kit.plus(kit.times(last, 0), k), total.lanes.total())


@vector_code
def _mix(kit, mean, rows, at, last, a, b):
    """g = a g + b f."""
    with kit.span(kit.times(last, 0), last) as k:
        to = kit.times(k, LANES)
        place = kit.builder.add(at, to)
        rows[place] = rows[place] * a + mean[to] * b


@kernel
def _tangent_step(share, cosine):
    """a and b for normalise(g + share (f - (f . g) g)), with unit f and g."""
    length = math.sqrt(1.0 + share * share * max(1.0 - cosine * cosine, 0.0))
    return (1.0 - share * cosine) / length, share / length


@kernel
def _geodesic_step(share, cosine):
    """a and b for the point at an angle of share * LONGEST_STEP from g towards f, but not beyond f."""
    angle = math.acos(min(max(cosine, -1.0), 1.0))
    sine = math.sin(angle)
    step = min(share * LONGEST_STEP, angle)
    if sine < 1e-4:  # the same direction, or the opposite one, to which there is no unique shortest path
        return (0.0, 1.0) if step >= angle else (1.0, 0.0)
    return math.sin(angle - step) / sine, math.sin(step) / sine


@kernel
def move_rows(rule, chosen, fresh, starts, regions, weights, features, rows, totals):
    """Update the rows of some Gaussians with one view.

    chosen (n,): the Gaussians. fresh (n,): whether their rows are reset first. starts, regions, weights: a sparse matrix
    (N, M) by rows. features (M * width,) and rows (N * width,): flat, width a multiple of 16. totals (N,): sums of weights.
    """
    width = len(rows) // len(totals)
    last = width // _LANES - 1
    mean = np.empty(width, dtype=rows.dtype)
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
                _gather_first(mean, features, regions[m] * width, last, weights[m])
            else:
                _gather(mean, features, regions[m] * width, last, weights[m])
        first = fresh[n] or totals[row] <= 0
        total = weight if fresh[n] else totals[row] + weight
        if rule == SUM:
            totals[row] = total
            _mix(mean, rows, row * width, last, 0.0 if first else 1.0, 1.0)
            continue
        _products(mean, rows, row * width, last, sums)
        mean_length, row_length = math.sqrt(sums[0]), math.sqrt(sums[1])
        if mean_length < _TINY:  # features that cancel carry no information
            continue
        totals[row] = total
        if first or row_length < _TINY:
            _mix(mean, rows, row * width, last, 0.0, 1.0 / mean_length)
            continue
        cosine, share = sums[2] / (mean_length * row_length), weight / total
        a, b = _tangent_step(share, cosine) if rule == TANGENT else _geodesic_step(share, cosine)
        _mix(mean, rows, row * width, last, a / row_length, b / mean_length)


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
    """Run :func:`move_rows` on threads. weights: a sparse matrix (N, M) by rows. features: (M, width). rows: (N * width,)."""
    if not len(chosen):
        return
    share = max(-(-len(chosen) // (threads * _JOBS_A_THREAD)), 1)
    starts, regions = (a.astype(np.int64, copy=False) for a in (weights.indptr, weights.indices))
    fixed = (starts, regions, weights.data, features.reshape(-1), rows, totals)
    parts = [(chosen[b : b + share], fresh[b : b + share]) for b in range(0, len(chosen), share)]
    on_threads(threads, lambda which, anew: move_rows(rule, which, anew, *fixed), parts)
