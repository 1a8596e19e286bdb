"""Lays out guests on, in and under their host without overlaps.

A surface is filled column by column from the host's left (+x) to its right. The items of a column stand one in front of the other.
*Left of*, *right of*, *in front of* and *behind* choose column and row, *on the left side* chooses the end of the line. Columns without
room on one surface go to the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.app.furnishing.footprints import turned
from scenewright.app.furnishing.traits import is_bed, is_counter
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import Level
from scenewright.scene.layout import HAIR

__all__ = ["lay_out", "overflow", "put_under", "stand", "turned_room"]

_STEP = 1e-4
"""Metres: heights are rounded up to multiples of this, so that no item sinks into its support."""
_GAP = 0.03
_EDGE = 0.02
_HIGHEST_PILE = 6
_IN_REACH = 1.55
_LARGER = 1.2
"""By how much larger than otherwise a guest is that stands turned by a quarter."""
_SMALLER = (0.85, 0.7, 0.55)
"""Factors by which guests without room are shrunk: towels are folded for their basket."""
_SERVED_WITH = word_set("register monitor computer laptop keyboard mouse telephone phone printer screen")
"""What the person behind a counter uses."""
_AT_HEAD = word_set("pillow cushion bolster")
"""What lies at the head of a bed, all else below it."""
_THIN = 0.004
"""Metres: shrinking keeps at least this height, or the item's own where that is less (a place mat)."""


@dataclass
class _Column:
    """Items one behind the other, the rearmost first. `side`: -1 at the host's right end, 1 at its left, 0 anywhere."""

    items: list[Item] = field(default_factory=list)
    side: float = 0.0

    @property
    def width(self) -> float:
        return max(i.width for i in self.items)

    @property
    def depth(self) -> float:
        return sum(i.depth for i in self.items) + _GAP * (len(self.items) - 1)


Size = tuple[float, float, float]
Tops = Callable[[Item], Level | None]
"""Item -> its level top at its present size, for piles; None where it has none."""
_ROOFED = 1.9
"""Metres of free height below a thing from which on it is a roof."""
_USED_BELOW, _MOST_APART = 0.62, 2.0
"""Share of the width of a roof over which things stand, and the most metres between two of them."""


def lay_out(
    host: Item, guests: list[Item], surfaces: tuple[Level, ...], bonds: list[Bond], tops: Tops = lambda item: None
) -> list[Item]:
    """Place `guests` on the surfaces of `host`, which has its pose. Shrinks or piles them where needed. Returns those without room."""
    if not surfaces:
        return list(guests)  # nothing stands on a sheer curtain or in a lamp
    if len(guests) == 1 and _stands_lengthways(host, guests[0], surfaces):
        return []
    whole = [g.size for g in guests]
    for guest in guests:
        _fit_alone(guest, surfaces)
    columns = _columns(guests, bonds)
    if is_bed(host):
        columns, surfaces = _from_the_head(columns, surfaces)
    boxes = [g.box for g in guests]
    fewest = (len(guests) + 1, 1.0)
    for factor in (1.0, *_SMALLER):
        _make_smaller(guests, whole, boxes, factor)
        left = sum(len(c.items) for c in _fill(host, surfaces, columns))
        if not left:
            return []
        fewest = min(fewest, (left, factor), key=lambda f: f[0])
        if factor == _SMALLER[0] and _pile(host, guests, whole, surfaces[0], tops):
            return []
    _make_smaller(guests, whole, boxes, fewest[1])
    return [item for column in _fill(host, surfaces, columns) for item in column.items]


def turned_room(guest: Item, surfaces: tuple[Level, ...]) -> tuple[float, Level | None]:
    """The share of its size, at most 1, that a guest keeps on the best surface if it is turned by a quarter; and that surface."""
    width, height, depth = guest.size
    rooms = ((min(1.0, v.width / depth, v.depth / width, v.headroom / height), v) for v in surfaces)
    return max(rooms, key=lambda room: room[0], default=(0.0, None))


