"""A body as vertical columns: all points where vertical lines cross its faces.

Things can stand on a face that looks up with air above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import MeshData
from scenewright.scene.layout.bodies.pieces import bounds_of, split
from scenewright.scene.layout.bodies.solids import Solid
from scenewright.scene.model import FloatArray

__all__ = ["ColumnHits", "Columns", "columns_of"]

LEVEL_SLOPE = np.cos(np.deg2rad(25.0))
"""Nothing stands on a face that slopes more than this, even on a cushion."""

_CELLS = 36
"""Columns along the longer side of a body's footprint, besides those at its own faces."""

_LEAST_CELL = 0.004
_MOST_LINES = 44
_CLEAR = 1e-3
"""Metres: a face that rises less than this above another belongs to it; one that extends less than this into a cell is beside it."""

_AT_ONCE = 500_000
"""Pairs of a column and a face that are compared at a time."""

_OFF_CENTRE = (0.50371, 0.48713)
"""Position of a column in its cell: off the middle, and different for the axes, so that it does not hit the diagonals of faces."""

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]
_Filled = tuple[_Ints, FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class ColumnHits:
    """H points on faces that look up, with air above. `column`: (H, 2) cells in x and z. `y`: (H,) metres. `headroom`: (H,) metres,
    inf where nothing is above. `slope`: (H,) cosine between the face's normal and up. `triangle`: (H,) the face."""

    column: _Ints
    y: FloatArray
    headroom: FloatArray
    slope: FloatArray
    triangle: _Ints


@dataclass(frozen=True, eq=False)
class Columns:
    """The columns of a body: cells between lines `x` (X + 1,) and `z` (Z + 1,).

    `corners`: (T, 3, 3) of all faces. `within`: stretches of columns inside parts: flat cell, bottom, top. `crossings`: of columns and
    all faces: flat cell, height.
    """

    x: FloatArray
    z: FloatArray
    hits: ColumnHits
    corners: FloatArray
    within: _Filled
    crossings: tuple[_Ints, FloatArray]

    def lowest(self) -> FloatArray:
        """(X, Z) the lowest point of the body in each column; inf for none."""
        cell, y = self.crossings
        out = np.full((len(self.x) - 1) * (len(self.z) - 1), np.inf)
        np.minimum.at(out, cell, y)
        return out.reshape(len(self.x) - 1, len(self.z) - 1)

    def highest(self, least: float, most: float) -> FloatArray:
        """(X, Z) the highest face in each column between two heights; -inf for none."""
        cell, y = self.crossings
        near = (y >= least) & (y <= most)
        out = np.full((len(self.x) - 1) * (len(self.z) - 1), -np.inf)
        np.maximum.at(out, cell[near], y[near])
        return out.reshape(len(self.x) - 1, len(self.z) - 1)

    @cached_property
    def _fill(self) -> _Filled:
        """Stretches of columns that a part or a piece of a face occupies at all: flat cell, bottom, top."""
        step = max(float(np.diff(self.x).max()), float(np.diff(self.z).max()))
        beside = _filling(_askew(self.corners, self.x, self.z), self.x, self.z, step)
        cells, low, high = (np.concatenate([a, b]) for a, b in zip(self.within, beside, strict=True))
        return cells, low, high

    def taken(self, height: float, headroom: float) -> _Bools:
        """(X, Z) bool, cells that are occupied just above a height, within `headroom` metres."""
        cells, low, high = self._fill
        out = np.zeros((len(self.x) - 1) * (len(self.z) - 1), dtype=bool)
        out[cells[(high > height + _CLEAR) & (low < height + headroom)]] = True
        return out.reshape(len(self.x) - 1, len(self.z) - 1)


def columns_of(solid: Solid) -> Columns | None:
    """The columns of a solid; None where it has no faces, or is too thin."""
    corners, part = solid.triangles
    if len(corners) == 0:
        return None
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    if (high - low)[[0, 2]].min() < 2.0 * _LEAST_CELL:
        return None
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1)
    step = float((high - low)[[0, 2]].max()) / _CELLS
    x, z = (_lines(corners, normal, area, axis, step) for axis in (0, 2))
    column, y, triangle = _crossings(corners, normal, x, z)
    lean = normal[triangle, 1] / np.maximum(area[triangle], 1e-300)
    counted = np.array([m is None or _closed(m) for m in solid.mesh])[part[triangle]]
    hits, within = _open(column, y, lean, counted, triangle, len(z) - 1)
    return Columns(x, z, hits, corners, within, (column, y))


