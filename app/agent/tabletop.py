"""Things on, in and under other things: laid out on the host's surfaces without meeting.

A surface is filled column by column from its own left (+x) to its right; a column holds what stands one in front of the
other. *Left of*, *right of*, *in front of* and *behind* choose the column and the row, *on the left side* the end of the
line; tall things go to the back. What one surface cannot take goes to the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.agent.bonds import Bond
from app.agent.footprints import turned
from app.agent.selection import Item
from app.agent.supports import Level

__all__ = ["lay_out", "put_under"]

_GAP = 0.03
_EDGE = 0.02
_LEAST_FACTOR = 0.4


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


def lay_out(host: Item, guests: list[Item], surfaces: tuple[Level, ...], bonds: list[Bond]) -> list[Item]:
    """Place `guests` on the surfaces of `host`, which has its pose. Those that found no room are returned."""
    columns = _columns(guests, bonds)
    waiting = columns
    for number, level in enumerate(surfaces):
        waiting = _fill(host, level, waiting, last=number == len(surfaces) - 1)
        if not waiting:
            return []
    left = [item for column in waiting for item in column.items]
    taken = len(left) < len(guests)  # the surfaces hold things already: no second layer
    return left if taken else [*[i for i in left[:1] if not _squeeze(host, i, surfaces)], *left[1:]]


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


def _fill(host: Item, level: Level, columns: list[_Column], *, last: bool) -> list[_Column]:
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
    free = max(depth - sum(depths), 0.0) / (len(rows) + 1)
    z = level.z0 + _EDGE + free
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
    item.x, item.z, item.y = host.x + px, host.z + pz, host.y + y
    item.turn = (host.turn + turn) % 360.0
    item.placed = True


def _squeeze(host: Item, item: Item, surfaces: tuple[Level, ...]) -> bool:
    """A thing larger than the surface is made smaller, within reason: towels are folded to fit their basket."""
    for level in surfaces:
        factor = min(
            1.0, 0.96 * level.width / item.width, 0.96 * level.depth / item.depth, 0.98 * level.headroom / item.height
        )
        if factor >= _LEAST_FACTOR:
            item.box = tuple(round(v * factor, 3) for v in item.size)  # type: ignore[assignment]
            _stand(host, item, (level.x0 + level.x1) / 2, level.y, (level.z0 + level.z1) / 2)
            return True
    return False


def put_under(host: Item, guests: list[Item]) -> None:
    """On the floor below the host, side by side."""
    total = sum(g.width for g in guests) + 0.05 * (len(guests) - 1)
    x = total / 2
    for guest in guests:
        _stand(host, guest, x - guest.width / 2, 0.0, max(0.0, host.depth / 2 - guest.depth / 2 - 0.05))
        guest.y = host.y
        x -= guest.width + 0.05
