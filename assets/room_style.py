"""What a style of a room is: its looks, the objects that belong to it, and its light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenewright.assets.palettes import Palette

__all__ = ["RoomLight", "Style"]


@dataclass(frozen=True)
class RoomLight:
    """A light. `words`: of the environment of a room; `sky`: of a place out of doors. `lamp`: strength of the lamps on the ceiling, 1 as
    usual, and `lamp_color` theirs."""

    words: str
    sky: str = ""
    lamp: float = 1.0
    lamp_color: tuple[float, float, float] = (1.0, 0.95, 0.88)


@dataclass(frozen=True)
class Style:
    """A style. `palette`: its looks for wood, fabric, accents and walls. `metal`: of lamps, mirrors and frames. `floor`: a material and a
    finish; '' for none. `wet_floor`: a material for rooms with water, '' for none. `variants`: object -> words for its kinds that suit, the
    first before others, '' for a plain one. `objects`: object -> one of the same kind that belongs to the style. `looks`: object -> the
    very words that it is asked for with. `light`: None where the style says nothing of it. `few`: hardly anything dresses such a room.
    `lacks`: keys of things that no such place has, unless somebody asks for them."""

    name: str
    palette: Palette
    metal: tuple[str, ...] = ()
    floor: tuple[str, str] = ("", "")
    wall_finish: str = ""
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, str] = field(default_factory=dict)
    wet_floor: str = ""
    light: RoomLight | None = None
    few: bool = False
    lacks: frozenset[str] = frozenset()
