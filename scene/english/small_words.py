"""The small words about a noun that all readers share: determiners, names of sides, plain colours."""

from __future__ import annotations

__all__ = ["ARTICLES", "COLORS", "COLOR_SYNONYMS", "DEFINITE", "DETERMINERS", "SIDES"]

ARTICLES = frozenset(("the", "a", "an"))
_POINTING = frozenset(("this", "that", "these", "those"))
_POSSESSIVES = frozenset(("its", "their", "his", "her", "my", "our", "your"))
_AMOUNTS = frozenset(("some", "any", "each", "every"))

DETERMINERS = ARTICLES | _POINTING | _POSSESSIVES | _AMOUNTS
"""What may begin a noun phrase and says nothing of the thing."""

DEFINITE = _POINTING | _POSSESSIVES | {"the"}
"""Determiners that take for granted that there is such a thing."""

SIDES = frozenset(
    ("left", "right", "front", "back", "rear", "upper", "lower", "top", "bottom", "middle", "centre", "center")
)
"""What tells one of several that are alike by where it is: *left desk*, *desk_left*."""

COLORS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "black", "gray", "white")
"""The eleven basic colour terms of Berlin and Kay (1969), and beige."""
COLOR_SYNONYMS = {"grey": "gray", "violet": "purple", "tan": "beige", "cream": "beige", "golden": "gold"}
"""Other names of colours -> the plain one."""
