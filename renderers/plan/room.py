"""The room of a plan: floor, walls, doors with their swing, windows, and rulers along the walls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.canvas import Canvas, Rgb
from scenewright.scene.layout.certify import RADIUS, Walkable
from scenewright.scene.model import FloatArray, Opening, Room

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "INK",
    "PAPER",
    "QUIET",
    "WALL",
    "WALL_THICKNESS",
    "PlanFrame",
    "draw_floor",
    "draw_grid",
    "draw_ruler",
    "draw_scale_bar",
    "draw_walkable",
    "draw_walls",
    "walkable_shapes",
]

PAPER: Rgb = (252, 251, 249)
INK: Rgb = (42, 46, 52)
QUIET: Rgb = (128, 132, 138)
FLOOR: Rgb = (243, 240, 235)
WALKABLE: Rgb = (214, 233, 213)
UNREACHED: Rgb = (250, 223, 178)
WALL: Rgb = (66, 71, 79)
_GRID: Rgb = (222, 219, 213)
_GLASS: Rgb = (150, 190, 216)
_DOOR: Rgb = (150, 112, 74)
WALL_THICKNESS = 0.1
"""Thickness of walls in metres, outside of the room's width and depth, as ``room`` builds them."""

_THINNEST = 6.0
"""Least thickness of a wall in pixels."""

_WIDEST_LEAF = 1.2
"""Widest door leaf in metres; a wider door has two leaves."""

_TABLE_TOP = 3.0
"""A plan smaller than this, in metres, has grid lines closer than a metre."""

_MOST_CELLS = 400_000


@dataclass(frozen=True)
class PlanFrame:
    """The transformation from metres (x, z) to pixels: ``pixel = left + (x - low_x) * scale``, and likewise downward.

    `low`, `high`: (2,) corners of the plan in metres; for a room its inner faces.
    """

    low: FloatArray
    high: FloatArray
    left: float
    top: float
    scale: float

    def points(self, at: FloatArray) -> FloatArray:
        """(..., 2) metres to pixels."""
        return (np.asarray(at, dtype=np.float64) - self.low) * self.scale + (self.left, self.top)

    def point(self, x: float, z: float) -> tuple[float, float]:
        return self.left + (x - float(self.low[0])) * self.scale, self.top + (z - float(self.low[1])) * self.scale

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        import shapely

        return shapely.transform(shape, self.points)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        width, height = ((self.high - self.low) * self.scale).tolist()
        return width, height


def draw_floor(canvas: Canvas, frame: PlanFrame) -> None:
    """Draw the empty floor."""
    width, height = frame.size
    canvas.box(frame.left, frame.top, frame.left + width, frame.top + height, FLOOR)


def draw_walkable(canvas: Canvas, frame: PlanFrame, walkable: Walkable, *, alpha: float = 1.0) -> None:
    """Tint the walkable floor, and the free floor that cannot be reached."""
    reached, cut_off = walkable_shapes(walkable, frame.low, frame.high)
    canvas.fill(frame.shape(cut_off), UNREACHED, alpha)
    canvas.fill(frame.shape(reached), WALKABLE, alpha)


def draw_grid(canvas: Canvas, frame: PlanFrame, *, walled: bool) -> None:
    """Draw a grid line each metre. `walled`: the plan is a room, which needs no edge."""
    x0, y0 = frame.left, frame.top
    width, height = frame.size
    for axis in (0, 1):
        for at in _ticks(frame, axis):
            x, y = frame.point(*((at, 0.0) if axis == 0 else (0.0, at)))
            line = [(x, y0), (x, y0 + height)] if axis == 0 else [(x0, y), (x0 + width, y)]
            canvas.line(line, _GRID, 0.67, alpha=0.7)
    if not walled:
        canvas.line([(x0, y0), (x0 + width, y0), (x0 + width, y0 + height), (x0, y0 + height), (x0, y0)], _GRID, 1.0)


