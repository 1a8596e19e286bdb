"""Lengths that a phrase states: *a 2 m by 90 cm table*, *a 65-inch TV*, *180 cm tall*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.scene.english import UNIT, metres
from scenewright.scene.semantics.words import lexicon

__all__ = ["Dimensions", "read_dimensions"]


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Lengths that a phrase states, in metres. `length` is a length without an axis: *a 65-inch TV*, *a 2 m sofa*."""

    width: float | None = None
    depth: float | None = None
    height: float | None = None
    diameter: float | None = None
    length: float | None = None

    def __bool__(self) -> bool:
        return any(v is not None for v in (self.width, self.depth, self.height, self.diameter, self.length))


_UNIT = f"({UNIT})"
_NUMBER = r"((?<!\d)\d++(?:[.,]\d++)?)"  # never begins or ends inside of digits, so a long number takes linear time
_AXIS = (
    r"(?:[\s-]*(wide|in width|tall|high|in height|long|in length|deep|in depth|thick|in diameter|diameter|across"
    r"|diagonal))?"
)
_AREA = re.compile(rf"{_NUMBER}[\s-]*{_UNIT}?[\s-]*(?:x|by|\u00d7)[\s-]*{_NUMBER}[\s-]*{_UNIT}(?![a-z])")
_LENGTH = re.compile(rf"{_NUMBER}[\s-]*{_UNIT}(?![a-z]){_AXIS}")
_AXES = {
    "wide": "width", "in width": "width", "across": "width", "long": "width", "in length": "width", "tall": "height",
    "high": "height", "in height": "height", "thick": "height", "deep": "depth", "in depth": "depth",
    "in diameter": "diameter", "diameter": "diameter", "diagonal": "length",
}  # fmt: skip


def read_dimensions(text: str) -> tuple[Dimensions, str]:
    """The lengths that a text states, and the text without them."""
    for word, count in lexicon.COUNTS.items():
        text = re.sub(rf"\b{word}(?=[\s-](?:foot|feet|met(?:er|re)s?|inch)\b)", str(count), text)
    found: dict[str, float] = {}
    area = _AREA.search(text)
    if area:
        a, unit_a, b, unit_b = area.groups()
        found.update(width=metres(a, unit_a or unit_b), depth=metres(b, unit_b))
        text = text[: area.start()] + " " + text[area.end() :]

    def take(match: re.Match[str]) -> str:
        number, unit, axis = match.groups()
        found.setdefault(_AXES.get(axis or "", "length"), metres(number, unit))
        return " "

    rest = _LENGTH.sub(take, text)
    return Dimensions(**found), rest
