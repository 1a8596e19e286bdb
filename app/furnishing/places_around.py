"""Candidate poses of a thing around another (its anchor), the best first: (x, z, turn) in the anchor's own frame."""

from __future__ import annotations

import math
from collections.abc import Iterator

from scenewright.app.furnishing.footprints import turn_towards
from scenewright.app.furnishing.furniture import Furniture, Tie
from scenewright.app.furnishing.traits import (
    is_bed,
    is_counter,
    is_desk,
    is_drunk_at,
    is_footrest,
    is_played,
    is_read_from,
    is_round,
    is_seat,
    is_sofa,
    is_table,
    wall_backed,
)

__all__ = ["BEHIND_COUNTER", "places_around", "row_pitch"]

BEHIND_COUNTER = 0.95
"""Metres of floor behind a counter, for the person who serves there."""
_AT_KEYS = 0.08
"""Metres between a bench and the piano at which one sits, or a chair and its music stand."""
_VISITORS = 1.3
"""Metres of floor before a counter at which people are served standing, to the seats before it."""
_LOW_TABLE, _REACH = 0.62, 0.3
"""Metres: the height of a table that one reaches from an armchair, and how far that stands from it."""
_SIDES = {"left_of": 1, "right_of": -1}
"""+x is a thing's own left."""
_WHO_SERVE = 2
"""More seats at one counter are those of guests."""
_LOW = 0.7
"""Metres: what is lower, a waste bin or bags, stands within reach of the person behind a counter."""


_FURTHER = (0.35, 0.8)
"""Metres by which things stand further out where their ring has no room for them."""
_ON_FLOOR = 0.25
"""Metres up to which a seat is a cushion on the floor."""


def places_around(item: Furniture, anchor: Furniture, bond: Tie) -> Iterator[tuple[float, float, float]]:
    """Candidate (x, z, turn) in the anchor's own frame, the best first: metres, and degrees about +y."""
    kind = bond.kind
    if is_counter(anchor) and is_seat(item):
        kind = _at_counter(item, anchor, bond)
    if is_seat(item) and _is_used_from_front(anchor) and kind in ("with", "at", "next_to", "near", "facing"):
        kind = "in_front_of"
    if kind in ("with", "at"):
        kind = "seat" if is_seat(item) and (is_table(anchor) or is_desk(anchor)) else "next_to"
    if (
        kind in ("next_to", "near")
        and is_seat(item)
        and is_table(anchor)
        and not is_sofa(anchor)
        and anchor.height > 0.6
    ):
        kind = "seat"
    if kind in ("in_front_of", "facing", "across") and is_seat(item) and is_desk(anchor):
        kind = "seat"
    if kind == "seat" and bond.total > 1 and is_table(anchor) and not is_desk(anchor):
        kind = "around"
    low = is_table(anchor) and anchor.height <= _LOW_TABLE
    if (
        (is_seat(item) or is_sofa(item))
        and (is_bed(anchor) or low)
        and bond.kind in ("with", "at", "next_to", "near", *_SIDES)
    ):
        yield from _beside_turned(item, anchor, bond, _REACH if low else 0.2)
    if kind == "row":
        yield _in_row(item, anchor, bond)
    elif kind == "around":
        yield from _around(item, anchor, bond)
    elif kind == "seat":
        yield from _seat(item, anchor, bond)
    elif kind == "flank":
        # the first of two is the left one, as a viewer in front says it of things without "of": 'the left nightstand'
        first = -1 if bond.rank % 2 == 0 else 1
        yield from _sides(item, anchor, first=first, both=False)
        yield from _sides(item, anchor, first=first)
    elif kind == "left_of" or (kind == "beside" and bond.detail == "left"):
        yield from _sides(item, anchor, first=1, both=False)
        yield from _sides(item, anchor, first=1, both=False, gap=0.4)
        yield from _ring(item, anchor)
    elif kind == "right_of":
        yield from _sides(item, anchor, first=-1, both=False)
        yield from _sides(item, anchor, first=-1, both=False, gap=0.4)
        yield from _ring(item, anchor)
    elif kind == "facing" and item.looked_over and anchor.looked_over:
        for gap in (0.02, 0.3, 0.8):  # two desks back to back: the people at them look at each other
            yield 0.0, -(anchor.depth + item.depth) / 2 - gap, 180.0
        yield from _ring(item, anchor)
    elif kind in ("in_front_of", "foot", "facing", "away", "across", "centered"):
        yield from _front(item, anchor, kind, bond)
        yield from _ring(item, anchor)
    elif kind == "behind":
        yield from _behind(item, anchor, bond)
        # an anchor at a wall has no room behind it: try beside it, at its back
        yield from _sides(item, anchor, first=1)
    elif kind == "head":
        yield from _sides(item, anchor, first=1)
    elif kind == "along":
        yield from _front(item, anchor, "foot", bond)
        yield from _sides(item, anchor, first=1)
    else:
        first = 1 if bond.rank % 2 == 0 else -1
        gap = 0.3 if kind == "near" else None
        yield from _sides(item, anchor, first=first, gap=gap)
        yield from _front(item, anchor, "in_front_of", bond)
        yield from _ring(item, anchor)


