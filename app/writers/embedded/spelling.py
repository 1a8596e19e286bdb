"""Corrects typing errors in a description: *bokshelf*, *armchiar*, *lampps*.

A word is replaced only if it is not English and a known word (of the catalogue, or a kind of room) is one error away: a letter
missing, added or wrong, or two letters swapped. In long words two errors are corrected if only one known word matches. Names, which
begin with a capital inside a sentence, are kept. The English words are pyspellchecker's; they are loaded only for a text with a word
that is not a known one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from scenewright.scene.semantics.words import singular

if TYPE_CHECKING:
    from spellchecker import SpellChecker

__all__ = ["mended"]

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 5
"""Letters. Shorter words are similar to too many others."""
_LONG = 8
"""Letters from which on two errors are corrected."""
_LONGEST = 24
"""Letters. A longer word is no word of a room with one error."""
_ERRORS = 2


def mended(text: str, known: Collection[str]) -> tuple[str, list[tuple[str, str]]]:
    """A text with typing errors corrected, and the (wrong, corrected) words in the order of the text.

    Args:
        known: the words that a correction may give: single words, lower case, singular.
    """
    slips: dict[str, str] = {}

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        lower = word.lower()
        name = word[0].isupper() and not _begins_sentence(text, found.start())
        if (
            not _SHORTEST <= len(word) <= _LONGEST
            or name
            or lower in known
            or singular(lower) in known
            or not _is_unknown(lower)
        ):
            return word
        meant = _meant(lower, known)
        if meant is None:
            return word
        slips[lower] = meant
        return meant.capitalize() if word[0].isupper() else meant

    return _WORD.sub(mend, text), list(slips.items())


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:;\n"


def _meant(word: str, known: Collection[str]) -> str | None:
    checker = _checker()
    near = {w for w in checker.edit_distance_1(word) if w in known or singular(w) in known}
    if near:
        return max(sorted(near), key=lambda w: checker.word_frequency[w])
    if len(word) < _LONG:
        return None
    far = [w for w in known if abs(len(w) - len(word)) <= _ERRORS and _errors(word, w) <= _ERRORS]
    return far[0] if len(far) == 1 else None


def _errors(word: str, other: str) -> int:
    """How many letters are missing, added or wrong, or swapped with the next, between two words; more than two count as three. Comparing
    with each known word takes a millisecond where making all words that are two errors away takes seconds for a long one."""
    too_many = _ERRORS + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        here = [i, *[too_many] * len(other)]
        for j in range(max(1, i - _ERRORS), min(len(other), i + _ERRORS) + 1):
            least = min(row[j] + 1, here[j - 1] + 1, row[j - 1] + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == other[j - 1]:
                least = min(least, before[j - 2] + 1)
            here[j] = least
        if min(here) > _ERRORS:
            return too_many
        before, row = row, here
    return min(row[-1], too_many)


def _is_unknown(word: str) -> bool:
    return not _checker().known([word, singular(word)])


@functools.lru_cache(maxsize=1)
def _checker() -> SpellChecker:
    from spellchecker import SpellChecker

    return SpellChecker(distance=1)
