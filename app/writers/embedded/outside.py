"""Buildings that a text looks at from outside: *a castle on a hill* is no room, and *a cabin in the woods with a stove* is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.scene.semantics.words import normalise, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["seen_from_outside"]

_BUILDING = r"castle|palace|cottage|farmhouse|bungalow|house|cabin|hut|villa|mansion|chalet"
_LAND = (
    r"hill|hilltop|hillside|cliff|mountain|mountains|meadow|field|fields|forest|wood|woods|lake|sea|river|island|shore|desert|snow|moat|"
    r"countryside|valley|stream|fence|well|garden|hedge|orchard|pond|driveway|lawn|gate"
)
_OPENS = re.compile(
    rf"(?i)^\W*(?:an?|the|my|our|your)?\s*(?:[\w'-]+\s+){{0,3}}?({_BUILDING})\s+"
    rf"(?:standing\s+|sitting\s+|perched\s+)?(?:high\s+)?(?:up\s+)?(?:on|atop|in|by|at|near|beside|behind|above|amid|among|surrounded by|"
    rf"next to|with)\b[^.;]*?\b({_LAND})\b"
)
_OWN_NAME = re.compile(r"(?i)\b(?:dog|bird|tree|doll|play|green|hen|toy|model|summer|bee)\W?$")
"""Words that make another thing of the building after them."""
_ROOMS = word_set(
    """room rooms inside interior kitchen bedroom bathroom lounge hall hallway office study nursery attic basement cellar parlour library
    fireplace"""
)
"""Words of a text that goes inside."""
_WITHIN = frozenset(
    [
        "seating",
        "tables",
        "beds",
        "storage",
        "office",
        "kitchen",
        "appliances",
        "bath",
        "electronics",
        "school",
        "textiles",
        "lighting",
    ]
)
"""Categories of what stands within walls."""


def seen_from_outside(text: str, catalogue: Catalogue) -> str:
    """The text with the building that it opens with named as such, where it speaks of land around it and of nothing within walls; else
    the text as it is."""
    found = _OPENS.match(text)
    if (
        found is None
        or _OWN_NAME.search(text[: found.start(1)].rstrip()) is not None
        or _speaks_of_within(text, catalogue)
    ):
        return text
    return f"{text[: found.end(1)]} building{text[found.end(1) :]}"


def _speaks_of_within(text: str, catalogue: Catalogue) -> bool:
    """Whether a text names a room, or something that stands in one."""
    tokens = [singular(token) for token in normalise(text)]
    if _ROOMS & set(tokens):
        return True
    names = [" ".join(tokens[i : i + n]) for n in (2, 1) for i in range(len(tokens) - n + 1)]
    found = (catalogue.find(name, k=1, meaning=False) for name in names if name in catalogue.vocabulary)
    return any(one[0].entry.category in _WITHIN and one[0].how in ("exact", "synonym") for one in found if one)
