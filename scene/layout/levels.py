"""Heights at which a body is level: faces that meet without a step, near enough to one height.

A plane is a level by itself, with what lies on it in the way. Where there is none (a mattress, a cushion), a level is what is
smooth and within some millimetres of the support height.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scene.layout.columns import Columns
from scene.model import FloatArray

__all__ = ["HEADROOM", "LEVEL", "Level", "areas_of", "levels_of"]

LEVEL = 0.015
"""Metres: what is smooth and within that of the support height carries."""

HEADROOM = 0.04
"""Metres of air below which nothing is put between two boards."""

_FLAT = np.cos(np.deg2rad(3.0))
_GENTLE = np.cos(np.deg2rad(10.0))
"""Most of a place leans no more than that; most of the top of a ball does."""

_TOP = 0.004
"""Metres: what rises no more than that above is of the same place, and its height counts."""

_STEP = 0.003
"""Metres by which slats and boards may differ that are one level."""

_LEAST = 4e-4
_MOST_LEVELS = 24

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Level:
    """One height. `height`: where things stand. `hits`: those of the columns' that carry them."""

    height: float
    hits: _Ints


def levels_of(columns: Columns, least: float) -> list[Level]:
    """Heights at which faces that meet without a step are level over at least an area of `least`, the largest 24."""
    hits = columns.hits
    usable = np.flatnonzero(hits.headroom >= HEADROOM)
    if usable.size == 0:
        return []
    areas = areas_of(columns)
    area = areas[tuple(hits.column[usable].T)]
    label = _patches(columns, usable)
    order = np.argsort(label, kind="stable")
    found: list[tuple[float, _Ints]] = []
    for members in np.split(order, np.flatnonzero(np.diff(label[order])) + 1):
        if area[members].sum() >= _LEAST:
            patch = usable[members]
            for height, chosen in _of_patch(hits.y[patch], hits.slope[patch], area[members]):
                found.append((height, patch[chosen]))
    large: list[tuple[float, Level]] = []
    for level in _joined(found):
        weight = areas[tuple(hits.column[level.hits].T)]
        gentle = float(weight @ (hits.slope[level.hits] >= _GENTLE))
        if weight.sum() >= 0.9 * least and gentle >= 0.5 * weight.sum():
            large.append((float(weight.sum()), level))
    large.sort(key=lambda item: -item[0])
    return [level for _, level in large[:_MOST_LEVELS]]


def _of_patch(y: FloatArray, slope: FloatArray, weight: FloatArray) -> list[tuple[float, _Ints]]:
    """Levels of one patch: heights, and which of its hits carry at each."""
    out: list[tuple[float, _Ints]] = []
    left = np.arange(len(y))
    while left.size:
        soft = _window(y[left], weight[left], LEVEL, _TOP)
        flat = left[slope[left] >= _FLAT]
        plane = _window(y[flat], weight[flat], _STEP, 0.0) if flat.size else None
        chosen = left[soft]
        if plane is not None and weight[flat[plane]].sum() >= 0.5 * weight[chosen].sum():
            chosen = flat[plane]
        carried = weight[chosen].sum()
        if carried < _LEAST or (out and carried < 0.25 * weight.sum()):
            break
        height = float(y[chosen].max())
        out.append((height, chosen))
        left = np.setdiff1d(left, chosen)
        # the flanks of a cushion are no further places; the flat parts of a folded blanket are
        left = left[(slope[left] >= _FLAT) | (y[left] < height - 3.0 * LEVEL)]
    return out


def _window(y: FloatArray, weight: FloatArray, deep: float, above: float) -> _Ints:
    """Which heights are in the window of a depth that holds most weight, and in what is up to `above` over it."""
    order = np.argsort(y, kind="stable")
    ordered = y[order]
    sums = np.concatenate([[0.0], np.cumsum(weight[order])])
    first = np.searchsorted(ordered, ordered - deep)
    carried = sums[1:] - sums[first]
    # of nearly equal windows the highest: nothing may rise above what stands there
    best = int(np.flatnonzero(carried >= 0.9 * carried.max())[-1])
    last = int(np.searchsorted(ordered, ordered[best] + above, "right"))
    return order[first[best] : last]


def _joined(found: list[tuple[float, _Ints]]) -> list[Level]:
    """Patches at one height are one level: the slats of a bench."""
    found.sort(key=lambda item: item[0])
    out: list[Level] = []
    for height, hits in found:
        if out and height - out[-1].height < _STEP:
            out[-1] = Level(max(height, out[-1].height), np.concatenate([out[-1].hits, hits]))
        else:
            out.append(Level(height, hits))
    return out


def _patches(columns: Columns, usable: _Ints) -> _Ints:
    """(U,) label of each usable hit: hits of neighbouring columns that no step parts have one label."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    hits = columns.hits
    deep = len(columns.z) - 1
    flat = hits.column[usable, 0] * deep + hits.column[usable, 1]
    order = np.argsort(flat, kind="stable")
    ordered = flat[order]
    rise = np.sqrt(np.maximum(1.0 / hits.slope[usable] ** 2 - 1.0, 0.0))
    y = hits.y[usable]
    middle = [(a[:-1] + a[1:]) / 2.0 for a in (columns.x, columns.z)]
    pairs: list[tuple[_Ints, _Ints]] = []
    for axis, jump in ((0, deep), (1, 1)):
        inner = np.flatnonzero(hits.column[usable, axis] < len(middle[axis]) - 1)
        start = np.searchsorted(ordered, flat[inner] + jump, "left")
        count = np.searchsorted(ordered, flat[inner] + jump, "right") - start
        one = np.repeat(inner, count)
        nth = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count)
        other = order[np.repeat(start, count) + nth]
        at = hits.column[usable[one], axis]
        apart = middle[axis][at + 1] - middle[axis][at]
        smooth = np.abs(y[one] - y[other]) <= 0.002 + np.maximum(rise[one], rise[other]) * apart
        pairs.append((one[smooth], other[smooth]))
    one, other = (np.concatenate([p[k] for p in pairs]) for k in range(2))
    graph = coo_matrix((np.ones(len(one)), (one, other)), shape=(len(usable), len(usable)))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)


def areas_of(columns: Columns) -> FloatArray:
    """(X, Z) square metres of each cell."""
    areas: FloatArray = np.diff(columns.x)[:, None] * np.diff(columns.z)[None, :]
    return areas
