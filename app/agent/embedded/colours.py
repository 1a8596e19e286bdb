"""Colours in requests: *light blue*, *dark red*, *#ff8800*."""

from __future__ import annotations

import re

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary import named_color

__all__ = ["colour_at_end", "is_colour", "rgb_of"]

_MOST_WORDS = 4
_HEX = re.compile(r"#[0-9a-f]{6}")
_BEFORE = re.compile(
    r"^(?:a |an |the |some )?(?:nice |lovely |very |more |really |kind of |sort of |shade of |bright shade of )*"
)
_AFTER = re.compile(r" (?:instead|all over|again|in colour|coloured|colour|colored|tone|paint)$")
_NO_COLOUR = frozenset(("glass", "wood", "dark", "light", "bright", "pale", "deep", "soft", "warm", "cool", "clear"))
"""Words that modify a colour or name a material."""


def _plain(text: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", text.strip()))


def rgb_of(text: str) -> tuple[float, float, float] | None:
    """sRGB from 0 to 1 of a colour in words; None where it is none."""
    plain = _plain(text)
    if _HEX.fullmatch(plain):
        red, green, blue = (int(plain[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
        return red, green, blue
    if (
        not plain
        or plain in _NO_COLOUR
        or not re.fullmatch(r"[a-z][a-z -]*", plain)
        or len(plain.split()) > _MOST_WORDS
    ):
        return None
    try:
        red, green, blue = named_color(plain)
    except ProgramError:
        return None
    return red, green, blue


def is_colour(text: str) -> bool:
    """Whether a text is a colour."""
    return rgb_of(text) is not None


def colour_at_end(text: str) -> tuple[str, str] | None:
    """(what, colour) of *the walls light blue* or *the sofa in green*; the longest colour counts. None where the text ends with none."""
    words = text.split()
    for count in range(min(_MOST_WORDS + 1, len(words)), 0, -1):
        colour = " ".join(words[-count:])
        if is_colour(colour) and not re.match(r"^(?:the|its|their|this|that)\b", colour):
            what = re.sub(r" (?:in|to|into|with|be|a|all)$", "", " ".join(words[:-count]))
            return what, _plain(colour)
    return None
