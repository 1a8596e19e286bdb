"""Violations of a layout, in red on its plan: collisions, bodies outside the room, missing support, failing relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.canvas import Canvas, Rgb
from scenewright.renderers.plan.outlines import Outline
from scenewright.renderers.plan.room import PlanFrame
from scenewright.scene.layout import Anchor, AnchorKind, Certificate, Constraint, ViolationKind
from scenewright.scene.model import Room

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["RED", "Finding", "draw_findings", "findings_of"]

RED: Rgb = (204, 34, 41)
_MOST_DRAWN = 40
"""Most findings that are drawn; the list gives the number of the others."""

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Finding:
    """One violation. `mark`: its letter on the plan. `text`: a description for people. `bodies`: numbers of its bodies.

    `lines`: start and end points of failing relations, in pixels. `at`: place of the mark; None if it has no place on the plan.
    """

    mark: str
    text: str
    bodies: tuple[int, ...]
    collision: bool = False
    lines: tuple[tuple[Point, Point], ...] = ()
    at: Point | None = None


def findings_of(
    certificate: Certificate,
    constraints: Sequence[Constraint],
    outlines: Sequence[Outline],
    frame: PlanFrame,
    room: Room | None,
) -> list[Finding]:
    """All violations and failing relations of a certificate, physical ones first.

    Args:
        constraints: the constraints of the first ``certificate.relations``, in the same order.
    """
    number = {o.path: o.body for o in outlines}
    by_body = {o.body: o for o in outlines}
    findings: list[Finding] = []
    for violation in certificate.violations:
        bodies = tuple(number[p] for p in violation.paths if p in number)
        at = frame.point(violation.place[0], violation.place[2])
        findings.append(
            Finding(
                _mark(len(findings)),
                violation.message,
                bodies,
                violation.kind is ViolationKind.COLLISION,
                at=_within(at, frame),
            )
        )
    for n, result in enumerate(certificate.relations):
        if result.satisfied:
            continue
        text = f"{result.text}: {result.reason}" if result.reason else result.text
        constraint = constraints[n] if n < len(constraints) else None
        lines = () if constraint is None else tuple(_lines(constraint, by_body, frame, room))
        items = () if constraint is None else constraint.items
        place: Point | None = None
        if lines:
            (x0, y0), (x1, y1) = lines[0]
            place = ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
        elif items:
            place = _middle(by_body[items[0]], frame)
        findings.append(Finding(_mark(len(findings)), text, tuple(items), lines=lines, at=place))
    return findings


def draw_findings(
    canvas: Canvas, frame: PlanFrame, findings: Sequence[Finding], shapes: Mapping[int, BaseGeometry], room: Room | None
) -> None:
    """Draw all findings in red, without their marks."""
    import shapely

    inside = None
    if room is not None:
        low, high = frame.points(frame.low), frame.points(frame.high)
        inside = shapely.box(*low.tolist(), *high.tolist())
    for finding in findings[:_MOST_DRAWN]:
        involved = [shapes[b] for b in finding.bodies if b in shapes]
        for shape in involved:
            if finding.lines:
                continue
            canvas.fill(shape, RED, 0.07)
            canvas.outline(shape, RED, 2.33)
            if inside is not None and not finding.collision:
                canvas.hatch(shape.difference(inside), RED, 1.33, step=5.0)
        if finding.collision and len(involved) == 2:
            both = involved[0].intersection(involved[1])
            canvas.fill(both, RED, 0.22)
            canvas.hatch(both, RED, 1.0, step=4.5, rising=False, alpha=0.8)
    for finding in findings[:_MOST_DRAWN]:
        for start, end in finding.lines:
            _draw_line(canvas, start, end)


def _draw_line(canvas: Canvas, start: Point, end: Point) -> None:
    canvas.line([start, end], (255, 255, 255), 4.0, alpha=0.7)
    canvas.line([start, end], RED, 2.0, dash=(9.0, 4.0))
    canvas.pill(*start, 7.0, 7.0, RED, RED)
    way = np.subtract(end, start)
    length = float(np.linalg.norm(way))
    if length > 12.0:
        unit = way / length
        side = np.array([-unit[1], unit[0]])
        foot = np.array(end) - 11.0 * unit
        corners = (end, (foot + 5.0 * side).tolist(), (foot - 5.0 * side).tolist())
        canvas.polygon([(float(p[0]), float(p[1])) for p in corners], RED)


def _lines(
    constraint: Constraint, by_body: Mapping[int, Outline], frame: PlanFrame, room: Room | None
) -> Iterable[tuple[Point, Point]]:
    """Lines from each item of a relation to its target, or from item to item if it has no target."""
    middles = [_middle(by_body[i], frame) for i in constraint.items if i in by_body]
    if constraint.target is not None:
        for start in middles:
            end = _end(constraint.target, start, by_body, frame, room)
            if end is not None:
                yield start, end
    elif constraint.kind == "against_wall" and constraint.parameters.get("wall"):
        anchor = Anchor(AnchorKind.WALL, wall=str(constraint.parameters["wall"]))
        for start in middles:
            end = _end(anchor, start, by_body, frame, room)
            if end is not None:
                yield start, end
    else:
        yield from pairwise(middles)


def _end(
    anchor: Anchor, start: Point, by_body: Mapping[int, Outline], frame: PlanFrame, room: Room | None
) -> Point | None:
    """Position of the target of a relation on the plan, in pixels; None if it has no single position."""
    if anchor.kind is AnchorKind.BODY:
        return _middle(by_body[anchor.body], frame) if anchor.body in by_body else None
    wall = anchor.wall
    along: float | None = None
    if anchor.kind is AnchorKind.OPENING and room is not None:
        opening = room.openings[anchor.opening]
        wall, along = opening.wall, opening.offset
    if not wall:
        return None
    x, y = start
    if wall in ("left", "right"):
        x = frame.left + (frame.size[0] if wall == "right" else 0.0)
        y = y if along is None else frame.point(0.0, along)[1]
    else:
        y = frame.top + (frame.size[1] if wall == "front" else 0.0)
        x = x if along is None else frame.point(along, 0.0)[0]
    return x, y


def _middle(outline: Outline, frame: PlanFrame) -> Point:
    x, y = frame.points(outline.middle).tolist()
    return x, y


def _within(at: Point, frame: PlanFrame) -> Point:
    width, height = frame.size
    return min(max(at[0], frame.left), frame.left + width), min(max(at[1], frame.top), frame.top + height)


def _mark(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
