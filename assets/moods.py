"""Moods of rooms: a light, and looks that go with it, as data in ``moods.toml``; and a style brought into the tones of a mood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from scenewright.assets.palettes import Palette
from scenewright.assets.room_style import RoomLight, Style
from scenewright.scene.language.vocabulary import find_surface
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["Mood", "apart", "in_mood", "lightness", "moods_in", "own_moods"]

_FILE = Path(__file__).parent / "moods.toml"
_MOST_BYTES = 64 << 10
_MOST_VALUES = 5_000
_TONES = ("light", "pale", "dark", "deep")
"""Words before a look that make another tone of it."""


@dataclass(frozen=True)
class Mood:
    """A mood. `looks`: a style of its own, for a text that names none. `words`: what asks for it. `tone`: least and most lightness of
    walls, floor, woods and fabrics; None where it has none. `hue`: whether its own colours stand before those of a style."""

    looks: Style
    words: frozenset[str]
    tone: tuple[float, float] | None = None
    hue: bool = False


@cache
def own_moods() -> tuple[Mood, ...]:
    """The moods that come with Scenewright."""
    data = parse_toml(read_plain(_FILE, _MOST_BYTES, "the moods"), most=_MOST_VALUES)
    moods = []
    for m in data["mood"]:
        looks = (tuple(m[role]) for role in ("wood", "fabric", "accent", "walls"))
        red, green, blue = m["lamp_color"]
        style = Style(
            str(m["name"]),
            Palette(str(m["name"]), frozenset(), *looks),
            tuple(m["metal"]),
            (str(m["floor"][0]), str(m["floor"][1])),
            wet_floor=str(m["wet_floor"]),
            light=RoomLight(str(m["light"]), str(m["sky"]), float(m["lamp"]), (float(red), float(green), float(blue))),
        )
        tone = (float(m["tone"][0]), float(m["tone"][1])) if "tone" in m else None
        moods.append(Mood(style, frozenset(m["words"]), tone, bool(m.get("hue", False))))
    return tuple(moods)


def moods_in(words: Sequence[str]) -> tuple[Mood, ...]:
    """The moods that some words name, in the order of the words."""
    return tuple({mood.looks.name: mood for word in words for mood in own_moods() if word in mood.words}.values())


def in_mood(style: Style, mood: Mood) -> Style:
    """A style in the light of a mood, and its looks in the mood's tones: those that are too light for a dark room are darkened, or give
    way to the mood's own. The walls and the floor follow."""
    own, of_mood = style.palette, mood.looks.palette
    if mood.hue:
        wood = tuple(dict.fromkeys((*of_mood.wood[:2], *own.wood)))
        palette = replace(of_mood, name=own.name, styles=own.styles, wood=wood)
        return replace(style, palette=palette, wall_finish="", light=mood.looks.light)
    if mood.tone is None:
        ordered = _by_warmth(style, warm=mood.looks.name == "warm")
        return replace(ordered, light=mood.looks.light)
    low, high = mood.tone
    most_first = -1.0 if low > 0.0 else 1.0
    toned = {
        role: _ordered((look for before in getattr(own, role) if (look := _toned(before, low, high))), most_first)
        for role in ("wood", "fabric")
    }
    walls = _ordered((_within(wall, low, high) for wall in own.walls), most_first)
    floor = (_toned(style.floor[0], low, high), style.floor[1]) if style.floor[0] else ("", "")
    palette = replace(
        own,
        wood=toned["wood"] or of_mood.wood,
        fabric=toned["fabric"] or of_mood.fabric,
        walls=walls or of_mood.walls,
    )
    return replace(
        style,
        palette=palette,
        floor=floor if floor[0] else mood.looks.floor,
        wet_floor=mood.looks.wet_floor,
        light=mood.looks.light,
    )


def lightness(look: str) -> float:
    """How light a look in words or as '#rrggbb' is, from 0 to 1; that of grey where nobody knows it."""
    red, green, blue = rgb_of(look)
    return 0.3 * red + 0.6 * green + 0.1 * blue


def apart(one: str, other: str) -> float:
    """How far two looks are apart, by their colours."""
    return sum((a - b) ** 2 for a, b in zip(rgb_of(one), rgb_of(other), strict=True))


def rgb_of(look: str) -> tuple[float, float, float]:
    """The colour of a look in words or as '#rrggbb'; grey where nobody knows it."""
    if look.startswith("#"):
        red, green, blue = (int(look[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
        return red, green, blue
    found = find_surface(look)
    return (0.5, 0.5, 0.5) if found is None else found.color


def _ordered(looks: Iterable[str], sign: float) -> tuple[str, ...]:
    """Looks without repetitions, the darkest first, or the lightest where the sign is negative."""
    return tuple(sorted(dict.fromkeys(looks), key=lambda look: sign * lightness(look)))


def _by_warmth(style: Style, *, warm: bool) -> Style:
    """The style with the warmest, or the coolest, of its looks first."""

    def order(look: str) -> float:
        red, _, blue = rgb_of(look)
        return blue - red if warm else red - blue

    own = style.palette
    wood, fabric, walls = (tuple(sorted(looks, key=order)) for looks in (own.wood, own.fabric, own.walls))
    return replace(style, palette=replace(own, wood=wood, fabric=fabric, walls=walls))


def _toned(look: str, low: float, high: float) -> str:
    """A look, or a tone of it, that is as light as wanted; '' where it has none."""
    plain = " ".join(word for word in look.split() if word not in _TONES)
    among = (look, plain, *(f"{tone} {plain}" for tone in _TONES))
    return next((w for w in among if find_surface(w) is not None and low <= lightness(w) <= high), "")


def _within(paint: str, low: float, high: float) -> str:
    """A paint '#rrggbb' of the same hue that is as light as wanted."""
    now = lightness(paint)
    parts: tuple[float, ...] = rgb_of(paint)
    if now > high:
        parts = tuple(part * high * 0.8 / now for part in parts)
    elif now < low:
        share = (low + 0.7 * (1.0 - low) - now) / (1.0 - now)
        parts = tuple(part + share * (1.0 - part) for part in parts)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
