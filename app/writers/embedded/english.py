"""Checks that a text is English, and reads a room's size given in numbers."""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description, Nouns
from scenewright.app.writers.embedded.lexicon import ROOMS
from scenewright.scene.english import CARDINALS, LENGTH_UNITS
from scenewright.scene.errors import ScenewrightError

__all__ = ["DescriptionError", "check_language", "read_dimensions"]


class DescriptionError(ScenewrightError):
    """A text that the embedded writer cannot read: it is empty, or it is not English."""

    exit_code = 16


_FUNCTION_WORDS = word_set(
    "a an the and or with in on of at is are by to near next there one two for from this that its under above"
)
_FOREIGN = word_set(
    """ein eine einem einen einer der das und mit auf neben dem im zwei drei stuhl tisch ist sind une les avec dans
    sur et deux trois chaise con sobre una unas unos tres silla cama gli della nella due tre sedia tavolo letto
    um uma duas cadeira het een met naast twee stoel og ved ett och pod oraz przy"""
)
"""Frequent words of descriptions in other languages, without those that are also English words or names."""


def check_language(text: str, nouns: Nouns) -> None:
    """Refuse a text that cannot be read.

    Raises:
        DescriptionError: the text holds no words, or does not seem to be English.
    """
    letters = [c for c in text if c.isalpha()]
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        raise DescriptionError("the description holds no words: say what the scene holds, e.g. 'a desk with a lamp'")
    latin = sum(1 for c in letters if c.isascii()) / len(letters)
    known = sum(1 for w in words if w in _FUNCTION_WORDS or w in nouns.vocabulary or w in ROOMS)
    foreign = sum(1 for w in words if w in _FOREIGN and w not in nouns.vocabulary)
    if latin < 0.7 or (len(words) >= 3 and known == 0) or foreign > max(1, known):
        raise DescriptionError(
            "the embedded writer reads English, and this text does not seem to be: give it in English, or choose a model "
            "that reads your language"
        ).about("model")


_UNIT = r"(m|meters?|metres?|ft|feet|foot|')?"
_NUMBER = rf"(\d+(?:\.\d+)?|(?:{'|'.join(sorted(CARDINALS, key=len, reverse=True))})(?: and a half)?)"
_AREA = re.compile(
    rf"(?i)\b{_NUMBER}[\s-]*{_UNIT}[\s-]*(?:x|by|\u00d7)[\s-]*{_NUMBER}[\s-]*{_UNIT}(?=[\s,.-]|$)(?:[\s,-]+(\w+))?(?:[\s-]+(\w+))?"
)
_ALONG = {"wide": 0, "broad": 0, "across": 0, "long": 1, "deep": 1}
"""Words after a length that say which of the two it is: width or depth."""
_LENGTH = re.compile(
    rf"(?i)(?:,?\s*(?:and|by|but|only)?\s+)?\b{_NUMBER}[\s-]*(m|meters?|metres?|ft|feet|foot)[\s-]+({'|'.join(_ALONG)})\b"
)
_AFTER_OPENING = re.compile(
    r"(?i)[.;:]|\b(?:with|where|containing|that|which|has|have|holds?|featuring|full|lined|whose|there)\b"
)
"""Where what a text says of the room itself ends, and what is in it begins."""
_ENDS_PHRASE = re.compile(
    r"(?i)$|[,.;:]|(?:and|with|in|at|on|against|under|by|near|beside|along|that|which|for|to|from|where)\b"
)
"""What follows the words of a thing, so that a size before it stood after the thing's noun."""
_NARROW = re.compile(r"(?i)\b(?:narrow|long and thin)\b")
_NARROWEST, _LONG_ROOM, _NARROW_ROOM = 1.6, 0.7, 0.45
"""Metres, and the share of the stated length that the other side of a room has, and of a narrow room."""
_OF_SIZE = word_set(
    """measuring measures is of about roughly around approximately some size sized that which the a in area plan dimensions
    with and its floor"""
)
"""Words between the name of a room and its size."""


def read_dimensions(description: Description, text: str) -> str:
    """Set the description's `dimensions`, in metres, from 'a 4 m by 5 m room' or 'a 12x14 ft bedroom'. Returns the text without them."""
    found = _AREA.search(text)
    if not found:
        return _read_lengths(description, text)
    a, unit_a, b, unit_b, next_word, after = found.groups()
    names = [w.lower() for w in (next_word, after) if w]
    room = any(w in ROOMS for w in names) or " ".join(names) in ROOMS
    before = text[: found.start()].lower().split()
    measured = any(w in ("measuring", "measures") for w in before[-5:])
    words = [w.strip(",;:(") for w in before]
    named = next((k for k in reversed(range(len(words))) if words[k] in ROOMS or words[k].endswith("room")), None)
    if named is not None and all(w in _OF_SIZE or not w for w in words[named + 1 :]):
        measured = True  # 'a bedroom, six by five metres'
    scale = LENGTH_UNITS[(unit_b or unit_a or "m").lower()]
    width, depth = _value(a) * scale, _value(b) * scale
    if not (room or measured) or min(width, depth) < 1.0 or max(width, depth) > 60.0:
        if unit_b and unit_b != "'":  # 'a rug 2 by 3 m'
            end = found.end(4)
            description.aside.append((text[found.start() : end], "sizes of single things are not read"))
            return f"{text[: found.start()].rstrip(' ,')} {text[end:].lstrip()}"
        return text
    description.dimensions = description.lengths = (round(width, 2), round(depth, 2))
    end = found.end(4) if unit_b else found.end(3)
    return f"{text[: found.start()].rstrip()} {text[end:].lstrip()}"


def _read_lengths(description: Description, text: str) -> str:
    """Set the room's lengths from 'a bathroom two metres wide and six metres long'. Returns the text without them.

    They are the room's where they stand before the first thing that is in it.
    """
    opening = _AFTER_OPENING.search(text)
    end = len(text) if opening is None else opening.start()
    said: dict[int, float] = {}
    kept = text
    for found in reversed(list(_LENGTH.finditer(text, 0, end))):
        number, unit, along = found.groups()
        metres = _value(number) * LENGTH_UNITS[unit.lower()]
        if 1.0 <= metres <= 60.0:
            said[_ALONG[along.lower()]] = round(metres, 2)
            kept = f"{kept[: found.start()].rstrip()} {kept[found.end() :].lstrip(' -')}"
    if not said:
        return _without_sizes(description, text)
    description.lengths = (said.get(0), said.get(1))
    longer = max(said.values())
    share = _NARROW_ROOM if _NARROW.search(text[:end]) else _LONG_ROOM
    other = max(round(share * longer, 2), _NARROWEST)
    description.dimensions = (said.get(0, other), said.get(1, other))
    return _without_sizes(description, kept.replace(" ,", ","))


def _without_sizes(description: Description, text: str) -> str:
    """The text without the sizes of single things after their nouns ('a table three metres long'), which are noted as not read."""
    for found in reversed(list(_LENGTH.finditer(text))):
        before = text[: found.start()].rstrip(" ,")
        after = text[found.end() :].lstrip()
        if _ENDS_PHRASE.match(after):
            description.aside.append((found.group().strip(" ,-"), "sizes of single things are not read"))
            text = f"{before}{'' if after[:1] in ',.;:' else ' '}{after}"
    return text


def _value(number: str) -> float:
    """The value of a number in figures or words: 'four and a half'."""
    words = number.lower()
    half = 0.5 if words.endswith(" and a half") else 0.0
    whole = words.removesuffix(" and a half")
    return float(CARDINALS.get(whole, whole)) + half
