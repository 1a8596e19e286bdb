"""Places items that hang from the ceiling: lamps over tables or spread over the room, a mobile low over its crib."""

from __future__ import annotations

import math

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.roomplan import RoomPlan
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.walls import footprint_at

__all__ = ["hang_from_ceiling"]

_LOW_LIGHTS = word_set("pendant chandelier")
"""Words of lamps that hang low."""
_LIT = word_set("island table")
"""Nouns of what they hang over."""
_ON_CORDS = {"mobile": 0.35, "pendant": 0.75}
"""Words of what the catalogue draws on a cord of any length, and how far above what is below it that ends, metres."""
_LEAST_LIT = 0.7
"""Metres: the least height of a table below a lamp that hangs low."""


def _lit(item: Item, plan: RoomPlan) -> Item | None:
    """What pendant lamps that the text hangs nowhere hang over: the island or the table that it names."""
    if item.choice.request.expected or not _LOW_LIGHTS & set(item.words):
        return None
    tables = [i for i, _ in plan.placed if _LIT & set(i.words[-1:]) and i.height >= _LEAST_LIT and not i.mounted]
    asked = [i for i in tables if not i.choice.request.expected]
    return asked[0] if len(asked) == 1 else None


_OVER = frozenset(("above", "hanging", "with", "near", "next_to", "centered", "on"))
"""Kinds of bonds by which an item hangs over another."""


def _anchor(plan: RoomPlan, item: Item, bonds: list[Bond]) -> Item | None:
    """What an item hangs over; None where that is nothing."""
    bound = next((a for b in bonds if b.item is item and b.kind in _OVER for a in b.anchors), None)
    return bound or _lit(item, plan)


def hang_from_ceiling(plan: RoomPlan, items: list[Item], bonds: list[Bond]) -> None:
    """Hang items above their anchors, lamps spread over the ceiling, and others in a row at the middle of the room."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        groups.setdefault(item.request, []).append(item)
    taken: list[tuple[float, float, float]] = []
    for group in groups.values():
        anchors = [_anchor(plan, item, bonds) for item in group]
        for rank, item in enumerate(group):
            anchor = anchors[rank]
            there = footprint_at(plan, anchor) if anchor is not None else None
            _lower(plan, item, anchor, bonds)
            if there is not None:
                same = [k for k, other in enumerate(anchors) if other is anchor]
                pitch = max(item.width + 0.1, min(0.55, (there.reach[0] * 2) / len(same)))
                x, z = there.x + (same.index(rank) - (len(same) - 1) / 2) * pitch, there.z
            elif item.category == "lighting":
                x, z = _spread_out(plan, rank, len(group))
            else:
                pitch = max(min(0.7, (plan.width - 0.8) / max(len(group), 1)), item.width + 0.1)
                x, z = (rank - (len(group) - 1) / 2) * pitch, 0.0
            corner = next((b for b in bonds if b.item is item and b.kind == "in_corner"), None)
            if corner is not None:
                x, z = plan.width / 2 - item.width / 2 - 0.15, -plan.depth / 2 + item.depth / 2 + 0.15
            for _ in range(20):
                if all(abs(x - tx) > item.width / 2 + r or abs(z - tz) > item.depth / 2 + r for tx, tz, r in taken):
                    break
                z += 0.35
            limit_x, limit_z = plan.width / 2 - item.width / 2 - 0.02, plan.depth / 2 - item.depth / 2 - 0.02
            item.x, item.z = min(max(x, -limit_x), limit_x), min(max(z, -limit_z), limit_z)
            item.y = round(plan.height - item.height, 3)
            item.placed = True
            taken.append((item.x, item.z, max(item.width, item.depth) / 2))


def _spread_out(plan: RoomPlan, rank: int, count: int) -> tuple[float, float]:
    """Where the lamp of that rank of so many hangs that light a whole room: in lines, each amid its share of the ceiling."""
    along, across = max(plan.width, plan.depth), min(plan.width, plan.depth)
    lines = max(1, min(round(math.sqrt(count * across / along)), count // 2)) if count > 3 else 1
    columns = math.ceil(count / lines)
    line, column = divmod(rank, columns)
    here = min(columns, count - line * columns)
    a, b = ((column + 0.5) / here - 0.5) * along, ((line + 0.5) / lines - 0.5) * across
    return (a, b) if plan.width >= plan.depth else (b, a)


def _lower(plan: RoomPlan, item: Item, anchor: Item | None, bonds: list[Bond]) -> None:
    """Let out the cord of what hangs low over a thing: a mobile over a crib, a lamp over a table."""
    above = any(b.item is item and b.kind == "above" for b in bonds) or (
        anchor is not None and _lit(item, plan) is anchor
    )
    if anchor is None or not above or anchor.support != "floor" or anchor.host is not None:
        return
    gap = next((metres for word, metres in _ON_CORDS.items() if word in item.words), None)
    height = 0.0 if gap is None else round(plan.height - anchor.height - gap, 2)
    if height > item.height + 0.1:
        item.box = (item.width, height, item.depth)
