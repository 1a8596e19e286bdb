"""What objects are built of, above the four primitives: ``from scene.language.modelling import box, rod, fitted``.

No part of ``from scene.language import *``: a program that imports nothing of this has these names for itself. Lengths are in
the units of the scene, angles in radians; `color` is sRGB in [0, 1], `material` as ``primitive_call`` takes it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.matrices import rotation_matrix, scale_matrix, translation_matrix
from scenewright.scene.language.measuring import compute_shape_min, compute_shape_sizes
from scenewright.scene.language.primitives import primitive_call
from scenewright.scene.language.shapes import Shape, concat_shapes, loop, transform_shape
from scenewright.scene.language.surfaces import surface

__all__ = [
    "arc", "ball", "beam", "box", "cone", "darker", "ellipsoid", "finish", "fitted", "hoop", "lathe", "moved", "rod",
    "round_wall", "tinted", "tube", "turned",
]  # fmt: skip

_ORIGIN = (0, 0, 0)
_X, _Y, _Z = (1, 0, 0), (0, 1, 0), (0, 0, 1)

Point = Sequence[float]
Color = Sequence[float]
Material = Any


# -- one primitive ----------------------------------------------------------------------------------------------------


def box(center: Point, size: Point, color: Color, material: Material = None) -> Shape:
    """A block with its middle at `center`; `size` is its full edge lengths."""
    block = primitive_call("cube", {"scale": size}, color=color, material=material)
    return transform_shape(block, translation_matrix(center))


def rod(start: Point, end: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A closed cylinder from `start` to `end`."""
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(base: Point, tip: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A cone of base radius `radius`."""
    return primitive_call("cone", {"radius": radius, "p0": base, "p1": tip}, color=color, material=material)


def ball(center: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A sphere."""
    sphere = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(sphere, translation_matrix(center))


def ellipsoid(center: Point, radii: Point, color: Color, material: Material = None) -> Shape:
    """A sphere that is stretched along the axes to half lengths `radii`."""
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, _ORIGIN))


def beam(start: Point, end: Point, size: Point, color: Color, material: Material = None) -> Shape:
    """A squared bar from `start` to `end`; `size` is its width across and its thickness."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    along = b - a
    length = float(np.linalg.norm(along))
    x, y, z = along / length
    bar = primitive_call("cube", {"scale": (size[0], length, size[1])}, color=color, material=material)
    turn = rotation_matrix(math.atan2(x, z), _Y, _ORIGIN) @ rotation_matrix(
        math.acos(max(-1.0, min(1.0, y))), _X, _ORIGIN
    )
    return transform_shape(bar, translation_matrix(tuple((a + b) / 2)) @ turn)


# -- bent and round things ------------------------------------------------------------------------------------------------


def tube(points: Sequence[Point], radius: float, color: Color, material: Material = None) -> Shape:
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [rod(a, b, radius, color, material) for a, b in itertools.pairwise(points)]
    return concat_shapes(*rods, *[ball(p, radius, color, material) for p in points])


def hoop(radius: float, thickness: float, color: Color, material: Material = None, *, parts: int = 36) -> Shape:
    """A ring of round section about the y axis, its middle at the origin."""
    turn = 2 * math.pi / parts
    points = [(radius * math.cos(turn * i), 0, radius * math.sin(turn * i)) for i in range(parts + 1)]
    return tube(points, thickness, color, material)


def round_wall(
    bottom: Point, top: Point, thickness: float, color: Color, material: Material = None, *, panels: int = 32
) -> Shape:
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), _Z, _ORIGIN)
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, _Y, _ORIGIN)))


def lathe(profile: Sequence[Point], color: Color, material: Material = None, *, slices: int = 48) -> Shape:
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            rod((0, float(y - step / 2), 0), (0, float(y + step / 2), 0), float(r), color, material)
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


def turned(profile: Sequence[Point], color: Color, material: Material = None, slices: int = 24) -> Shape:
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(slices, lambda i: rod((0, ys[i], 0), (0, ys[i + 1], 0), radii[i], color, material))


def arc(radius: float, start: float, stop: float, count: int, center: Point = (0, 0)) -> list[tuple[float, float]]:
    """`count` points (x, y) on a circle, from angle `start` to `stop`."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


# -- poses and looks ------------------------------------------------------------------------------------------------------


def moved(shape: Shape, at: Point, turn: float = 0.0, axis: Point = _Y) -> Shape:
    """The shape turned about the origin, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, _ORIGIN))


def fitted(shape: Shape, width: float, height: float, depth: float) -> Shape:
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), _ORIGIN) @ middle)


def finish(word: str, paint: Color | None = None) -> tuple[Color, Material]:
    """The look of a surface: its own colour, or `paint` where one is given; and its material."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def darker(color: Color, by: float = 0.7) -> tuple[float, ...]:
    """A colour, each part `by` times as bright."""
    return tuple(by * c for c in color)


def tinted(color: Color, factor: float) -> tuple[float, ...]:
    """A colour, each part `factor` times as bright, at most 1."""
    return tuple(min(1.0, c * factor) for c in color)
