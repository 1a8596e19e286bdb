"""Like things that stand in rows at walls: in one row where a text puts them *along the wall*, below what hangs there, or before it; in one
at each wall where it puts them *along three walls*."""

from __future__ import annotations

from scenewright.app.furnishing.traits import is_seat
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.roomplan import WALLS
from scenewright.app.writers.embedded.selection import Item

__all__ = ["named_wall", "row_wall", "rows_at_walls", "sat_before", "wall_of"]

_SEVERAL_WALLS = frozenset(["each", "side", "other", "another", "opposite", "adjacent", "short", "long"])
"""Words of a place at walls that mean more than one of them, or not the one that they name."""
_LINED = {2: ("left", "right"), 3: ("left", "back", "right"), 4: ("left", "back", "right", "front")}
"""Which walls so many are: the door is in the front wall, where the text does not say otherwise."""
_LONGER = ("back", "left", "right", "front")
"""The walls in the order in which they take one more than the others."""
_ROWS_FROM = 6
"""So many things along *the walls*, and more, stand in rows: fewer stand apart."""
_GROWING = frozenset(["plants", "outdoor"])
_CROWN = 1.5
"""Metres: plants that are deeper are trees."""
_BEFORE = ("facing", "in_front_of")
_MOST_BEFORE = 6
"""More of them hang on several walls."""


def row_wall(members: list[Item], bonds: dict[int, list[Bond]]) -> str | None:
    """The wall at which like things stand in one row, since the text puts them at one wall; '' for any.

    None: they make no row, as what lines *the walls* does.
    """
    if len(members) < 2 or members[0].choice.request.lines or members[0].support != "floor":
        return None
    if members[0].choice.entry.category in _GROWING and members[0].depth > _CROWN:
        return None  # trees along the back of a garden stand where there is room for each
    said = [bonds.get(id(i), []) for i in members]
    first = said[0][0] if said[0] else None
    if first is not None and all(_is_below_one_of(own, first) for own in said):
        return ""  # the consoles under the mirrors of a barber
    if first is None or first.place != "wall" or first.kind not in ("against_wall", "along"):
        return None
    if any(w in _SEVERAL_WALLS for w in first.detail.split()):
        return None
    if not all(len(own) == 1 and (own[0].kind, own[0].detail) == (first.kind, first.detail) for own in said):
        return None
    return named_wall(first.detail)


def rows_at_walls(members: list[Item], bonds: dict[int, list[Bond]]) -> list[tuple[list[Item], str]]:
    """The rows in which a text lines several walls with like things, each with its wall: *twenty lockers along three walls*.

    Empty where the things stand apart, or have another place as well.
    """
    first = next(iter(bonds.get(id(members[0]), [])), None)
    if first is None or first.place != "wall" or first.kind not in ("against_wall", "along"):
        return []
    if members[0].choice.request.lines or members[0].support != "floor":
        return []
    if not all(len(own) == 1 and own[0].detail == first.detail for own in (bonds.get(id(i), []) for i in members)):
        return []
    words = first.detail.split()
    if words[:1] != ["each"] or len(members) < _ROWS_FROM:
        return []
    said = next((int(word) for word in words if word.isdecimal()), 0)
    walls = _LINED.get(said or 3, _LINED[4])
    share, more = divmod(len(members), len(walls))
    longer = sorted(walls, key=_LONGER.index)[:more]
    rows, begun = [], 0
    for wall in walls:
        count = share + (wall in longer)
        rows.append((members[begun : begun + count], wall))
        begun += count
    return rows


def _is_below_one_of(own: list[Bond], first: Bond) -> bool:
    """Whether a thing is said to stand below a thing on a wall, of the same kind as that of `first`, and nothing else is said of it."""
    if len(own) != 1 or own[0].kind != "under" or not own[0].anchors or not first.anchors:
        return False
    above = own[0].anchors[0]
    return above.support == "wall" and above.request == first.anchors[0].request


def sat_before(items: list[Item], bonds: dict[int, list[Bond]]) -> list[list[Item]]:
    """Like things on walls that like seats are before, one each: the mirrors of a barber hang in a row on one wall."""
    groups: dict[int, list[Item]] = {}
    looked_at = {
        id(b.anchors[0]) for own in bonds.values() for b in own if b.anchors and is_seat(b.item) and b.kind in _BEFORE
    }
    for item in items:
        if item.support == "wall" and id(item) in looked_at:
            groups.setdefault(item.request, []).append(item)
    return [members for members in groups.values() if 2 <= len(members) <= _MOST_BEFORE]


def wall_of(members: list[Item], bonds: dict[int, list[Bond]]) -> str:
    return next((w for b in bonds.get(id(members[0]), []) if b.place == "wall" and (w := named_wall(b.detail))), "")


def named_wall(detail: str) -> str:
    return next((wall for wall in WALLS if wall in detail.split()), "")
