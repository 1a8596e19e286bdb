"""Slips of the keyboard in a description: *bokshelf*, *armchiar*, *lampps*.

A word is read as another one only where English does not know it, and one of the catalogue's own words, or a kind of
room, is one slip away (a letter missing, doubled, wrong, or two that changed places; in long words two slips, if only one
word comes so near). Names, which begin with a capital inside a sentence, are left as they are. The English words are
pyspellchecker's; they are loaded only where a text has a word that the catalogue lacks.
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
"""Letters: shorter words are too near to too many others."""
_LONG = 8
"""Letters from which two slips are looked for."""


def mended(text: str, known: Collection[str]) -> tuple[str, list[tuple[str, str]]]:
    """A text with its slips mended, and what was read as what, in the order of the text.

    Args:
        known: single words, lower case, in the singular, that a slip may have meant.
    """
    slips: dict[str, str] = {}

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        lower = word.lower()
        name = word[0].isupper() and not _begins_sentence(text, found.start())
        if len(word) < _SHORTEST or name or lower in known or singular(lower) in known or not _is_unknown(lower):
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
    far = {w for w in checker.edit_distance_2(word) if w in known}
    return far.pop() if len(far) == 1 else None


def _is_unknown(word: str) -> bool:
    return not _checker().known([word, singular(word)])


@functools.lru_cache(maxsize=1)
def _checker() -> SpellChecker:
    from spellchecker import SpellChecker

    return SpellChecker(distance=1)
