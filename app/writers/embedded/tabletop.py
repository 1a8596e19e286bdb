"""Things on, in and under other things: laid out on the host's surfaces without meeting.

A surface is filled column by column from its own left (+x) to its right; a column holds what stands one in front of the
other. *Left of*, *right of*, *in front of* and *behind* choose the column and the row, *on the left side* the end of the
line; tall things go to the back. What one surface cannot take goes to the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.footprints import turned
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import Level
from scenewright.scene.layout import HAIR

__all__ = ["lay_out", "overflow", "place_settings", "put_under", "set_places"]

_STEP = 1e-4
"""Metres: heights are written to that, and upward, so that nothing sinks into what it stands on."""
_GAP = 0.03
_EDGE = 0.02
_HIGHEST_PILE = 6
_LAID = ("tableware", "food", "textiles")
_PLACE_SHARE = 0.4
"""The share of a table, from its edge, that a place may take."""
_IN_REACH = 1.55
_SMALLER = (0.85, 0.7, 0.55)
"""Factors by which things are made smaller where they do not fit: towels are folded for their basket."""
_THIN = 0.004
"""Metres: what is made smaller gets no thinner than that, or no thinner than it was: a place mat stays a place mat."""


@dataclass
class _Column:
    """Things one behind the other, the rearmost first. `side`: -1 at the host's right end, 1 at its left, 0 anywhere."""

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
"""The level top of a thing that others can be piled on, as large as it is; None where it has none."""


def lay_out(
    host: Item, guests: list[Item], surfaces: tuple[Level, ...], bonds: list[Bond], tops: Tops = lambda item: None
) -> list[Item]:
    """Place `guests` on the surfaces of `host`, which has its pose. Those that found no room are returned."""
    whole = [g.size for g in guests]
    for guest in guests:
        _fit_alone(guest, surfaces)
    columns = _columns(guests, bonds)
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


def _make_smaller(guests: list[Item], whole: list[Size], boxes: list[Size | None], factor: float) -> None:
    """Have things of sizes `whole`, which `boxes` are fitted to one by one, be no larger than by a factor."""
    for item, size, box in zip(guests, whole, boxes, strict=True):
        fitted = 1.0 if box is None else box[0] / size[0]
        item.box = box if fitted <= factor else _scaled(size, factor)


def overflow(host: Item, guests: list[Item], surfaces: tuple[Level, ...], bonds: list[Bond]) -> list[Item]:
    """Those of some guests that have no room on surfaces in their own sizes. None of them counts as placed."""
    left = [item for column in _fill(host, surfaces, _columns(guests, bonds)) for item in column.items]
    for guest in guests:
        guest.y, guest.placed = 0.0, False
    return left


def _scaled(size: Size, factor: float) -> Size:
    """A size made smaller by a factor; thin things keep their thickness."""
    width, height, depth = size
    return round(width * factor, 3), round(max(height * factor, min(height, _THIN)), 3), round(depth * factor, 3)


def _fit_alone(guest: Item, surfaces: tuple[Level, ...]) -> None:
    """Make a thing as small as the surface that suits it best asks for, a fifth of its size at the least; between boards
    a finger's breadth stays free."""

    def room(level: Level) -> float:
        within = min(level.width / guest.width, level.depth / guest.depth, level.headroom / guest.height)
        return within if level.headroom == float("inf") else 0.94 * within

    best = max(room(level) for level in [s for s in surfaces if s.y < _IN_REACH] or surfaces)
    if best < 1.0:
        guest.box = _scaled(guest.size, max(0.96 * best, 0.2))


def _pile(host: Item, guests: list[Item], sizes: list[Size], level: Level, tops: Tops) -> bool:
    """Flat things of one kind with level tops are piled up where they do not fit side by side: towels, boxes, books."""
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
        _stand(host, item, (level.x0 + level.x1) / 2, y, (level.z0 + level.z1) / 2)
        y += item.height if top is None else top.y
        if below is not None:
            item.host = below  # it lies on that, and through it on the host
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
    # what the text relates to something that came later
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
    # centred single things stay in the middle of the line
    return columns


def _side(detail: str) -> float:
    words = detail.split()
    return 1.0 if "left" in words else -1.0 if "right" in words or "corner" in words or "edge" in words else 0.0


