"""Parasols stand over the tables that they shade: the pole beside the table, the canopy above it and its chairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scenewright.app.furnishing.traits import is_dining_seat, is_table
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.selection import Item

__all__ = ["POLE", "count_parasols", "over_tables", "pole_places", "shades"]

POLE = 0.27
"""Metres: half the width of the foot of a parasol."""
_PARASOLS = word_set("parasol parasols umbrella umbrellas")
_LEAST = 1.9
"""Metres: the least height of what people sit under."""
_OVER = ("above", "near", "next_to", "with", "behind")
_AWAY = (0.03, 0.25, 0.5, 0.75)
"""Metres between a table and the foot of its parasol, the best first."""


def count_parasols(description: Description) -> None:
    """Give each of several tables *under umbrellas* its own, where the text gives their number alone. Changes requests in place."""
    for link in description.links:
        if link.kind != "under" or len(link.anchors) != 1:
            continue
        parasol, table = description.requests[link.anchors[0]], description.requests[link.subject]
        if parasol.head in _PARASOLS and parasol.at_least and parasol.count == PLURAL_COUNT and table.count > 1:
            parasol.count = table.count


def over_tables(items: list[Item], bonds: list[Bond]) -> None:
    """Let what is *under* a parasol be what the parasol stands over: the table has its place first, and the chairs are at the table.
    Changes bonds in place."""
    asked = [i for i in items if is_table(i) and i.support == "floor" and not i.choice.request.expected]
    for number, bond in enumerate(list(bonds)):
        if bond.kind != "under" or not bond.anchors or not _is_parasol(bond.anchors[0]):
            continue
        parasol = bond.anchors[0]
        if is_table(bond.item):
            bonds[number] = replace(bond, kind="above", item=parasol, anchors=(bond.item,))
        elif is_dining_seat(bond.item) and len(asked) == 1:  # 'a table and six chairs under a parasol'
            bonds[number] = replace(bond, kind="around", anchors=(asked[0],))
            if not any(b.kind == "above" and b.item is parasol for b in bonds):
                bonds.append(replace(bond, kind="above", item=parasol, anchors=(asked[0],)))


def shades(bond: Bond) -> bool:
    """Whether a bond puts a parasol at the table that it shades."""
    return bond.kind in _OVER and bool(bond.anchors) and _is_parasol(bond.item) and is_table(bond.anchors[0])


def pole_places(table: Item) -> Iterator[tuple[float, float, float]]:
    """(x, z, turn) of the pole of a parasol in the frame of its table: behind it, at its sides and corners, and then farther out,
    behind those who sit there."""
    for out in _AWAY:
        x, z = table.width / 2 + POLE + out, table.depth / 2 + POLE + out
        for px, pz in ((0.0, -z), (x, 0.0), (-x, 0.0), (0.0, z), (x, -z), (-x, -z), (x, z), (-x, z)):
            yield px, pz, 0.0


def _is_parasol(item: Item) -> bool:
    return (
        item.support == "floor"
        and item.height > _LEAST
        and bool(_PARASOLS & set(item.choice.entry.word.lower().split()))
    )
