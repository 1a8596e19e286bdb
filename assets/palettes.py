"""Palettes: colours of wood, fabric, accents and walls that go together in a room, as data in ``palettes.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["Palette", "own_palettes"]

_FILE = Path(__file__).parent / "palettes.toml"
_MOST_BYTES = 64 << 10
_MOST_VALUES = 5_000


@dataclass(frozen=True)
class Palette:
    """Looks that go together, as words that the catalogue understands. `styles`: words that ask for it. `wood`: of tables, storage, beds
    and plain chairs, the usual one first. `fabric`: of sofas, armchairs and curtains. `accent`: of cushions, rugs and vases. `walls`: as
    "#rrggbb"."""

    name: str
    styles: frozenset[str]
    wood: tuple[str, ...]
    fabric: tuple[str, ...]
    accent: tuple[str, ...]
    walls: tuple[str, ...]


@cache
def own_palettes() -> tuple[Palette, ...]:
    """The palettes that come with Scenewright."""
    data = parse_toml(read_plain(_FILE, _MOST_BYTES, "the palettes"), most=_MOST_VALUES)
    return tuple(
        Palette(
            str(p["name"]),
            frozenset(p["styles"]),
            tuple(p["wood"]),
            tuple(p["fabric"]),
            tuple(p["accent"]),
            tuple(p["walls"]),
        )
        for p in data["palette"]
    )