def _stands_lengthways(host: Item, guest: Item, surfaces: tuple[Level, ...]) -> bool:
    """Turn a guest by a quarter where it keeps more of its size so: a van on a lift. Returns whether it stands."""
    width, height, depth = guest.size
    plain = max(min(v.width / width, v.depth / depth, v.headroom / height) for v in surfaces)
    share, level = turned_room(guest, surfaces)
    if level is None or plain >= 1.0 or share < _LARGER * plain:
        return False
    if share < 1.0:
        guest.box = _scaled(guest.size, max(0.96 * share, 0.2))
    stand(host, guest, (level.x0 + level.x1) / 2, level.y, (level.z0 + level.z1) / 2, 90.0)
    return True


def _make_smaller(guests: list[Item], whole: list[Size], boxes: list[Size | None], factor: float) -> None:
    """Set the boxes of guests to at most `factor` of their sizes `whole`. `boxes`: the size that fits each guest alone, None: whole."""
    for item, size, box in zip(guests, whole, boxes, strict=True):
        fitted = 1.0 if box is None else box[0] / size[0]
        item.box = box if fitted <= factor else _scaled(size, factor)


def overflow(host: Item, guests: list[Item], surfaces: tuple[Level, ...], bonds: list[Bond]) -> list[Item]:
    """The guests that have no room on the surfaces at their own sizes. A trial: no guest counts as placed afterwards."""
    left = [item for column in _fill(host, surfaces, _columns(guests, bonds)) for item in column.items]
    for guest in guests:
        guest.y, guest.placed = 0.0, False
    return left


def _scaled(size: Size, factor: float) -> Size:
    """A size times a factor; thin items keep their height."""
    width, height, depth = size
    return round(width * factor, 3), round(max(height * factor, min(height, _THIN)), 3), round(depth * factor, 3)


def _fit_alone(guest: Item, surfaces: tuple[Level, ...]) -> None:
    """Shrink a guest to fit the best surface, to no less than a fifth of its size. Between boards some height stays free."""

    def room(level: Level) -> float:
        within = min(level.width / guest.width, level.depth / guest.depth, level.headroom / guest.height)
        return within if level.headroom == float("inf") else 0.94 * within

    best = max(room(level) for level in [s for s in surfaces if s.y < _IN_REACH] or surfaces)
    if best < 1.0:
        guest.box = _scaled(guest.size, max(0.96 * best, 0.2))


def _pile(host: Item, guests: list[Item], sizes: list[Size], level: Level, tops: Tops) -> bool:
    """Pile up flat guests of one request with level tops: towels, boxes, books. Returns whether all fit in the pile."""
    width, height, depth = sizes[0]
    flat = height <= 0.75 * max(width, depth)
    if not flat or len(guests) > _HIGHEST_PILE or len({g.request for g in guests}) > 1:
        return False
    factor = min(1.0, 0.96 * level.width / width, 0.96 * level.depth / depth)
    if factor < _SMALLER[-1] or height * factor * len(guests) > level.headroom:
        return False
    was = [g.box for g in guests]
    for item, size in zip(guests, sizes, strict=True):
        item.box = _scaled(size, factor) if factor < 1.0 else size
    found = [top for item in guests[:-1] if (top := tops(item)) is not None]
    if len(found) < len(guests) - 1:
        for item, box in zip(guests, was, strict=True):
            item.box = box
        return False
    y = level.y
    below: Item | None = None
    for item, top in zip(guests, [*found, None], strict=True):
        stand(host, item, (level.x0 + level.x1) / 2, y, (level.z0 + level.z1) / 2)
        y += item.height if top is None else top.y
        if below is not None:
            item.host = below  # and through it on the former host
        below = item
    return True


