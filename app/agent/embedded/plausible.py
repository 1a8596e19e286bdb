"""Whether a reading of a clause makes sense: what it takes for the names of things may name things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    AskWanted,
    CopyWanted,
    Destination,
    LineUpWanted,
    MoveWanted,
    PaintWanted,
    Remark,
    SmallTalk,
    StepWanted,
    SwapWanted,
    Unread,
    VagueWish,
    Wanted,
)

__all__ = ["is_plausible"]

_NO_NAME = re.compile(
    r"\b(?:would|should|could|might|must|because|how|why|let|try|please|maybe|want|wants|need|needs|feel|feels|if|so|i|we|you|your?self|us"
    r"|rather|instead|than|enough|too|also|however|though|perhaps|could|does|do|did|has to|have to|let us|see|wish|hope|think|hate|like to"
    r"|disappear|be|being|get|gets|make|makes|put|please|just|not|whether|until|unless|even|really|very|look|looks|seem|seems"
    r"|better|ones? can|can (?:hang|stand|go|be|face|come|sit|lie|move|stay|live|rest|belong|fit|work|hold|take|get|do|have)|i mean)\b"
)
"""Words that the name of a thing does not hold."""
_ACTS = re.compile(
    r"^(?:sit|put|set|place|read|sleep|work|eat|relax|rest|store|keep|study|write|go|stand|move|turn|lie|take)\b"
)
"""What is done begins so, and no name: *to sit*."""
_TOLD_MORE = re.compile(r"(?<=\w )(?:that|which|who|where|what|whatever|with)\b.*$")
"""From here on a thing is told more of: *the chair that I added*."""
_IS = re.compile(r"\b(?:is|are|was|were|am)\b")
_JOINS = (
    "on|in|at|to|of|by|from|with|without|under|over|near|behind|above|below|beside|between|against|around|across|for|and|or|but"
    "|except|all|both|onto|into"
    "|off|inside|outside|along|beneath|past|toward|towards|half|not|like|as|than|each|side|front|left|right|next|most|upon"
    "|nearest|closest|farthest|furthest|opposite|alongside|underneath|atop|through|facing|one|two|three|twice"
)
_TWO_NAMES = re.compile(rf"\b(?!(?:{_JOINS})\b)[\w'-]+ (?:the|my|our|its|their) \w")
"""A name with another name right after it: *the parasol shade the table*."""
_UNFINISHED = re.compile(r" (?:from|to|of|with|for|by|at|in|on|and|or|than|as|into)$")
_WANTS = re.compile(r"\b(?:needs?|should|would|could|so that|because|in order)\b")
"""Words that no name holds, not even where it is told more of: *the table with the flowers on it needs*."""
_BARE = frozenset(
    (
        "more",
        "less",
        "some",
        "a",
        "an",
        "the",
        "of",
        "to",
        "it is",
        "somewhere",
        "something",
        "somehow",
        "anything",
        "storage",
    )
)
_MOST_WORDS = 14


def is_plausible(wanted: Wanted) -> bool:
    """Whether a request may be meant. It is no certainty that it is: of two readings the plausible one counts."""
    if isinstance(wanted, (Unread, AskWanted, Remark, VagueWish)):
        return False
    if (
        isinstance(wanted, MoveWanted)
        and not wanted.ways
        and not wanted.what.startswith(("the ", "it", "them", "this", "that", "my ", "all ", "both "))
    ):
        return False
    if isinstance(wanted, MoveWanted):
        return (not wanted.ways and _is_name(wanted.what)) or any(
            _is_name(what) and all(_is_name(target) for target in where.what) for what, where in wanted.ways
        )
    return all(_is_name(phrase) for phrase in _phrases(wanted))


def _is_name(phrase: str) -> bool:
    plain = _TOLD_MORE.sub("", phrase).strip(" ,")
    if (
        phrase in _BARE
        or _UNFINISHED.search(phrase)
        or ":" in phrase
        or ";" in phrase
        or len(phrase.split()) > _MOST_WORDS
    ):
        return False
    if _WANTS.search(phrase):
        return False
    return not any(pattern.search(plain) for pattern in (_NO_NAME, _ACTS, _IS, _TWO_NAMES))


def _phrases(wanted: Wanted) -> Iterator[str]:
    """The noun phrases of a request."""
    match wanted:
        case SmallTalk() | StepWanted():
            return
        case AddWanted():
            for item in wanted.items:
                yield re.sub(r"^(?:storage|some(?:where|thing)|a place).*", "something", item.words)
                yield from _of_place(item.where)
        case PaintWanted():
            yield from (what for what, _ in wanted.colours)
        case SwapWanted():
            yield from (phrase for phrase in (wanted.one, wanted.other) if phrase)
        case AgainWanted():
            yield from ((wanted.to,) if wanted.to else ())
            yield from _of_place(wanted.where)
        case CopyWanted() | LineUpWanted():
            yield wanted.what.removeprefix("one more") or "it"
            yield from _of_place(wanted.where)
        case _:
            for name in ("what", "by", "toward", "like"):
                phrase = getattr(wanted, name, "")
                if isinstance(phrase, str) and phrase:
                    yield phrase


def _of_place(where: Destination | None) -> Iterator[str]:
    if where is not None:
        yield from where.what
