"""Texts that a person, a page or a model sends to be read: descriptions, queries, questions, names.

Readers of English take time that grows with a text, so each entry states what it reads at most, and refuses more by name before
anything reads it. What a reader cannot see is taken away: invisible characters, and control characters that are no white space.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.limits import WORDS_CHARACTERS
from scenewright.scene.printing import cut

__all__ = ["CATALOGUE_WORDS", "DESCRIPTION", "PROMPT", "QUERY", "QUESTION", "TextLimits", "readable_text"]

_RAW = 4
"""A text with more white space and invisible characters than this many times its limit is refused unread."""
_MOST_MARKS = 4
"""Combining marks in a row. Languages that stack marks need up to three."""
_MARK = r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]"
_MARKS = re.compile(f"{_MARK}{{{_MOST_MARKS + 1},}}")
_DIGITS = re.compile(r"\d[\d.,]*")
_POWER = re.compile(r"(?<![\w.])\d[\d.,]*(?:e[+-]?\d+|\s?(?:\*\*|\^)\s?\d+)(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[\w'.\u2019-]+")


@dataclass(frozen=True)
class TextLimits:
    """What one entry reads at most.

    `characters`: after white space is made single. `words`: between white space. `word`: characters of one word; a chain of hyphens
    is one. `digits`: of one number. `powers`: whether a number may be written as a calculator does (``1e9``, ``10**9``, ``10^9``).
    `otherwise`: what else can be done about a text that is too long, after "say it shorter".
    """

    characters: int
    words: int
    word: int = 60
    digits: int = 15
    powers: bool = True
    otherwise: str = ""


PROMPT = TextLimits(20_000, 4_000, word=2_000, digits=300)
"""What a scene is made from, by any writer. A language model reads more than the embedded writer."""
DESCRIPTION = TextLimits(
    8_000, 1_500, digits=9, powers=False, otherwise=", or let a language model write the scene: it reads 4,000 words"
)
"""What the embedded writer reads."""
QUERY = TextLimits(400, 100)
QUESTION = TextLimits(500, 120)
CATALOGUE_WORDS = TextLimits(WORDS_CHARACTERS, 100)


def readable_text(
    text: Any, what: str, limits: TextLimits, error: type[ScenewrightError], *, lines: bool = False
) -> str:
    """`text` in form NFC without control and invisible characters, its white space made single.

    Args:
        what: the text's name in errors, such as 'the query'.
        lines: keep line breaks, one for each run of white space that holds any.

    Raises:
        error: it is no text, holds half a surrogate pair, or is more than the limits allow.
    """
    if not isinstance(text, str):
        raise error(f"{what} must be a text, not {cut(repr(text), 40)} ({type(text).__name__})")
    if len(text) > _RAW * limits.characters:
        raise error(
            f"{what} has {len(text):,} characters, and {limits.characters:,} are read: say it shorter{limits.otherwise}"
        )
    plain = unicodedata.normalize("NFC", "".join(_visible(text, what, error)))
    plain = re.sub(r"\s+", _one_blank if lines else " ", plain).strip()
    if len(plain) > limits.characters:
        raise error(
            f"{what} has {len(plain):,} characters, and {limits.characters:,} are read: say it shorter{limits.otherwise}"
        )
    if (stacked := _MARKS.search(plain)) is not None:
        raise error(
            f"{what} has {len(stacked[0]):,} marks on one letter, and at most {_MOST_MARKS} are read: leave them out"
        )
    words = plain.split()
    if len(words) > limits.words:
        raise error(
            f"{what} has {len(words):,} words, and at most {limits.words:,} are read: say it shorter{limits.otherwise}"
        )
    _refuse_long(plain, what, limits, error)
    return plain


def _refuse_long(plain: str, what: str, limits: TextLimits, error: type[ScenewrightError]) -> None:
    for number in _DIGITS.finditer(plain):
        digits = sum(c.isdecimal() for c in number[0])
        if digits > limits.digits:
            raise error(
                f"{what} has a number of {digits:,} digits ({cut(number[0], 24)}), and at most {limits.digits} are read"
            )
    if not limits.powers and (power := _POWER.search(plain)) is not None:
        raise error(
            f"{what} says '{cut(power[0], 24)}', which is not read as a number: write it out, such as 12 or twelve"
        )
    for word in _WORD.finditer(plain):
        if len(word[0]) > limits.word and word[0].isascii():  # some languages put no spaces between words
            raise error(
                f"{what} has a word of {len(word[0]):,} characters ({cut(word[0], 24)}), and at most {limits.word} are read"
            )


def _one_blank(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _visible(text: str, what: str, error: type[ScenewrightError]) -> list[str]:
    """The characters that a person can see. Control characters and separators become white space."""
    if text.isascii() and text.isprintable():
        return [text]
    out = []
    for character in text:
        kind = unicodedata.category(character)
        if kind == "Cs":
            raise error(f"{what} holds {character!a}, half of a surrogate pair, which no text can: remove it")
        if kind in ("Zl", "Zp") or character in "\r\n\v\f\x85":
            out.append("\n")
        elif kind in ("Cc", "Cn", "Co"):
            out.append(" ")
        elif kind != "Cf":
            out.append(character)
    return out
