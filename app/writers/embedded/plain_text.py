"""Normalises a text before it is read: quotes, dashes, contractions and abbreviations."""

from __future__ import annotations

import re
import unicodedata

from scenewright.app.writers.embedded.furniture_sets import with_sets_written_out
from scenewright.scene.english import CARDINALS

__all__ = ["normalize"]

_PLAIN = {ord(k): v for k, v in {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "_": " ",
    "\u00a0": " ",
}.items()}  # fmt: skip

_SET = "(?:hanging|hung|mounted|standing|sitting|lying|over|above|between|behind|on|under)"
"""Words by which a phrase after *with* says where its thing is."""

_WRITTEN_OUT = [
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\bw/o\b\.?", "without"),
        (r"\bw/(?=\s|\w)", "with "),
        (r"\b(?:pls|plz|please)\b,?", ""),
        (r"\binfront\b", "in front"),
        (r"\bpairs? of (?:reading )?glasses\b", "eyeglasses"),
        (r"\bwindow[ -](?:sill|ledge)(s?)\b", r"windowsill\1"),
        (r"\b(is|are|was|were|has|have|does|do|did)n't\b", r"\1 not"),
        (r"\b(there|here|it|that|what)'s\b", r"\1 is"),
        (r"\b(they|there)'re\b", r"\1 are"),
        (
            r"\b(two|four|six|eight|both|[2468]) (?:facing|opposing) ((?:[a-z-]+ )?[a-z-]+s)\b",
            r"\1 \2 facing each other",
        ),
        (r"\bhalf(?: a|-a)?[ -]dozen\b", "six"),
        # two cribs side by side with a mobile hanging over each: the mobile is not at their side
        (rf"\bside by side with (?=[^.,;]*\b{_SET}\b)", "side by side, with "),
    )
]
_COUNT = rf"({'|'.join(sorted(CARDINALS, key=len, reverse=True))}|\d+)"
_GRID = re.compile(
    rf"\b(?:an? )?{_COUNT} ?(?:[x\u00d7*]|-?by-?) ?{_COUNT}(?:[ -](?:grid|array|matrix|block|pattern|arrangement))? of (?=[a-z])"
    rf"|\b(?:an? )?(?:grid|array|matrix) of {_COUNT} ?(?:[x\u00d7*]|by) ?{_COUNT} (?=[a-z])"
    rf"|(?<=\bin )(?:an? )?{_COUNT} ?(?:[x\u00d7*]|-?by-?) ?{_COUNT}[ -](?:grid|array|matrix|block)\b",
    re.IGNORECASE,
)
"""How many stand beside and behind each other, of what is named next: *a 5 by 4 grid of potted plants*."""
_QUOTED = re.compile(r"\"([^\"]{1,120})\"|(?<![\w'])'([^']{1,60})'(?![\w'])")


def normalize(text: str) -> str:
    """The text in NFC, with plain quotes and dashes, spaces for underscores and one space between words. Line ends end sentences.

    Contractions and abbreviations are written out; quoted lettering (*a sign that reads "OPEN"*) is removed.
    """
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    text = re.sub(r"[\u2013\u2014]|(?<=\s)-+(?=\s)", " ; ", text)
    text = re.sub(r"(?m)^\s*(?:[-*\u2022]|\d+[.)])\s+", "", text)
    text = re.sub(r"([^.,;:!?\s])[ \t]*\n\s*\n?", r"\1. ", text)
    for pattern, words in _WRITTEN_OUT:
        text = pattern.sub(words, text)
    text = with_sets_written_out(text)
    text = _GRID.sub(_in_rows, text)
    text = _QUOTED.sub(_unquoted, text)
    return re.sub(r"\s+", " ", text).strip()


def _in_rows(found: re.Match[str]) -> str:
    """A grid in words that are read everywhere: four rows of five."""
    beside, behind = (number for number in found.groups() if number is not None)
    return f"{behind} rows of {beside} "


def _unquoted(found: re.Match[str]) -> str:
    """The replacement of a quotation: nothing for lettering (capitals or several words), else the word without quotes."""
    said = found[1] or found[2]
    return said if said.islower() and len(said.split()) == 1 else " "
