"""Find the surfaces of a body on which others can stand: level faces with air above, as convex polygons.

Faces that meet without a step are one surface: the top of a table, a shelf, a mattress. A cushion is level where it is within some
millimetres of its height. Gaps between slats are bridged. Narrow faces (a rim, a rail, the top of a chair's back) are no surfaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.columns import Columns, columns_of
from scenewright.scene.layout.bodies.levels import HEADROOM, LEVEL, HeightLevel, areas_of, levels_of
from scenewright.scene.layout.bodies.solids import Solid
from scenewright.scene.layout.bodies.space import Space
from scenewright.scene.layout.model import Relief, SupportSurface, Underside
from scenewright.scene.model import FloatArray

__all__ = ["CLEAR", "BodyForm", "SurfacePlaces", "places_of"]

MAX_SURFACES = 16

_PLANE = 0.002
"""Metres of unevenness from which a surface has a relief."""

_RISEN = (1e-3, 0.03)
"""Metres above a surface: parts that rise less belong to it, parts that rise more are beside it. A rim between may carry a wide body."""

_LEAST_SIDE = 0.05
_LEAST_SHARE = 0.4
_RAIL = (0.1, 6.0)
"""A strip narrower than this (metres), and longer than so many times its width, is a rail."""

_LEAST_AREA = (0.02, 0.015)
"""Square metres, and share of the footprint: a surface smaller than both does not count."""

_BRIDGED = 0.035
_DIP = (0.12, 0.025)
"""Metres: widest gap between slats that is bridged; width and depth of dips (of a quilted mattress) that are bridged."""

_MOSTLY = 0.6
"""Least share of a body's footprint that raised bands extend over, so that things stand on them."""

_NARROW = 0.35
"""Factor of the least sizes where narrow surfaces count too."""

CLEAR = 0.006
"""Metres that stay free between a body on a surface and parts of the host beside and above it."""

_MOST_PIECES = 6
_MOST_VERTICES = 16
_HEADROOMS = (np.inf, 0.8, 0.45, 0.25, 0.12, HEADROOM)

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class SurfacePlaces:
    """The surfaces of a body, the largest first, at most 16 each.

    `open`: those that can be reached from outside. `shut`: those that cannot (behind a wardrobe's doors). `underside`: of the body; None
    for a body that is too thin.
    """

    open: tuple[SupportSurface, ...] = ()
    shut: tuple[SupportSurface, ...] = ()
    underside: Underside | None = None


@dataclass(frozen=True, eq=False)
class BodyForm:
    """The form of a body. `foot`: (3,) the bottom centre of its box in the upright frame at the row's origin. `size`: (3,) of the box.
    `boxes`, `places`: in the body's frame."""

    foot: FloatArray
    size: FloatArray
    boxes: FloatArray
    places: SurfacePlaces


def places_of(solid: Solid, space: Space, *, narrow: bool = False) -> SurfacePlaces:
    """The surfaces of a solid, in its own frame.

    Args:
        narrow: where there are none, also use rims, rails and other small ones, since a relation puts something there.
    """
    columns = columns_of(solid)
    if columns is None:
        return SurfacePlaces()
    underside = Underside(columns.x, columns.z, columns.lowest())
    if len(columns.hits.y) == 0:
        return SurfacePlaces(underside=underside)
    surfaces = _large_surfaces(columns, 1.0)
    if narrow and not surfaces:
        surfaces = _large_surfaces(columns, _NARROW)
    above = [(*s.polygon.mean(axis=0), s.height + min(s.headroom / 2.0, 0.03)) for s in surfaces]
    shut = space.shut_in(np.array(above).reshape(-1, 3)[:, [0, 2, 1]]).tolist()
    outside = tuple(s for s, hidden in zip(surfaces, shut, strict=True) if not hidden)
    inside = tuple(s for s, hidden in zip(surfaces, shut, strict=True) if hidden)
    return SurfacePlaces(outside[:MAX_SURFACES], inside[:MAX_SURFACES], underside)


