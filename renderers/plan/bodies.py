"""Bodies on a plan: each from above in lightened colours of its own; wall and ceiling mounted bodies have their own style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from scenewright.renderers.plan.canvas import Canvas, Rgb, mixed
from scenewright.renderers.plan.outlines import Outline
from scenewright.renderers.plan.room import INK, WALL, PlanFrame
from scenewright.scene.layout import Support
from scenewright.scene.model import FloatArray

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["CEILING", "WALL_HUNG", "draw_bodies", "draw_grounds", "drawing_order", "front_arrow", "shape_of"]

WALL_HUNG: Rgb = (46, 92, 150)
CEILING: Rgb = (122, 82, 150)
_WHITE: Rgb = (255, 255, 255)
_LIGHT = 0.5
"""Share of white in the colour of a body, so that names on it are legible."""

_LEAST = 5.0
"""Least width of a body in pixels."""

_WALL_HEIGHT = 1.0
"""Least height in metres of a part of the building that is drawn like a wall, if it is as thick as one."""

_WALL_THICKNESS = (0.06, 0.5)
"""Range of wall thickness in metres: thinner parts are wall coverings, thicker ones terrain."""

_SMALL = 3.0
"""Parts up to this size in pixels are not drawn."""


def drawing_order(outlines: Sequence[Outline]) -> list[Outline]:
    """The outlines from bottom to top: ground, rugs, standing bodies by the height of their tops, then ceiling mounted ones."""
    rank = {Support.RUG: 1, Support.CEILING: 3}
    return sorted(outlines, key=lambda o: (0 if o.ground else rank.get(o.support, 2), o.top, -o.shape.area))


def shape_of(outline: Outline, frame: PlanFrame) -> BaseGeometry:
    """A body's shape in pixels, widened to the least width."""
    shape = frame.shape(outline.shape)
    x0, y0, x1, y1 = shape.bounds
    lacking = _LEAST - min(x1 - x0, y1 - y0)
    return shape.buffer(lacking / 2, join_style="mitre") if lacking > 0 else shape


def draw_grounds(canvas: Canvas, frame: PlanFrame, outlines: Sequence[Outline]) -> bool:
    """Draw the bodies that serve as ground; returns whether there are any."""
    grounds = [o for o in drawing_order(outlines) if o.ground]
    for outline in grounds:
        _draw_standing(canvas, frame, outline, shape_of(outline, frame))
    return bool(grounds)


def draw_bodies(canvas: Canvas, frame: PlanFrame, outlines: Sequence[Outline]) -> None:
    """Draw all bodies except the ground, from bottom to top; hidden edges are drawn again as dashed lines."""
    import shapely

    order = [o for o in drawing_order(outlines) if not o.ground]
    shapes = {o.body: shape_of(o, frame) for o in order}
    for outline in order:
        shape = shapes[outline.body]
        if outline.support is Support.RUG:
            _draw_rug(canvas, outline, shape)
        elif outline.support is Support.CEILING:
            canvas.fill(shape, mixed(_bytes(outline.color), _WHITE, 0.6), 0.35)
            canvas.outline(shape, CEILING, 1.33, dash=(5.0, 3.5))
        elif outline.fixed and outline.top > _WALL_HEIGHT and _as_thick_as_walls(outline):
            canvas.fill(shape, WALL)
        else:
            _draw_standing(canvas, frame, outline, shape)
            _draw_front(canvas, frame, outline)
    standing = [o for o in order if o.support not in (Support.RUG, Support.CEILING)]
    for number, outline in enumerate(standing):
        shape = shapes[outline.body]
        over = [shapes[o.body] for o in standing[number + 1 :] if shapes[o.body].intersects(shape)]
        if over:
            hidden = shape.boundary.intersection(shapely.union_all(over).buffer(-1.0))
            for piece in shapely.get_parts(shapely.line_merge(hidden)):
                if piece.geom_type == "LineString" and piece.length > 4.0:
                    canvas.line(list(piece.coords), INK, 0.67, dash=(3.0, 3.0), alpha=0.45)


def _as_thick_as_walls(outline: Outline) -> bool:
    low, high = _WALL_THICKNESS
    return low <= 2.0 * float(outline.half.min()) <= high


def _draw_rug(canvas: Canvas, outline: Outline, shape: BaseGeometry) -> None:
    color = _bytes(outline.color)
    canvas.fill(shape, mixed(color, _WHITE, 0.72))
    canvas.hatch(shape, mixed(color, _WHITE, 0.35), 0.67, step=7.0)
    canvas.outline(shape, mixed(color, INK, 0.3), 1.0)


def _draw_standing(canvas: Canvas, frame: PlanFrame, outline: Outline, shape: BaseGeometry) -> None:
    hung = outline.support is Support.WALL
    color = mixed(_bytes(outline.color), _WHITE, _LIGHT)
    canvas.fill(shape, color)
    for patch in outline.patches:
        part = frame.shape(patch.shape)
        x0, y0, x1, y1 = part.bounds
        if max(x1 - x0, y1 - y0) > _SMALL:
            own = mixed(_bytes(patch.color), _WHITE, _LIGHT)
            canvas.fill(part, own)
            canvas.outline(part, mixed(own, INK, 0.45), 0.67, alpha=0.55)
    canvas.outline(shape, WALL_HUNG if hung else INK, 2.0 if hung else 1.33)


def _draw_front(canvas: Canvas, frame: PlanFrame, outline: Outline) -> None:
    corners = front_arrow(outline, frame)
    if corners is not None:
        canvas.polygon([tuple(p) for p in corners.tolist()], INK, 0.85)


def front_arrow(outline: Outline, frame: PlanFrame) -> FloatArray | None:
    """(3, 2) corners in pixels of a small arrow at the middle of a body's front: inside if the body is deep enough, else before it.

    None for small bodies, rugs, ceiling mounted bodies and parts of the building.
    """
    wide, deep = (2.0 * outline.half * frame.scale).tolist()
    hung = outline.support is Support.WALL
    flat = outline.fixed or outline.support in (Support.RUG, Support.CEILING)
    if flat or wide < 20.0 or (deep < 20.0 and not hung):
        return None
    reach = float(np.clip(0.09 * wide, 6.0, 9.0))
    inside = deep >= 4.0 * reach
    front, side = outline.front, np.array([-outline.front[1], outline.front[0]])
    foot = frame.points(outline.middle) + front * (deep / 2.0 + (-reach - 2.0 if inside else 1.5))
    return np.stack([foot + front * reach, foot + side * reach * 0.8, foot - side * reach * 0.8])


def _bytes(color: Sequence[float]) -> Rgb:
    r, g, b = (round(255 * min(max(c, 0.0), 1.0)) for c in color)
    return r, g, b
