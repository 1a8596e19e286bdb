"""Hosts that have room for what is to stand on them, found before the room is planned.

Where one thing has no room for all that the text puts on it, another of the same words takes some of it; else a larger one is
taken; what finds no room even made smaller stands elsewhere: with its host on what carries that, on another table or board, or
on the floor. Nothing is piled on what has no level place. All that is not as the text has it is told of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.hosts import carries, is_flat
from scenewright.app.writers.embedded.lexicon import word_set
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import Level
from scenewright.app.writers.embedded.tabletop import Tops, lay_out, overflow, place_settings
from scenewright.app.writers.embedded.traits import is_desk, is_seat, is_table

__all__ = ["find_room"]

_LARGER = (1.12, 1.25, 1.4)
"""Factors by which a host is made wider and deeper."""

_LARGEST = 2.4
"""Metres: no host is made wider than that."""

_SMALLEST = 0.4
_WITHIN = 0.1
"""What would have to be made smaller than that stands elsewhere. What is to be in something (flowers in a vase) may be smaller,
and plants come as small as they are wanted."""

_GROWS = word_set("basket tray box crate bin chest cart trolley shelf rack platter board stand caddy")
_SMALL = word_set("small tiny little narrow compact mini slim miniature child kid toddler toy")

Surfaces = Callable[[Item, list[Item]], tuple[Level, ...]]
"""The surfaces of a host, as large as it is, for some guests; none where it has no level place."""


def find_room(items: list[Item], bonds: list[Bond], surfaces: Surfaces, tops: Tops) -> None:
    """Change hosts, their sizes and the bonds of what stands elsewhere, until what stands on each host has room there."""
    for host in _deepest_first(items):
        guests = _guests(host, items)
        if not guests or host.support in ("rug", "ceiling"):
            continue
        for guest in guests:
            if not surfaces(host, [guest]) and not _said(guest, host, bonds, "inside"):
                _elsewhere(guest, host, items, bonds, surfaces, f"the {_name(host)} has no level place for it")
        guests = _guests(host, items)
        left = _without_room(host, guests, bonds, surfaces)
        if not left or _is_laid(host, guests, bonds):
            continue
        _spread(left, host, items, bonds, surfaces)
        _enlarge(host, _guests(host, items), bonds, surfaces)
        for guest in _guests(host, items):
            least = (
                _WITHIN if _said(guest, host, bonds, "inside") or guest.choice.entry.category == "plants" else _SMALLEST
            )
            if _shrunk(guest, surfaces(host, [guest])) < least:
                _elsewhere(guest, host, items, bonds, surfaces, f"the {_name(host)} is too small for it")
        for guest in _tried(host, _guests(host, items), bonds, surfaces, tops):
            _elsewhere(guest, host, items, bonds, surfaces, f"there was no room for it on the {_name(host)}")


def _deepest_first(items: list[Item]) -> list[Item]:
    """Hosts, those that stand on others before these: a tray is made larger before its table is."""

    def depth(item: Item) -> int:
        return 0 if item.host is None else 1 + depth(item.host)

    hosts = {id(i.host): i.host for i in items if i.host is not None and not i.below}
    return sorted(hosts.values(), key=depth, reverse=True)


def _guests(host: Item, items: list[Item]) -> list[Item]:
    return [i for i in items if i.host is host and not i.below]


def _name(item: Item) -> str:
    return item.choice.request.words


def _said(guest: Item, host: Item, bonds: list[Bond], *kinds: str) -> bool:
    return any(b.item is guest and b.anchors[:1] == (host,) and b.kind in kinds for b in bonds)


def _is_laid(host: Item, guests: list[Item], bonds: list[Bond]) -> bool:
    """A table with chairs, and plates on it: what is before these has its own order."""
    seats = [b for b in bonds if b.anchors[:1] == (host,) and b.kind in ("around", "at", "with") and is_seat(b.item)]
    return is_table(host) and len(seats) > 1 and bool(place_settings(guests, len(seats)))


def _shrunk(guest: Item, surfaces: tuple[Level, ...]) -> float:
    """How much smaller a thing must be for the best of some surfaces; 1 where it fits, or where there is none."""
    width, height, depth = guest.choice.size
    return max((min(1.0, v.width / width, v.depth / depth, v.headroom / height) for v in surfaces), default=1.0)


def _without_room(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> list[Item]:
    """Guests that have no room on a host in their own sizes."""
    return overflow(host, guests, surfaces(host, guests), bonds)


def _spread(left: list[Item], host: Item, items: list[Item], bonds: list[Bond], surfaces: Surfaces) -> None:
    """Give what has no room on one host to others of the same words that have."""
    others = [i for i in items if i.request == host.request and i is not host and not i.below]
    for guest in left:
        other = next((i for i in others if _has_room(i, guest, items, bonds, surfaces)), None)
        if other is not None:
            guest.host = other
            _rebind(guest, host, bonds, anchors=(other,))


def _enlarge(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> None:
    """Take a larger one, as large as it must be, or as is worth it."""
    if not _may_grow(host):
        return
    width, height, depth = host.size
    taller = not any(v.headroom == float("inf") for v in surfaces(host, guests))  # a box with things in it
    best = (_lack(host, guests, bonds, surfaces), host.box)
    for factor in _LARGER:
        if best[0][0] == 0 or width * factor > max(_LARGEST, width):
            break
        host.box = (round(width * factor, 3), round(height * factor, 3) if taller else height, round(depth * factor, 3))
        best = min(best, (_lack(host, guests, bonds, surfaces), host.box), key=lambda b: b[0])
    host.box = best[1]


def _lack(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> tuple[int, float]:
    """How many guests have no room on a host, and by how much the largest of them is too large."""
    smallest = min(_shrunk(g, surfaces(host, [g])) for g in guests)
    return len(_without_room(host, guests, bonds, surfaces)), round(1.0 - smallest, 6)


def _may_grow(host: Item) -> bool:
    words = {*host.choice.request.phrase.lower().replace("-", " ").split()}
    heads = {*host.choice.entry.word.lower().split(), *_name(host).lower().split()}
    furniture = host.host is None and (is_table(host) or is_desk(host) or host.choice.entry.category == "storage")
    return not _SMALL & words and (furniture or bool(_GROWS & heads))


def _tried(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces, tops: Tops) -> list[Item]:
    """Guests that have no room even where all of them are made smaller; all are as they were."""
    boxes = [g.box for g in guests]
    hosts = [g.host for g in guests]
    left = lay_out(host, guests, surfaces(host, guests), bonds, tops)
    for guest, box, on in zip(guests, boxes, hosts, strict=True):
        guest.box, guest.host, guest.y, guest.placed = box, on, 0.0, False
    return left


def _elsewhere(guest: Item, host: Item, items: list[Item], bonds: list[Bond], surfaces: Surfaces, why: str) -> None:
    """Stand a guest on another host of the same words, else with its host on what carries that, else on a table or board nearby,
    else on the floor beside it; and say so."""
    for other in (i for i in items if i.request == host.request and i is not host):
        if _has_room(other, guest, items, bonds, surfaces):
            guest.host = other
            _rebind(guest, host, bonds, anchors=(other,))
            return
    below = host.host
    if below is not None and not host.below and carries(below, guest) and surfaces(below, [guest]):
        guest.host = below  # whose own turn comes, should it be full
        _rebind(guest, host, bonds, kind="next_to", link=IMPLIED)
        guest.notes.append(f"{why}: it stands on the {_name(below)} beside it")
        return
    flat = [i for i in items if _is_board(i) and i.choice.request.zone == guest.choice.request.zone]
    for other in sorted(flat, key=lambda i: (not (is_table(i) or is_desk(i)), i.request, i.ordinal)):
        if other is not host and _has_room(other, guest, items, bonds, surfaces):
            guest.host = other
            _rebind(guest, host, bonds, kind="on", anchors=(other,), link=IMPLIED)
            guest.notes.append(f"{why}: it stands on the {_name(other)}")
            return
    guest.host = None
    _rebind(guest, host, bonds, kind="next_to", link=IMPLIED)
    if guest.choice.support == "wall":
        guest.notes.append(f"{why}: it hangs on the wall")
        return
    guest.stands = "floor"
    bonds.append(Bond("on", guest, place="floor"))
    guest.notes.append(f"{why}: it stands beside it")


def _is_board(item: Item) -> bool:
    return is_flat(item) or (item.choice.entry.category == "storage" and item.support == "floor" and item.host is None)


def _has_room(other: Item, guest: Item, items: list[Item], bonds: list[Bond], surfaces: Surfaces) -> bool:
    """Whether something carries a guest too, beside what stands there already."""
    if other is guest or not carries(other, guest) or not surfaces(other, [guest]):
        return False
    return not _without_room(other, [*_guests(other, items), guest], bonds, surfaces)


def _rebind(guest: Item, host: Item, bonds: list[Bond], **changed: Any) -> None:
    """Change the bonds that put a guest on or into a host."""
    for k, bond in enumerate(bonds):
        if bond.item is guest and bond.anchors[:1] == (host,) and bond.kind in ("on", "inside", "with"):
            bonds[k] = replace(bond, **changed)
