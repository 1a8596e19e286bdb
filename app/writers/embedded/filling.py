"""How many things a text asks for without a number: as fill what holds them (*a crate full of bottles*), or as line the walls."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.selection import Choice, expected_choice, in_variant
from scenewright.app.writers.embedded.supports import open_levels

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description
    from scenewright.app.writers.embedded.supports import Level
    from scenewright.assets import Catalogue

__all__ = [
    "deep_shelf",
    "evenly",
    "fits_on_boards",
    "give_plenty",
    "in_container",
    "line_walls",
    "small_for_boards",
]

_SMALL = 0.45
"""Metres: what is larger than this in any direction, and does not stand on tables, stands on no board."""
_BOX, _ON_BOARD = 0.7, 0.39
"""Metres: the largest side of a box that also comes in a size for boards, and its largest side then."""
_ALL_SIZES = ("outdoor", "decor", "toys")
"""Categories of things that come in a size for boards, too: flower pots, lanterns, toy cars."""
_PLAIN_SHELVES = ("shelf", "rack")
_DEEP_SHELF = "shelving unit"
"""The catalogue's name of what boxes stand on."""
_SHRUNK, _GROWN, _LARGER, _FEW = 0.65, 1.15, 1.4, 2
"""The smallest that a thing, and the largest that its container, may be made for things to lie in it, of their usual sizes: for many
things, and for a few large ones."""
_SPACE = 0.01
"""Metres between two things that lie in a container."""
_MOST_IN = 20
_WALLS = 7.0
"""Metres of wall that things line, in a room of a size that nobody gave."""
_LINED, _APART = 0.6, 0.12
"""Share of the back and side walls that is lined, and metres between two things in line."""
_LEAST_LINE, _MOST_LINE = 4, 14
_LOTS = ((0.12, 20), (0.25, 14), (0.5, 10), (0.9, 9), (1.2, 7), (2.0, 5), (math.inf, 4))
"""How many things are lots of them: largest side in metres up to which they are so many."""
_LOTS_OF_BOOKS = 60
_LOTS_HUNG = 8
"""The same of what hangs on walls and from ceilings, or lies on floors."""
_LOTS_ON_SEATS = 6
"""The same of cushions and blankets."""
_LOTS_OF_FLOOR = 0.3
"""Share of the floor that things of one kind take, at most, unless the text gives their number."""
_USUAL_AREA = 20.0
"""Square metres of a place of which nobody knows the size."""
_ON_TOP = 0.5
"""Share of the top of what carries them that many things take, at most."""


def fits_on_boards(choice: Choice) -> bool:
    """Whether such things stand on boards: what stands on tables, and small things that usually stand on the floor, like shoes."""
    return choice.support == "surface" or (choice.support == "floor" and max(choice.size) <= _SMALL)


def small_for_boards(choice: Choice, catalogue: Catalogue) -> Choice:
    """A small one of the kind, where the usual one is too large for boards: a plant in a little pot, a box of a size for a shelf."""
    if fits_on_boards(choice) or choice.support != "floor":
        return choice
    if choice.entry.category == "storage" and max(choice.size) <= _BOX:
        return _resized(in_variant(choice, "closed", catalogue), catalogue)
    if choice.entry.category in _ALL_SIZES and max(choice.size) <= _BOX:
        return _resized(choice, catalogue)
    if choice.entry.category != "plants":
        return choice
    small = expected_choice(
        replace(choice.request, phrase="small plant", words="small plant", known="small plant"), catalogue
    )
    return choice if small is None or not fits_on_boards(small) else replace(small, request=choice.request)


def _resized(choice: Choice, catalogue: Catalogue) -> Choice:
    """The same as small as things on boards are."""
    width, height, depth = (round(v * _ON_BOARD / max(choice.size), 3) for v in choice.size)
    size = (width, height, depth)
    return replace(choice, size=size, ref=catalogue.resolve(choice.words, size, 0), resized=True)


