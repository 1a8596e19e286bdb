"""Doors and windows of a room that a text describes: how many, at which walls, how high."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.description import UsualOpenings
from scenewright.app.writers.embedded.roomplan import WALLS, RoomOpening, RoomPlan

__all__ = ["middle_of_windows", "room_openings"]

_WINDOWLESS = word_set(
    """basement bathroom washroom cellar garage closet hallway corridor casino theater cinema ensuite pantry
    storage"""
)
_SILL = 1.0
"""Metres: what is higher would hide a window behind it."""
_WIDE = 1.0
"""Metres: what is wider and hangs on a wall, a blackboard, leaves no room for a window beside it."""
_AMID, _AT_CORNER, _NARROWEST = 0.2, 0.2, 0.5
"""Metres between a window and what stands between it and another, between it and the corner, and the least width of such a window."""
_FULL = 0.6
"""Where high furniture takes so large a share of a wall, no window fits between."""
_MIRRORED = {"left": "right", "right": "left"}
_ALONG = {"front": -1.0, "back": -1.0}
"""What an offset along a wall is multiplied by where left and right change places."""
_LOW_ROOM = 2.32
"""Metres: the height of a cabin, whose windows are low."""
_AT_DOOR = 0.25
"""Metres between a door and the corner."""
_WIDTHS, _STEP = (1.0, 0.8, 0.6, 0.45), 0.05
"""Shares of its width that a window may have beside a door, and metres between two places that are tried."""
_USUAL = UsualOpenings()


def room_openings(
    plan: RoomPlan,
    kind: str,
    bonds: list[Bond],
    *,
    doors: int,
    windows: int,
    mirrored: bool = False,
    usual: UsualOpenings = _USUAL,
) -> list[RoomOpening]:
    """Doors, the front wall first, and windows, all away from the corners. The first door leaves room for what stands in the corner beside
    it; the sill of the first window is above what stands under it.

    Args:
        kind: of the room; '' where nothing is known of it.
        windows: 0: one, but for rooms that usually have none; less: none.
        mirrored: the first door is at the left end of its wall, and the first window on the right.
        usual: where they are, as far as nothing in the room asks for another place.
    """
    corner, beneath = _corner_at_door(bonds), _beneath_window(bonds, plan.height)
    out: list[RoomOpening] = []
    width = min(0.9, plan.width * 0.4)
    spots = [
        ("front", plan.width / 2 - min(corner, plan.width / 2 - width) - width / 2),
        ("right", plan.depth / 2 - 0.25 - width / 2),
        ("left", plan.depth / 2 - 0.25 - width / 2),
        ("front", -plan.width / 2 + 0.25 + width / 2),
    ]
    if doors <= 1 and corner <= _AT_DOOR:
        spots[0] = _usual_door(plan, usual, width)
    for wall, offset in spots[: max(1, min(doors, 4))]:
        out.append(RoomOpening("door", wall, round(offset, 2), round(width, 2), 2.05))
    if windows == 0 and not (_WINDOWLESS & set(kind.split())):
        windows = 1
    if mirrored:
        out = [replace(o, wall=_MIRRORED.get(o.wall, o.wall), offset=o.offset * _ALONG.get(o.wall, 1.0)) for o in out]
    pair = _pair_of_windows(plan, bonds) if windows > 1 else []
    out += pair
    windows -= len(pair)
    for wall in _window_walls(plan, bonds, usual.windows, mirrored)[: max(min(windows, 5), 0)]:
        length = plan.length(wall)
        wide = round(min(usual.wide, length * 0.4), 2)
        doubled = sum(1 for o in out if o.kind == "window" and o.wall == wall)
        offset = -0.05 * length if not doubled else 0.3 * length
        if doubled:
            out = [
                RoomOpening(
                    o.kind, o.wall, round(-0.25 * length, 2), min(o.width, round(length * 0.35, 2)), o.height, o.sill
                )
                if o.kind == "window" and o.wall == wall
                else o
                for o in out
            ]
            wide = round(min(wide, length * 0.3), 2)
            offset = 0.22 * length
        sill, tall = (1.5, 0.7) if "basement" in kind else (0.9, 1.25 if plan.height > _LOW_ROOM else 0.55)
        if beneath > sill and not any(o.kind == "window" for o in out):
            # an item under the window is lower than its sill
            sill, tall = round(beneath + 0.03, 2), round(min(tall, plan.height - beneath - 0.2), 2)
        out.append(RoomOpening("window", wall, round(offset, 2), wide, tall, sill))
    return _clear_of_doors(plan, out)


def _clear_of_doors(plan: RoomPlan, openings: list[RoomOpening]) -> list[RoomOpening]:
    """The openings, with windows moved along their walls, or made narrower, that would reach into a door. One that fits nowhere is left
    out."""
    out = list(openings)
    for window in openings:
        others = [o for o in out if o is not window]
        if window.kind == "window" and any(o.kind == "door" and window.meets(o) for o in others):
            fitted = _fitted(plan, window, others)
            number = next(k for k, o in enumerate(out) if o is window)
            out[number : number + 1] = [] if fitted is None else [fitted]
    return out


def _fitted(plan: RoomPlan, window: RoomOpening, others: list[RoomOpening]) -> RoomOpening | None:
    """The nearest place on its wall where a window meets no other opening, as wide as can be; None where there is none."""
    for share in _WIDTHS:
        width = round(window.width * share, 2)
        half = plan.length(window.wall) / 2 - width / 2 - _AT_CORNER
        if width < _NARROWEST or half < 0.0:
            continue
        count = int(half / _STEP)
        spots = [replace(window, width=width, offset=round(_STEP * k, 2)) for k in range(-count, count + 1)]
        free = [spot for spot in spots if not any(spot.meets(other) for other in others)]
        if free:
            return min(free, key=lambda o: (abs(o.offset - window.offset), o.offset))
    return None


def _usual_door(plan: RoomPlan, usual: UsualOpenings, width: float) -> tuple[str, float]:
    """The wall of the door and its middle along that wall."""
    wall = "front" if usual.door == "front" else "right"
    last = plan.length(wall) / 2 - _AT_DOOR - width / 2
    return wall, last * (1.0 - 2.0 * usual.along)


def _pair_of_windows(plan: RoomPlan, bonds: list[Bond]) -> list[RoomOpening]:
    """The two windows on the back wall that something is to be between; none where nothing is, or where the wall is too short."""
    amid = [b.item for b in bonds if b.kind == "between" and b.place == "window" and len(b.anchors) == 0 and b.stated]
    if not amid:
        return []
    free = (plan.width - amid[0].width) / 2 - _AMID - _AT_CORNER
    wide = round(min(1.2, free), 2)
    if wide < _NARROWEST:
        return []
    offset = round(amid[0].width / 2 + _AMID + wide / 2, 2)
    return [RoomOpening("window", "back", side * offset, wide, 1.25, 0.9) for side in (-1.0, 1.0)]


def middle_of_windows(openings: list[RoomOpening]) -> tuple[str, float] | None:
    """The wall with two windows, and the offset of the place between them; None where no wall has two."""
    for wall in WALLS:
        offsets = [o.offset for o in openings if o.kind == "window" and o.wall == wall]
        if len(offsets) == 2:
            return wall, sum(offsets) / 2.0
    return None


def _corner_at_door(bonds: list[Bond]) -> float:
    """The length in metres of the wall between door and corner: enough for items in the corner next to the door, and where the text has
    something in each of the four corners."""
    corners = [b.item for b in bonds if b.kind == "in_corner" and b.stated]
    if len(corners) >= len(WALLS):
        return max(max(i.width, i.depth) for i in corners) + 0.1
    beside = [b.item for b in bonds if b.place == "door" and b.kind in ("next_to", "near", "with")]
    cornered = [i for i in beside if any(b.item is i and b.kind == "in_corner" for b in bonds)]
    return max((max(i.width, i.depth) + 0.1 for i in cornered), default=_AT_DOOR)


def _window_walls(plan: RoomPlan, bonds: list[Bond], usual: tuple[str, ...], mirrored: bool) -> tuple[str, ...]:
    """Walls for windows, in order: the `usual` one, or the back wall first in a wide room with something across from a
    window. Walls with high furniture come after the others, those with a blackboard last, and full ones not at all."""
    across = any(b.place == "window" and b.kind == "across" for b in bonds)
    back_first = across and plan.depth < plan.width
    order: tuple[str, ...] = ("back", "left", "right", "left", "right") if back_first else usual
    order = tuple(_MIRRORED.get(wall, wall) for wall in order) if mirrored else order
    high = [b for b in bonds if b.place == "wall" and b.kind in ("against_wall", "along") and b.item.height > _SILL]
    wide = [
        b for b in bonds if b.place == "wall" and b.kind == "on_wall" and (b.link == IMPLIED or b.item.width > _WIDE)
    ]
    free = [wall for wall in order if _taken(high, wall) < _FULL * plan.length(wall)]
    return tuple(sorted(free, key=lambda wall: 2 * _names(wide, wall) + _names(high, wall)))


def _taken(bonds: list[Bond], wall: str) -> float:
    """Metres of a wall that high furniture takes which the text puts there."""
    return sum(b.item.width for b in bonds if b.stated and b.detail.split() == [wall])


def _names(bonds: list[Bond], wall: str) -> bool:
    named = {wall, "side"} if wall in _MIRRORED else {wall}
    return any(named & set(b.detail.split()) for b in bonds)


def _beneath_window(bonds: list[Bond], height: float) -> float:
    """The greatest height in metres of items under a window that leaves room for the window; 0 where there are none."""
    under = [b.item.height for b in bonds if b.place == "window" and b.kind == "under" and b.item.support == "floor"]
    return max((h for h in under if h <= height - 0.7), default=0.0)
