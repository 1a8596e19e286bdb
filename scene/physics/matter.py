"""What things weigh and how they slide: densities, walls of hollow things and friction, by kind of material.

Programs say how a surface looks, not what is below it. So the kind is that of the known surface (the table of ``surface``) with this look,
and a solid that people make hollow has walls: a radiator drawn as a block of metal is sheet, a thick door of wood has a light core.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from scenewright.scene.language.vocabulary import SURFACES
from scenewright.scene.model import FloatArray, Material, Vec3

__all__ = ["MATTERS", "Matter", "matter_of"]


@dataclass(frozen=True, slots=True)
class Matter:
    """`density`: kg/m3. `wall`: metres of material below the surface of things that are larger; inf: they are solid. `friction`: sliding,
    of the material on itself or on wood, dry. `source`: of the density."""

    density: float
    wall: float
    friction: float
    source: str


MATTERS: dict[str, Matter] = {
    "wood": Matter(680.0, 0.012, 0.5, "oak, 12 % moisture: USDA Wood Handbook (FPL-GTR-282), table 5-3a"),
    "fibre": Matter(400.0, 0.02, 0.6, "rattan and wicker; cork 240, bamboo 700: Engineering ToolBox, densities of solids"),
    "metal": Matter(7850.0, 0.0012, 0.4, "carbon steel: EN 1993-1-1, 3.2.6; sheets of appliances are 0.6 to 1.5 mm"),
    "stone": Matter(2700.0, 0.03, 0.6, "granite and marble: CRC Handbook, density of various solids; worktops are 20 to 30 mm"),
    "ceramic": Matter(2400.0, 0.008, 0.5, "porcelain: CRC Handbook, density of various solids"),
    "glass": Matter(2500.0, 0.006, 0.4, "soda-lime glass: EN 572-1"),
    "fabric": Matter(90.0, np.inf, 0.7, "upholstery foam 30 to 60 with cover and frame: furniture of 0.3 m3 weighs about 30 kg"),
    "leather": Matter(110.0, np.inf, 0.7, "as fabric, with a heavier cover"),
    "plastic": Matter(1050.0, 0.003, 0.4, "ABS: ISO 1183 data sheets, 1030 to 1070"),
    "paper": Matter(700.0, 0.1, 0.5, "books and board: paper at 80 g/m2 and 0.11 mm"),
    "plant": Matter(350.0, np.inf, 0.6, "leaves and soft stems, fresh, with air between"),
    "light": Matter(1050.0, 0.002, 0.4, "lamps: as plastic and glass shells"),
}  # fmt: skip


def matter_of(color: Vec3, material: Material) -> Matter:
    """The matter below a surface: that of the known surface with its look, else what such a look usually is."""
    return MATTERS[_kind(color, material.roughness, material.metallic, material.opacity, material.emission)]


_EXACT = 0.02
_SOFT = 0.8
"""Roughness from which a surface without metal is cloth; wood, paint and plastic are smoother."""


@cache
def _looks() -> tuple[FloatArray, tuple[str, ...]]:
    """(S, 6) looks of the known surfaces, and their kinds. Paper is left out: white cotton looks the same, and there is more of it."""
    kept = [s for s in SURFACES.values() if s.kind != "paper"]
    rows = [[*s.color, s.roughness, s.metallic, s.opacity] for s in kept]
    return np.array(rows), tuple(s.kind for s in kept)


@lru_cache(maxsize=4096)
def _kind(color: Vec3, roughness: float, metallic: float, opacity: float, emission: float) -> str:
    if emission > 0.2:
        return "light"
    if metallic > 0.5:
        return "metal"
    if opacity < 0.95:
        return "glass"
    looks, kinds = _looks()
    away = np.abs(looks - [*color, roughness, metallic, opacity]).max(axis=1)
    if away.min() <= _EXACT:
        return kinds[int(away.argmin())]
    if roughness >= _SOFT:
        return "fabric"
    red, green, blue = color
    if green > 1.15 * max(red, blue):
        return "plant" if roughness > 0.35 else "plastic"
    return "wood" if red >= green >= blue and red - blue > 0.06 else "plastic"
