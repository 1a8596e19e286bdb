"""Small words around a noun that all readers share: determiners, sides, plain colours. Regular expressions here have no groups."""

from __future__ import annotations

__all__ = [
    "ARTICLES", "COLORS", "COLOR_FAMILIES", "COLOR_SPELLINGS", "COLOR_SYNONYMS", "DEFINITE", "DEFINITES", "DETERMINERS", "EACH", "NONE",
    "OTHERS", "POSSESSIVES", "SIDES", "TOTALS",
]  # fmt: skip

ARTICLES = frozenset(("the", "a", "an"))
_POINTING = frozenset(("this", "that", "these", "those"))
POSSESSIVES = frozenset(("its", "their", "his", "her", "my", "our", "your"))
_AMOUNTS = frozenset(("some", "any", "each", "every"))

DETERMINERS = ARTICLES | _POINTING | POSSESSIVES | _AMOUNTS
"""Words that may begin a noun phrase and do not describe the thing."""

DEFINITE = _POINTING | POSSESSIVES | {"the"}
"""Determiners that presuppose that the thing exists."""
DEFINITES = "|".join(sorted(DEFINITE))
"""These determiners as a regular expression."""

TOTALS = frozenset(("all", "both"))
"""Words before a determiner, or in its place, that mean every one of the things."""
EACH = frozenset(("each", "every", "either", "apiece"))
"""Words that address several things one by one."""
NONE = frozenset(("no", "neither"))
"""Words that say that there is none."""
OTHERS = frozenset(("other", "another", "others"))
"""Words that ask for a thing other than the one already named."""

SIDES = frozenset(
    ("left", "right", "front", "back", "rear", "upper", "lower", "top", "bottom", "middle", "centre", "center")
)
"""Words that tell like things apart by their place: *left desk*, *desk_left*."""

COLORS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "black", "gray", "white")
"""The eleven basic colour terms of Berlin and Kay (1969), and beige."""
COLOR_FAMILIES = frozenset((*COLORS, "gold", "violet"))
"""Words that may end the name of a shade: *navy blue*, *rose gold*."""
COLOR_SPELLINGS = {"grey": "gray"}
"""Other spellings of colour words -> the spelling used here."""
COLOR_SYNONYMS = {**COLOR_SPELLINGS, "violet": "purple", "tan": "beige", "cream": "beige", "golden": "gold"}
"""Other names of colours -> the plain name."""
