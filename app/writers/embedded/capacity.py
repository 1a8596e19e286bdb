"""Makes room on hosts for their guests before the room is planned. A host is a thing that others (guests) stand on or in.

Where a host has no room for all its guests, another host of the same words takes some of them. Otherwise the host is enlarged.
A guest that has no room even when made smaller stands elsewhere: beside its host on what carries that host, on another table or
board, or on the floor. Nothing stands on a host without a level place. Each deviation from the text is noted on the item.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scenewright.app.furnishing.traits import is_desk, is_seat, is_table
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.hosts import carries, is_flat
from scenewright.app.writers.embedded.place_settings import place_settings
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.supports import Level
from scenewright.app.writers.embedded.tabletop import Tops, lay_out, overflow, turned_room

__all__ = ["find_room"]

_LARGER = (1.12, 1.25, 1.4)
"""Factors by which a host's width and depth may be enlarged."""

_LARGEST = 2.4
"""Greatest width in metres of an enlarged host."""

_SMALLEST = 0.4
_WITHIN = 0.1
"""A guest that would have to shrink below `_SMALLEST` of its size stands elsewhere. For plants, and for guests inside something
(flowers in a vase), the limit is `_WITHIN`."""

_GROWS = word_set("basket bowl bucket tray box crate bin chest cart trolley shelf rack platter board stand caddy")
_SMALL = word_set("small tiny little narrow compact mini slim miniature child kid toddler toy")

Surfaces = Callable[[Item, list[Item]], tuple[Level, ...]]
"""(host, guests) -> the host's surfaces at its present size; empty where it has no level place."""


def find_room(items: list[Item], bonds: list[Bond], surfaces: Surfaces, tops: Tops) -> None:
    """Change hosts, their sizes and bonds until every host has room for its guests. Changes `items` and `bonds` in place."""
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
            room = surfaces(host, [guest])
            share = _shrunk(guest, room)
            if _guests(host, items) == [guest]:
                share = max(share, turned_room(guest, room)[0])
            if share < least:
                _elsewhere(guest, host, items, bonds, surfaces, f"the {_name(host)} is too small for it")
        for guest in _tried(host, _guests(host, items), bonds, surfaces, tops):
            _elsewhere(guest, host, items, bonds, surfaces, f"there was no room for it on the {_name(host)}")


def _deepest_first(items: list[Item]) -> list[Item]:
    """All hosts, a host before the one that carries it: a tray is enlarged before its table."""

    def depth(item: Item) -> int:
        return 0 if item.host is None else 1 + depth(item.host)

    hosts = {id(i.host): i.host for i in items if i.host is not None and not (i.below or i.hung)}
    return sorted(hosts.values(), key=depth, reverse=True)


def _guests(host: Item, items: list[Item]) -> list[Item]:
    return [i for i in items if i.host is host and not (i.below or i.hung) and i.slot is None]


def _name(item: Item) -> str:
    return item.choice.request.words


def _said(guest: Item, host: Item, bonds: list[Bond], *kinds: str) -> bool:
    return any(b.item is guest and b.anchors[:1] == (host,) and b.kind in kinds for b in bonds)


def _is_laid(host: Item, guests: list[Item], bonds: list[Bond]) -> bool:
    """Whether the host is a table laid for its chairs: `set_places` arranges its guests."""
    seats = [b for b in bonds if b.anchors[:1] == (host,) and b.kind in ("around", "at", "with") and is_seat(b.item)]
    return is_table(host) and len(seats) > 1 and bool(place_settings(guests, len(seats)))


def _shrunk(guest: Item, surfaces: tuple[Level, ...]) -> float:
    """The factor by which a guest must shrink to fit the best of the surfaces; 1 where it fits, or where there is no surface."""
    width, height, depth = guest.choice.size
    return max((min(1.0, v.width / width, v.depth / depth, v.headroom / height) for v in surfaces), default=1.0)


