"""Stacks and piles: each thing stands on the one before."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import level_top

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["pile_up"]

_HIGHEST = 1.1
_SLENDER = 2.6
"""A pile is divided where it is higher than `_HIGHEST` metres, and than so many times its base."""
_MOST = 8


def pile_up(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Set the host and the place of all but the lowest thing of each pile."""
    here = {id(i) for i in items}
    groups: dict[int, list[Bond]] = {}
    for bond in bonds:
        if (
            bond.kind == "arranged"
            and FormationShape.of(bond.detail).kind in ("stack", "stacks")
            and id(bond.item) in here
        ):
            groups.setdefault(bond.link, []).append(bond)
    for group in groups.values():
        members = [b.item for b in group if b.item.slot is None and b.item.support in ("surface", "floor", "rug")]
        if len(members) < 2:
            continue
        shape = FormationShape.of(group[0].detail)
        highest = min(max(_HIGHEST, _SLENDER * min(members[0].width, members[0].depth)), 2.0)
        high = max(1, min(_MOST, int(highest / max(members[0].height, 1e-3))))
        piles = max(shape.rows, math.ceil(len(members) / high), 2 if shape.kind == "stacks" else 1)
        each = math.ceil(len(members) / piles)
        lowest = members[::each]
        bonds[:] = [b for b in bonds if not (b.place and any(b.item is i for i in lowest[1:]))]
        bonds += [Bond("beside", item, (lowest[0],), link=IMPLIED) for item in lowest[1:] if item.host is None]
        for first in range(0, len(members), each):
            for below, item in zip(members[first : first + each], members[first + 1 : first + each], strict=False):
                top = level_top(catalogue, below.choice.ref)
                if top is None:  # the layout knows no level place on it, so that no relation is written
                    bonds[:] = [b for b in bonds if b.item is not item or b.kind == "arranged"]
                item.host, item.below = below, False
                item.slot = (0.0, top.y if top is not None else below.height, 0.0)
            _crown(members[first : first + each], items, bonds)


def _crown(pile: list[Item], items: list[Item], bonds: list[Bond]) -> None:
    """Put what is said to be on a pile on its highest thing, as the candle on top of three books; what goes with it stands beside it."""
    own = {id(member) for member in pile}
    for item in items:
        if item.host is None or id(item.host) not in own or id(item) in own or item.below or item.hung:
            continue
        on = any(b.item is item and b.kind in ("on", "inside") and any(id(a) in own for a in b.anchors) for b in bonds)
        item.host = pile[-1] if on else pile[0].host
