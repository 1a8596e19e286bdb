"""Areas of a room as data in ``areas.toml``: what a waiting area, a reading nook or a coffee station consists of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["Area", "area_named", "own_areas"]

_FILE = Path(__file__).parent / "areas.toml"
_MOST_BYTES = 64 << 10
_MOST_VALUES = 5_000


@dataclass(frozen=True)
class Area:
    """A place within a room that people name as one thing.

    Attributes:
        names: what it is called.
        main: the thing that stands where the area is, with its number: 'four visitor chairs'.
        lines: what belongs to it, as sentences without a verb; ``[main]`` is the main thing.
        arranged: how several main things stand: 'row'; '' for one.
        seats: whether other seats that the text names take the place of the main thing.
        top: the thing that carries what is small; '' for none.
    """

    names: tuple[str, ...]
    main: str
    lines: tuple[str, ...]
    arranged: str = ""
    seats: bool = False
    top: str = ""


@cache
def own_areas() -> tuple[Area, ...]:
    """The areas that come with Scenewright."""
    data = parse_toml(read_plain(_FILE, _MOST_BYTES, "the areas"), most=_MOST_VALUES)
    return tuple(
        Area(
            tuple(a["names"]),
            str(a["main"]),
            tuple(a["with"]),
            str(a.get("arranged", "")),
            bool(a.get("seats", False)),
            str(a.get("top", "")),
        )
        for a in data["area"]
    )


def area_named(words: str) -> tuple[str, Area] | None:
    """The area that words end with, by the longest of its names, and that name; None where they name none."""
    found = [(name, area) for name, area in _by_name().items() if f" {words.lower()}".endswith(f" {name}")]
    return max(found, key=lambda pair: len(pair[0]), default=None)


@cache
def _by_name() -> dict[str, Area]:
    return {name: area for area in own_areas() for name in area.names}
