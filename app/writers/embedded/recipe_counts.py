"""How many there are of what a text and the recipe of its place both speak of: the mirrors of a barber with four chairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT, QUANTITY_NOUNS
from scenewright.assets.recipe_book import thing_key
from scenewright.scene.english import cardinal

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import Recipe, RecipeLine

__all__ = ["WINDOW_COVERS", "count_plurals", "counts_meant", "cover_all_windows", "is_counted"]

WINDOW_COVERS = word_set("curtain curtains drape drapes blind blinds")
"""What hangs at each window of a room."""

_UNCOUNTED = (PLURAL_COUNT, QUANTITY_NOUNS["rows"])
"""What is placed for a plural without a number."""
_AT_LONG_SIDES = 2
"""Benches at a table."""


def counts_meant(description: Description, recipe: Recipe, serving: dict[str, str]) -> dict[str, int]:
    """How many of what a recipe sets out each once a place the text means, which says how many places: a barber shop with four chairs has
    four mirrors."""
    counts: dict[str, int] = {}
    for line in reversed(recipe.has):
        key, own = thing_key(line.thing), None
        asked = [r for r in description.requests if r.words == serving.get(key) and not r.expected]
        if key not in serving:
            own = counts.get(key)
        elif len(asked) == 1 and asked[0].count > 1:
            own = asked[0].count
        if own is not None and line.text.startswith(("a ", "an ")) and " each [" in line.text:
            for name in line.mentioned:
                counts.setdefault(thing_key(name), own)
    return counts


def is_counted(description: Description, noun: str) -> bool:
    """Whether the text says how many of such things there are: with six stools there are no further ones at a high table."""
    asked = [r for r in description.requests if not r.expected and not r.at_least and r.count > 1]
    return any(f" {thing_key(noun)}".endswith(f" {r.words}") for r in asked)


def cover_all_windows(description: Description) -> bool:
    """Let *terracotta curtains* be at each window of the room. Returns whether the text asks for such things."""
    asked = [r for r in description.requests if r.head in WINDOW_COVERS and r.count > 0 and not r.expected]
    placed = {link.subject for link in description.links}
    for request in asked:
        if request.at_least and len(asked) == 1 and request.index not in placed:
            request.count = max(request.count, description.windows)
    return bool(asked)


def count_plurals(description: Description, recipe: Recipe, serving: dict[str, str], area: float) -> None:
    """Let the text's plurals without a number be as many as such a place has: the tables of a canteen, two benches at each."""
    for line in recipe.has:
        asked = [r for r in description.requests if r.words == serving.get(thing_key(line.thing)) and not r.expected]
        if len(asked) != 1 or not asked[0].at_least or asked[0].count not in _UNCOUNTED:
            continue
        before = asked[0].count
        if line.n is not None:
            asked[0].count = max(asked[0].count, line.n.of(area))
        elif " each [" in line.text:
            words = {serving.get(thing_key(name)) for name in line.mentioned}
            hosts = sum(r.count for r in description.requests if r.words in words)
            hosts = hosts or sum(_sets_out(other, area) for other in recipe.has if other.thing in line.mentioned)
            each = _AT_LONG_SIDES if asked[0].head == "bench" else (cardinal(line.text.split()[0]) or 1)
            asked[0].count = max(asked[0].count, hosts * each)
        asked[0].count = _in_whole_rows(description, asked[0])
        _count_shares(description, asked[0], before)


def _in_whole_rows(description: Description, request: ObjectRequest) -> int:
    """The count of things without a number that stand in so many rows: as many in each."""
    shapes = (
        FormationShape.of(k.detail) for k in description.links if k.kind == "arranged" and k.subject == request.index
    )
    rows = max((shape.rows for shape in shapes), default=0)
    return request.count if rows < 2 else rows * -(-request.count // rows)


def _count_shares(description: Description, host: ObjectRequest, before: int) -> None:
    """Give what each of several has to all of them, where these have become more: 'several tables, each with a vase and two chairs'."""
    shares = {link.subject for link in description.links if link.each and link.anchors == (host.index,)}
    for request in (description.requests[index] for index in shares):
        if host.count > before and request.count % before == 0 and not request.fills:
            request.count = request.count // before * host.count
            _count_shares(description, request, request.count // host.count * before)


def _sets_out(line: RecipeLine, area: float) -> int:
    """How many things a line sets out."""
    return line.n.of(area) if line.n is not None else cardinal(line.text.split()[0]) or 1
