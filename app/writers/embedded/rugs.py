"""Rugs that lie on their own, in the room or before a door or window."""

from __future__ import annotations

from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.roomplan import RoomPlan
from scenewright.app.writers.embedded.selection import Item

__all__ = ["lay_rug"]

_RUG_EDGE = 0.3
"""Metres by which a rug is less wide and deep than its room."""


def _fit_rug(plan: RoomPlan, rug: Item) -> None:
    """Turn a runner along the room, and make a rug smaller that reaches under the walls."""
    width, height, depth = rug.size
    if (width - depth) * (plan.width - plan.depth) < 0.0 and width > plan.width - _RUG_EDGE:
        rug.turn = (rug.turn + 90.0) % 360.0
    along, across = (plan.width, plan.depth) if rug.turn % 180.0 == 0.0 else (plan.depth, plan.width)
    fit = (min(width, along - _RUG_EDGE), min(depth, across - _RUG_EDGE))
    if fit != (width, depth) and not plan.outdoor:
        rug.box = (round(fit[0], 2), height, round(fit[1], 2))


def lay_rug(plan: RoomPlan, rug: Item, bonds: list[Bond]) -> None:
    """Lay a rug where its bonds say, else in the middle."""
    spread = sum(1 for i, _ in plan.rugs) * 0.4
    rug.x, rug.z, rug.turn, rug.placed = spread if spread < plan.width / 2 else 0.0, 0.0, 0.0, True
    _fit_rug(plan, rug)
    for bond in bonds:
        if bond.item is rug and bond.place in ("door", "window"):
            opening = next((o for o in plan.openings if o.kind == bond.place), None)
            if opening is not None:
                rug.x, rug.z = plan.at_wall(opening.wall, opening.offset, rug.depth / 2 + 0.1)
        elif bond.item is rug and bond.kind == "in_corner":
            rug.x, rug.z = plan.width / 2 - rug.width / 2 - 0.15, -plan.depth / 2 + rug.depth / 2 + 0.15