def _lines(corners: FloatArray, normal: FloatArray, area: FloatArray, axis: int, step: float) -> FloatArray:
    """Grid lines along one axis: at faces across the axis, the largest first, and between them so that no cell is wider than `step`."""
    low, high = float(corners[..., axis].min()), float(corners[..., axis].max())
    across = (np.abs(normal[:, axis]) > 0.999 * area) & (area > 2e-4)
    at, which = np.unique(np.round(corners[across, :, axis].mean(axis=1), 4), return_inverse=True)
    weight = np.zeros(len(at))
    np.add.at(weight, which.reshape(-1), area[across])
    kept = [low, high]
    for value in at[np.argsort(-weight, kind="stable")].tolist():
        if len(kept) < _MOST_LINES and min(abs(value - k) for k in kept) >= _LEAST_CELL:
            kept.append(value)
    kept.sort()
    out: list[float] = []
    for a, b in pairwise(kept):
        out.extend(np.linspace(a, b, max(1, int(np.ceil((b - a) / step))), endpoint=False).tolist())
    return np.array([*out, high])


def _crossings(
    corners: FloatArray, normal: FloatArray, x: FloatArray, z: FloatArray
) -> tuple[_Ints, FloatArray, _Ints]:
    """Flat cell, height and face of all crossings of columns and faces."""
    cx, cz = (a[:-1] + off * np.diff(a) for a, off in zip((x, z), _OFF_CENTRE, strict=True))
    lo, hi = bounds_of(corners)
    x0, x1 = np.searchsorted(cx, lo[:, 0]), np.searchsorted(cx, hi[:, 0])
    z0, z1 = np.searchsorted(cz, lo[:, 2]), np.searchsorted(cz, hi[:, 2])
    wide, deep = x1 - x0, z1 - z0
    count = np.where(np.abs(normal[:, 1]) > 1e-12, wide * deep, 0)
    parts = []
    for faces in _bundles(count):
        at = _Cells(x0[faces], z0[faces], deep[faces], count[faces])
        cell, y, triangle = _met(corners[faces], at, cx, cz)
        parts.append((cell, y, triangle + faces.start))
    cell, y, triangle = (np.concatenate(column) for column in zip(*parts, strict=True))
    return cell, y, triangle


def _bundles(count: _Ints) -> Iterator[slice]:
    """Slices of faces whose counts add up to about `_AT_ONCE`, one at least."""
    ends = np.cumsum(count)
    first = 0
    while True:
        before = int(ends[first - 1]) if first else 0
        end = max(int(np.searchsorted(ends, before + _AT_ONCE, side="right")), first + 1)
        yield slice(first, min(end, len(count)))
        first = end
        if first >= len(count):
            return


class _Cells(NamedTuple):
    """The columns that each face may cross: first cells (F,) along x and z, the number along z, and of all."""

    x0: _Ints
    z0: _Ints
    deep: _Ints
    pairs: _Ints


def _met(corners: FloatArray, at: _Cells, cx: FloatArray, cz: FloatArray) -> tuple[_Ints, FloatArray, _Ints]:
    """Flat cell, height and face of the crossings of these faces."""
    x0, z0, deep, count = at
    triangle = np.repeat(np.arange(len(corners)), count)
    nth = np.arange(len(triangle)) - np.repeat(np.cumsum(count) - count, count)
    ix, iz = x0[triangle] + nth // deep[triangle], z0[triangle] + nth % deep[triangle]
    p = np.stack([cx[ix], cz[iz]], axis=1)
    a, b, c = (corners[triangle, k][:, [0, 2]] for k in range(3))
    whole = _cross(b - a, c - a)
    u, v = _cross(p - a, c - a) / whole, _cross(b - a, p - a) / whole
    inside = (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0)
    triangle, u, v = triangle[inside], u[inside], v[inside]
    heights = corners[triangle, :, 1]
    y = heights[:, 0] + u * (heights[:, 1] - heights[:, 0]) + v * (heights[:, 2] - heights[:, 0])
    return (ix * len(cz) + iz)[inside], y, triangle


def _askew(corners: FloatArray, x: FloatArray, z: FloatArray) -> FloatArray:
    """(K, 3, 3) the faces that columns may miss: those that are neither horizontal nor vertical on a grid line."""
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1)
    missed = np.abs(normal[:, 1]) < 0.999 * area
    for axis, lines in ((0, x), (2, z)):
        across = np.abs(normal[:, axis]) > 0.999 * area
        at = corners[:, 0, axis]
        near = np.clip(np.searchsorted(lines, at), 1, len(lines) - 1)
        gap = np.minimum(np.abs(lines[near] - at), np.abs(lines[near - 1] - at))
        missed &= ~(across & (gap < _CLEAR))
    askew: FloatArray = corners[missed]
    return askew


