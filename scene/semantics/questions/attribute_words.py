"""Words that say how a thing is, without a noun: *red*, *made of wood*, *round and white*."""

from __future__ import annotations

import re

from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary, parse

__all__ = ["SMALL", "attributes_of", "parsed_attributes", "unknowable"]

_MADE = re.compile(
    r"^(?:made |built |crafted )?(?:out )?(?:of|from) (?=\w)|^(?:painted|colored|dyed) (?=\w)|^(?:in|of) color "
)
_NOUNS = Vocabulary(THINGS)
SMALL = re.compile(r"^(?:(?:not|neither|all|both|also|mostly|mainly) )+")
"""Small words that may stand before an attribute."""


def parsed_attributes(words: str) -> ObjectPhrase:
    """The colours, materials, sizes and so on among attributes."""
    return parse(f"{words} thing", _NOUNS)


def attributes_of(words: str) -> str | None:
    """The words as attributes that can stand before a noun: *wood* for *made of wood*. None where some word is no attribute."""
    plain = _MADE.sub("", words.strip())
    plain = re.sub(r"\s+(?:in color|colored|ones?)$", "", plain)
    read = parsed_attributes(plain)
    if (
        not plain
        or read.leftover
        or read.parts
        or read.compound != "thing"
        or re.search(r"\b(?:the|a|an|thing)\b", plain)
    ):
        return None
    stated = (*read.colors, *read.materials, *read.sizes, *read.styles, *read.others)
    return plain if stated or read.shape else None


def unknowable(words: str) -> str:
    """Those words of a predicate that no shape or surface shows (*open*, *modern*); '' for none."""
    plain = attributes_of(SMALL.sub("", words.strip())) or ""
    read = parsed_attributes(plain)
    return " ".join((*read.others, *read.styles)) if plain else ""
