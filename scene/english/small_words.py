"""The small words about a noun that all readers share: determiners, names of sides, plain colours. Patterns have no groups."""

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
"""What may begin a noun phrase and says nothing of the thing."""

DEFINITE = _POINTING | POSSESSIVES | {"the"}
"""Determiners that take for granted that there is such a thing."""
DEFINITES = "|".join(sorted(DEFINITE))
"""Any of them, as a pattern."""

TOTALS = frozenset(("all", "both"))
"""What stands before a determiner, or in its place, and means every one of some."""
EACH = frozenset(("each", "every", "either", "apiece"))
"""What speaks of several one by one."""
NONE = frozenset(("no", "neither"))
"""What says that there is none."""
OTHERS = frozenset(("other", "another", "others"))
"""What asks for another than the one that was named."""

SIDES = frozenset(
    ("left", "right", "front", "back", "rear", "upper", "lower", "top", "bottom", "middle", "centre", "center")
)
"""What tells one of several that are alike by where it is: *left desk*, *desk_left*."""

COLORS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "black", "gray", "white")
"""The eleven basic colour terms of Berlin and Kay (1969), and beige."""
COLOR_FAMILIES = frozenset((*COLORS, "gold", "violet"))
"""What the last word of a shade may be: *navy blue*, *rose gold*."""
COLOR_SPELLINGS = {"grey": "gray"}
"""Other spellings of these -> ours."""
COLOR_SYNONYMS = {**COLOR_SPELLINGS, "violet": "purple", "tan": "beige", "cream": "beige", "golden": "gold"}
"""Other names of colours -> the plain one."""