def _large_surfaces(columns: Columns, factor: float) -> list[SupportSurface]:
    """The surfaces that are large enough, the largest first; `factor`: of the least sizes."""
    footprint = float(np.ptp(columns.x) * np.ptp(columns.z))
    least = factor**2 * min(_LEAST_AREA[0], _LEAST_AREA[1] * footprint)
    surfaces = [s for level in levels_of(columns, least) for s in _pieces(columns, level, factor)]
    return sorted((s for s in surfaces if s.area >= least), key=lambda s: -s.area)


# -- from a level to polygons -------------------------------------------------------------------------------------------


def _pieces(columns: Columns, level: HeightLevel, factor: float) -> list[SupportSurface]:
    """Convex surfaces of one level: its outline where that is convex and free, else its largest rectangles."""
    hits, areas = columns.hits, areas_of(columns)
    headroom, tops = np.zeros(areas.shape), np.full(areas.shape, -np.inf)
    cells = tuple(hits.column[level.hits].T)
    np.maximum.at(headroom, cells, np.maximum(hits.headroom[level.hits], 0.0))
    near = (hits.y <= level.height) & (hits.y >= level.height - _DIP[1])
    np.maximum.at(tops, tuple(hits.column[near].T), hits.y[near])
    taken = columns.taken(level.height, HEADROOM)
    headroom[taken] = 0.0
    carried = headroom > 0.0
    narrow = float(min(columns.x[-1] - columns.x[0], columns.z[-1] - columns.z[0]))
    least = factor * min(_LEAST_SIDE, _LEAST_SHARE * narrow)
    whole = _outline(columns, level, headroom, taken, areas)
    if whole is not None and _wide_enough(np.ptp(whole, axis=0), least, factor):
        relief = _relief(columns, level, tops)
        return [SupportSurface(whole, level.height, float(headroom[carried].min()) - CLEAR, relief)]
    headroom = _bridged(columns, level, headroom, taken)
    out: list[SupportSurface] = []
    for enough in _HEADROOMS:
        while len(out) < _MOST_PIECES:
            worth = max(0.06 * out[0].area if out else 0.0, least**2)
            mask = headroom >= enough
            if areas[mask].sum() < worth:
                break
            x0, x1, z0, z1 = box = _largest_rectangle(mask, columns.x, columns.z)
            side = np.array([columns.x[x1] - columns.x[x0], columns.z[z1] - columns.z[z0]])
            if not _wide_enough(side, least, factor) or side.prod() < worth:
                break
            (a, b), (c, d) = _clear_of(columns, taken, box)
            polygon = np.array([[a, c], [b, c], [b, d], [a, d]])
            room = float(headroom[x0:x1, z0:z1].min()) - CLEAR
            out.append(SupportSurface(polygon, level.height, room, _relief(columns, level, tops, box)))
            headroom[x0:x1, z0:z1] = 0.0
    return out or _ribs(columns, level, tops, taken, areas)


def _clear_of(columns: Columns, taken: _Bools, box: tuple[int, int, int, int]) -> FloatArray:
    """(2, 2) ends along x and z of a rectangle of cells, moved slightly away from parts that rise beside it."""
    x0, x1, z0, z1 = box
    ends = np.array([[columns.x[x0], columns.x[x1]], [columns.z[z0], columns.z[z1]]])
    beside = (
        (taken[x0 - 1 : x0, z0:z1].any(), taken[x1 : x1 + 1, z0:z1].any()),
        (taken[x0:x1, z0 - 1 : z0].any(), taken[x0:x1, z1 : z1 + 1].any()),
    )
    off = np.minimum(CLEAR, np.ptp(ends, axis=1, keepdims=True) / 10.0)
    clear: FloatArray = ends + np.where(beside, off, 0.0) * [1.0, -1.0]
    return clear