def _at_counter(item: Furniture, anchor: Furniture, bond: Tie) -> str:
    """Where a seat belongs that is at a counter: guests of a bar sit before it; at a reception or in a shop guests stand, and the seat is
    that of who serves."""
    if is_drunk_at(anchor, item) or bond.total > _WHO_SERVE:
        return "in_front_of" if bond.kind in ("with", "at", "around", "next_to", "near", "facing") else bond.kind
    return "behind" if bond.kind in ("with", "at") else bond.kind


def _is_used_from_front(anchor: Furniture) -> bool:
    """Whether who sits at it is close before its front: at a piano, or a music stand."""
    return is_played(anchor) or is_read_from(anchor)


def _behind(item: Furniture, anchor: Furniture, bond: Tie) -> Iterator[tuple[float, float, float]]:
    """Poses behind the anchor. Behind a counter seats and low things are within reach; shelves and cupboards leave room for a person."""
    served = is_counter(anchor)
    within = is_seat(item) or item.height < _LOW
    gap = BEHIND_COUNTER if served and not within else 0.15 if served else 0.08
    first = (bond.rank - (bond.total - 1) / 2) * (item.width + (0.1 if within else 0.02))
    step = 0.4 if not served else max(item.width, 0.4)
    for shift in (0.0, step, -step, 2 * step, -2 * step, 3 * step, -3 * step):
        yield first + shift, -(anchor.depth + item.depth) / 2 - gap, 0.0


def _in_row(item: Furniture, anchor: Furniture, bond: Tie) -> tuple[float, float, float]:
    """The place of an item in a grid of like things. The anchor is the first corner; the rows leave room for chairs."""
    row, column = divmod(bond.rank, int(bond.detail))
    across, along = row_pitch(item)
    return column * across, (row if item.looked_over else -row) * along, 0.0


def row_pitch(item: Furniture) -> tuple[float, float]:
    """From one thing to the next across and along rows of like things, in metres: with room for chairs and to walk."""
    if is_desk(item):
        return item.width + 0.5, item.depth + 0.8
    if is_table(item):
        return item.width + 1.3, item.depth + 1.3
    if is_seat(item):
        return item.width + 0.12, item.depth + 0.45
    return item.width + 0.5, item.depth + 0.5


def _side_gap(item: Furniture, anchor: Furniture) -> float:
    if is_seat(item) or is_seat(anchor):
        return 0.15
    return 0.05


def _sides(
    item: Furniture, anchor: Furniture, *, first: int, both: bool = True, gap: float | None = None
) -> Iterator[tuple[float, float, float]]:
    """Poses beside the anchor. Where either stands at a wall, their backs are in line. +x is the anchor's own left."""
    space = _side_gap(item, anchor) if gap is None else gap
    aligned = -anchor.depth / 2 + item.depth / 2
    at_back = wall_backed(item) or wall_backed(anchor)
    turn = 0.0
    for extra in (0.0, 0.25, 0.6, 1.1):
        for side in (first, -first) if both else (first,):
            x = side * ((anchor.width + item.width) / 2 + space + extra)
            for z in (aligned, 0.0, anchor.depth / 2 - item.depth / 2) if at_back else (0.0, aligned):
                yield x, z, turn


def _beside_turned(item: Furniture, anchor: Furniture, bond: Tie, gap: float) -> Iterator[tuple[float, float, float]]:
    """Poses of a seat beside a bed, turned to who lies there, or beside a coffee table, turned to who sits about it."""
    first = _SIDES.get(bond.kind, 1 if bond.rank % 2 == 0 else -1)
    for extra in (0.0, 0.3, 0.7):
        for side in (first,) if bond.kind in _SIDES else (first, -first):
            x = side * ((anchor.width + item.depth) / 2 + gap + extra)
            for z in (0.0, anchor.depth / 4, -anchor.depth / 4):
                yield x, z, turn_towards(-side, 0.0)
    if not is_bed(anchor):
        for shift in (0.0, 0.5, -0.5):  # more than its sides have room for sit opposite the sofa
            yield shift, (anchor.depth + item.depth) / 2 + gap, 180.0


