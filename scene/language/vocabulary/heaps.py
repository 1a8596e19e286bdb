"""Goods that fill an open container, heaped in its middle: the apples of a crate, the rolls of a basket, the balls of a bin.

Only what is seen is built: two layers of goods over a dark ground.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.vocabulary.matrices import rotation_matrix, scale_matrix, translation_matrix
from scenewright.scene.language.vocabulary.primitives import primitive_call
from scenewright.scene.language.vocabulary.shapes import Shape, concat_shapes, transform_shape

__all__ = ["GOODS", "heap"]

_Color = tuple[float, float, float]
_Item = Callable[[_Color, Any, np.random.Generator], Shape]

_FEWEST = 2.6
"""So many goods lie across the narrower side of a container at least: in a small bowl the apples are small."""
_PITCH = 0.86
"""Distance of neighbours, of their width: they press together."""
_RIM = 0.45
"""Height of a heap at its rim, of that in its middle."""
_LENGTH = 1.7
"""Length of long goods, of their stated width."""
_O = (0.0, 0.0, 0.0)


def _ball(center: Sequence[float], radii: Sequence[float], color: _Color, material: Any) -> Shape:
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, _O))


def _bar(start: Sequence[float], end: Sequence[float], radius: float, color: _Color, material: Any) -> Shape:
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def _tint(color: _Color, by: float) -> _Color:
    r, g, b = (min(c * by, 1.0) for c in color)
    return r, g, b


# Each item is about 1 wide, and its middle is the origin.


def _fruit(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    stalk = _bar((0, 0.4, 0), (0.05, 0.58, 0), 0.03, (0.35, 0.24, 0.12), None)
    return concat_shapes(_ball(_O, (0.5, 0.46, 0.5), color, material), stalk)


def _plain(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return _ball(_O, (0.5, 0.47, 0.5), color, material)


def _egg(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return _ball(_O, (0.58, 0.42, 0.42), color, material)


def _pear(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return concat_shapes(
        _ball(_O, (0.45, 0.42, 0.42), color, material), _ball((0.4, 0.08, 0), (0.3, 0.26, 0.26), color, material)
    )


def _long(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return concat_shapes(
        _ball(_O, (0.95, 0.3, 0.3), color, material),
        _ball((0.85, 0.05, 0), (0.14, 0.1, 0.1), _tint(color, 0.6), material),
    )


def _banana(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    bends = [(0.9 * math.cos(a), 0.55 * math.sin(a) - 0.4, 0.0) for a in np.linspace(0.35, 2.8, 6)]
    parts = [_bar(a, b, 0.17, color, material) for a, b in itertools.pairwise(bends)]
    parts += [_ball(p, (0.17, 0.17, 0.17), color, material) for p in bends]
    return concat_shapes(*parts, _ball(bends[0], (0.1, 0.1, 0.1), (0.3, 0.24, 0.1), None))


def _loaf(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    cuts = [_ball((x, 0.33, 0), (0.05, 0.1, 0.24), (0.95, 0.82, 0.58), material) for x in (-0.42, 0.0, 0.42)]
    return concat_shapes(_ball(_O, (0.85, 0.42, 0.46), color, material), *cuts)


def _croissant(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    parts = []
    for k, angle in enumerate(np.linspace(-1.3, 1.3, 7)):
        size = 0.34 - 0.07 * abs(k - 3)
        at = (0.75 * math.sin(angle), 0.0, 0.75 * math.cos(angle) - 0.5)
        parts.append(_ball(at, (size, size, size), _tint(color, 1.08 if k % 2 else 0.9), material))
    return concat_shapes(*parts)


def _disc(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    chips = [
        _ball((0.3 * math.cos(a), 0.1, 0.3 * math.sin(a)), (0.07, 0.06, 0.07), _tint(color, 0.35), None)
        for a in (0.3, 1.7, 3.1, 4.6)
    ]
    return concat_shapes(_ball(_O, (0.5, 0.13, 0.5), color, material), *chips)


def _cube(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return primitive_call("cube", {"scale": (0.75, 0.75, 0.75)}, color=color, material=material)


def _leafy(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    leaves = [
        transform_shape(
            _ball((0, 0.05, 0.3), (0.34, 0.4, 0.18), _tint(color, 0.8 + 0.1 * (k % 3)), material),
            rotation_matrix(k * math.pi / 3, (0, 1, 0), _O),
        )
        for k in range(6)
    ]
    return concat_shapes(_ball(_O, (0.42, 0.44, 0.42), _tint(color, 1.15), material), *leaves)


def _fish(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    return concat_shapes(
        _ball(_O, (0.95, 0.24, 0.32), color, material),
        _ball((-1.0, 0, 0), (0.2, 0.08, 0.3), _tint(color, 0.7), material),
        *[_ball((0.72, 0.12, z), (0.06, 0.06, 0.05), (0.05, 0.05, 0.06), None) for z in (-0.17, 0.17)],
    )


def _roll(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    whole = _bar((-0.75, 0, 0), (0.75, 0, 0), 0.4, color, material)
    rings = [
        _bar((x, 0, 0), (1.02 * x, 0, 0), r, _tint(color, t), material)
        for x in (-0.75, 0.75)
        for r, t in ((0.3, 0.8), (0.2, 1.0), (0.1, 0.75))
    ]
    return concat_shapes(whole, *rings)


def _log(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    ends = [_bar((x, 0, 0), (1.02 * x, 0, 0), 0.3, (0.85, 0.68, 0.45), material) for x in (-0.9, 0.9)]
    return concat_shapes(_bar((-0.9, 0, 0), (0.9, 0, 0), 0.34, color, material), *ends)


def _wound(color: _Color, material: Any, chance: np.random.Generator) -> Shape:
    strands = [
        transform_shape(
            _ball(_O, (0.52, 0.52, 0.09), _tint(color, 0.85 + 0.1 * (k % 3)), material),
            rotation_matrix(k * 1.1, (0.4, 1.0, 0.3 * k), _O),
        )
        for k in range(5)
    ]
    return concat_shapes(_ball(_O, (0.49, 0.49, 0.49), color, material), *strands)


_LONG = (_long, _loaf, _fish, _roll, _log, _banana, _croissant)
_DULL, _SKIN = {"roughness": 0.85}, {"roughness": 0.35}
_FRUIT = ((0.78, 0.12, 0.1), (0.95, 0.55, 0.1), (0.55, 0.7, 0.2), (0.93, 0.8, 0.2))
_GAY = ((0.85, 0.2, 0.2), (0.2, 0.45, 0.8), (0.95, 0.75, 0.15), (0.25, 0.6, 0.3), (0.9, 0.45, 0.7))

GOODS: dict[str, tuple[_Item, float, tuple[_Color, ...], Any]] = {
    "apple": (_fruit, 0.075, ((0.75, 0.1, 0.08), (0.82, 0.2, 0.12), (0.7, 0.08, 0.1)), _SKIN),
    "orange": (_plain, 0.075, ((0.96, 0.52, 0.06), (0.93, 0.46, 0.05)), {"roughness": 0.5}),
    "lemon": (_egg, 0.065, ((0.96, 0.86, 0.2), (0.93, 0.8, 0.15)), _SKIN),
    "lime": (_egg, 0.055, ((0.45, 0.66, 0.15), (0.4, 0.58, 0.12)), _SKIN),
    "pear": (_pear, 0.075, ((0.72, 0.75, 0.25), (0.65, 0.68, 0.2)), _SKIN),
    "peach": (_plain, 0.072, ((0.95, 0.6, 0.4), (0.9, 0.48, 0.36)), _DULL),
    "fruit": (_fruit, 0.075, _FRUIT, _SKIN),
    "banana": (_banana, 0.11, ((0.96, 0.82, 0.2), (0.92, 0.76, 0.16)), {"roughness": 0.5}),
    "tomato": (_fruit, 0.07, ((0.85, 0.12, 0.06), (0.8, 0.16, 0.08)), {"roughness": 0.2}),
    "potato": (_egg, 0.075, ((0.72, 0.56, 0.34), (0.66, 0.5, 0.3), (0.76, 0.62, 0.4)), _DULL),
    "onion": (_fruit, 0.07, ((0.8, 0.5, 0.22), (0.72, 0.42, 0.2), (0.58, 0.2, 0.3)), _SKIN),
    "cabbage": (_leafy, 0.17, ((0.5, 0.7, 0.3), (0.45, 0.62, 0.28)), _DULL),
    "vegetable": (_egg, 0.085, ((0.85, 0.14, 0.08), (0.3, 0.52, 0.2), (0.93, 0.55, 0.12), (0.5, 0.2, 0.4)), _SKIN),
    "carrot": (_long, 0.07, ((0.95, 0.48, 0.1), (0.9, 0.42, 0.08)), _DULL),
    "cucumber": (_long, 0.09, ((0.2, 0.45, 0.16), (0.26, 0.5, 0.2)), _SKIN),
    "cherry": (_fruit, 0.026, ((0.6, 0.03, 0.08), (0.7, 0.05, 0.1)), {"roughness": 0.2}),
    "strawberry": (_egg, 0.035, ((0.88, 0.1, 0.12), (0.82, 0.08, 0.1)), _SKIN),
    "grape": (_plain, 0.026, ((0.38, 0.12, 0.34), (0.3, 0.1, 0.32)), {"roughness": 0.25}),
    "olive": (_egg, 0.024, ((0.35, 0.4, 0.16), (0.26, 0.3, 0.14)), {"roughness": 0.25}),
    "nut": (_egg, 0.03, ((0.6, 0.4, 0.22), (0.5, 0.32, 0.18)), _DULL),
    "egg": (_egg, 0.05, ((0.94, 0.86, 0.76), (0.86, 0.68, 0.5)), {"roughness": 0.6}),
    "bread": (_loaf, 0.13, ((0.78, 0.52, 0.26), (0.7, 0.44, 0.2), (0.83, 0.6, 0.32)), _DULL),
    "roll": (_plain, 0.085, ((0.82, 0.57, 0.28), (0.75, 0.48, 0.22)), _DULL),
    "croissant": (_croissant, 0.11, ((0.85, 0.58, 0.26), (0.78, 0.5, 0.2)), {"roughness": 0.6}),
    "cookie": (_disc, 0.07, ((0.8, 0.58, 0.32), (0.7, 0.48, 0.25)), _DULL),
    "candy": (_plain, 0.03, _GAY, {"roughness": 0.15}),
    "ice": (_cube, 0.035, ((0.85, 0.93, 0.98), (0.78, 0.88, 0.95)), {"roughness": 0.05, "opacity": 0.75}),
    "popcorn": (_leafy, 0.03, ((0.98, 0.93, 0.75), (0.96, 0.88, 0.62)), _DULL),
    "fish": (_fish, 0.14, ((0.6, 0.66, 0.72), (0.5, 0.56, 0.64)), {"metallic": 0.5, "roughness": 0.25}),
    "ball": (_plain, 0.16, _GAY, {"roughness": 0.5}),
    "tennis ball": (_plain, 0.066, ((0.8, 0.9, 0.2),), _DULL),
    "yarn": (_wound, 0.11, ((0.75, 0.3, 0.3), (0.3, 0.5, 0.62), (0.9, 0.75, 0.5), (0.5, 0.4, 0.6)), _DULL),
    "towel": (_roll, 0.13, ((0.95, 0.93, 0.88), (0.75, 0.85, 0.88), (0.9, 0.84, 0.74)), _DULL),
    "log": (_log, 0.13, ((0.4, 0.27, 0.17), (0.46, 0.32, 0.2)), _DULL),
    "stone": (_egg, 0.07, ((0.5, 0.5, 0.48), (0.6, 0.58, 0.55), (0.4, 0.4, 0.4)), _DULL),
}  # fmt: skip
"""Name -> the item, its width in metres, its colours in turn, and its material."""


def heap(
    goods: str, base: Sequence[float], size: Sequence[float], *, oval: bool = True, scale: float = 1.0, seed: int = 0
) -> Shape:
    """Goods of one kind, heaped up.

    Args:
        goods: a name of `GOODS`.
        base: (x, y, z) of the middle of the heap's underside.
        size: its (width, height, depth); it is highest in its middle.
        oval: whether its outline is round and not a rectangle.
        scale: size of each of the goods, of the usual one.
        seed: of the turns of the goods.
    """
    build, unit, colors, material = GOODS[goods]
    width, height, depth = size
    unit = min(unit * scale, min(width, depth) / _FEWEST)
    chance = np.random.default_rng(seed)
    parts = []
    for layer in (0, 1):
        reach = unit * (_LENGTH if build in _LONG else 1.0)
        for x, z in _spots((width - reach, depth - reach), unit, layer, oval):
            far = min((2 * x / width) ** 2 + (2 * z / depth) ** 2, 1.0)
            rise = (height - unit * 0.5) * (1 - (1 - _RIM) * far) - (0.55 * unit if layer == 0 else 0.0)
            item = build(_tint(colors[int(chance.integers(len(colors)))], chance.uniform(0.92, 1.06)), material, chance)
            pose = (
                translation_matrix((base[0] + x, base[1] + max(rise, 0.3 * unit), base[2] + z))
                @ rotation_matrix(chance.uniform(0, 2 * math.pi), (0, 1, 0), _O)
                @ rotation_matrix(chance.uniform(-0.3, 0.3), (1, 0, 0), _O)
                @ scale_matrix((unit, unit, unit), _O)
            )
            parts.append(transform_shape(item, pose))
    return concat_shapes(*parts)


def _spots(room: tuple[float, float], unit: float, layer: int, oval: bool) -> list[tuple[float, float]]:
    """Places in staggered rows for the middles of goods of that width; `room`: the width and depth over which they spread."""
    pitch = unit * _PITCH
    across, along = (max(length / 2, 0.0) for length in room)
    rows = max(int(2 * along / (pitch * 0.87)) + 1, 1)
    spots = []
    for row in range(rows):
        z = -along + (2 * along * row / (rows - 1) if rows > 1 else along)
        count = max(int(2 * across / pitch) + 1, 1) - (row + layer) % 2
        for k in range(max(count, 1)):
            x = pitch * (k - (max(count, 1) - 1) / 2)
            if not oval or (x / max(across, 1e-9)) ** 2 + (z / max(along, 1e-9)) ** 2 <= 1.08:
                spots.append((x, z))
    return spots or [(0.0, 0.0)]
