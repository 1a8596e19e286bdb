"""Lays tables: at each seat the plate, the fork at the diner's left, knife and spoon at the right, the glass behind the knife.

Coordinates at a seat: `right` and `inward` metres from the edge of the table before the diner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scenewright.app.furnishing.footprints import Footprint, turn_towards, turned
from scenewright.app.furnishing.traits import is_round
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import Level
from scenewright.app.writers.embedded.tabletop import stand

__all__ = ["place_settings", "set_places"]

_LAID = ("tableware", "food", "textiles")
_SOFT = word_set("cushion cushions pillow pillows blanket blankets")
"""Textiles that nobody lays beside a plate."""
_MOST_EACH = 3
"""Most equal things at one place."""
_LARGEST = 0.45
"""Metres: what is larger is for the table, not for a place."""
_GAP = 0.015
_EDGE = 0.025
_SLENDER = 2.5
"""Length over width from which a thing is cutlery."""
_LEFT = word_set("fork forks napkin serviette")
_NAPKIN = word_set("napkin serviette")
_KNIFE = 0.26
"""Metres: the longest piece of cutlery at a place."""
_LEAST_SHARE = 0.82


@dataclass
class _Place:
    """The place before a seat. `left`, `right`: the distance from its middle to the next thing at that side; `behind`: from the edge."""

    x: float
    z: float
    inward: tuple[float, float]
    left: float = 0.0
    right: float = 0.0
    behind: float = _EDGE
    glasses: int = 0

    def at(self, right: float, inward: float) -> tuple[float, float]:
        """The point in the table's frame."""
        ux, uz = self.inward
        # the diner looks along (ux, uz); his right hand is at (-uz, ux)
        return self.x + ux * inward - uz * right, self.z + uz * inward + ux * right

    @property
    def turn(self) -> float:
        """The turn in degrees of a thing whose front is toward the diner."""
        return turn_towards(-self.inward[0], -self.inward[1])


def place_settings(guests: list[Item], seats: int) -> list[list[Item]]:
    """Groups of guests that are laid at the seats, the largest items first: plates, then cutlery and glasses, last napkins."""
    groups: dict[int, list[Item]] = {}
    for guest in guests:
        if guest.choice.entry.category in _LAID and not _SOFT & _said(guest):
            groups.setdefault(guest.request, []).append(guest)
    laid = [g for g in groups.values() if 2 <= len(g) <= _MOST_EACH * seats and max(g[0].width, g[0].depth) <= _LARGEST]
    laid = [g for g in laid if len(g) <= seats or len(g) % seats == 0]
    return sorted(laid, key=lambda g: (bool(_NAPKIN & _said(g[0])), -g[0].width * g[0].depth))


def _said(item: Item) -> set[str]:
    return set(item.choice.request.words.lower().split())


