"""The moves of a layout on its plan: a dashed outline at the written pose of each moved body, and an arrow to its new pose.

An offered repair has another colour, and its dashed outlines are the poses that bodies would get.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.canvas import Canvas, Rgb
from scenewright.renderers.plan.outlines import Outline
from scenewright.renderers.plan.room import PlanFrame
from scenewright.scene.layout import BodyMove, planar_rotation
from scenewright.scene.model import FloatArray

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["MOVED", "OFFERED", "Ghost", "color_of", "draw_ghosts", "footprints", "ghosts_of"]

MOVED: Rgb = (0, 116, 133)
OFFERED: Rgb = (201, 104, 0)

_LABELLED_M, _LABELLED_DEG = 0.05, 5.0
"""Least move and turn that get a label."""

_SEEN = 3.0
"""Least displacement in pixels of a dashed outline that is drawn."""

_HEAD = 9.0
"""Length of an arrow's head in pixels; a shorter arrow has no shaft."""

_LABELLED = 24
"""Most labels with distances, for the largest moves; more would hide the plan."""

_WITH_M, _WITH_DEG = 0.02, 2.0
"""Most difference between the moves of a body and of its support that still count as one move."""

_WHITE: Rgb = (255, 255, 255)

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Ghost:
    """The other pose of a body that moves: its written pose, or the pose that an offered repair would give it.

    `shape`: its outline there in pixels; None if it would coincide with the body. `start`, `end`: pixels, from the written to the
    other position. `text`: the distance; '' if it gets no label. `carried`: it moves together with its support, whose arrow is
    enough.
    """

    body: int
    shape: BaseGeometry | None
    start: Point
    end: Point
    text: str
    offered: bool
    carried: bool = False

    @property
    def length(self) -> float:
        """Length of the move in pixels."""
        return float(np.hypot(self.end[0] - self.start[0], self.end[1] - self.start[1]))

    @property
    def arrow(self) -> bool:
        return not self.carried and self.length > _SEEN


def color_of(offered: bool) -> Rgb:
    return OFFERED if offered else MOVED


def footprints(moves: Sequence[BodyMove], outlines: Sequence[Outline], *, offered: bool) -> dict[int, BaseGeometry]:
    """By body number, the outline in metres of each moving body at its other pose (see :class:`Ghost`)."""
    import shapely

    by_path = {o.path: o for o in outlines}
    found = {}
    for move in moves:
        outline = by_path.get(move.path)
        if outline is None:
            continue
        here, there = (move.before, move.after) if offered else (move.after, move.before)
        turn = planar_rotation(np.asarray(np.radians(there[3] - here[3])))
        around, to = np.array([here[0], here[2]]), np.array([there[0], there[2]])

        def moved(
            points: FloatArray, turn: FloatArray = turn, around: FloatArray = around, to: FloatArray = to
        ) -> FloatArray:
            return (points - around) @ turn.T + to

        found[outline.body] = shapely.transform(outline.shape, moved)
    return found


def ghosts_of(
    moves: Sequence[BodyMove], outlines: Sequence[Outline], frame: PlanFrame, *, offered: bool
) -> list[Ghost]:
    """The ghosts of moves, those of the largest bodies first."""
    shapes = footprints(moves, outlines, offered=offered)
    by_path = {o.path: o for o in outlines}
    known = [(m, by_path[m.path]) for m in moves if m.path in by_path]
    known.sort(key=lambda pair: (-pair[1].shape.area, pair[1].body))
    far = sorted((m.distance_m for m, _ in known), reverse=True)
    least = far[_LABELLED] if len(far) > _LABELLED else -1.0
    found: list[Ghost] = []
    for number, (move, outline) in enumerate(known):
        start, end = frame.point(move.before[0], move.before[2]), frame.point(move.after[0], move.after[2])
        off = np.hypot(end[0] - start[0], end[1] - start[1])
        turned = np.radians(move.turn_deg) * float(np.linalg.norm(outline.half)) * frame.scale
        shape = frame.shape(shapes[outline.body]) if max(off, turned) > _SEEN else None
        carried = any(_alike(move, other) and _over(outline, below) for other, below in known[:number])
        text = "" if carried or move.distance_m <= least else _text(move)
        ghost = Ghost(outline.body, shape, start, end, text, offered, carried)
        if ghost.shape is not None or ghost.text:
            found.append(ghost)
    return found