def _ribs(
    columns: Columns, level: HeightLevel, tops: FloatArray, taken: _Bools, areas: FloatArray
) -> list[SupportSurface]:
    """The surface of narrow bands that rise slightly from a face and extend over most of it (a trunk's straps, a crate's slats): large
    bodies stand on the bands, small ones between them."""
    middle = np.stack(np.meshgrid(*[(a[:-1] + a[1:]) / 2.0 for a in (columns.x, columns.z)], indexing="ij"), axis=-1)
    bands = np.zeros(areas.shape, dtype=bool)
    bands[tuple(columns.hits.column[level.hits].T)] = True
    hull = _hull(middle[bands])
    if hull is None or hull.volume < _MOSTLY * np.ptp(columns.x) * np.ptp(columns.z):
        return []
    within = (middle @ hull.equations[:, :2].T + hull.equations[:, 2]).max(axis=2) <= 1e-9
    backed = areas[within & np.isfinite(tops)].sum()
    if taken[within].any() or backed < 0.9 * areas[within].sum():
        return []
    relief = _relief(columns, level, tops)
    room = float(columns.hits.headroom[level.hits].min()) - CLEAR
    return [SupportSurface(_fewer(middle[bands][hull.vertices]), level.height, room, relief)]


def _relief(
    columns: Columns, level: HeightLevel, tops: FloatArray, box: tuple[int, int, int, int] | None = None
) -> Relief | None:
    """The relief around a surface within a rectangle of cells; None where it is level and nothing beside it is slightly higher."""
    x0, x1, z0, z1 = box or (0, len(columns.x) - 1, 0, len(columns.z) - 1)
    part = tops[x0:x1, z0:z1]
    least = max(level.height - _DIP[1], 0.0)
    highest = columns.highest(least, level.height + _RISEN[1])
    uneven = level.height - part[np.isfinite(part)].min(initial=level.height) > _PLANE
    if not uneven and highest.max() <= level.height + _RISEN[0]:
        return None
    return Relief(columns.x, columns.z, np.maximum(highest, least))


def _wide_enough(side: FloatArray, least: float, factor: float) -> bool:
    short, long = float(side.min()), float(side.max())
    return short >= least - 1e-9 and not (factor == 1.0 and short < _RAIL[0] and long > _RAIL[1] * short)


def _outline(
    columns: Columns, level: HeightLevel, headroom: FloatArray, taken: _Bools, areas: FloatArray
) -> FloatArray | None:
    """(V, 2) the outline of a level if it is convex, free and of one headroom: that of its faces, else (a cushion) of its level cells;
    None otherwise."""
    carried = headroom > 0.0
    room = headroom[carried]
    if room.size == 0:
        return None
    if np.isfinite(room).any() and (not np.isfinite(room).all() or np.ptp(room) > 0.02):
        return None
    corners = columns.corners[np.unique(columns.hits.triangle[level.hits])].reshape(-1, 3)
    faces = corners[corners[:, 1] >= level.height - 1.5 * LEVEL][:, [0, 2]]
    middle = np.stack(np.meshgrid(*[(a[:-1] + a[1:]) / 2.0 for a in (columns.x, columns.z)], indexing="ij"), axis=-1)
    risen = middle[taken]
    for points, share in ((faces, 0.97), (middle[carried & level.soft], 0.99)):
        hull = _hull(points)
        if hull is None or areas[carried].sum() < share * hull.volume:
            continue
        free = (risen @ hull.equations[:, :2].T + hull.equations[:, 2]).max(axis=1, initial=-np.inf) > -1e-6
        if free.all():
            return _fewer(points[hull.vertices])
    return None


def _hull(points: FloatArray) -> Any:
    from scipy.spatial import ConvexHull, QhullError

    try:
        return ConvexHull(points)
    except (QhullError, ValueError):  # all points on a line
        return None


def _fewer(corners: FloatArray) -> FloatArray:
    """A convex polygon reduced to at most 16 corners, with the least loss of area."""
    while len(corners) > 3:
        a, b, c = np.roll(corners, 1, axis=0), corners, np.roll(corners, -1, axis=0)
        lost = 0.5 * np.abs((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0])
        least = int(lost.argmin())
        if len(corners) <= _MOST_VERTICES and lost[least] > 1e-6:
            break
        corners = np.delete(corners, least, axis=0)
    return corners


