"""Tables below what belongs on one: a DJ deck, a coffee machine or a fish tank does not stand on the floor of a room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.selection import Choice, Item, expected_choice

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["add_stands", "hang_up", "lift_from_floor"]

_ON_TABLES = frozenset(
    ["electronics", "music", "kitchen", "office", "pets", "shop", "decor", "food", "tableware", "appliances", "bath"]
)
_EATEN = ("food", "tableware")
_ON_FLOOR = word_set(
    """box gift pumpkin robot sack ball speaker basket bed drum guitar amplifier bag crate dispenser scooter vacuum heater fan balloon
    balloons lantern urn gong bin case"""
)
"""Words of small things that people do put on the floor."""
_MOST = 6
"""Things of one request that get a table. More of them are goods or toys, which lie about."""
_SMALL = 0.42
_HEIGHT = 0.75
_AROUND = (0.2, 0.14)
"""Metres by which a table is wider and deeper than what stands on it."""
_BETWEEN, _LONGEST = 0.22, 1.8
"""Metres between things that share a table, and the longest such table."""


def add_stands(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Put things that have no host and belong on one on tables, which stand where the things were to stand. Adds to `items` and `bonds`.

    What has a stand of its own gets that: a violin. Small things that the text puts nowhere share one table.
    """
    number = max((i.request for i in items), default=0)
    for item in items:
        if item.host is None and _stands_loose(item):
            _put_on_own_stand(item, "on a stand", catalogue)
    for shared in _sharing(items, bonds):
        number += 1
        stand = _shared_table(number, shared, catalogue)
        if stand is not None:
            items.append(stand)
            for item in shared:
                item.host, item.stands = stand, ""
    for item in list(items):
        if item.host is not None or not _needs_table(item, items, bonds):
            continue
        number += 1
        stand = _table(number, item, catalogue)
        if stand is None:
            continue
        items.append(stand)
        own = [b for b in bonds if b.item is item]
        bonds += [replace(b, item=stand, link=IMPLIED, stated=False) for b in own if b.kind not in ("on", "inside")]
        item.host, item.stands = stand, ""
        for other in items:
            beside = [b for b in bonds if b.item is other and b.anchors[:1] == (item,)]
            if beside and other.host is None and other.choice.support == "surface":
                other.host, other.stands = stand, ""


def lift_from_floor(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Give a table to what found no room on its host and was put on the floor, where nobody said so."""
    bonds[:] = [
        b
        for b in bonds
        if not (b.place == "floor" and b.kind == "on" and not b.stated and b.item.choice.support == "surface")
    ]
    add_stands(items, bonds, catalogue)


def _stands_loose(item: Item) -> bool:
    return item.stands == "floor" and item.choice.support == "surface"


def hang_up(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Give what the text puts nowhere the place of its own that it has in a home: a towel its rail, a violin its stand. Before hosts are
    chosen: a table would take it, too."""
    for item in items:
        if (
            item.host is None
            and item.support == "surface"
            and not item.choice.request.expected
            and not _is_placed(item, bonds)
        ):
            _put_on_own_stand(item, "on a rail", catalogue)
            if item.category == "music":
                _put_on_own_stand(item, "on a stand", catalogue)


def _put_on_own_stand(item: Item, where: str, catalogue: Catalogue) -> None:
    """Give a thing the stand or rail that the catalogue has for it: a violin lies on no floor."""
    words = f"{item.choice.entry.word} {where}"
    if words not in catalogue.vocabulary:
        return
    looks = item.choice.request.phrase
    request = replace(item.choice.request, words=words, phrase=words, known=words, reading=catalogue.parse(words))
    choice = expected_choice(request, catalogue)
    if choice is not None and choice.support in ("floor", "wall"):
        item.choice = replace(choice, request=item.choice.request, identity=looks, name=item.choice.name)
        item.stands = ""


def _sharing(items: list[Item], bonds: list[Bond]) -> list[list[Item]]:
    """Small things of one room that nothing is said of, where there are several: they are put on one table."""
    zones: dict[int, list[Item]] = {}
    for item in items:
        small = max(item.width, item.depth) <= _SMALL
        if small and item.host is None and _needs_table(item, items, bonds) and not _is_placed(item, bonds):
            zones.setdefault(item.choice.request.zone, []).append(item)
    found = []
    for group in zones.values():
        taken: list[Item] = []
        for item in group:
            if sum(i.width + _BETWEEN for i in taken) + item.width <= _LONGEST:
                taken.append(item)
        if len(taken) > 1:
            found.append(taken)
    return found


def _is_placed(item: Item, bonds: list[Bond]) -> bool:
    return any(b.item is item and (b.anchors or b.place) for b in bonds)


def _needs_table(item: Item, items: list[Item], bonds: list[Bond]) -> bool:
    entry = item.choice.entry
    if not _stands_loose(item) or entry.category not in _ON_TABLES:
        return False
    if _ON_FLOOR & set(entry.word.lower().split()) and entry.category not in _EATEN:
        return False
    if any(b.item is item and (b.place == "floor" or b.kind == "flank") for b in bonds):
        return False
    return sum(1 for i in items if i.request == item.request) <= _MOST


def _shared_table(number: int, shared: list[Item], catalogue: Catalogue) -> Item | None:
    choice = _choice("table", number, shared[0], catalogue)
    if choice is None:
        return None
    width = max(sum(i.width for i in shared) + _BETWEEN * len(shared), 0.9)
    depth = max(max(i.depth for i in shared) + 2 * _AROUND[1], 0.55)
    return Item(choice, 0, box=(round(width, 2), _HEIGHT, round(depth, 2)))


def _table(number: int, item: Item, catalogue: Catalogue) -> Item | None:
    words = "side table" if max(item.width, item.depth) <= _SMALL else "table"
    choice = _choice(words, number, item, catalogue)
    if choice is None:
        return None
    width, height, depth = choice.size
    if words == "table":
        return Item(choice, 0, box=(round(item.width + _AROUND[0], 2), _HEIGHT, round(item.depth + _AROUND[1], 2)))
    return Item(
        choice, 0, box=(round(max(width, item.width + 0.06), 2), height, round(max(depth, item.depth + 0.06), 2))
    )


def _choice(words: str, number: int, item: Item, catalogue: Catalogue) -> Choice | None:
    request = ObjectRequest(
        number, words, words, catalogue.parse(words), words, "floor", 1,
        zone=item.choice.request.zone, expected=True,
    )  # fmt: skip
    return expected_choice(request, catalogue)
