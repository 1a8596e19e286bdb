"""Phrases that state a distance in figures: *within 2 m of*, *at least 50 cm from*, *three feet away from*."""

from __future__ import annotations

import re

from scenewright.scene.english.numbers import CARDINALS, cardinal
from scenewright.scene.english.relations import Meaning
from scenewright.scene.english.units import UNIT_WORDS, metres

__all__ = ["DISTANCE", "FARTHER", "FARTHEST", "NEARER", "NEAREST", "distance_meaning", "is_farther"]

NEARER, NEAREST = "nearer|closer", "nearest|closest"
FARTHER, FARTHEST = "farther|further", "farthest|furthest"
"""Comparatives and superlatives of distance, as regular expressions."""


def is_farther(word: str) -> bool:
    """Whether a comparative or superlative of distance, or *most distant*, asks for the far end."""
    return word == "most distant" or word in f"{FARTHER}|{FARTHEST}".split("|")


_UNIT = "|".join(sorted(UNIT_WORDS, key=lambda name: (-len(name), name)))
_MOST = "within|less than|no more than|not more than|closer than|at most|up to|under"
_LEAST = "at least|no less than|not less than|more than|over"
_ABOUT = "about|around|roughly|approximately|some|exactly"
_NUMBER = rf"(?<!\d)\d++(?:[.,]\d++)?|{'|'.join(sorted(CARDINALS, key=lambda word: -len(word)))}"
DISTANCE = rf"(?:(?:{_MOST}|{_LEAST}|{_ABOUT}) )?(?:{_NUMBER}) ?(?:{_UNIT}) (?:away )?(?:of|from|to)"
"""A regular expression without groups for all such phrases, in lower case with single spaces."""
_PARTS = re.compile(
    rf"(?:(?P<how>{_MOST}|{_LEAST}|{_ABOUT}) )?(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT}) (?:away )?(?:of|from|to)"
)
_TOLERANCE = 0.1
"""The relative tolerance of a distance that is stated without *at least* or *at most*."""


def distance_meaning(phrase: str) -> Meaning | None:
    """The meaning, in metres, of a phrase that :data:`DISTANCE` matches; None for any other phrase."""
    found = _PARTS.fullmatch(phrase)
    if found is None:
        return None
    number = cardinal(found["number"])
    value = metres(found["number"] if number is None else str(number), found["unit"])
    how = found["how"] or ""
    if how and re.fullmatch(_MOST, how):
        return Meaning("near", within=value)
    if how and re.fullmatch(_LEAST, how):
        return Meaning("apart", beyond=value)
    return Meaning("apart", within=round(value * (1.0 + _TOLERANCE), 4), beyond=round(value * (1.0 - _TOLERANCE), 4))
