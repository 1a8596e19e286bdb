"""Tables that are large enough for their seats: a table for eight is longer than one for four."""

from __future__ import annotations

import math

from scenewright.app.furnishing.traits import is_counter, is_desk, is_round, is_seat, is_table
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.selection import Item

__all__ = ["fit_tables"]

_ELBOWS = 0.6
"""Metres of the table's edge that a person needs."""
_CORNERS = 0.3
"""Metres of a long side that stay free where people sit at the ends too."""
_BETWEEN_CHAIRS = 0.1
_BETWEEN_STOOLS = 0.17
_LOW = 0.6
"""Metres: people do not dine at tables below this height."""
_AT_SMALL = word_set("small tiny little narrow compact mini slim miniature child children kid toddler toy play")
_PLATE, _CUTLERY = 0.3, 0.07
"""Metres of the edge that a plate takes, and each other thing beside it."""
_LONGEST = 7.2
_WIDEST = 2.6


def fit_tables(items: list[Item], bonds: list[Bond]) -> None:
    """Enlarge tables with more seats than have room at them. Equal tables stay equal."""
    seats: dict[int, list[Item]] = {}
    tables: dict[int, list[Item]] = {}
    for bond in bonds:
        if (
            bond.kind in ("around", "at", "with")
            and bond.anchors
            and is_seat(bond.item)
            and _is_dined_at(bond.anchors[0])
            and not is_counter(bond.anchors[0])
        ):
            seats.setdefault(id(bond.anchors[0]), []).append(bond.item)
    for item in items:
        if id(item) in seats:
            tables.setdefault(item.request, []).append(item)
    _lengthen_counters(items, bonds)
    for group in tables.values():
        count = max(len(seats[id(t)]) for t in group)
        seat = seats[id(group[0])][0]
        laid = len({i.request for i in items if i.host is group[0] and i.choice.entry.category == "tableware"})
        size = _size_for(group[0], count, max(_ELBOWS, seat.width + _BETWEEN_CHAIRS), laid)
        if size is not None:
            for item in items:
                if item.request == group[0].request:
                    item.box = size


def _lengthen_counters(items: list[Item], bonds: list[Bond]) -> None:
    """Make counters as long as the line of people who sit before them."""
    seats: dict[int, list[Item]] = {}
    for bond in bonds:
        before = bond.kind in ("in_front_of", "around", "at", "with", "along", "facing", "near", "next_to")
        if before and bond.anchors and is_seat(bond.item) and is_counter(bond.anchors[0]):
            seats.setdefault(id(bond.anchors[0]), []).append(bond.item)
    for item in items:
        if sat := seats.get(id(item)):
            width, height, depth = item.size
            along = min(len(sat) * (sat[0].width + _BETWEEN_STOOLS), _LONGEST)
            item.box = _rounded(along, height, depth) if along > width + 0.01 else item.box


def _is_dined_at(item: Item) -> bool:
    return is_table(item) and not is_desk(item) and item.height > _LOW and not _AT_SMALL & item.said


def _size_for(table: Item, seats: int, each: float, laid: int) -> tuple[float, float, float] | None:
    """The size of a table for so many seats, where it is too small; None where it is not."""
    width, height, depth = table.size
    if is_round(table):
        share = 2 * math.sin(math.pi / max(seats, 2))
        across = 2 * (each / share - 0.12)
        if laid:
            across = max(across, 2 * ((_PLATE + _CUTLERY * (laid - 1)) / share + 0.1))
        factor = min(across, _WIDEST) / min(width, depth)
        return _rounded(width * factor, height, depth * factor) if factor > 1.01 else None
    along, over = max(width, depth), min(width, depth)
    ends = seats >= 6 and seats % 2 == 0
    if "square" in table.said and seats > 4:
        side = max(math.ceil(seats / 4) * each + 0.3, along)
        return _rounded(side, height, side) if side > along + 0.01 else None
    square = abs(width - depth) < 0.25 and seats <= 4
    a_side = 1 if square else (seats - 2) // 2 if ends else math.ceil(seats / 2)
    need = min(a_side * each + (_CORNERS if ends else 0.05), _LONGEST)
    deep = max(over, 0.85) if ends else over
    if need <= along + 0.01 and deep <= over + 0.05:
        return None
    along = max(along, need)
    return _rounded(along, height, deep) if width >= depth else _rounded(deep, height, along)


def _rounded(width: float, height: float, depth: float) -> tuple[float, float, float]:
    return round(width, 2), height, round(depth, 2)