def deep_shelf(host: Choice, guest: Choice, catalogue: Catalogue) -> Choice:
    """Deep shelves in place of mere shelves that are to be full of boxes: those for books are too shallow for them."""
    if guest.entry.category != "storage" or host.request.words not in _PLAIN_SHELVES or host.support != "floor":
        return host
    words = _DEEP_SHELF
    request = replace(host.request, phrase=words, words=words, known=words, reading=catalogue.parse(words))
    deep = expected_choice(request, catalogue)
    return host if deep is None else replace(deep, request=host.request, name=host.name)


def in_container(levels: Sequence[Level], guest: Choice) -> int:
    """How many things lie in a basket, a crate or a bowl that is to be full; 0 where not one of nearly its own size does.

    Args:
        levels: the level places of the container.
    """
    width, depth = (_SHRUNK * guest.size[k] + _SPACE for k in (0, 2))
    high = [v for v in levels if v.headroom >= _SHRUNK * guest.size[1]]

    def fitting(grown: float) -> int:
        return max((int(grown * v.width / width) * int(grown * v.depth / depth) for v in high), default=0)

    # a few large things, such as loaves, are worth a larger basket
    return min(max(fitting(_GROWN), min(fitting(_LARGER), _FEW)), _MOST_IN)


def line_walls(description: Description, choices: Sequence[Choice]) -> None:
    """Set the number of things that line the walls, where the text gives none. Changes requests in place."""
    width, depth = description.dimensions or description.usual or (_WALLS / 1.8, _WALLS / 1.8)
    for choice in choices:
        request = choice.request
        if not request.lines:
            continue
        pitch = choice.size[0] + _APART
        number = min(max(round(_LINED * (width + 2.0 * depth) / pitch), _LEAST_LINE), _MOST_LINE)
        request.count = max(request.count, number)
        request.lines = False


def give_plenty(description: Description, choices: Sequence[Choice], catalogue: Catalogue) -> None:
    """Set the number of things of which there are lots: the smaller they are, the more, as far as the place or what carries them bears it.
    Changes requests in place."""
    width, depth = description.dimensions or description.usual or (_USUAL_AREA**0.5, _USUAL_AREA**0.5)
    by_index = {choice.request.index: choice for choice in choices}
    for choice in choices:
        request = choice.request
        if not request.plenty:
            continue
        number = _plenty_of(choice, width * depth)
        carriers = [
            by_index[index]
            for link in description.links
            if link.subject == request.index and link.kind in ("on", "inside")
            for index in link.anchors
            if index in by_index
        ]
        if carriers:
            tops = sum(
                carrier.request.count * max((v.area for v in open_levels(catalogue, carrier.ref)), default=0.0)
                for carrier in carriers
            )
            number = min(number, int(_ON_TOP * tops / max(choice.size[0] * choice.size[2], 1e-4)))
        request.count = max(request.count, number)
        request.plenty = False


def _plenty_of(choice: Choice, area: float) -> int:
    """How many are lots of a thing in a place of so many square metres."""
    if choice.support in ("wall", "ceiling", "rug"):
        return _LOTS_HUNG
    if choice.entry.category == "textiles":
        return _LOTS_ON_SEATS
    if choice.entry.word == "book":
        return _LOTS_OF_BOOKS
    number = next(number for largest, number in _LOTS if max(choice.size) <= largest)
    if choice.support == "floor":
        number = min(number, int(_LOTS_OF_FLOOR * area / max(choice.size[0] * choice.size[2], 0.04)))
    return number


def evenly(count: int, rooms: list[int]) -> list[int]:
    """`count` things over boards with so many places each, as evenly as they go."""
    given = [0] * len(rooms)
    left = count
    while left > 0:
        open_ = [k for k, room in enumerate(rooms) if given[k] < room]
        if not open_:
            break
        each = max(1, left // len(open_))
        for k in open_:
            more = min(each, rooms[k] - given[k], left)
            given[k] += more
            left -= more
    return given
