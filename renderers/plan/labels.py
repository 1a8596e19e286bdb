"""Placement of names on a plan: inside a body, else beside it, else as a number that a list explains.

A coarse raster knows which body is visible at each cell, and which cells have text already. No two labels share a cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.plan.canvas import text_size

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Label", "LabelRaster", "Named", "place_labels"]

_CELL = 3
"""Side of a raster cell in pixels."""

_SIZES = (15, 13)
_INSIDE = 0.94
"""Least share of a name's box that must lie on its body."""

_BESIDE = 46.0
"""Most pixels between a body and a name beside it."""

_AIR = 3.0
"""Preferred pixels between a body and a name beside it."""

_LONGEST = 40
"""Most letters of a name that is written beside its body."""

_OVER = 8.0
"""Penalty in pixels for a name over another thing."""

_AMBIGUOUS = 12.0
"""Penalty in pixels for a name that touches another thing, which it might seem to name."""

_LEADER = 9.0
"""Least distance in pixels at which a line connects a label with its body."""

_BAND = 90.0
"""Height in pixels of the bands in which numbers run from left to right."""

_Grid = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: `lines` of text of a `size` with the centre (x, y) in a box of width x height; pixels. `leader`: start and end of
    the line to the body. `number`: of the entry in the list; 0 if the label is the name itself."""

    body: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    size: int
    number: int = 0
    leader: tuple[tuple[float, float], tuple[float, float]] | None = None


@dataclass(frozen=True, eq=False)
class Named:
    """A body to be named, with its shape in pixels.

    `on`: numbers of bodies that its name may cover: rugs, its support. `overhead`: the body hides nothing below it.
    """

    body: int
    name: str
    shape: BaseGeometry
    on: frozenset[int] = frozenset()
    overhead: bool = False


@dataclass(eq=False)
class LabelRaster:
    """A raster of cells. `seen`: (rows, columns) number of the visible body, -1 for none. `taken`: (rows, columns) cells that are not
    free for text."""

    seen: _Grid
    taken: _Grid

    @classmethod
    def of(cls, width: int, height: int, shapes: Sequence[tuple[int, BaseGeometry]]) -> LabelRaster:
        """The raster of shapes with their numbers, lowest first."""
        from PIL import Image, ImageDraw

        columns, rows = -(-width // _CELL), -(-height // _CELL)
        image = Image.new("I", (columns, rows), -1)
        pen = ImageDraw.Draw(image)
        for number, shape in shapes:
            for polygon in getattr(shape, "geoms", [shape]):
                if polygon.geom_type == "Polygon" and not polygon.is_empty:
                    pen.polygon([(x / _CELL - 0.5, y / _CELL - 0.5) for x, y in polygon.exterior.coords], fill=number)
        return cls(np.asarray(image), np.zeros((rows, columns), dtype=bool))

    def take(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Mark a box as taken."""
        rows, columns = self.taken.shape
        c0, r0 = max(int(x0 // _CELL), 0), max(int(y0 // _CELL), 0)
        self.taken[r0 : min(int(-(-y1 // _CELL)), rows), c0 : min(int(-(-x1 // _CELL)), columns)] = True

    def keep_within(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Mark everything outside of a box as taken."""
        outside = np.ones_like(self.taken)
        outside[int(y0 // _CELL) : int(y1 // _CELL) + 1, int(x0 // _CELL) : int(x1 // _CELL) + 1] = False
        self.taken |= outside

    def window(
        self, box: tuple[float, float, float, float], width: float, height: float
    ) -> tuple[slice, slice, int, int] | None:
        """Rows and columns of a box, and width and height of a label in cells; None if the label does not fit."""
        w, h = int(np.ceil(width / _CELL)), int(np.ceil(height / _CELL))
        rows, columns = self.taken.shape
        c0, c1 = max(int(box[0] // _CELL), 0), min(int(-(-box[2] // _CELL)), columns)
        r0, r1 = max(int(box[1] // _CELL), 0), min(int(-(-box[3] // _CELL)), rows)
        return (slice(r0, r1), slice(c0, c1), w, h) if c1 - c0 >= w and r1 - r0 >= h else None

    def nearest_free(self, x: float, y: float, width: float, height: float, reach: float) -> tuple[float, float] | None:
        """The centre of the free box nearest to a point, at most `reach` pixels away; None if there is none."""
        found = self.window(
            (x - width / 2 - reach, y - height / 2 - reach, x + width / 2 + reach, y + height / 2 + reach),
            width,
            height,
        )
        if found is None:
            return None
        rows, columns, w, h = found
        free = _sums(self.taken[rows, columns], w, h) == 0
        at_x, at_y = _middles(rows, columns, w, h)
        distance = np.where(free, (at_x - x) ** 2 + (at_y - y) ** 2, np.inf)
        best = np.unravel_index(int(distance.argmin()), distance.shape)
        return (float(at_x[best]), float(at_y[best])) if np.isfinite(distance[best]) else None


def place_labels(named: Sequence[Named], raster: LabelRaster) -> list[Label]:
    """A label for each body, the largest first. Numbers run in reading order."""
    placed: list[Label] = []
    left: list[Named] = []
    for item in sorted(named, key=lambda n: -n.shape.area):
        label = _inside(item, raster)
        if label is None:
            left.append(item)
        else:
            placed.append(_taking(label, raster))
    crowd: list[Named] = []
    for item in sorted(left, key=lambda n: len(n.name)):
        label = _beside(item, raster) if len(item.name) <= _LONGEST else None
        if label is None:
            crowd.append(item)
        else:
            placed.append(_taking(label, raster))
    crowd.sort(key=lambda n: (n.shape.centroid.y // _BAND, n.shape.centroid.x))
    # the smallest have the fewest places for their number
    numbered = sorted(enumerate(crowd, start=1), key=lambda e: e[1].shape.area)
    placed += [_taking(_number(item, number, raster), raster) for number, item in numbered]
    return placed


def _own(item: Named, raster: LabelRaster, rows: slice, columns: slice) -> _Grid:
    """Cells where the body is visible; for an overhead body all cells that it covers."""
    if not item.overhead:
        return np.asarray(raster.seen[rows, columns] == item.body)
    import shapely

    x, y = np.meshgrid(np.arange(columns.start, columns.stop) + 0.5, np.arange(rows.start, rows.stop) + 0.5)
    return np.asarray(shapely.contains_xy(item.shape, x * _CELL, y * _CELL))


def _taking(label: Label, raster: LabelRaster) -> Label:
    raster.take(
        label.x - label.width / 2, label.y - label.height / 2, label.x + label.width / 2, label.y + label.height / 2
    )
    return label


def _inside(item: Named, raster: LabelRaster) -> Label | None:
    for size in _SIZES:
        for lines in _wrappings(item.name):
            width, height = _extent(lines, size)
            found = raster.window(item.shape.bounds, width, height)
            if found is None:
                continue
            rows, columns, w, h = found
            own = _own(item, raster, rows, columns)
            share = _sums(own, w, h) / (w * h)
            good = (share >= _INSIDE) & (_sums(raster.taken[rows, columns], w, h) == 0)
            if not good.any():
                continue
            at_x, at_y = _middles(rows, columns, w, h)
            r, c = np.nonzero(own)
            x, y = (columns.start + c.mean() + 0.5) * _CELL, (rows.start + r.mean() + 0.5) * _CELL
            distance = np.where(good, (at_x - x) ** 2 + (at_y - y) ** 2, np.inf)
            best = np.unravel_index(int(distance.argmin()), distance.shape)
            return Label(item.body, float(at_x[best]), float(at_y[best]), width, height, lines, size)
    return None


def _beside(item: Named, raster: LabelRaster) -> Label | None:
    import shapely

    size = _SIZES[-1]
    lines = (item.name,)
    width, height = _extent(lines, size)
    x0, y0, x1, y1 = item.shape.bounds
    reach = _BESIDE
    found = raster.window(
        (x0 - width - reach, y0 - height - reach, x1 + width + reach, y1 + height + reach), width, height
    )
    if found is None:
        return None
    rows, columns, w, h = found
    seen = raster.seen[rows, columns]
    under = np.isin(seen, list(item.on))
    own = _own(item, raster, rows, columns)
    other = (seen >= 0) & ~under & ~own
    good = (_sums(raster.taken[rows, columns], w, h) == 0) & (_sums(other | own, w, h) == 0)
    if not good.any():
        return None
    at_x, at_y = _middles(rows, columns, w, h)
    r, c = np.nonzero(good)
    boxes = shapely.box(
        at_x[r, c] - width / 2, at_y[r, c] - height / 2, at_x[r, c] + width / 2, at_y[r, c] + height / 2
    )
    gap = shapely.distance(boxes, item.shape.simplify(1.0))
    # centred above, below or beside rather than at a corner
    middle = item.shape.centroid
    askew = np.minimum(np.abs(at_x[r, c] - middle.x), np.abs(at_y[r, c] - middle.y))
    crowded = _sums(np.pad(other, 2), w + 4, h + 4)[r, c] > 0
    cost = np.abs(gap - _AIR) + 0.15 * askew + _OVER * (_sums(under, w, h)[r, c] > 0) + _AMBIGUOUS * crowded
    best = int(cost.argmin())
    if gap[best] > reach:
        return None
    x, y = float(at_x[r[best], c[best]]), float(at_y[r[best], c[best]])
    return Label(item.body, x, y, width, height, lines, size, leader=_leader(item, boxes[best], float(gap[best])))


def _leader(item: Named, box: BaseGeometry, gap: float) -> tuple[tuple[float, float], tuple[float, float]] | None:
    from shapely.ops import nearest_points

    if gap < _LEADER:
        return None
    start, _ = nearest_points(box, item.shape.representative_point())
    end = item.shape.representative_point()
    return (start.x, start.y), (end.x, end.y)


def _number(item: Named, number: int, raster: LabelRaster) -> Label:
    import shapely

    size = 12
    text = str(number)
    width, height = max(text_size(text, size)[0] + 9.0, 18.0), 18.0
    point = _seen_middle(item, raster)
    at = None
    for reach in (6.0, 18.0, 40.0, 90.0, 200.0):
        at = raster.nearest_free(*point, width, height, reach)
        if at is not None:
            break
    if at is None:
        at = point  # a plan so full that numbers lie on each other
    box = shapely.box(at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2)
    away = not box.intersects(shapely.Point(point))
    leader = (at, point) if away else None
    return Label(item.body, *at, width, height, (text,), size, number=number, leader=leader)


def _seen_middle(item: Named, raster: LabelRaster) -> tuple[float, float]:
    """A point well inside the visible part of a body; inside its whole shape if no part is visible."""
    from scipy import ndimage

    found = raster.window(item.shape.bounds, _CELL, _CELL)
    if found is not None:
        rows, columns, _, _ = found
        own = np.pad(_own(item, raster, rows, columns), 1)
        if own.any():
            depth = ndimage.distance_transform_edt(own)[1:-1, 1:-1]
            r, c = np.nonzero(depth >= 0.85 * depth.max())
            best = int(np.argmin((r - r.mean()) ** 2 + (c - c.mean()) ** 2))
            return (columns.start + c[best] + 0.5) * _CELL, (rows.start + r[best] + 0.5) * _CELL
    point = item.shape.representative_point()
    return point.x, point.y


def _wrappings(name: str) -> list[tuple[str, ...]]:
    """The name on one line, and broken into two or three lines after words or before its index."""
    words = name.replace("_", "_ ").replace("/", "/ ").replace("[", " [").split(" ")
    return [(name,), *(_broken(words, count) for count in (2, 3) if len(words) >= count)]


def _broken(words: list[str], count: int) -> tuple[str, ...]:
    """Words on `count` lines, with the shortest possible longest line."""
    if count == 1:
        return ("".join(words),)
    options = [("".join(words[:k]), *_broken(words[k:], count - 1)) for k in range(1, len(words) - count + 2)]
    return min(options, key=lambda lines: max(map(len, lines)))


def _extent(lines: Sequence[str], size: int) -> tuple[float, float]:
    return max(text_size(line, size)[0] for line in lines) + 5.0, text_size("", size)[1] * len(lines) + 2.0


def _sums(grid: _Grid, width: int, height: int) -> _Grid:
    """Sums of a grid over the box that begins at each cell."""
    total = np.pad(np.cumsum(np.cumsum(grid, axis=0, dtype=np.int64), axis=1), ((1, 0), (1, 0)))
    return total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]


def _middles(rows: slice, columns: slice, width: int, height: int) -> tuple[_Grid, _Grid]:
    """Pixels x and y of the centre of the box that begins at each cell."""
    x = (np.arange(columns.start, columns.stop - width + 1) + width / 2) * _CELL
    y = (np.arange(rows.start, rows.stop - height + 1) + height / 2) * _CELL
    grid_x, grid_y = np.meshgrid(x, y)
    return grid_x, grid_y