def _front(item: Furniture, anchor: Furniture, kind: str, bond: Tie) -> Iterator[tuple[float, float, float]]:
    turn = 180.0 if (is_seat(item) or is_sofa(item) or wall_backed(item)) and kind != "foot" else 0.0
    if kind == "away":
        turn = 0.0
    if kind in ("facing", "away") and item.looked_over:
        turn = 0.0 if kind == "facing" else 180.0
    if kind == "foot":
        gap = 0.06 if not wall_backed(item) or is_seat(item) else 0.1
        turn = 0.0 if not is_desk(item) else 180.0
    elif _is_used_from_front(anchor) and is_seat(item):
        gap = _AT_KEYS
    elif is_counter(anchor) and is_seat(item) and not (is_drunk_at(anchor, item) or bond.total > _WHO_SERVE):
        gap = _VISITORS
    elif is_desk(anchor) or (is_table(anchor) and anchor.height > 0.6):
        gap = 0.04 if is_seat(item) else 0.7
    elif (is_sofa(anchor) or is_seat(anchor)) and is_table(item) and item.height >= 0.62:
        gap = 0.08  # who sits in a booth reaches the table
    elif (is_sofa(anchor) or is_seat(anchor)) and is_footrest(item):
        gap = 0.12
    elif is_sofa(anchor) or is_seat(anchor):
        gap = 0.35 if item.height < 0.62 and not is_seat(item) else 1.3
    elif is_table(anchor):
        gap = 0.4
    else:
        gap = 1.0 if is_desk(item) and anchor.support == "wall" else 0.65  # a teacher sits between desk and blackboard
    if kind in ("facing", "away", "across") and not (is_desk(anchor) or is_table(anchor)):
        gap = max(gap, 1.2)
    if is_sofa(item) and is_counter(anchor):
        gap = max(gap, _VISITORS)
    if kind == "across":
        gap = max(gap, 1.5)
    spread = [0.0]
    if bond.total > 1:
        step = item.width + 0.15
        spread = [(bond.rank - (bond.total - 1) / 2) * step]
    for extra in (0.0, 0.3, 0.6, 1.0, 1.5):
        for shift in (*spread, 0.0, 0.5, -0.5, 0.9, -0.9):
            yield shift, (anchor.depth + item.depth) / 2 + gap + extra, turn


