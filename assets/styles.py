"""Styles of rooms: looks that go together and objects that belong to them, as data in ``styles.toml``; and what a phrase says of style."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from scenewright.assets.palettes import Palette, own_palettes
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.vocabulary import find_color, find_surface, named_color
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain
from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, text_encoder, text_encoder_missing

__all__ = ["Style", "is_style", "names_style", "own_styles", "read_style"]

_FILE = Path(__file__).parent / "styles.toml"
_MOST_BYTES = 128 << 10
_MOST_VALUES = 10_000
_LEAST_LIKE = 0.34
"""Least cosine between a phrase that names no style and what a style is like."""
_MOST_COLOURS = 3
_MOODS = {
    "dark": ("dark", "moody", "gloomy", "sombre", "somber", "deep", "night"),
    "light": ("light", "bright", "airy", "sunny", "fresh", "pale"),
    "warm": ("warm", "warmer", "earthy", "autumnal"),
    "cool": ("cool", "cold", "icy", "winter", "wintry"),
}
"""What a word says of the colours among those of a style."""


@dataclass(frozen=True)
class Style:
    """A style. `palette`: its looks for wood, fabric, accents and walls. `metal`: of lamps, mirrors and frames. `floor`: a material and a
    finish; '' for none. `variants`: object -> words for its kinds that suit, the first before others, '' for a plain one. `objects`:
    object -> one of the same kind that belongs to the style. `looks`: object -> the very words that it is asked for with."""

    name: str
    palette: Palette
    metal: tuple[str, ...] = ()
    floor: tuple[str, str] = ("", "")
    wall_finish: str = ""
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, str] = field(default_factory=dict)


@cache
def own_styles() -> tuple[tuple[Style, frozenset[str], str], ...]:
    """The styles that come with Scenewright, each with the names that ask for it and what it is like."""
    data = parse_toml(read_plain(_FILE, _MOST_BYTES, "the styles"), most=_MOST_VALUES)
    return tuple(
        (
            Style(
                str(s["name"]),
                Palette(
                    str(s["name"]),
                    frozenset(s["words"]),
                    tuple(s["wood"]),
                    tuple(s["fabric"]),
                    tuple(s["accent"]),
                    tuple(s["walls"]),
                ),
                tuple(s["metal"]),
                (str(s["floors"][0][0]), str(s["floors"][0][1])),
                str(s.get("wall_finish", "")),
                {str(key): tuple(words) for key, words in s.get("variants", {}).items()},
                {str(key): str(other) for key, other in s.get("objects", {}).items()},
            ),
            frozenset(s["words"]),
            str(s["about"]),
        )
        for s in data["style"]
    )


def names_style(phrase: str) -> bool:
    """Whether a phrase names a style that is known."""
    plain = " ".join(re.findall(r"[a-zà-ÿ0-9]+(?:[-'][a-zà-ÿ0-9]+)*", phrase.lower()))
    return _named(plain) is not None


def is_style(phrase: str) -> bool:
    """Whether a phrase is the name of a style that is known, at most with a word for its mood: *warm Victorian*."""
    words = re.findall(r"[a-zà-ÿ0-9]+(?:[-'][a-zà-ÿ0-9]+)*", phrase.lower())
    moods = {word for named in _MOODS.values() for word in named}
    plain = " ".join(word for word in words if word not in moods)
    names = {word for _, named, _ in own_styles() for word in named}
    return plain in names or (bool(plain) and all(word in names for word in plain.split()))


def read_style(phrase: str) -> Style:
    """The style that a phrase asks for: *Japandi*, *a warm Victorian look*, *industrial with a touch of blue*.

    A name counts first, then the styles of palettes, then what is like the phrase by meaning, where the sentence model is installed.
    Colours of the phrase come before those of the style, and *dark*, *light*, *warm* and *cool* choose among its own.

    Raises:
        AssetError: it asks for no style that is known.
    """
    plain = " ".join(re.findall(r"[a-zà-ÿ0-9]+(?:[-'][a-zà-ÿ0-9]+)*", phrase.lower()))
    colours, rest = _colours_in(plain)
    style = _named(rest) or _of_palette(rest)
    moods = [mood for mood, words in _MOODS.items() if any(f" {word} " in f" {rest} " for word in words)]
    if style is None and not colours and not moods:
        style = _like(rest)
    if style is None and (colours or moods):
        style = next(s for s, _, _ in own_styles() if s.name == ("cosy" if "warm" in moods else "modern"))
        style = replace(style, name=" ".join((*moods, *colours)), variants={}, objects={}, floor=("", ""), metal=())
    if style is None:
        known = ", ".join(s.name for s, _, _ in own_styles())
        raise AssetError(f"{phrase.strip()!r} is no style that is known: name one, such as {known}, or colours")
    return _in_mood(_in_colours(style, colours), moods)


def _named(text: str) -> Style | None:
    """The style with the longest name in a text; of several the last named is what the others qualify: a *modern farmhouse*. Pastel
    colours make another style their own."""
    found = [
        (f" {text} ".rindex(f" {word} ") + len(word), len(word), style)
        for style, words, _ in own_styles()
        for word in words
        if f" {word} " in f" {text} "
    ]
    if not found:
        return None
    main = max(found, key=lambda f: (f[0], f[1]))[2]
    pastel = next((style for _, _, style in found if style.name == "pastel"), None)
    if pastel is None or main is pastel:
        return main
    own = replace(main.palette, fabric=pastel.palette.fabric, accent=pastel.palette.accent, walls=pastel.palette.walls)
    return replace(main, name=f"pastel {main.name}", palette=own, wall_finish="")


def _of_palette(text: str) -> Style | None:
    words = set(text.split())
    best = max(own_palettes(), key=lambda palette: len(palette.styles & words))
    named = sorted(best.styles & words)
    return Style(" ".join(named), best) if named and not _is_mood(named) else None


def _is_mood(words: Sequence[str]) -> bool:
    return all(any(word in mood for mood in _MOODS.values()) for word in words)


def _like(text: str) -> Style | None:
    """The style that is most like a text by meaning; None where none is, or nobody can tell."""
    if not text or text_encoder_missing(DEFAULT_TEXT_ENCODER) is not None:
        return None
    encoder = text_encoder(DEFAULT_TEXT_ENCODER)
    styles = own_styles()
    vectors = encoder.encode([text, *(f"{style.name}: {about}" for style, _, about in styles)])
    scores = vectors[1:] @ vectors[0]
    best = int(scores.argmax())
    return styles[best][0] if float(scores[best]) >= _LEAST_LIKE else None


def _colours_in(text: str) -> tuple[tuple[str, ...], str]:
    """The colours that a text names, and the text without them."""
    words, found, rest, at = text.split(), [], [], 0
    names = {word for _, names, _ in own_styles() for word in names}
    while at < len(words):
        for length in (2, 1):
            said = " ".join(words[at : at + length])
            known = len(words) - at >= length and said not in names and said.split()[-1] not in _NO_COLOURS
            if known and find_color(said) is not None:
                found.append(said)
                at += length
                break
        else:
            rest.append(words[at])
            at += 1
    return tuple(dict.fromkeys(found))[:_MOST_COLOURS], " ".join(rest)


_NO_COLOURS = frozenset(["dark", "light", "bright", "warm", "cool", "pale", "deep", "soft", "wood", "glass", "neon"])
"""Words that may be read as a colour and say something of all of them."""


def _in_colours(style: Style, colours: tuple[str, ...]) -> Style:
    if not colours:
        return style
    own = style.palette
    palette = replace(
        own, fabric=(*colours, *own.fabric[:1]), accent=(*reversed(colours), *own.accent[:1]),
        walls=(_wash(named_color(colours[0])), *own.walls),
    )  # fmt: skip
    return replace(style, palette=palette, wall_finish="")


_WASHED = 0.72
"""Share of white in the paint of walls that goes with a colour."""


def _wash(colour: Sequence[float]) -> str:
    """A light paint of the hue of a colour, as '#rrggbb'."""
    return "#" + "".join(f"{round(255 * (_WASHED + (1.0 - _WASHED) * float(part))):02x}" for part in colour[:3])


def _in_mood(style: Style, moods: Sequence[str]) -> Style:
    """The style with those of its looks first that suit a mood."""
    palette = style.palette
    for mood in moods:

        def order(look: str, mood: str = mood) -> float:
            red, green, blue = _rgb(look)
            lightness, warmth = 0.3 * red + 0.6 * green + 0.1 * blue, red - blue
            return {"dark": lightness, "light": -lightness, "warm": -warmth, "cool": warmth}[mood]

        palette = replace(
            palette,
            wood=tuple(sorted(palette.wood, key=order)),
            fabric=tuple(sorted(palette.fabric, key=order)),
            walls=tuple(sorted(palette.walls, key=order)),
        )
    return replace(style, palette=palette)


def _rgb(look: str) -> tuple[float, float, float]:
    """The colour of a look in words or as '#rrggbb'; grey where nobody knows it."""
    if look.startswith("#"):
        red, green, blue = (int(look[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
        return red, green, blue
    found = find_surface(look)
    red, green, blue = (0.5, 0.5, 0.5) if found is None else found.color
    return red, green, blue
