"""Styles of rooms: looks that go together and objects that belong to them, as data in ``styles.toml``; and what a phrase says of style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from scenewright.assets.main_colours import in_main_colours, painted_walls
from scenewright.assets.moods import Mood, in_mood, moods_in, own_moods
from scenewright.assets.palettes import Palette, own_palettes
from scenewright.assets.room_style import RoomLight, Style
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.vocabulary import find_color, named_color
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain
from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, text_encoder, text_encoder_missing

__all__ = ["Style", "is_style", "names_style", "own_styles", "read_style", "said_style"]

_FILE = Path(__file__).parent / "styles.toml"
_MOST_BYTES = 128 << 10
_MOST_VALUES = 10_000
_LEAST_LIKE = 0.34
"""Least cosine between a phrase that names no style and what a style is like."""
_MOST_COLOURS = 3


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
                light=RoomLight(str(s["light"])) if "light" in s else None,
                few=bool(s.get("few", False)),
                lacks=frozenset(str(thing) for thing in s.get("lacks", ())),
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
    moods = {word for mood in own_moods() for word in mood.words}
    plain = " ".join(word for word in words if word not in moods)
    names = {word for _, named, _ in own_styles() for word in named}
    return plain in names or (bool(plain) and all(word in names for word in plain.split()))


def read_style(phrase: str) -> Style:
    """The style that a phrase asks for: *Japandi*, *a warm Victorian look*, *industrial with a touch of blue*.

    A name counts first, then the styles of palettes, then what is like the phrase by meaning, where the sentence model is installed.
    Colours of the phrase come before those of the style, and moods such as *dark* and *sunny* bring it into their tones and their light.

    Raises:
        AssetError: it asks for no style that is known.
    """
    plain = " ".join(re.findall(r"[a-zà-ÿ0-9]+(?:[-'][a-zà-ÿ0-9]+)*", phrase.lower()))
    colours, rest = _colours_in(plain)
    style = _named(rest) or _of_palette(rest)
    moods = moods_in(rest.split())
    if style is None and not colours and not moods:
        style = _like(rest)
    if style is None and not colours and not moods:
        known = ", ".join(s.name for s, _, _ in own_styles())
        raise AssetError(f"{phrase.strip()!r} is no style that is known: name one, such as {known}, or colours")
    return _composed(style, colours, moods)


def said_style(words: Sequence[str]) -> tuple[Style, frozenset[str]] | None:
    """The style that adjectives of a place ask for, and those of them that ask for it: *dark* and *industrial* of *a dark industrial loft*.
    Colours are left to others. None where they ask for none."""
    _, rest = _colours_in(" ".join(words).lower())
    named, moods = _named(rest), moods_in(rest.split())
    if named is None and not moods:
        return None
    names = {name for style, names, _ in own_styles() for name in names if f" {name} " in f" {rest} "}
    heard = {word for name in names for word in name.split()} | {
        w for mood in moods for w in rest.split() if w in mood.words
    }
    return _composed(named, (), moods), frozenset(heard)


def _composed(style: Style | None, colours: tuple[str, ...], moods: Sequence[Mood]) -> Style:
    """A style in some colours and moods; the looks of the first mood, or of a modern room, where there is no style."""
    bare = style is None
    if style is None and moods:
        style = moods[0].looks
    if style is None:
        style = next(s for s, _, _ in own_styles() if s.name == "modern")
        style = replace(style, name="", variants={}, objects={}, floor=("", ""), metal=())
    name = " ".join(dict.fromkeys(w for w in (*(m.looks.name for m in moods), *colours, style.name) if w))
    painted = _in_colours(style, colours, plain=bare)
    for mood in moods:
        if style.palette is not mood.looks.palette:
            painted = in_mood(painted, mood)
    if colours:
        own, said = painted.palette, _in_colours(style, colours, plain=bare).palette
        wood = said.wood if len(colours) > 1 else own.wood
        painted = replace(painted, palette=replace(own, wood=wood, fabric=said.fabric, accent=said.accent))
    return replace(painted, name=name)


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
    if any(style.few for _, _, style in found):
        main = replace(main, few=True)  # *minimalist Japanese*
    pastel = next((style for _, _, style in found if style.name == "pastel"), None)
    if pastel is None or main.name == pastel.name:
        return main
    own = replace(main.palette, fabric=pastel.palette.fabric, accent=pastel.palette.accent, walls=pastel.palette.walls)
    return replace(main, name=f"pastel {main.name}", palette=own, wall_finish="")


def _of_palette(text: str) -> Style | None:
    words = set(text.split())
    best = max(own_palettes(), key=lambda palette: len(palette.styles & words))
    named = sorted(best.styles & words)
    return Style(" ".join(named), best) if named and not all(moods_in([word]) for word in named) else None


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
    names = {word for _, names, _ in own_styles() for word in names} | {w for mood in own_moods() for w in mood.words}
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


def _in_colours(style: Style, colours: tuple[str, ...], *, plain: bool) -> Style:
    """The style in colours. `plain`: nothing else is said, so that the walls are painted in them rather than tinted."""
    if not colours:
        return style
    own = style.palette
    if len(colours) > 1:
        palette = in_main_colours(own, colours)
    else:
        palette = replace(own, fabric=(*colours, *own.fabric[:1]), accent=(*colours, *own.accent[:1]))
    wall = painted_walls(colours)
    paint = _paint(named_color(wall), 0.0 if plain else _WASHED)
    return replace(style, palette=replace(palette, walls=(paint, *own.walls)), wall_finish="")


_WASHED = 0.72
"""Share of white in the paint of walls that goes with a colour of a style."""


def _paint(colour: Sequence[float], white: float) -> str:
    """A paint of the hue of a colour with a share of white, as '#rrggbb'."""
    return "#" + "".join(f"{round(255 * (white + (1.0 - white) * float(part))):02x}" for part in colour[:3])
