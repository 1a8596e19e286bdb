"""Colours that are said of a whole room together: which its walls take, and which its furniture, so that both are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.assets.palettes import Palette
from scenewright.scene.language.vocabulary import find_color

__all__ = ["GLEAMING", "in_main_colours", "is_coloured", "painted_walls"]

_COLOURED = 0.12
"""Least difference of red, green and blue of what is no white, grey or black."""
GLEAMING = frozenset(["gold", "silver", "copper", "bronze", "brass", "rose gold"])
"""Names of colours that are metals first: no room has walls of them."""


def is_coloured(colour: str) -> bool:
    """Whether a colour is one beside white, grey and black."""
    found = find_color(colour)
    return found is not None and max(found) - min(found) > _COLOURED


def painted_walls(colours: Sequence[str]) -> str:
    """The colour of the walls: that which is one, rather than white, grey, black or a metal; the first of several such. Without one a light
    one."""
    plain = [colour for colour in colours if colour not in GLEAMING] or list(colours)
    coloured = [colour for colour in plain if is_coloured(colour)]
    return coloured[0] if coloured else max(plain, key=lambda colour: sum(find_color(colour) or (0.0,)))


def in_main_colours(palette: Palette, colours: Sequence[str]) -> Palette:
    """A palette in two or more colours that are said together: one on the walls, the others on furniture, and all of them on cloth."""
    walls = painted_walls(colours)
    others = [colour for colour in colours if colour != walls]
    plain = [colour for colour in others if colour not in GLEAMING]
    paints = tuple(colour for colour in plain if not is_coloured(colour))
    coloured = tuple(colour for colour in plain if is_coloured(colour))
    own = () if paints else ("white",)
    return replace(
        palette,
        wood=(*paints, *own, *coloured) if plain else palette.wood,
        fabric=(*plain, walls) if plain else (walls, *palette.fabric),
        accent=(*others, walls),
        walls=(walls,),
    )