def _columns(guests: list[Item], bonds: list[Bond]) -> list[_Column]:
    columns: list[_Column] = []
    where: dict[int, _Column] = {}
    here = {id(g) for g in guests}
    for item in guests:
        own = [b for b in bonds if b.item is item]
        beside = next(
            (
                b
                for b in own
                if b.anchors
                and id(b.anchors[0]) in where
                and b.kind in ("left_of", "right_of", "in_front_of", "behind", "next_to", "near", "flank", "between")
            ),
            None,
        )
        side = next((_side(b.detail) for b in own if b.kind in ("on", "inside") and b.detail), 0.0)
        if beside is not None:
            column = where[id(beside.anchors[0])]
            at = columns.index(column)
            if beside.kind == "in_front_of":
                column.items.append(item)
                where[id(item)] = column
                continue
            if beside.kind == "behind":
                column.items.insert(0, item)
                where[id(item)] = column
                continue
            right = beside.kind == "right_of" or (beside.kind == "flank" and beside.rank % 2 == 1)
            new = _Column([item], column.side)
            columns.insert(at + 1 if right else at, new)
        else:
            new = _Column([item], side)
            at = len(columns) if side <= 0 else 0
            columns.insert(at, new)
        where[id(item)] = new
    # relations to guests that come later in the list
    for bond in bonds:
        if (
            id(bond.item) in here
            and bond.anchors
            and id(bond.anchors[0]) in here
            and bond.kind in ("left_of", "right_of")
        ):
            mine, theirs = where[id(bond.item)], where[id(bond.anchors[0])]
            if mine is not theirs and (columns.index(mine) < columns.index(theirs)) != (bond.kind == "left_of"):
                columns.remove(mine)
                at = columns.index(theirs)
                columns.insert(at if bond.kind == "left_of" else at + 1, mine)
    return columns


def _side(detail: str) -> float:
    words = detail.split()
    return 1.0 if "left" in words else -1.0 if "right" in words or "corner" in words or "edge" in words else 0.0


def _fill(host: Item, surfaces: tuple[Level, ...], columns: list[_Column]) -> list[_Column]:
    """Put as many columns as fit on each surface. Returns the rest."""
    for level in surfaces:
        if not columns:
            break
        columns = _fill_level(host, level, columns)
    return columns


def _fill_level(host: Item, level: Level, columns: list[_Column]) -> list[_Column]:
    """Put as many columns as fit into rows on one surface. Returns the rest."""
    width, depth = level.width - 2 * _EDGE, level.depth - 2 * _EDGE
    rows: list[list[_Column]] = []
    used_depth = 0.0
    rest: list[_Column] = []
    row: list[_Column] = []

    def row_width(columns: list[_Column]) -> float:
        return sum(c.width for c in columns) + _GAP * max(len(columns) - 1, 0)

    for column in columns:
        fits = (
            column.width <= width + 2 * _EDGE
            and column.depth <= depth + 2 * _EDGE
            and max(i.height for i in column.items) <= level.headroom
        )
        if not fits:
            rest.append(column)
            continue
        below_pillows = bool(row) and is_bed(host) and _lies_at_head(row[-1]) and not _lies_at_head(column)
        if row and (below_pillows or row_width([*row, column]) > width):
            rows.append(row)
            used_depth += max(c.depth for c in row) + _GAP
            row = []
        if used_depth + max([column.depth, *(c.depth for c in row)]) > depth + 2 * _EDGE:
            rest.append(column)
            continue
        row.append(column)
    if row:
        rows.append(row)
    if not rows:
        return rest
    depths = [max(c.depth for c in r) for r in rows]
    over = depth - sum(depths)
    free = max(over, 0.0) / (len(rows) + 1)
    if is_bed(host) and _lies_at_head(rows[0][0]):
        free = max(over, 0.0) / len(rows)  # no gap between the pillows and the head of the bed
    first = 0.0 if is_bed(host) and _lies_at_head(rows[0][0]) else free
    z = level.z0 + _EDGE + first + min(over, 0.0) / 2  # rows that need the edges use both equally
    for number, line in enumerate(rows):
        middle = z + depths[number] / 2
        if len(rows) == 1 and level.headroom != float("inf"):
            middle = level.z1 - _EDGE - depths[number] / 2 if free < 0.03 else middle
        _row(host, level, line, middle, width)
        z += depths[number] + free
    return rest