def _without_room(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> list[Item]:
    """Guests that have no room on a host at their own sizes."""
    return overflow(host, guests, surfaces(host, guests), bonds)


def _spread(left: list[Item], host: Item, items: list[Item], bonds: list[Bond], surfaces: Surfaces) -> None:
    """Move guests without room to other hosts of the same request that have room."""
    others = [i for i in items if i.request == host.request and i is not host and not i.below]
    for guest in left:
        other = next((i for i in others if _has_room(i, guest, items, bonds, surfaces)), None)
        if other is not None:
            guest.host = other
            _rebind(guest, host, bonds, anchors=(other,))


def _enlarge(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> None:
    """Enlarge the host by the smallest factor that leaves the fewest guests without room."""
    if not guests or not _may_grow(host):
        return
    width, height, depth = host.size
    taller = not any(v.headroom == float("inf") for v in surfaces(host, guests))  # things stand inside it, as in a box
    best = (_lack(host, guests, bonds, surfaces), host.box)
    for factor in _LARGER:
        if best[0][0] == 0 or width * factor > max(_LARGEST, width):
            break
        host.box = (round(width * factor, 3), round(height * factor, 3) if taller else height, round(depth * factor, 3))
        best = min(best, (_lack(host, guests, bonds, surfaces), host.box), key=lambda b: b[0])
    host.box = best[1]


def _lack(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces) -> tuple[int, float]:
    """Number of guests without room on a host, and the share by which the largest of all guests is too large."""
    smallest = min(_shrunk(g, surfaces(host, [g])) for g in guests)
    return len(_without_room(host, guests, bonds, surfaces)), round(1.0 - smallest, 6)


def _may_grow(host: Item) -> bool:
    words = {*host.choice.request.phrase.lower().replace("-", " ").split()}
    heads = {*host.choice.entry.word.lower().split(), *_name(host).lower().split()}
    furniture = host.host is None and (is_table(host) or is_desk(host) or host.choice.entry.category == "storage")
    return not _SMALL & words and (furniture or bool(_GROWS & heads))


def _tried(host: Item, guests: list[Item], bonds: list[Bond], surfaces: Surfaces, tops: Tops) -> list[Item]:
    """Guests that have no room even when all are made smaller. A trial: the guests are unchanged afterwards."""
    boxes = [g.box for g in guests]
    hosts = [g.host for g in guests]
    left = lay_out(host, guests, surfaces(host, guests), bonds, tops)
    for guest, box, on in zip(guests, boxes, hosts, strict=True):
        guest.box, guest.host, guest.y, guest.placed = box, on, 0.0, False
    return left


def _elsewhere(guest: Item, host: Item, items: list[Item], bonds: list[Bond], surfaces: Surfaces, why: str) -> None:
    """Move a guest to another host of the same request, else beside its host on what carries that host, else to a table or board of
    the zone, else to the floor (or wall). All but the first add a note, which begins with the reason `why`."""
    for other in (i for i in items if i.request == host.request and i is not host):
        if _has_room(other, guest, items, bonds, surfaces):
            guest.host = other
            _rebind(guest, host, bonds, anchors=(other,))
            return
    below = host.host
    if below is not None and not host.below and carries(below, guest) and surfaces(below, [guest]):
        guest.host = below  # which is checked later, so it may be full
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
    """Whether `other` can carry a guest in addition to its present guests."""
    if other is guest or not carries(other, guest) or not surfaces(other, [guest]):
        return False
    return not _without_room(other, [*_guests(other, items), guest], bonds, surfaces)


def _rebind(guest: Item, host: Item, bonds: list[Bond], **changed: Any) -> None:
    """Change the bonds that put a guest on or into a host."""
    for k, bond in enumerate(bonds):
        if bond.item is guest and bond.anchors[:1] == (host,) and bond.kind in ("on", "inside", "with"):
            bonds[k] = replace(bond, **changed)
