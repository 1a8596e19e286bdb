"""Tables below what belongs on one: a DJ deck, a coffee machine or a fish tank does not stand on the floor of a room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.selection import Item, expected_choice

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["add_stands"]

_ON_TABLES = frozenset(
    ["electronics", "music", "kitchen", "office", "pets", "shop", "decor", "food", "tableware", "appliances"]
)
_ON_FLOOR = word_set(
    """box gift pumpkin robot can sack stack books ball speaker record basket bowl bed candle candlestick bottle skull drum guitar amplifier
    bag crate dispenser scooter vacuum heater fan balloon balloons lantern urn bell gong bin case bouquet garland wreath sign bone"""
)
"""Words of small things that people do put on the floor."""
_MOST = 3
"""Things of one request that get a table each. More of them are goods or toys, which lie about."""
_LEAST = 0.15
"""Metres: the least width of a thing that needs a table."""
_SMALL = 0.42
_HEIGHT = 0.75
_AROUND = (0.2, 0.14)
"""Metres by which a table is wider and deeper than what stands on it."""


def add_stands(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Put things that have no host and belong on one on tables of their own, which stand where the things were to stand. Adds to `items`
    and `bonds`."""
    number = max((i.request for i in items), default=0)
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


def _needs_table(item: Item, items: list[Item], bonds: list[Bond]) -> bool:
    entry = item.choice.entry
    if item.stands != "floor" or item.choice.support != "surface" or entry.category not in _ON_TABLES:
        return False
    if _ON_FLOOR & set(entry.word.lower().split()) or max(item.width, item.depth) < _LEAST:
        return False
    if any(b.item is item and (b.place == "floor" or b.kind == "flank") for b in bonds):
        return False
    return sum(1 for i in items if i.request == item.request) <= _MOST


def _table(number: int, item: Item, catalogue: Catalogue) -> Item | None:
    words = "side table" if max(item.width, item.depth) <= _SMALL else "table"
    request = ObjectRequest(
        number, words, words, catalogue.parse(words), words, "floor", 1,
        zone=item.choice.request.zone, expected=True,
    )  # fmt: skip
    choice = expected_choice(request, catalogue)
    if choice is None:
        return None
    width, height, depth = choice.size
    if words == "table":
        return Item(choice, 0, box=(round(item.width + _AROUND[0], 2), _HEIGHT, round(item.depth + _AROUND[1], 2)))
    return Item(
        choice, 0, box=(round(max(width, item.width + 0.06), 2), height, round(max(depth, item.depth + 0.06), 2))
    )
