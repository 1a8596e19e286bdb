"""Colours in requests: *light blue*, *dark red*, *#ff8800*."""

from __future__ import annotations

import re

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary import named_color
from scenewright.scene.language.vocabulary.surfaces import surface_kind

__all__ = ["colour_at_end", "colour_words", "is_colour", "material_of", "rgb_of"]

_MOST_WORDS = 4
_HEX = re.compile(r"#[0-9a-f]{6}")
_BEFORE = re.compile(
    r"^(?:a |an |the |some )?(?:nice |lovely |very |more |really |plain |pure |simple |solid |just |all |kind of |sort of |shade of "
    r"|bright shade of )*"
)
_AFTER = re.compile(r" (?:instead|all over|again|in colour|coloured|colour|colored|tone|paint)$")
_NO_COLOUR = frozenset(("glass", "wood", "dark", "light", "bright", "pale", "deep", "soft", "warm", "cool", "clear"))
"""Words that modify a colour or name a material."""
_KINDS = frozenset(("wood", "leather", "fabric", "metal", "stone", "fibre", "ceramic", "glass"))
"""Families of materials that things are made of."""
_NO_MATERIAL = frozenset(("clear", "water", "sand", "bright", "tile", "tiles", "ice", "paper"))
"""Materials by whose word something else is meant in a request."""
_MADE_OF = re.compile(r"^(?:made |built |covered |upholstered )?(?:out )?(?:of|in|with) ")


def _plain(text: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", text.strip()))


def colour_words(text: str) -> str:
    """A colour without the words around it: *plain white*, *white again*."""
    return _plain(text)


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
    """Whether a text is a colour, or a material: both are what a thing can look like."""
    return rgb_of(text) is not None or material_of(text) is not None


def material_of(text: str) -> str | None:
    """The material of *leather*, *made of dark oak* or *green velvet*; None where a text is none."""
    plain = _MADE_OF.sub("", _plain(text))
    words = plain.split()
    if not words or len(words) > _MOST_WORDS or words[-1] in _NO_MATERIAL:
        return None
    return plain if surface_kind(plain) in _KINDS else None


def colour_at_end(text: str) -> tuple[str, str] | None:
    """(what, colour) of *the walls light blue* or *the sofa in green*; the longest colour counts. None where the text ends with none."""
    words = text.split()
    for count in range(min(_MOST_WORDS + 1, len(words)), 0, -1):
        colour = " ".join(words[-count:])
        if is_colour(colour) and not re.match(r"^(?:the|its|their|this|that)\b", colour):
            what = re.sub(
                r" (?:in|to|into|with|be|a|all|of|from|out of|made of|made out of|made from)$",
                "",
                " ".join(words[:-count]),
            )
            return what, _plain(colour)
    return None