def set_places(host: Item, guests: list[Item], seats: list[Item], top: Level) -> list[Item]:
    """Lay place settings, each item before its seat. What else is on the table stands in its middle line where that is free.

    Returns the guests that found no place.
    """
    places = [_place(host, seat, top) for seat in seats]
    taken: list[Footprint] = []
    set_: set[int] = set()
    for group in place_settings(guests, len(seats)):
        each = max(1, math.ceil(len(group) / len(seats)))
        for number, item in enumerate(group):
            if _lay(host, item, places[number // each], top, taken):
                set_.add(id(item))
    rest = [g for g in guests if id(g) not in set_]
    return [item for item in rest if not set_ or not _amid(host, item, top, taken)]


def _place(host: Item, seat: Item, top: Level) -> _Place:
    x, z = turned(seat.x - host.x, seat.z - host.z, -host.turn)
    half_x, half_z = top.width / 2, top.depth / 2
    if is_round(host):
        length = math.hypot(x, z) or 1.0
        ux, uz = -x / length, -z / length
        radius = min(host.width, host.depth) / 2  # the level rectangle is smaller than a round top
        return _Place(-ux * radius, -uz * radius, (ux, uz))
    if abs(x) / max(host.width, 1e-6) > abs(z) / max(host.depth, 1e-6):
        side = math.copysign(1.0, x)
        return _Place(side * half_x, max(-half_z, min(half_z, z)), (-side, 0.0))
    side = math.copysign(1.0, z)
    return _Place(max(-half_x, min(half_x, x)), side * half_z, (0.0, -side))


def _lay(host: Item, item: Item, place: _Place, top: Level, taken: list[Footprint]) -> bool:
    """Lay one item at a place. Returns whether it has room there."""
    long, short = max(item.width, item.depth), min(item.width, item.depth)
    said = _said(item)
    cutlery = long > _SLENDER * short and item.height < long / 2
    if cutlery or (said & _LEFT and place.left > 0.0):
        if long > _KNIFE:
            factor = max(_KNIFE / long, _LEAST_SHARE)
            item.box = tuple(round(v * factor, 3) for v in item.size)  # type: ignore[assignment]
        turn = place.turn if item.depth >= item.width else (place.turn + 90.0) % 360.0
        wide, deep = min(item.width, item.depth), max(item.width, item.depth)
        if not place.left:
            place.left = place.right = 0.07
        left = bool(said & _LEFT)
        reach = place.left if left else place.right
        at = (-1.0 if left else 1.0) * (reach + _GAP + wide / 2)
        if not _put(host, item, place, at, max(_EDGE + deep / 2, 0.15), turn, top, taken):
            behind = place.behind + _GAP + item.depth / 2
            return bool(_NAPKIN & said) and _put(host, item, place, 0.0, behind, place.turn, top, taken)
        if left:
            place.left = reach + _GAP + wide
        else:
            place.right = reach + _GAP + wide
        return True
    if item.height > 0.9 * long and long < 0.14:
        beside = max(place.left, 0.1)
        for right in (beside * 0.8 - place.glasses * (long + _GAP), -beside * 0.8):
            behind = max(place.behind, _EDGE + 0.24 if place.right > place.left else 0.0)
            if _put(host, item, place, right, behind + _GAP + item.depth / 2, place.turn, top, taken):
                place.glasses += 1
                return True
        return False
    if not _put(host, item, place, 0.0, place.behind + item.depth / 2, place.turn, top, taken):
        return False
    place.behind += item.depth + _GAP
    place.left, place.right = max(place.left, item.width / 2), max(place.right, item.width / 2)
    return True


def _put(
    host: Item, item: Item, place: _Place, right: float, inward: float, turn: float, top: Level, taken: list[Footprint]
) -> bool:
    x, z = place.at(right, inward)
    return _stand_free(host, item, x, z, turn, top, taken)


def _amid(host: Item, item: Item, top: Level, taken: list[Footprint]) -> bool:
    """Stand an item that belongs to no place on the middle line of the table, as near to the middle as it is free."""
    if max(item.width / top.width, item.depth / top.depth) > 1.0:
        return False
    along_x = top.width >= top.depth
    reach = (top.width - item.width) / 2 if along_x else (top.depth - item.depth) / 2
    steps = int(reach / 0.05)
    for k in (0, *(s * n for n in range(1, steps + 1) for s in (1, -1))):
        x, z = (0.05 * k, 0.0) if along_x else (0.0, 0.05 * k)
        if _stand_free(host, item, x, z, 0.0, top, taken):
            return True
    return False


def _stand_free(host: Item, item: Item, x: float, z: float, turn: float, top: Level, taken: list[Footprint]) -> bool:
    foot = Footprint(x, z, item.width / 2 + _GAP / 4, item.depth / 2 + _GAP / 4, turn)
    box = foot.box
    inside = (
        box[0] >= -top.width / 2 and box[1] <= top.width / 2 and box[2] >= -top.depth / 2 and box[3] <= top.depth / 2
    )
    if is_round(host):
        inside = math.hypot(x, z) + max(item.width, item.depth) / 2 <= min(host.width, host.depth) / 2
    if not inside or any(foot.overlaps(other) for other in taken):
        return False
    taken.append(foot)
    stand(host, item, x + (top.x0 + top.x1) / 2, top.y, z + (top.z0 + top.z1) / 2, turn)
    return True