def draw_ghosts(canvas: Canvas, ghosts: Sequence[Ghost], sheet: BaseGeometry) -> None:
    """Draw outlines and arrows without labels, clipped to the `sheet` (pixels)."""
    for ghost in ghosts:
        if ghost.shape is not None:
            color, shown = color_of(ghost.offered), ghost.shape.intersection(sheet)
            canvas.fill(shown, color, 0.06)
            canvas.outline(shown, _WHITE, 2.67, alpha=0.5)
            canvas.outline(shown, color, 0.9 if ghost.carried else 1.6, dash=(6.0, 4.0))
    for ghost in ghosts:
        if ghost.arrow:
            _draw_arrow(canvas, ghost, sheet)


def _draw_arrow(canvas: Canvas, ghost: Ghost, sheet: BaseGeometry) -> None:
    import shapely

    color = color_of(ghost.offered)
    way = np.subtract(ghost.end, ghost.start) / ghost.length
    side = np.array([-way[1], way[0]])
    foot = np.array(ghost.end) - min(_HEAD, ghost.length) * way
    shaft = shapely.LineString([ghost.start, foot.tolist()]).intersection(sheet) if ghost.length > _HEAD else None
    half = 0.5 * min(_HEAD, max(ghost.length, 5.0))
    corners = [ghost.end, tuple((foot + half * side).tolist()), tuple((foot - half * side).tolist())]
    if shaft is not None and shaft.geom_type == "LineString" and not shaft.is_empty:
        points = list(shaft.coords)
        canvas.line(points, _WHITE, 4.0, alpha=0.75)
        canvas.line(points, color, 1.9)
        if ghost.length > 1.6 * _HEAD and sheet.contains(shapely.Point(ghost.start)):
            canvas.pill(*ghost.start, 6.0, 6.0, color, color)
    if sheet.contains(shapely.Point(ghost.end)):
        canvas.polygon([(float(x), float(y)) for x, y in corners], color)


def _alike(one: BodyMove, other: BodyMove) -> bool:
    """Whether two bodies move as one rigid body."""
    if abs(_turn(one) - _turn(other)) > _WITH_DEG:
        return False
    apart = np.subtract(one.before[::2][:2], other.before[::2][:2])
    turned = planar_rotation(np.asarray(np.radians(_turn(other)))) @ apart
    to = np.add(other.after[::2][:2], turned)
    return bool(np.linalg.norm(to - np.array(one.after[::2][:2])) <= _WITH_M)


def _turn(move: BodyMove) -> float:
    return (move.after[3] - move.before[3] + 180.0) % 360.0 - 180.0


def _over(outline: Outline, below: Outline) -> bool:
    """Whether the centre of one body is over another, from above."""
    import shapely

    return bool(below.shape.contains(shapely.Point(*outline.middle.tolist())))


def _text(move: BodyMove) -> str:
    """The size of a move: '1.33 m', '8 cm up', '90 degrees'."""
    parts = []
    if move.distance_m >= _LABELLED_M:
        far = f"{move.distance_m:.2f} m" if move.distance_m >= 0.995 else f"{100.0 * move.distance_m:.0f} cm"
        rise = move.after[1] - move.before[1]
        upright = abs(rise) > 0.98 * move.distance_m
        parts.append(f"{far}{(' up' if rise > 0.0 else ' down') if upright else ''}")
    if move.turn_deg >= _LABELLED_DEG:
        parts.append(f"{move.turn_deg:.0f}\N{DEGREE SIGN}")
    return ", ".join(parts)
