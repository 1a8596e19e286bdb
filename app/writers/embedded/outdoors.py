"""Places what hangs where there is no wall and no ceiling: strings of lights between poles, over what people sit at.

What else would hang on a wall stands in a line at the back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.selection import Choice, Item, expected_choice

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.roomplan import RoomPlan
    from scenewright.assets import Catalogue

__all__ = ["hang_outdoors"]

_STRUNG = word_set("light bunting garland pennant fairy festoon")
"""Last words of what is strung between two poles."""
_POLE = "light pole"
_TIED_AT = 2.58
"""Metres above the ground at which a string is tied to its pole."""
_SAG = 0.42
_ARM = 0.19
"""Metres from the middle of a pole to the end of its hook."""
_TALL = 1.8
"""Metres: a string is not hung through what is higher."""
_LEAST, _MOST = 3.0, 7.0
"""Metres between two poles."""
_BEYOND = 0.5
"""Metres by which a string reaches beyond what it lights."""
_APART = 1.2
"""Metres between two strings, at least."""
_ONE_ROW = 0.6
"""Metres: things whose middles are less apart in depth are in one row."""
_TRIED = 16
_STEP = 0.15


@dataclass
class _Poles:
    """The poles that were set, and what makes more of them."""

    choice: Choice
    items: list[Item]

    def at(self, x: float, z: float) -> None:
        """Set a pole, unless one stands there."""
        if not any(abs(i.x - x) < 0.3 and abs(i.z - z) < 0.3 for i in self.items):
            self.items.append(Item(self.choice, len(self.items), x=round(x, 3), z=round(z, 3), placed=True))


def hang_outdoors(
    plan: RoomPlan, items: list[Item], bonds: list[Bond], everything: list[Item], catalogue: Catalogue
) -> list[Item]:
    """Place items that have no host and would hang. Adds the poles to `everything`. Returns those that stand on the ground instead."""
    strung = [i for i in items if i.words[-1].rstrip("s") in _STRUNG or i.words[-1] in _STRUNG]
    groups: dict[int, list[Item]] = {}
    for item in strung:
        groups.setdefault(item.request, []).append(item)
    choice = _pole(everything, catalogue) if groups else None
    if choice is not None:
        poles = _Poles(choice, [])
        for group in groups.values():
            _string(plan, group, bonds, poles)
        everything += poles.items
    standing = [i for i in items if not i.placed]
    _stand_up(plan, standing)
    return standing


def _string(plan: RoomPlan, group: list[Item], bonds: list[Bond], poles: _Poles) -> None:
    """Hang strings beside each other over what they belong to."""
    x0, x1, z0, z1 = _lit(plan, group, bonds)
    middle = (z0 + z1) / 2
    apart = max(_APART, (z1 - z0) / max(len(group), 1))
    lines, taken = _lines(plan, group, bonds), list[float]()
    for k, item in enumerate(group):
        z = middle + (k - (len(group) - 1) / 2) * apart
        _bind(bonds, item, lines[k][1] if k < len(lines) else None)
        z = lines[k][0] if k < len(lines) else _clear(plan, x0, x1, z, taken)
        taken.append(z)
        z = min(max(z, 0.3 - plan.depth / 2), plan.depth / 2 - 0.3)
        ends = [_free(plan, x, z, sign) for x, sign in ((x0, -1.0), (x1, 1.0))]
        (left, z_left), (right, z_right) = ends
        if abs(z_left - z_right) > 1e-6:  # both ends of a string are at one depth
            left, right, z_left = x0, x1, z
        poles.at(left, z_left)
        poles.at(right, z_left)
        item.box = (round(right - left - 2 * _ARM, 3), _SAG, item.depth)
        item.x, item.y, item.z = round((left + right) / 2, 3), round(_TIED_AT - _SAG, 3), round(z_left, 3)
        item.turn, item.placed = 0.0, True


def _clear(plan: RoomPlan, x0: float, x1: float, z: float, taken: list[float]) -> float:
    """The nearest z at which a string runs through nothing tall, and not where another runs; the same where there is none."""
    tall = [f for i, f in plan.placed if i.height > _TALL]
    limit = plan.depth / 2 - 0.3
    for k in range(24):
        for at in (z + _STEP * k, z - _STEP * k):
            line = Footprint((x0 + x1) / 2, at, (x1 - x0) / 2 + 0.3, 0.1, 0.0)
            near = any(abs(at - other) < _APART / 2 for other in taken)
            if abs(at) <= limit and not near and not any(line.overlaps(f) for f in tall):
                return at
    return z


def _lines(plan: RoomPlan, group: list[Item], bonds: list[Bond]) -> list[tuple[float, Item]]:
    """The z of each row of what strings are to be above, with one of the row, at most one for each string."""
    mine = {id(i) for i in group}
    below = [a for b in bonds if id(b.item) in mine and b.kind == "above" for a in b.anchors]
    alike = [i for i, _ in plan.placed if any(i.request == a.request for a in below)]
    rows: dict[int, tuple[float, Item]] = {}
    for item in alike:
        foot = plan.footprint_of(item)
        if foot is not None:
            rows.setdefault(round(foot.z / _ONE_ROW), (foot.z, item))
    return [rows[key] for key in sorted(rows)][: len(group)]


def _bind(bonds: list[Bond], item: Item, below: Item | None) -> None:
    """Say of a string that it is above what it hangs over; nothing, where that is the same as for another."""
    for number, bond in enumerate(bonds):
        if bond.item is item and bond.kind == "above" and bond.anchors:
            bonds[number] = replace(bond, link=IMPLIED) if below is None else replace(bond, anchors=(below,))


def _lit(plan: RoomPlan, group: list[Item], bonds: list[Bond]) -> tuple[float, float, float, float]:
    """Bounds (x0, x1, z0, z1) of the ground below strings: of what the text hangs them over, else of where people sit."""
    mine = {id(i) for i in group}
    below = [a for b in bonds if id(b.item) in mine and b.kind in ("above", "around", "with") for a in b.anchors]
    feet = [f for f in (plan.footprint_of(a) for a in below) if f is not None]
    if not feet:
        feet = [f for i, f in plan.placed if i.category in ("tables", "seating") and i.support == "floor"]
    if not feet:
        feet = [Footprint(0.0, 0.0, plan.width / 3, plan.depth / 4, 0.0)]
    boxes = [f.box for f in feet]
    x0, x1 = min(b[0] for b in boxes) - _BEYOND, max(b[1] for b in boxes) + _BEYOND
    z0, z1 = min(b[2] for b in boxes), max(b[3] for b in boxes)
    half = min(max((x1 - x0) / 2, _LEAST / 2), _MOST / 2, plan.width / 2 - 0.25)
    limit = plan.width / 2 - 0.25 - half
    x = min(max((x0 + x1) / 2, -limit), limit)
    return x - half, x + half, z0, z1


def _free(plan: RoomPlan, x: float, z: float, outward: float) -> tuple[float, float]:
    """The next place for a pole, rather outward, where nothing stands; the place itself where there is none."""
    limit = plan.width / 2 - 0.2
    for k in range(_TRIED):
        for at in (x + outward * _STEP * k, x - outward * _STEP * k):
            foot = Footprint(at, z, 0.22, 0.22, 0.0)
            if abs(at) <= limit and not any(foot.overlaps(other) for _, other in plan.placed):
                return at, z
    return x, z


def _pole(everything: list[Item], catalogue: Catalogue) -> Choice | None:
    number = max((i.request for i in everything), default=0) + 1
    request = ObjectRequest(number, _POLE, _POLE, catalogue.parse(_POLE), _POLE, "floor", expected=True)
    return expected_choice(request, catalogue)


def _stand_up(plan: RoomPlan, items: list[Item]) -> None:
    """Put items that would hang in a line at the back."""
    x = -plan.width / 2 + 0.3
    for item in items:
        item.x, item.y, item.z, item.turn, item.placed = x + item.width / 2, 0.0, -plan.depth / 2 + 0.4, 0.0, True
        x += item.width + 0.2
