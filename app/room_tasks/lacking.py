"""How many of what a room has already such a place has more of: the other nightstand, two chairs at a table with four."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.assets.recipe_book import thing_key
from scenewright.scene.english import cardinal

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import ObjectRequest
    from scenewright.assets.recipe_book import Recipe, RecipeLine

__all__ = ["lacking_copies"]

_MOST = 12
"""Most copies of one thing that are added."""


def lacking_copies(requests: Sequence[ObjectRequest], recipe: Recipe | None) -> dict[int, int]:
    """Request -> how many more of it the recipe of its place sets out.

    Args:
        requests: of what stands there.
        recipe: with the texts of one of its arrangements.
    """
    lacking: dict[int, int] = {}
    for line in recipe.has if recipe is not None else ():
        serving = [r for r in requests if _serves(r, line)]
        if not serving:
            continue
        wanted = _sets_out(line, requests)
        there = sum(request.count for request in serving)
        if there < wanted:
            lacking[serving[0].index] = min(wanted - there, _MOST)
    return lacking


def _serves(request: ObjectRequest, line: RecipeLine) -> bool:
    said = {thing_key(request.words), thing_key(request.known or request.words)}
    return bool(said & {thing_key(name) for name in line.names})


def _sets_out(line: RecipeLine, requests: Sequence[ObjectRequest]) -> int:
    """How many things a line sets out; 0 where that grows with the room, and nobody says how many are right for this one."""
    if line.n is not None:
        return 0
    number = cardinal(line.text.split()[0]) or 1
    if " each [" not in line.text:
        return number
    keys = {thing_key(name) for name in line.mentioned}
    hosts = sum(r.count for r in requests if {thing_key(r.words), thing_key(r.known or r.words)} & keys)
    return number * hosts