def _filling(corners: FloatArray, x: FloatArray, z: FloatArray, step: float) -> _Filled:
    """Stretches of columns that pieces of faces occupy: flat cell, bottom, top."""
    small = split(corners, np.array([step, np.inf, step]))
    lo, hi = bounds_of(small)
    first, count = [], []
    for axis, lines in ((0, x), (2, z)):
        # a face across the axis on a grid line is in neither cell; one between lines is in its cell
        thin = hi[:, axis] - lo[:, axis] < 2.0 * _CLEAR
        margin = np.where(thin, 0.0, _CLEAR)
        a = np.clip(np.searchsorted(lines, lo[:, axis] + margin, "right") - 1, 0, len(lines) - 2)
        b = np.maximum(np.clip(np.searchsorted(lines, hi[:, axis] - margin, "left"), 1, len(lines) - 1), a + 1)
        middle = (lo[:, axis] + hi[:, axis]) / 2.0
        on_line = thin & (np.minimum(np.abs(middle - lines[a]), np.abs(middle - lines[b])) < _CLEAR)
        first.append(a)
        count.append(np.where(on_line, 0, b - a))
    total = count[0] * count[1]
    piece = np.repeat(np.arange(len(small)), total)
    nth = np.arange(len(piece)) - np.repeat(np.cumsum(total) - total, total)
    deep = count[1][piece]
    cells = (first[0][piece] + nth // deep) * (len(z) - 1) + first[1][piece] + nth % deep
    return cells, lo[piece, 1], hi[piece, 1]


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    crossed: FloatArray = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return crossed


def _closed(mesh: MeshData) -> bool:
    """Whether a mesh is closed: nearly every edge joins two faces with opposite directions along it."""
    _, merged = np.unique(np.round(mesh.vertices, 5), axis=0, return_inverse=True)
    faces = merged.reshape(-1)[mesh.faces.astype(np.int64)]
    a, b = faces.reshape(-1), np.roll(faces, -1, axis=1).reshape(-1)
    n = int(faces.max()) + 1
    forth, back = np.sort(a * n + b), np.sort(b * n + a)
    matched = np.isin(forth, back, assume_unique=False)
    return bool(matched.mean() > 0.98)


def _open(
    column: _Ints, y: FloatArray, lean: FloatArray, counted: _Bools, triangle: _Ints, deep: int
) -> tuple[ColumnHits, _Filled]:
    """The crossings that look up with air above, and the stretches of columns inside parts.

    Down a column, a face of a closed part that looks up enters the part, and one that looks down leaves it. Open meshes have no inside:
    below them is air.
    """
    # downward; at coinciding faces the next part is entered before the last is left
    order = np.lexsort((lean < 0.0, -np.round(y, 4), column))
    column, y, lean, counted, triangle = column[order], y[order], lean[order], counted[order], triangle[order]
    first = np.ones(len(column), dtype=bool)
    first[1:] = column[1:] != column[:-1]
    change = np.where(counted, np.where(lean > 0.0, 1, -1), 0)
    total = np.cumsum(change)
    start = np.flatnonzero(first)
    group = np.cumsum(first) - 1
    before_column = (total - change)[start] if len(start) else total[:0]
    depth = total - change - before_column[group] if len(start) else total
    above = np.where(first, np.inf, np.roll(y, 1) - y)
    under_face = np.where(first, -1.0, np.roll(lean, 1))
    loose_above = ~np.where(first, True, np.roll(counted, 1))
    fits = first | (under_face < 0.0) | loose_above
    keep = (depth == 0) & (lean >= LEVEL_SLOPE) & fits & (above > 1e-3)
    keep |= ~counted & (np.abs(lean) >= LEVEL_SLOPE) & (depth == 0) & (above > 0.02)
    kept = column[keep]
    hits = ColumnHits(
        np.stack([kept // deep, kept % deep], axis=1), y[keep], above[keep], np.abs(lean[keep]), triangle[keep]
    )
    inside = ~np.roll(first, -1) & (depth + change > 0)  # down to the next crossing
    return hits, (column, np.where(inside, np.roll(y, -1), y), y)
