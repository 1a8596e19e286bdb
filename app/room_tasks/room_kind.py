"""Recognises which kind of place a room is, from the text that it was made of, its names, and what is in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from scenewright.app.room_tasks.things import StandingThing
from scenewright.assets.recipe_book import Recipe, RecipeBook, thing_key

__all__ = ["kind_by_things", "kind_of_room"]

_HAS, _MAY, _DRESS = 1.0, 0.6, 0.25
"""What a thing speaks for a place that always has it, may have it, or is dressed with it."""
_MISSED = 0.15
"""What a thing speaks against a place that always has it, where it is not there."""
_EVERYDAY = frozenset(
    [
        "bedroom",
        "living room",
        "kitchen",
        "bathroom",
        "dining room",
        "office",
        "kids' bedroom",
        "hallway",
        "classroom",
        "restaurant",
    ]
)
_USUAL = 1.15
"""By how much more a place is likely that everybody has or knows, where things speak as much for another."""
_LEAST = 0.15
"""Least share of what a room holds, by weight, that must speak for a place."""


def kind_of_room(book: RecipeBook, words: Iterable[str], things: Sequence[StandingThing]) -> Recipe | None:
    """The recipe of the kind of place that a room is; None where nothing tells.

    Args:
        words: what names the room, the surest first: the text that it was made of, its title, the word of its root.
    """
    for text in words:
        plain = text.replace("_", " ").strip().lower()
        found = book.find(plain) if plain else None
        if found is None and plain:
            named = book.named_by(text)
            found = book.find(named) if named else None
        if found is not None:
            return book.meant(found, [thing.noun for thing in things])
    return kind_by_things(book, [name for thing in things for name in (thing.noun, thing.entry.word)])


def kind_by_things(book: RecipeBook, names: Iterable[str]) -> Recipe | None:
    """The recipe that things speak for most, each the more the fewer places have it; None where they speak for none."""
    there = {thing_key(name) for name in names}
    places = _places(book)
    weights = {key: math.log(len(places) / count) for key, count in _spread(book).items()}
    everything = sum(weights.get(key, 0.0) for key in there)
    best: tuple[float, Recipe] | None = None
    for recipe, lines in places:
        score, spoken = 0.0, 0.0
        seen: set[str] = set()
        for keys, share in lines:
            met = (keys & there) - seen
            if met:
                seen |= met
                own = max(weights[key] for key in met)
                score += share * own
                spoken += own
            elif share == _HAS:
                score -= _MISSED * min(weights[key] for key in keys)
        score *= _USUAL if recipe.name in _EVERYDAY else 1.0
        if spoken > _LEAST * everything and (best is None or score > best[0]):
            best = score, recipe
    return best[1] if best is not None and best[0] > 0.0 else None


@cache
def _places(book: RecipeBook) -> tuple[tuple[Recipe, tuple[tuple[frozenset[str], float], ...]], ...]:
    """Each recipe with the keys of its lines, and what a thing of each speaks for it."""
    return tuple(
        (
            recipe,
            tuple(
                (frozenset(map(thing_key, line.names)), share)
                for lines, share in ((recipe.has, _HAS), (recipe.may, _MAY), (recipe.dress, _DRESS))
                for line in lines
            ),
        )
        for recipe in book.recipes
    )


@cache
def _spread(book: RecipeBook) -> dict[str, int]:
    """In how many places each thing may be."""
    return Counter(key for _, lines in _places(book) for key in {key for keys, _ in lines for key in keys})
