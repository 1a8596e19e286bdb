"""Phrases of a sentence that a pattern knows: *the other one*, *two more of the same kind*, *15 cm taller*, *the same colour*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.destinations import AMOUNT
from scenewright.app.agent.embedded.patterns import any_of
from scenewright.scene.english import CARDINALS, COMPARATIVES

__all__ = ["SAME_COLOUR", "colour_at", "more_of_it", "ones_at", "other_size_at"]

SAME_COLOUR = "the same colour"
_SAME = tuple(
    said.split() for said in ("the same colour", "the same shade", "same colour", "that colour", "to match", "matching")
)
_MOST_WORDS = 9
_MOST_COLOUR_WORDS = 3
_NO_COLOUR_BEGINS = frozenset(("a", "an", "the", "in", "of", "more"))
_COUNT = any_of(*sorted(CARDINALS, key=len, reverse=True), r"\d+", "some", "a few")
_FOLLOWS = any_of(
    "on",
    "in",
    "at",
    "by",
    "near",
    "next",
    "beside",
    "under",
    "behind",
    "against",
    "closest",
    "nearest",
    "right",
    "just",
    "with",
)
_MORE = re.compile(
    rf"(?P<more>{_COUNT} more|another)(?: ones?)?(?: of (?:the same|those|these|them|this|it)(?: (?:kind|sort|type))?)?"
    r"(?: (?:just |exactly )?like (?:it|this|that|them|those)(?: ones?)?)?"
    rf"(?= {any_of(_FOLLOWS, 'for', 'to', 'and', 'please')}\b| ?[,.?!;]|$)"
)
_SIDE = r"the (?:far )?(?:left|right)(?: hand)?(?: side| end)?"
_ONES = re.compile(
    r"(?:the|those|these) other (?:ones?|two|three|four)\b|(?:the|those) others\b|the (?:first|second|third|last) one\b"
    rf"|the ones?(?= {_FOLLOWS}\b)|that one\b(?! is)|(?:the|those) (?:two|three|four|five)(?: ones)? (?:on|at|to) {_SIDE}\b"
)
_SHARE = any_of(AMOUNT, r"\d+ percent", "(?:a|one) (?:third|quarter|fifth|half)", "half", "twice")
_SIZE = re.compile(rf"(?:by )?(?P<size>{_SHARE} {any_of(*COMPARATIVES)})\b")


def more_of_it(words: list[str], at: int) -> tuple[str, int] | None:
    """(*two more*, number of words) of *two more of the same kind*; None where nothing of the kind begins here."""
    found = _MORE.match(" ".join(words[at : at + _MOST_WORDS]))
    return None if found is None else (found["more"], len(found[0].split()))


def ones_at(words: list[str], at: int) -> tuple[str, int] | None:
    """(*the other one*, number of words); None where no such phrase begins here."""
    found = _ONES.match(" ".join(words[at : at + _MOST_WORDS]))
    return None if found is None else (found[0], len(found[0].split()))


def other_size_at(words: list[str], at: int) -> tuple[str, int] | None:
    """(*make 15 cm taller*, number of words) of *by 15 cm taller*; None where no such phrase begins here."""
    found = _SIZE.match(" ".join(words[at : at + _MOST_WORDS]))
    return None if found is None else (f"make {found['size']}", len(found[0].split()))


def colour_at(words: list[str], at: int) -> tuple[str, int] | None:
    """(colour, number of words) of the longest colour that begins here; None where none does."""
    for said in _SAME:
        if words[at : at + len(said)] == said:
            return SAME_COLOUR, len(said)
    if words[at] in _NO_COLOUR_BEGINS:
        return None
    for count in range(min(_MOST_COLOUR_WORDS, len(words) - at), 0, -1):
        colour = " ".join(words[at : at + count])
        if re.fullmatch(r"[a-z#][a-z0-9 -]*", colour) and is_colour(colour):
            return colour.removesuffix(" instead"), count
    return None
