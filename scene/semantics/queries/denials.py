"""What a noun phrase denies of its thing: *pillows that are not green*, *non-wooden chairs*, *neither red nor blue*.

A denied attribute becomes one word, a mark that stays beside its noun while the sentence is read. The reading of the noun then denies it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.english import DETERMINERS
from scenewright.scene.semantics.queries.markers import marker_at
from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary, parse

__all__ = ["attributes", "mark_denials", "spoken_denials", "taken_denials"]

_MARK = "~not:"
_LONGEST = 5
"""The most words of one denied attribute: *very dark blue and white*."""
_NOUNS = Vocabulary(["thing"])
_OPENING = re.compile(
    r"\b(?:(?:(?:that|which|who) )?(?:(?:is|are|was|were|s|be) )?(?:not|non|neither)|(?:is |are )?(?:anything|everything) but)"
    r"(?: (?:at all|really|entirely|mostly|mainly|all))?"
    r"(?P<how> (?:made (?:out )?(?:of|from)|painted|dyed|colou?red|(?:of|in)(?: (?:the )?colou?r)?))? (?=\w)"
)
"""Words before a denied attribute."""
_OTHER_THAN = re.compile(
    r"^(?P<who>.+?) (?:(?:in|of) (?:an?|any|some) colou?r )?(?:other than|apart from|except(?: for)?|but(?: not)?) (?P<said>[\w ]+?)$"
)
_ALL_BUT = re.compile(r"^(?P<who>(?:any|every|all|each|no)\w*(?: (?!not\b)[\w-]+){0,4}?) but (?:for )?(?!not\b)(?=\w)")
_JOINED = re.compile(r"(?<= )(?:and|or|nor) (?=~not:)")
_NO_NOUN = re.compile(
    r"^(?:what|which|which ones?|the ones?|those|all|any|anything|everything|something|stuff)(?= ~not:)"
)
"""Words before a denial that leave open what is meant."""


def attributes(words: str) -> ObjectPhrase:
    """The colors, materials, sizes and so on among attributes."""
    return parse(f"{words} thing", _NOUNS)


def mark_denials(text: str) -> str:
    """Replace each denied attribute of a query, in lower case, by a mark."""
    text = _whole_denial(text)
    out, rest = "", text
    while (opening := _OPENING.search(rest)) is not None:
        denied = _denied(rest[opening.end() :].split(), opening)
        if denied is None:
            out, rest = out + rest[: opening.end()], rest[opening.end() :]
            continue
        marks, length = denied
        out += f"{rest[: opening.start()]}{marks} "
        rest = " ".join(rest[opening.end() :].split()[length:])
    said = _JOINED.sub("", " ".join(f"{out}{rest}".split()))
    return _NO_NOUN.sub("things", said)


def _whole_denial(text: str) -> str:
    """*Furniture other than brown* denies a colour; *anything but the table* leaves out a thing."""
    other = _OTHER_THAN.match(text)
    if other is not None and _is_attribute(other["said"].split()):
        return f"{other['who']} not {other['said']}"
    return _ALL_BUT.sub(r"\g<who> except ", text)


def _denied(tokens: Sequence[str], opening: re.Match[str]) -> tuple[str, int] | None:
    """The marks of the attributes at the start of the tokens and the number of their tokens; None where no attribute stands there."""
    marks, at = list[str](), 0
    while True:
        length = next(
            (n for n in range(min(_LONGEST, len(tokens) - at), 0, -1) if _is_attribute(tokens[at : at + n])), 0
        )
        if not length:
            break
        marks.append(_MARK + "_".join(tokens[at : at + length]))
        at += length
        if tokens[at : at + 1] not in (["or"], ["nor"]) or not _is_attribute(tokens[at + 1 : at + 2]):
            break
        at += 1
    after = tokens[at : at + 1]
    if not marks or (
        (opening["how"] or "").endswith((" in", " of")) and after not in ([], [","]) and not marker_at(tokens, at)
    ):
        return None  # 'not in white bowls' denies a place
    return " ".join(marks), at + (after in (["colored"], ["coloured"]))


def _is_attribute(tokens: Sequence[str]) -> bool:
    if not tokens or DETERMINERS & set(tokens) or {tokens[0], tokens[-1]} & {"and", ","}:
        return False
    read = attributes(" ".join(tokens))
    stated = (*read.colors, *read.materials, *read.sizes, *read.styles, *read.others)
    return bool(stated or read.shape) and not (read.leftover or read.parts) and read.compound == "thing"


def taken_denials(words: str) -> tuple[str, tuple[str, ...]]:
    """The words of a noun without marks, and the attributes that the marks deny."""
    tokens = words.split()
    denied = tuple(t[len(_MARK) :].replace("_", " ") for t in tokens if t.startswith(_MARK))
    return " ".join(t for t in tokens if not t.startswith(_MARK)), denied


def spoken_denials(words: str) -> str:
    """The words with *not green* for each mark."""
    return " ".join(f"not {t[len(_MARK) :].replace('_', ' ')}" if t.startswith(_MARK) else t for t in words.split())
