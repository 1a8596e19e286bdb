"""What the name of a place says of its things: a violin teacher's studio has violins, a hat shop hats, a piano bar a piano."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.scene.semantics.words import plural, singular

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description
    from scenewright.assets import Catalogue, CatalogueEntry
    from scenewright.assets.recipe_book import Recipe, RecipeLine

__all__ = ["named_wares", "of_the_name", "ware_line"]

_MOST_WORDS = 3
_WARES = frozenset(
    [
        "music",
        "sport",
        "textiles",
        "toys",
        "plants",
        "food",
        "electronics",
        "lighting",
        "pets",
        "decor",
        "tableware",
        "tools",
        "shop",
    ]
)
"""Categories of what places are named after. A *table tennis room* has more than tables."""
_NO_WARES = word_set(
    "glass fire light water sand stone wood cloud star ice mirror candle clock photo print paper map book egg"
)
"""Words that are as often a look or a use of the place."""
_LARGE = 0.8
"""Metres: of what is larger in any direction, one is placed."""
_SEVERAL, _MANY = 3, 12
_BOARDS = ("shelf", "shelving unit", "display shelf", "bookshelf")


def named_wares(description: Description, catalogue: Catalogue) -> dict[str, CatalogueEntry]:
    """The things that the place is named after, by their words: what comes before its kind."""
    place = max(description.place, description.zones[0].words, key=lambda words: len(words.split()))
    words = [singular(w) for w in re.findall(r"[a-z]+", re.sub(r"'s?\b", "", place.lower()))]
    found: dict[str, CatalogueEntry] = {}
    at = 0
    while at < len(words) - 1:
        for length in range(min(_MOST_WORDS, len(words) - 1 - at), 0, -1):
            name = " ".join(words[at : at + length])
            matches = catalogue.find(name, k=1, meaning=False)
            if not matches or matches[0].how not in ("exact", "synonym") or set(name.split()) <= _NO_WARES:
                continue
            if matches[0].entry.category in _WARES:
                found[name] = matches[0].entry
                at += length - 1
                break
        at += 1
    return found


def of_the_name(line: RecipeLine, wares: dict[str, CatalogueEntry], catalogue: Catalogue) -> str | None:
    """Which of the things that a line of the recipe takes the name of the place names; None for none."""
    keys = {entry.key for entry in wares.values()}
    for name in line.names:
        found = catalogue.find(name, k=1, meaning=False)
        if found and found[0].entry.key in keys and found[0].how in ("exact", "synonym"):
            return name
    return None


def ware_line(name: str, entry: CatalogueEntry, recipe: Recipe, serving: Mapping[str, str]) -> str:
    """A sentence that asks for things that the place is named after. A shop has its shelves full of them.

    Args:
        serving: the nouns that serve as things of the recipe, by the keys of these.
    """
    large = max(entry.size) > _LARGE
    shelf = next((serving[key] for key in _BOARDS if key in serving), "")
    if shelf and "shop" in recipe.tags and entry.support == "surface" and not large:
        return f"{_MANY} {plural(name)} fill the {plural(shelf)}"
    return f"a {name}" if large else f"{_SEVERAL} {plural(name)}"
