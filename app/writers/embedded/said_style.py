"""Reads which style and mood a text gives a place as a whole: *a dark industrial loft*, *a kitchen in rustic style*, *the room is airy*.

What it says of single things does not count: *a bright red sofa* makes no room bright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.assets.main_colours import GLEAMING, in_main_colours
from scenewright.assets.palettes import Palette, own_palettes
from scenewright.assets.room_style import Style
from scenewright.assets.styles import said_style

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description

__all__ = ["STYLE_NOUNS", "room_style", "style_of_place"]

STYLE_NOUNS = (
    "style", "mood", "look", "feel", "feeling", "vibe", "atmosphere", "ambience", "lighting", "tone", "palette", "decor", "design",
)  # fmt: skip
"""What is said of a place with such a word says how it looks."""
_LOOK = (
    r"(?:styles?|moods?|looks?|feel(?:ing)?|vibes?|atmosphere|ambien[ct]e|light(?:ing)?|tones?|colou?rs?|palette|decor|design"
    r"|interior|furnishings?)"
)
_SOME = r"((?:[a-z-]+(?:,? and |, ?| )){0,3}?[a-z-]+)"
_WITH_LOOK = re.compile(rf"\b(?:in|with|of|has|have|under|by) (?:an? |the |very |rather )*{_SOME}[ -]{_LOOK}\b")
_ALL = r"(?:(?:all|very|quite|rather|really|lit|kept|but) )*"
_END = r"(?=$|[.,;:]| with\b| but\b)"
_IS = r"(?:is|feels|looks|should be|should feel|must be|that is|which is)"
_LIT = (
    (re.compile(r"\b(?:lit by candles?|by candlelight|candle-? ?lit)\b"), "candlelit"),
    (re.compile(r"\b(?:dimly|softly|poorly|barely)[ -]lit\b"), "dim"),
    (re.compile(r"\b(?:brightly|well)[ -]lit\b|\bfull of (?:day)?light\b"), "bright"),
    (re.compile(r"\b(?:bathed in|full of|flooded with) sun(?:light|shine)\b"), "sunny"),
)
"""What is said of the light without an adjective, and the word for it."""
_PLAIN = "scandinavian"
"""The palette of a room of which nothing is said but its colours."""
_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def style_of_place(description: Description) -> tuple[Style | None, frozenset[str]]:
    """The style of a whole place by what its text says, and the words that say it; None where it says nothing."""
    zone = description.zones[0]
    kind = description.place or zone.kind
    pieces = [*_before(zone.words.lower(), (kind.lower(), zone.kind)), *_of_light(description.text.lower())]
    pieces += _about(description.text.lower(), kind.lower())
    found = said_style([word for piece in pieces for word in _WORD.findall(piece)])
    if found is None:
        return None, frozenset()
    lit = {
        word for pattern, _ in _LIT for said in pattern.finditer(description.text.lower()) for word in said[0].split()
    }
    return found[0], found[1] | lit


def room_style(description: Description) -> Style | None:
    """The style of a place as a whole, in the colours that are said of it together; None where the text says neither style nor several
    colours."""
    style, colors = description.style, description.colors
    if len(colors) < 2:
        return style if style is None or not colors else replace(style, palette=_with(style.palette, colors[0]))
    base = style or Style("", next(p for p in own_palettes() if p.name == _PLAIN))
    metal = tuple(color for color in colors if color in GLEAMING) or base.metal
    return replace(base, palette=in_main_colours(base.palette, colors), wall_finish="", metal=metal)


def _with(palette: Palette, color: str) -> Palette:
    """A palette with one colour before its own."""
    return replace(palette, fabric=(color, *palette.fabric), accent=(color, *palette.accent))


def _before(words: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """The adjectives of a place, with what of its name is one: *dark industrial* of a dark industrial loft. A place that has only its name
    is as its recipe says."""
    if any(kind and words.endswith(kind) for kind in kinds) and words not in kinds:
        yield words.rpartition(" ")[0]


def _of_light(text: str) -> Iterator[str]:
    for pattern, word in _LIT:
        if pattern.search(text):
            yield word


def _about(text: str, kind: str) -> Iterator[str]:
    """What a text says of the place elsewhere: *in a rustic style*, *the room is dark and moody*, *a bedroom, dark and moody*."""
    yield from (found[1] for found in _WITH_LOOK.finditer(text))
    name = re.escape(kind) if kind else "room"
    subject = rf"\b(?:room|place|space|light(?:ing)?|mood|atmosphere|style|{name}) {_IS} {_ALL}{_SOME}{_END}"
    yield from (found[1] for found in re.finditer(subject, text))
    yield from (found[1] for found in re.finditer(rf"\b{name}, {_ALL}{_SOME}{_END}", text))