def walkable_shapes(walkable: Walkable, low: FloatArray, high: FloatArray) -> tuple[BaseGeometry, BaseGeometry]:
    """The floor that a person can reach from the door, and the other floor that is wide enough to stand on, in metres.

    Both are clipped to the box with corners `low` and `high`, (2,).
    """
    import shapely

    within = shapely.box(*low.tolist(), *high.tolist())
    reached = _covered(walkable, walkable.walkable)
    cut_off = _covered(walkable, walkable.free & ~walkable.walkable)
    return reached.intersection(within), cut_off.difference(reached).intersection(within)


def _covered(walkable: Walkable, cells: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> BaseGeometry:
    """The area of discs with a person's radius around some cells."""
    import shapely

    if not cells.any() or cells.size > _MOST_CELLS:
        return shapely.Polygon()
    edges = np.diff(np.pad(cells, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, start = np.nonzero(edges == 1)
    _, stop = np.nonzero(edges == -1)
    # in whole cells edges meet exactly, which makes this much faster than in metres
    runs = shapely.union_all(shapely.box(row, start, row + 1, stop))
    smooth = shapely.transform(runs.simplify(0.6), lambda at: at * walkable.cell + walkable.origin)
    return smooth.buffer(RADIUS - walkable.cell)


def draw_walls(canvas: Canvas, frame: PlanFrame, room: Room) -> None:
    """Draw the walls with their doors and windows."""
    import shapely

    thick = max(WALL_THICKNESS, _THINNEST / frame.scale)
    inner = shapely.box(*frame.low.tolist(), *frame.high.tolist())
    walls = inner.buffer(thick, join_style="mitre").difference(inner)
    gaps = [_gap(room, o, thick) for o in room.openings]
    canvas.fill(frame.shape(walls.difference(shapely.union_all(gaps)) if gaps else walls), WALL)
    for opening, gap in zip(room.openings, gaps, strict=True):
        draw = _draw_door if opening.kind == "door" else _draw_window
        draw(canvas, frame, room, opening, gap)


def _inward(room: Room, opening: Opening) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Centre of an opening on the wall's inner face, direction along the wall, and direction into the room; each (2,) in (x, z)."""
    x, z = room.width / 2.0, room.depth / 2.0
    middle = {
        "left": (-x, opening.offset),
        "right": (x, opening.offset),
        "back": (opening.offset, -z),
        "front": (opening.offset, z),
    }[opening.wall]
    along = (0.0, 1.0) if opening.wall in ("left", "right") else (1.0, 0.0)
    inward = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "back": (0.0, 1.0), "front": (0.0, -1.0)}[opening.wall]
    return np.array(middle), np.array(along), np.array(inward)


def _gap(room: Room, opening: Opening, thick: float) -> BaseGeometry:
    """The gap of an opening in the wall, in metres."""
    import shapely

    middle, along, inward = _inward(room, opening)
    half = along * opening.width / 2.0
    out = inward * (thick + 1e-3)
    return shapely.Polygon([middle - half, middle + half, middle + half - out, middle - half - out])


def _draw_door(canvas: Canvas, frame: PlanFrame, room: Room, opening: Opening, gap: BaseGeometry) -> None:
    canvas.fill(frame.shape(gap), FLOOR)
    middle, along, inward = _inward(room, opening)
    leaves = [(-1.0, opening.width)] if opening.width <= _WIDEST_LEAF else [(s, opening.width / 2) for s in (-1.0, 1.0)]
    for side, leaf in leaves:
        hinge = middle + side * along * opening.width / 2.0
        closed = -side * along
        angle = np.linspace(0.0, np.pi / 2.0, 32)[:, None]
        arc = hinge + leaf * (np.cos(angle) * closed + np.sin(angle) * inward)
        points = frame.points(arc)
        hinge_px = tuple(frame.points(hinge).tolist())
        canvas.polygon([hinge_px, *map(tuple, points.tolist())], _DOOR, 0.08)
        canvas.line([tuple(p) for p in points.tolist()], _DOOR, 1.0, dash=(4.0, 3.0), alpha=0.9)
        canvas.line([hinge_px, tuple(points[-1].tolist())], _DOOR, 2.67)


def _draw_window(canvas: Canvas, frame: PlanFrame, room: Room, opening: Opening, gap: BaseGeometry) -> None:
    pane = frame.shape(gap)
    canvas.fill(pane, (233, 243, 249))
    corners = np.array(pane.exterior.coords)
    inner, outer = corners[:2], corners[[3, 2]]
    for share in (0.0, 0.5, 1.0):
        line = inner + share * (outer - inner)
        canvas.line([tuple(p) for p in line.tolist()], _GLASS if share == 0.5 else WALL, 1.67 if share == 0.5 else 1.0)


def _ticks(frame: PlanFrame, axis: int) -> Iterable[float]:
    """Positions of grid lines: each metre, coarser on large plans and finer on small ones."""
    low, high = float(frame.low[axis]), float(frame.high[axis])
    fine = (0.05, 0.1, 0.2, 0.5) if float((frame.high - frame.low).max()) < _TABLE_TOP else ()
    step = next((s for s in (*fine, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0) if s * frame.scale >= 44.0), 100.0)
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return [n * step for n in range(first, last + 1)]


def draw_ruler(canvas: Canvas, frame: PlanFrame, room: Room | None) -> None:
    """Draw rulers along the left and lower edge, and the names of the walls."""
    width, height = frame.size
    edge = max(WALL_THICKNESS * frame.scale, _THINNEST) + 4.0 if room is not None else 4.0
    for at in _ticks(frame, 0):
        x, _ = frame.point(at, 0.0)
        y = frame.top + height + edge
        canvas.line([(x, y), (x, y + 4.0)], QUIET, 1.0)
        canvas.text((x, y + 13.0), f"{at:g}", 12, QUIET)
    for at in _ticks(frame, 1):
        _, y = frame.point(0.0, at)
        x = frame.left - edge
        canvas.line([(x - 4.0, y), (x, y)], QUIET, 1.0)
        canvas.text((x - 7.0, y), f"{at:g}", 12, QUIET, anchor="rm")
    canvas.text((frame.left + width, frame.top + height + edge + 27.0), "x (m)", 12, QUIET, anchor="rm")
    crowded = any(frame.point(0.0, at)[1] < frame.top + 14.0 for at in _ticks(frame, 1))
    canvas.text((frame.left - edge - 5.0, frame.top - (20.0 if crowded else 8.0)), "z (m)", 12, QUIET, anchor="rm")
    if room is not None:
        middle_x, middle_y = frame.left + width / 2, frame.top + height / 2
        canvas.text((middle_x, frame.top - edge - 9.0), "back wall", 13, QUIET)
        canvas.text((middle_x, frame.top + height + edge + 28.0), "front wall", 13, QUIET)
        canvas.upright_text((frame.left + width + edge + 9.0, middle_y), "right wall", 13, QUIET)
        canvas.upright_text((frame.left - edge - 34.0, middle_y), "left wall", 13, QUIET)


def draw_scale_bar(canvas: Canvas, frame: PlanFrame, right: float, y: float) -> None:
    """Draw a scale bar of a round length with its right end at `right`."""
    length = next((m for m in (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0) if m * frame.scale >= 70.0), 100.0)
    width = length * frame.scale
    left = right - width
    for k in range(4):
        canvas.box(left + k * width / 4, y - 3.0, left + (k + 1) * width / 4, y + 3.0, INK if k % 2 == 0 else PAPER)
    canvas.line([(left, y - 3), (right, y - 3), (right, y + 3), (left, y + 3), (left, y - 3)], INK, 1.0)
    canvas.text((left - 6.0, y), "0", 12, INK, anchor="rm")
    canvas.text((right + 6.0, y), f"{length:g} m", 12, INK, anchor="lm")
