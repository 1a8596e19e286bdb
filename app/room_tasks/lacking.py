"""How many of what a room has already such a place has more of: the other nightstand with its lamp, two chairs at a table with four."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Literal

from scenewright.assets.recipe_book import DressingLine, thing_key
from scenewright.scene.english import cardinal

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import ObjectRequest
    from scenewright.assets.recipe_book import Recipe, RecipeLine

__all__ = ["dressing_of", "lacking_copies"]

_MOST = 12
"""Most copies of one thing that are added."""
_Level = Literal["", "light", "full"]


def lacking_copies(
    requests: Sequence[ObjectRequest],
    recipe: Recipe | None,
    levels: Collection[str],
    area: float,
    object_of: Callable[[str], str | None],
) -> dict[int, tuple[int, _Level]]:
    """Request -> how many more of it the recipe of its place sets out, and whether they dress it.

    Args:
        requests: of what stands there.
        recipe: with the texts of one of its arrangements.
        levels: of the dressing that counts.
        area: of the floor in square metres.
        object_of: the object of the catalogue that a noun names: *banker lamp* and *bankers lamp* are one.
    """
    lacking: dict[int, tuple[int, _Level]] = {}
    counts = {request.index: request.count for request in requests}
    for line in recipe.lines if recipe is not None else ():
        dresses = isinstance(line, DressingLine)
        level = _level(line)
        serving = [r for r in requests if _serves(r, line, object_of)]
        if not serving or (dresses and level not in levels):
            continue
        wanted = _sets_out(line, requests, counts, area)
        there = sum(counts[request.index] for request in serving)
        if there < wanted:
            more = min(wanted - there, _MOST)
            first = serving[0].index
            counts[first] += more
            lacking[first] = lacking.get(first, (0, level))[0] + more, level
    return lacking


def dressing_of(request: ObjectRequest, recipe: Recipe | None, object_of: Callable[[str], str | None]) -> _Level:
    """The level of dressing that what stands there is of; '' for what furnishes its place, or is none of it."""
    serving = [line for line in (recipe.lines if recipe is not None else ()) if _serves(request, line, object_of)]
    levels = {_level(line) for line in serving}
    return "light" if "light" in levels and "" not in levels else "full" if levels == {"full"} else ""


def _level(line: RecipeLine) -> _Level:
    if not isinstance(line, DressingLine):
        return ""
    return "full" if line.level == "full" else "light"


def _serves(request: ObjectRequest, line: RecipeLine, object_of: Callable[[str], str | None]) -> bool:
    said = {thing_key(request.words), thing_key(request.known or request.words)}
    if said & {thing_key(name) for name in line.names}:
        return True
    own = object_of(request.known or request.words)
    return own is not None and own == object_of(line.thing)


def _sets_out(line: RecipeLine, requests: Sequence[ObjectRequest], counts: dict[int, int], area: float) -> int:
    """How many things a line sets out in a room."""
    if line.n is not None:
        return line.n.of(area)
    number = cardinal(line.text.split()[0]) or 1
    if " each [" not in line.text:
        return number
    keys = {thing_key(name) for name in line.mentioned}
    hosts = [r for r in requests if {thing_key(r.words), thing_key(r.known or r.words)} & keys]
    return number * sum(counts[r.index] for r in hosts)