def _seat(item: Furniture, anchor: Furniture, bond: Tie) -> Iterator[tuple[float, float, float]]:
    """Poses of a chair that faces a table or desk: in front first, then at the other sides."""
    gap = 0.04
    front, side = (anchor.depth + item.depth) / 2 + gap, (anchor.width + item.depth) / 2 + gap
    room = max(1, int(anchor.width // (item.width + 0.08)))
    for k in range(room):
        x = (k - (room - 1) / 2) * anchor.width / room if bond.total > 1 or room > 1 else 0.0
        if bond.total <= 1:
            x = 0.0
        yield x, front, 180.0
    if not is_desk(anchor):
        for k in range(room):
            yield (k - (room - 1) / 2) * anchor.width / room, -front, 0.0
        yield side, 0.0, 270.0
        yield -side, 0.0, 90.0
    for extra in (0.5, 1.0):
        yield 0.0, front + extra, 180.0


def _around(item: Furniture, anchor: Furniture, bond: Tie) -> Iterator[tuple[float, float, float]]:
    """Evenly spaced seats around a table: by angle at a round one, by side at any other."""
    facing = is_seat(item) or is_sofa(item)
    close = anchor.height > 0.6 or item.height < _ON_FLOOR  # knees are under the table, or before it
    gap = 0.04 if facing and close else 0.4 if facing else 0.12
    if is_round(anchor) and not bond.detail.endswith(("long", "short")):
        for turn_by in (0.0, 0.5, 0.25):
            for k in range(bond.total):
                angle = 2 * math.pi * (((bond.rank + k) % bond.total) + turn_by) / bond.total
                yield _polar(item, anchor, angle, gap, bond.total)
        for further in _FURTHER:  # something else stands in the ring
            for k in range(12):
                yield _polar(item, anchor, 2 * math.pi * (bond.rank / bond.total + k / 12), gap + further, bond.total)
        return
    for x, z, turn in _slots(item, anchor, bond, gap):
        yield x, z, turn if facing else 0.0
    for k in range(12):
        yield _polar(item, anchor, 2 * math.pi * k / 12, gap + 0.3)


def _polar(item: Furniture, anchor: Furniture, angle: float, gap: float, total: int = 1) -> tuple[float, float, float]:
    """A pose on a ring about the anchor, which is wide enough for `total` of them side by side: logs about a fire."""
    x, z = math.sin(angle), math.cos(angle)
    edge = 0.5 * math.hypot(anchor.width * x, anchor.depth * z)
    if total > 2:
        edge = max(edge, (item.width / 2 + 0.03) / math.tan(math.pi / total) - gap)
    radius = edge + item.depth / 2 + gap
    return radius * x, radius * z, turn_towards(-x, -z)


def _slots(item: Furniture, anchor: Furniture, bond: Tie, gap: float) -> list[tuple[float, float, float]]:
    """Places along the sides of a rectangular table: front and back (the long sides of a wide table), left, right."""
    wide = anchor.width >= anchor.depth
    front = (anchor.depth + item.depth) / 2 + gap
    flank = (anchor.width + item.depth) / 2 + gap

    def along(length: float, n: int) -> list[float]:
        step = length / n
        return [(k - (n - 1) / 2) * step for k in range(n)]

    def long_side(sign: int, n: int, corners: float = 0.0) -> list[tuple[float, float, float]]:
        length = (anchor.width if wide else anchor.depth) * 0.96 - corners
        if wide:
            return [(s, sign * front, 180.0 if sign > 0 else 0.0) for s in along(length, n)]
        return [(sign * flank, s, 270.0 if sign > 0 else 90.0) for s in along(length, n)]

    def short_side(sign: int, n: int) -> list[tuple[float, float, float]]:
        length = (anchor.depth if wide else anchor.width) * 0.96
        if wide:
            return [(sign * flank, s, 270.0 if sign > 0 else 90.0) for s in along(length, n)]
        return [(s, sign * front, 180.0 if sign > 0 else 0.0) for s in along(length, n)]

    total = bond.total
    longer = max(anchor.width, anchor.depth)
    capacity = max(1, int(longer // (item.width + 0.03)))
    if bond.detail.startswith("one "):
        side = long_side if bond.detail.endswith("long") else short_side
        if (
            total * (item.width + 0.03)
            <= (max if bond.detail.endswith("long") else min)(anchor.width, anchor.depth) + 0.25
        ):
            return [*side(1, total), *side(-1, total)]
    if bond.detail.endswith("short"):
        each = max(1, math.ceil(total / 2))
        first = -1 if bond.detail.startswith("other ") else 1
        return [*short_side(first, each), *short_side(-first, each)]
    if bond.detail.endswith("long"):
        per_side = max(1, min(capacity, math.ceil(total / 2)))
        return [*long_side(1, per_side), *long_side(-1, per_side)]
    if total <= 2:
        return [*long_side(1, 1), *long_side(-1, 1), *short_side(1, 1), *short_side(-1, 1)]
    if total <= 4 and abs(anchor.width - anchor.depth) < 0.25:
        return [*long_side(1, 1), *long_side(-1, 1), *short_side(1, 1), *short_side(-1, 1)]
    if total > 4 and longer - min(anchor.width, anchor.depth) < 0.1 and math.ceil(total / 4) <= capacity:
        each = math.ceil(total / 4)  # a square table: as many at each side
        return [*long_side(1, each), *long_side(-1, each), *short_side(1, each), *short_side(-1, each)]
    ends = 2 if total >= 6 and total - 2 <= 2 * capacity and total % 2 == 0 else 0
    per_side = min(capacity, math.ceil((total - ends) / 2))
    other = min(capacity, (total - ends) // 2) if total <= 2 * capacity + 2 else per_side
    room = longer * 0.96 - per_side * (item.width + 0.06)
    corners = min(0.3, max(room, 0.0)) if ends else 0.0  # who sits at the ends needs room at the corners
    slots = [
        *long_side(1, per_side, corners),
        *long_side(-1, max(other, 1), corners),
        *short_side(1, 1),
        *short_side(-1, 1),
    ]
    return slots if total <= len(slots) else [*slots, *long_side(1, per_side + 1)]


def _ring(item: Furniture, anchor: Furniture) -> Iterator[tuple[float, float, float]]:
    """Poses around the anchor in growing rings."""
    for gap in (0.15, 0.4, 0.8, 1.3, 1.9):
        for k in range(16):
            angle = 2 * math.pi * k / 16
            x, z = math.sin(angle), math.cos(angle)
            reach = max(anchor.width, anchor.depth) / 2 + max(item.width, item.depth) / 2 + gap
            yield reach * x, reach * z, turn_towards(-x, -z) // 90 * 90.0 if is_seat(item) else 0.0