def _bridged(columns: Columns, level: HeightLevel, headroom: FloatArray, taken: _Bools) -> FloatArray:
    """(X, Z) the headroom after filling narrow gaps between level cells, where nothing rises from them."""
    carried = headroom > 0.0
    deep = taken | (~carried & ~_shallow(columns, level))
    out = headroom
    for blocked, widest in ((taken, _BRIDGED), (deep, _DIP[0] * level.soft)):
        along_x = _filled(headroom, carried, blocked, columns.x, widest)
        along_z = _filled(headroom.T, carried.T, blocked.T, columns.z, widest).T
        out = np.maximum(out, np.maximum(along_x, along_z))
    return out


def _shallow(columns: Columns, level: HeightLevel) -> _Bools:
    """(X, Z) bool, cells with a face just below a level."""
    hits = columns.hits
    near = (hits.y <= level.height) & (hits.y >= level.height - _DIP[1])
    shallow = np.zeros((len(columns.x) - 1, len(columns.z) - 1), dtype=bool)
    shallow[tuple(hits.column[near].T)] = True
    return shallow


def _filled(headroom: FloatArray, carried: _Bools, blocked: _Bools, lines: FloatArray, widest: float) -> FloatArray:
    """(X, Z) the headroom of cells in gaps along the first axis of at most `widest` metres, 0 elsewhere."""
    n = len(carried)
    at = np.arange(n)[:, None]
    before = np.maximum.accumulate(np.where(carried, at, -1), axis=0)
    after = np.minimum.accumulate(np.where(carried, at, n)[::-1], axis=0)[::-1]
    within = ~carried & (before >= 0) & (after < n)
    before, after = np.where(within, before, 0), np.where(within, after, 0)
    stops = np.concatenate([np.zeros((1, blocked.shape[1]), dtype=np.int64), np.cumsum(blocked, axis=0)])
    free = np.take_along_axis(stops, after, 0) == np.take_along_axis(stops, before, 0)
    narrow = within & free & (lines[after] - lines[before + 1] <= widest)
    least = np.minimum(np.take_along_axis(headroom, before, 0), np.take_along_axis(headroom, after, 0))
    filled: FloatArray = np.where(narrow, least, 0.0)
    return filled


@lru_cache(maxsize=128)
def _runs(n: int) -> tuple[_Ints, _Ints]:
    begin, end = np.triu_indices(n, 1)
    return begin, end


def _largest_rectangle(mask: _Bools, x: FloatArray, z: FloatArray) -> tuple[int, int, int, int]:
    """(x0, x1, z0, z1) the half-open cell ranges of the largest rectangle inside a mask that is not empty."""
    across, along = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    first, left = int(across[0]), int(along[0])
    part = mask[first : int(across[-1]) + 1, left : int(along[-1]) + 1]
    if part.all():
        return first, first + part.shape[0], left, left + part.shape[1]
    filled = np.concatenate([np.zeros((1, part.shape[1]), dtype=np.int64), np.cumsum(part, axis=0)])
    begin, end = _runs(len(filled))
    height = x[first + end] - x[first + begin]
    full = (filled[end] - filled[begin] == (end - begin)[:, None]).T
    width = np.diff(z[left : left + part.shape[1] + 1])
    run = np.zeros(len(begin))
    best, where = 0.0, (0, 0, 0.0)
    for column in range(part.shape[1]):
        run = (run + width[column]) * full[column]
        area = run * height
        top = int(area.argmax())
        if area[top] > best + 1e-12:
            best, where = float(area[top]), (top, column, float(run[top]))
    k, column, wide = where
    z0 = int(np.searchsorted(z, z[left + column + 1] - wide - 1e-9))
    return first + int(begin[k]), first + int(end[k]), z0, left + column + 1
