"""Find the heights at which a body is level: connected faces without steps at nearly one height.

A plane is a level by itself, including slight unevenness such as the pattern of a rug. Where there is no plane (a mattress, a cushion),
a level is a smooth patch within about a centimetre of its height.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.columns import Columns
from scenewright.scene.model import FloatArray

__all__ = ["HEADROOM", "LEVEL", "HeightLevel", "areas_of", "levels_of"]

LEVEL = 0.015
"""Metres below the height of a level within which smooth faces belong to it."""

HEADROOM = 0.04
"""Metres of air above a face that are needed to put something there."""

_SHALLOW = 0.03
"""The same as `LEVEL`, as a share of a small body's width."""

_UNFELT = 0.0075
"""Metres of unevenness up to which a level is a plane."""

_FLAT = np.cos(np.deg2rad(3.0))
_GENTLE = np.cos(np.deg2rad(10.0))
"""At least half of a level slopes less than this; the top of a ball does not."""

_TOP = 0.004
"""Metres: faces that rise at most this far above a level belong to it, and determine its height."""

_NO_STEP = 0.0045
"""Metres of difference between neighbouring columns that are no step."""

_STEP = 0.003
"""Metres by which the slats and boards of one level may differ."""

_MOSTLY = 0.8
"""If a plane is at least this share of a level, the level is that plane."""

_LEAST = 4e-4
_MOST_LEVELS = 24

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class HeightLevel:
    """One level. `height`: at which things stand, metres. `hits`: indices of the column hits that carry them. `soft`: it is no plane."""

    height: float
    hits: _Ints
    soft: bool = False


def levels_of(columns: Columns, least: float) -> list[HeightLevel]:
    """The levels with an area of at least `least` square metres, the largest first, at most 24."""
    hits = columns.hits
    usable = np.flatnonzero(hits.headroom >= HEADROOM)
    if usable.size == 0:
        return []
    areas = areas_of(columns)
    deep = min(LEVEL, _SHALLOW * min(float(np.ptp(columns.x)), float(np.ptp(columns.z))))
    area = areas[tuple(hits.column[usable].T)]
    label = _patches(columns, usable)
    order = np.argsort(label, kind="stable")
    of_patches: list[HeightLevel] = []
    for members in np.split(order, np.flatnonzero(np.diff(label[order])) + 1):
        if area[members].sum() >= _LEAST:
            patch = usable[members]
            of_patches.extend(
                HeightLevel(level.height, patch[level.hits], level.soft)
                for level in _of_patch(hits.y[patch], hits.slope[patch], area[members], deep)
            )
    large: list[tuple[float, HeightLevel]] = []
    for level in _joined(of_patches):
        weight = areas[tuple(hits.column[level.hits].T)]
        gentle = float(weight @ (hits.slope[level.hits] >= _GENTLE))
        if weight.sum() >= 0.9 * least and gentle >= 0.5 * weight.sum():
            large.append((float(weight.sum()), level))
    large.sort(key=lambda item: -item[0])
    return [level for _, level in large[:_MOST_LEVELS]]


def _of_patch(y: FloatArray, slope: FloatArray, weight: FloatArray, deep: float) -> list[HeightLevel]:
    """Levels of one patch; `deep`: metres that those of cushions may be deep. `hits` are indices into the patch."""
    out: list[HeightLevel] = []
    left = np.arange(len(y))
    while left.size:
        chosen = left[_window(y[left], weight[left], deep, _TOP)]
        flat = left[slope[left] >= _FLAT]
        soft = bool(np.ptp(y[chosen]) > _UNFELT)
        if soft and flat.size:
            plane = flat[_window(y[flat], weight[flat], _STEP, 0.0)]
            if weight[plane].sum() >= _MOSTLY * weight[chosen].sum():
                top = y[plane].max()
                chosen, soft = np.union1d(plane, left[(y[left] > top) & (y[left] <= top + _TOP)]), False
        carried = weight[chosen].sum()
        if carried < _LEAST or (out and carried < 0.25 * weight.sum()):
            break
        height = float(y[chosen].max())
        out.append(HeightLevel(height, chosen, soft))
        left = np.setdiff1d(left, chosen)
        # the flanks of a cushion are no further levels, but the flat parts of a folded blanket are
        left = left[(slope[left] >= _FLAT) | (y[left] < height - 3.0 * LEVEL)]
    return out


def _window(y: FloatArray, weight: FloatArray, deep: float, above: float) -> _Ints:
    """Indices of the heights in the window of depth `deep` with the most weight, and up to `above` metres over it."""
    order = np.argsort(y, kind="stable")
    ordered = y[order]
    sums = np.concatenate([[0.0], np.cumsum(weight[order])])
    first = np.searchsorted(ordered, ordered - deep)
    carried = sums[1:] - sums[first]
    # of nearly equal windows the highest, so that nothing rises above the level
    best = int(np.flatnonzero(carried >= 0.9 * carried.max())[-1])
    last = int(np.searchsorted(ordered, ordered[best] + above, "right"))
    return order[first[best] : last]


def _joined(levels: list[HeightLevel]) -> list[HeightLevel]:
    """Merge patches at one height, such as the slats of a bench, into one level."""
    out: list[HeightLevel] = []
    for level in sorted(levels, key=lambda level: level.height):
        if out and level.height - out[-1].height < _STEP:
            out[-1] = HeightLevel(level.height, np.concatenate([out[-1].hits, level.hits]), out[-1].soft or level.soft)
        else:
            out.append(level)
    return out


def _patches(columns: Columns, usable: _Ints) -> _Ints:
    """(U,) label of each usable hit; hits of neighbouring columns without a step between them have the same label."""
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
        smooth = np.abs(y[one] - y[other]) <= _NO_STEP + np.maximum(rise[one], rise[other]) * apart
        pairs.append((one[smooth], other[smooth]))
    one, other = (np.concatenate([p[k] for p in pairs]) for k in range(2))
    graph = coo_matrix((np.ones(len(one)), (one, other)), shape=(len(usable), len(usable)))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)


def areas_of(columns: Columns) -> FloatArray:
    """(X, Z) square metres of each cell."""
    areas: FloatArray = np.diff(columns.x)[:, None] * np.diff(columns.z)[None, :]
    return areas
