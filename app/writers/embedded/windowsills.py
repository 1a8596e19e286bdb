"""Puts what a text has *in the window* or *on the windowsill* up at the sill: on a deep one below the window, not on the floor."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.filling import small_for_boards
from scenewright.app.writers.embedded.selection import Item, expected_choice

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["set_at_sills"]

_TABLE = "boxed-in sill"
_HEIGHT = 0.86
"""Metres: a little below the sill of a usual window."""
_LEAST = 1.1
"""Metres: the width of a sill."""
_WIDEST = 1.9
"""Metres: a longer row of things is more than one window holds, and stands on the floor."""
_SMALL = 0.6
"""Metres: the greatest side of what stands in a window."""
_BETWEEN = 0.08
_LARGE_PLANTS = frozenset(["tall", "large", "big", "huge", "floor", "tree", "palm"])
"""Words of plants that stand on the floor wherever they are."""


def set_at_sills(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Put small things that are in a window on a deep sill below it. Adds to `items` and `bonds`."""
    here = [i for i in items if i.choice.request.in_window and i.host is None]
    for _, group in groupby(here, key=lambda i: i.request):
        things = list(group)
        for thing in things:
            if thing.choice.entry.category == "plants" and not _LARGE_PLANTS & thing.said:
                thing.choice = small_for_boards(thing.choice, catalogue)
        if any(i.choice.support not in ("surface", "floor") or max(i.size) > _SMALL for i in things):
            continue
        width = sum(i.width + _BETWEEN for i in things) + _BETWEEN
        table = _table(things[0], max((i.request for i in items), default=0) + 1, catalogue)
        if table is None or width > _WIDEST:
            continue
        table.box = (round(max(width, _LEAST), 2), _HEIGHT, round(max(i.depth for i in things) + 0.1, 2))
        items.append(table)
        bonds.append(Bond("under", table, (), "window", link=IMPLIED, stated=False))
        for thing in things:
            thing.host, thing.stands = table, ""


def _table(thing: Item, number: int, catalogue: Catalogue) -> Item | None:
    request = ObjectRequest(
        number, _TABLE, _TABLE, catalogue.parse(_TABLE), _TABLE, "floor", zone=thing.choice.request.zone, expected=True
    )
    choice = expected_choice(request, catalogue)
    return None if choice is None else Item(choice, 0)
