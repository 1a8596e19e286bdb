"""Whether a noun means one thing or several."""

from __future__ import annotations

from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.words import singular

__all__ = ["head_of", "is_plural", "is_several"]

_PLURAL_OF_ONE = frozenset(
    ("greenery", "foliage", "seating", "curtains", "blinds", "drapes", "shutters", "stairs", "flowers")
)
_SINGULAR_S = frozenset(
    (
        "glass",
        "vase",
        "bus",
        "lens",
        "chess",
        "canvas",
        "gas",
        "cactus",
        "christmas",
        "grass",
        "dress",
        "mattress",
        "compass",
        "less",
    )
)
"""Words that end like a plural and are none."""


def head_of(phrase: str) -> str:
    noun = (read_query(phrase).noun or phrase).partition(" of ")[0]  # 'cans of paint' are cans
    return noun.split()[-1] if noun else phrase


def is_several(noun: str) -> bool:
    """Whether a noun means all of its things: a plural, or what is plural even for one, as curtains are."""
    return is_plural(noun) or noun in _PLURAL_OF_ONE


def is_plural(noun: str) -> bool:
    word = noun.rsplit(maxsplit=1)[-1] if noun else ""
    return word not in _SINGULAR_S and not word.endswith("ss") and singular(word) != word