def _fill(host: Item, surfaces: tuple[Level, ...], columns: list[_Column]) -> list[_Column]:
    """Put columns on surfaces, as many on each as go there; the rest is returned."""
    for level in surfaces:
        if not columns:
            break
        columns = _fill_level(host, level, columns)
    return columns


def _fill_level(host: Item, level: Level, columns: list[_Column]) -> list[_Column]:
    """Put as many columns as go into rows on one surface; the rest is returned."""
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
        if row and row_width([*row, column]) > width:
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
    z = level.z0 + _EDGE + free + min(over, 0.0) / 2  # what needs the edges too takes as much of both
    for number, line in enumerate(rows):
        middle = z + depths[number] / 2
        if len(rows) == 1 and level.headroom != float("inf"):
            middle = level.z1 - _EDGE - depths[number] / 2 if free < 0.03 else middle
        _row(host, level, line, middle, width)
        z += depths[number] + free
    return rest


def _row(host: Item, level: Level, line: list[_Column], z: float, width: float) -> None:
    """One line of columns, spread evenly from the host's left (+x) to its right, pushed to a side where the text says so."""
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
            _stand(host, item, centre, level.y, back + item.depth / 2)
            back += item.depth + _GAP


def _stand(host: Item, item: Item, x: float, y: float, z: float, turn: float = 0.0) -> None:
    px, pz = turned(x, z, host.turn)
    item.x, item.z, item.y = host.x + px, host.z + pz, host.y + math.ceil((y + HAIR) / _STEP - 1e-6) * _STEP
    item.turn = (host.turn + turn) % 360.0
    item.placed = True


def place_settings(guests: list[Item], seats: int) -> list[list[Item]]:
    """What of some guests is laid before seats, like with like, the largest first: plates, glasses, napkins."""
    groups: dict[int, list[Item]] = {}
    for guest in guests:
        if guest.choice.entry.category in _LAID:
            groups.setdefault(guest.request, []).append(guest)
    laid = [g for g in groups.values() if 2 <= len(g) <= seats and max(g[0].width, g[0].depth) <= 0.42]
    return sorted(laid, key=lambda g: -g[0].width * g[0].depth)


def set_places(host: Item, guests: list[Item], seats: list[Item], top: Level) -> list[Item]:
    """Where there is one of something for every seat, each lies before its seat: plates at the edge, glasses behind them.

    The guests that are left are returned.
    """
    set_: set[int] = set()
    rows: list[float] = [0.0] * len(seats)  # how far in from the edge the next thing of a place lies
    for group in place_settings(guests, len(seats)):
        if max(rows) + group[0].depth > _PLACE_SHARE * min(top.width, top.depth):
            continue
        for number, (item, seat) in enumerate(zip(group, seats, strict=False)):
            x, z = turned(seat.x - host.x, seat.z - host.z, -host.turn)
            reach_x, reach_z = top.width / 2 - item.width / 2 - 0.02, top.depth / 2 - item.depth / 2 - 0.02
            inset = rows[number]
            edge_x, edge_z = max(reach_x - inset, 0.0), max(reach_z - inset, 0.0)
            side = abs(x) / max(top.width, 1e-6) > abs(z) / max(top.depth, 1e-6)
            px = math.copysign(edge_x, x) if side else max(-reach_x, min(reach_x, x))
            pz = max(-reach_z, min(reach_z, z)) if side else math.copysign(edge_z, z)
            if abs(top.width - top.depth) < 0.02:  # a round or square top: straight toward the seat
                length = math.hypot(x, z) or 1.0
                px, pz = x / length * edge_x, z / length * edge_z
            _stand(host, item, px, top.y, pz)
            rows[number] = inset + item.depth + 0.02
            set_.add(id(item))
    return [g for g in guests if id(g) not in set_]


def put_under(host: Item, guests: list[Item], room: float) -> None:
    """On the floor below the host, side by side; made smaller where they are too high or too many for it.

    Args:
        room: the free height below the host, 0 where nothing is free.
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
    total = sum(g.width for g in guests) + 0.05 * (len(guests) - 1)
    x = total / 2
    for guest in guests:
        _stand(host, guest, x - guest.width / 2, 0.0, max(0.0, host.depth / 2 - guest.depth / 2 - 0.05))
        guest.y = host.y
        x -= guest.width + 0.05