def _from_the_head(columns: list[_Column], surfaces: tuple[Level, ...]) -> tuple[list[_Column], tuple[Level, ...]]:
    """What lies on a bed and its level places, from the head of the bed on. Pillows are made to fit beside those of the bed."""
    heads = [column for column in columns if _lies_at_head(column)]
    if not heads:
        return columns, surfaces
    surfaces = tuple(sorted(surfaces, key=lambda level: level.z0))
    for item in (item for column in heads for item in column.items):
        factor = surfaces[0].depth / item.depth
        if _SMALLER[-1] <= factor < 1.0:
            item.box = (*item.size[:2], round(item.depth * factor, 3))
    return heads + [column for column in columns if not _lies_at_head(column)], surfaces


def _lies_at_head(column: _Column) -> bool:
    """Whether what lies on a bed lies at its head."""
    return all(_AT_HEAD & set(item.words) for item in column.items)


def _row(host: Item, level: Level, line: list[_Column], z: float, width: float) -> None:
    """Place one row of columns evenly from the host's left (+x) to its right, toward a side where the text gives one."""
    total = sum(c.width for c in line)
    gap = min((width - total) / max(len(line) + 1, 1), 0.35) if len(line) > 1 else 0.0
    gap = max(gap, 0.0)
    span = total + gap * (len(line) - 1)
    middle = (level.x0 + level.x1) / 2
    side = line[0].side if all(c.side == line[0].side for c in line) else 0.0
    middle += side * max((width - span) / 2 - 0.04, 0.0) * 0.85
    x = middle + span / 2
    for column in line:
        centre = x - column.width / 2
        x -= column.width + gap
        back = z - column.depth / 2
        for item in column.items:
            stand(host, item, centre, level.y, back + item.depth / 2)
            back += item.depth + _GAP


def stand(host: Item, item: Item, x: float, y: float, z: float, turn: float = 0.0) -> None:
    """Put an item on a host, at a point of the host's frame."""
    if is_counter(host) and _SERVED_WITH & set(item.words):
        turn += 180.0  # it faces who serves
    px, pz = turned(x, z, host.turn)
    item.x, item.z, item.y = host.x + px, host.z + pz, host.y + math.ceil((y + HAIR) / _STEP - 1e-6) * _STEP
    item.turn = (host.turn + turn) % 360.0
    item.placed = True


def put_under(host: Item, guests: list[Item], room: float) -> None:
    """Put guests on the floor below the host, side by side. Shrinks them where they are too high or too wide.

    Args:
        room: the free height in metres below the host, 0 where there is none.
    """
    for guest in guests:
        high = min(1.0, 0.97 * room / guest.height) if room > 0.05 else 1.0
        wide = min(
            1.0, 0.9 * host.width / (sum(g.width for g in guests) + 0.05 * len(guests)), host.depth / guest.depth
        )
        if min(high, wide) < 1.0:
            width, height, depth = guest.size
            # flat boxes are made for the room under a bed
            sides = max(min(wide, 1.0), 0.4) if high >= 0.6 else max(min(wide, high / 0.6), 0.4)
            guest.box = (round(width * sides, 3), round(height * min(high, sides), 3), round(depth * sides, 3))
    total = sum(g.width for g in guests)
    roofed = room > _ROOFED  # people walk below it, and things stand in its middle with room between
    apart = (_USED_BELOW * host.width - total) / (len(guests) - 1) if roofed and len(guests) > 1 else 0.05
    apart = min(max(apart, 0.05), _MOST_APART)
    x = (total + apart * (len(guests) - 1)) / 2
    for guest in guests:
        z = 0.0 if roofed else max(0.0, host.depth / 2 - guest.depth / 2 - 0.05)
        stand(host, guest, x - guest.width / 2, 0.0, z)
        guest.y = host.y
        x -= guest.width + apart
