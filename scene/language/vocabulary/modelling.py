"""What objects are built of, above the four primitives: ``from scene.language.modelling import box, rod, fitted``.

No part of ``from scene.language import *``: a program that imports nothing of this has these names for itself.

Every part says first where it is, then how large it is, then how it looks: ``rod(start, end, radius, color, material)``.
A `center` is the middle of the part. A `base` is the middle of its underside. Points are (x, y, z), and y points up. A
size is (width, height, depth), along x, y and z. Lengths are in the units of the scene, angles in radians. `color` is sRGB
in [0, 1], `material` as ``primitive_call`` takes it. A look is both, as ``finish`` and ``surface`` give it:
``rod(start, end, radius, *look)``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.vocabulary.drapery import drape
from scenewright.scene.language.vocabulary.heaps import heap
from scenewright.scene.language.vocabulary.leafage import leafage
from scenewright.scene.language.vocabulary.matrices import (
    reflection_matrix,
    rotation_matrix,
    scale_matrix,
    translation_matrix,
)
from scenewright.scene.language.vocabulary.measuring import compute_shape_min, compute_shape_sizes
from scenewright.scene.language.vocabulary.primitives import primitive_call
from scenewright.scene.language.vocabulary.shapes import Shape, concat_shapes, loop, transform_shape
from scenewright.scene.language.vocabulary.surfaces import surface

__all__ = [
    "arc", "ball", "beam", "block", "box", "carcass", "cone", "darker", "disc", "drape", "ellipsoid", "finish", "fitted", "hanger",
    "heap", "hoop", "lathe", "leafage", "mirrored", "moved", "oval_wall", "pad", "pipe", "plate", "ring", "rod", "rotated",
    "round_wall", "stretched", "taper", "tinted", "tray", "tube", "turned", "upright_pad",
]  # fmt: skip

_ORIGIN = (0, 0, 0)
_X, _Y, _Z = (1, 0, 0), (0, 1, 0), (0, 0, 1)

Point = Sequence[float]
Color = Sequence[float]
Material = Any


_HOOK_RADIUS = 0.021
"""Of a clothes hanger, in metres: rails are up to 3 cm thick."""


# -- one primitive ----------------------------------------------------------------------------------------------------


def box(center: Point, size: Point, color: Color, material: Material = None) -> Shape:
    """A cuboid with its middle at `center`; `size` is its full edge lengths."""
    cube = primitive_call("cube", {"scale": size}, color=color, material=material)
    return transform_shape(cube, translation_matrix(center))


def block(base: Point, size: Point, color: Color, material: Material = None) -> Shape:
    """A cuboid that stands on `base`, the middle of its underside."""
    return box((base[0], base[1] + size[1] / 2, base[2]), size, color, material)


def carcass(base: Point, size: Point, wall: float, color: Color, material: Material = None) -> Shape:
    """A hollow case that is open to the front (+z), such as that of a cupboard; it stands on `base`, its walls are `wall` thick."""
    (x, y, z), (w, h, d) = base, size
    return concat_shapes(
        box((x, y + h / 2, z - d / 2 + wall / 2), (w, h, wall), color, material),
        *[
            box((x + s * (w - wall) / 2, y + h / 2, z + wall / 2), (wall, h, d - wall), color, material)
            for s in (-1, 1)
        ],
        *[
            box((x, y + h / 2 + s * (h - wall) / 2, z + wall / 2), (w - 2 * wall, wall, d - wall), color, material)
            for s in (-1, 1)
        ],
    )


def tray(base: Point, size: Point, wall: float, color: Color, material: Material = None) -> Shape:
    """A box that is open at its top, such as that of a drawer; it stands on `base`, its walls are `wall` thick."""
    (x, y, z), (w, h, d) = base, size
    side = h - wall
    return concat_shapes(
        box((x, y + wall / 2, z), (w, wall, d), color, material),
        *[box((x, y + wall + side / 2, z + s * (d - wall) / 2), (w, side, wall), color, material) for s in (-1, 1)],
        *[
            box((x + s * (w - wall) / 2, y + wall + side / 2, z), (wall, side, d - 2 * wall), color, material)
            for s in (-1, 1)
        ],
    )


def rod(start: Point, end: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A closed cylinder from `start` to `end`."""
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(base: Point, tip: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A cone of base radius `radius`."""
    return primitive_call("cone", {"radius": radius, "p0": base, "p1": tip}, color=color, material=material)


def taper(
    start: Point, end: Point, start_radius: float, end_radius: float, color: Color, material: Material = None
) -> Shape:
    """A round bar that narrows from `start_radius` to `end_radius`, such as the leg of a chair.

    It is a cone with its tip at `end`, and in it a rod of the smaller radius. So it narrows a little faster than a true
    truncated cone, and its end is flat.
    """
    return concat_shapes(cone(start, end, start_radius, color, material), rod(start, end, end_radius, color, material))


def disc(base: Point, radii: Sequence[float], thickness: float, color: Color, material: Material = None) -> Shape:
    """A flat oval disc that lies on `base`; `radii` are its half width and its half depth."""
    unit = rod(_ORIGIN, _Y, 1.0, color, material)
    return moved(stretched(unit, (radii[0], thickness, radii[1])), base)


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


# -- soft and rounded things ----------------------------------------------------------------------------------------------


def plate(base: Point, size: Point, radius: float, color: Color, material: Material = None) -> Shape:
    """A flat slab that lies on `base`, its four corners rounded to `radius` as seen from above."""
    width, height, depth = size
    x, z, middle = width / 2 - radius, depth / 2 - radius, height / 2
    core = box((0, middle, 0), (width, height, 2 * z), color, material)
    strips = [box((0, middle, s * (z + radius / 2)), (2 * x, height, radius), color, material) for s in (-1, 1)]
    corners = [
        rod((i * x, 0, j * z), (i * x, height, j * z), radius, color, material) for i in (-1, 1) for j in (-1, 1)
    ]
    return moved(concat_shapes(core, *strips, *corners), base)


def pad(base: Point, size: Point, color: Color, material: Material = None, *, edge: float | None = None) -> Shape:
    """A stuffed cushion that lies on `base`, with a round rim.

    `edge` is how far the rim reaches inward; None: as far as it is thick, half the height.
    """
    width, height, depth = size
    radius = height / 2
    flatter = min((edge or radius) / radius, 0.98 * width / height, 0.98 * depth / height)
    x, z = width / 2 / flatter - radius, depth / 2 / flatter - radius
    parts = [box(_ORIGIN, (2 * x, height, 2 * z), color, material)]
    for s in (-1, 1):
        parts.append(rod((-x, 0, s * z), (x, 0, s * z), radius, color, material))
        parts.append(rod((s * x, 0, -z), (s * x, 0, z), radius, color, material))
        parts += [ball((s * x, 0, t * z), radius, color, material) for t in (-1, 1)]
    middle = (base[0], base[1] + radius, base[2])
    return moved(stretched(concat_shapes(*parts), (flatter, 1, flatter)), middle)


def upright_pad(
    base: Point, size: Point, color: Color, material: Material = None, *, edge: float | None = None
) -> Shape:
    """A stuffed cushion that stands on its lower edge at `base`, such as the back of a sofa; its depth is its thickness.

    `edge` is how far the round rim reaches inward; None: half the thickness.
    """
    width, height, depth = size
    flat = pad((0, -depth / 2, 0), (width, depth, height), color, material, edge=edge)
    return moved(flat, (base[0], base[1] + height / 2, base[2]), math.pi / 2, _X)


# -- bent and round things ------------------------------------------------------------------------------------------------


def tube(points: Sequence[Point], radius: float, color: Color, material: Material = None) -> Shape:
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [rod(a, b, radius, color, material) for a, b in itertools.pairwise(points)]
    return concat_shapes(*rods, *[ball(p, radius, color, material) for p in points])


def pipe(points: Sequence[Point], radius: float, color: Color, material: Material = None) -> Shape:
    """A bent rod through `points`, rounded at its bends and cut flat at its ends."""
    rods = [rod(a, b, radius, color, material) for a, b in itertools.pairwise(points)]
    return concat_shapes(*rods, *[ball(p, radius, color, material) for p in points[1:-1]])


def hoop(
    radius: float, thickness: float, color: Color, material: Material = None, *, center: Point = _ORIGIN,
    axis: Point = _Y, parts: int = 36,
) -> Shape:  # fmt: skip
    """A round ring of round section, `thickness` its radius, about `axis`: the x, y or z axis.

    Its parts meet in balls. So it is smooth wherever it is seen from; a ``ring`` takes half the primitives.
    """
    first, second = (k for k in range(3) if not axis[k])
    points = []
    for i in range(parts + 1):
        point = list(center)
        point[first] += radius * math.cos(2 * math.pi * i / parts)
        point[second] += radius * math.sin(2 * math.pi * i / parts)
        points.append(point)
    return tube(points, thickness, color, material)


def ring(
    center: Point, radius: float, thickness: float, color: Color, material: Material = None, *, stretch: float = 1.0,
    parts: int = 24,
) -> Shape:  # fmt: skip
    """A level ring of round section, `thickness` its radius, `stretch` times as deep as it is wide.

    Its parts are straight rods that overlap at the joints.
    """
    joint = (radius + thickness * 0.9) / radius * math.tan(math.pi / parts)
    x, y, z = center

    def segment(i: int) -> Shape:
        c, s = math.cos(2 * math.pi * i / parts), math.sin(2 * math.pi * i / parts)
        start, end = (
            (x + radius * (c - reach * s), y, z + stretch * radius * (s + reach * c)) for reach in (-joint, joint)
        )
        return rod(start, end, thickness, color, material)

    return loop(parts, segment)


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


def oval_wall(
    base: Point, bottom: Sequence[float], top: Sequence[float], height: float, color: Color, material: Material = None, *,
    thickness: float = 0.006, parts: int = 28,
) -> Shape:  # fmt: skip
    """A hollow oval wall of flat panels, such as the side of a basin.

    `bottom` and `top` are its half width and its half depth there, measured to the middle of the wall.
    """
    panel = primitive_call("cube", {"scale": 1.0}, color=color, material=material)
    half = math.tan(math.pi / parts)
    wide = [(2 * max(bottom[k], top[k]) + thickness) * half for k in (0, 1)]

    def wall(i: int) -> Shape:
        angle = 2 * math.pi * (i + 0.5) / parts
        c, s = math.cos(angle), math.sin(angle)
        low, high = (bottom[0] * c, bottom[1] * s), (top[0] * c, top[1] * s)
        out = math.hypot(c / wide[0], s / wide[1])
        along = (-s * wide[0], 0, c * wide[1])
        up = (high[0] - low[0], height, high[1] - low[1])
        through = (thickness * c / wide[0] / out, 0, thickness * s / wide[1] / out)
        middle = (base[0] + (low[0] + high[0]) / 2, base[1] + height / 2, base[2] + (low[1] + high[1]) / 2)
        pose = np.eye(4)
        pose[:3] = np.column_stack((along, up, through, middle))
        return transform_shape(panel, pose)

    return loop(parts, wall)


def hanger(middle: Point, width: float, neck: float = 0.08, *, clips: float | None = None) -> Shape:
    """A clothes hanger of beech with a steel hook, along x.

    Args:
        middle: the top of its shoulders, below the hook.
        width: from shoulder to shoulder.
        neck: how far above `middle` the middle of the hook's round is.
        clips: makes it a straight steel bar with two clips, this far from its middle; the clothes hang from them.
    """
    x, y, z = middle
    steel = surface("steel")
    hook = [(px, py, z) for px, py in arc(_HOOK_RADIUS, -1.4, math.pi, 14, (x, y + neck))]
    parts = [tube([*hook[::-1], (x + 0.004, y, z)], 0.0028, *steel)]
    if clips is None:
        drop = y - 0.18 * width
        parts.append(tube([(x - width / 2, drop, z), middle, (x + width / 2, drop, z)], 0.009, *surface("beech")))
    else:
        parts.append(rod((x - width / 2, y, z), (x + width / 2, y, z), 0.006, *steel))
        parts += [box((x + side * clips, y - 0.03, z), (0.026, 0.05, 0.07), *steel) for side in (-1, 1)]
    return concat_shapes(*parts)


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
    """The same as ``lathe``, in coarser slices: for programs that know it by this name."""
    return lathe(profile, color, material, slices=slices)


def arc(radius: float, start: float, stop: float, count: int, center: Point = (0, 0)) -> list[tuple[float, float]]:
    """`count` points (x, y) on a circle, from angle `start` to `stop`."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


# -- poses and looks ------------------------------------------------------------------------------------------------------


def moved(shape: Shape, at: Point, turn: float = 0.0, axis: Point = _Y) -> Shape:
    """The shape turned about the origin, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, _ORIGIN))


def rotated(shape: Shape, turn: float, axis: Point = _Y) -> Shape:
    """The shape turned about an axis through the origin."""
    return transform_shape(shape, rotation_matrix(turn, axis, _ORIGIN))


def mirrored(shape: Shape, normal: Point = _X) -> Shape:
    """The shape mirrored at the plane through the origin with that normal: left for right."""
    return transform_shape(shape, reflection_matrix(_ORIGIN, normal))


def stretched(shape: Shape, factors: Point | float) -> Shape:
    """The shape scaled from the origin; `factors` are along x, y and z, or one number for all three."""
    return transform_shape(shape, scale_matrix(factors, _ORIGIN))


def fitted(
    shape: Shape, width: float | None, height: float | None, depth: float | None, *, like: Shape | None = None
) -> Shape:
    """The shape stretched to exactly its stated size, its base centred on the origin. A length that is None stays as it is.

    Args:
        like: what is measured in its place: the same shape at rest, so that nothing changes its size while a part of it turns.
    """
    measured = shape if like is None else like
    low, size = compute_shape_min(measured), compute_shape_sizes(measured)
    factors = [
        1.0 if wanted is None else wanted / had for wanted, had in zip((width, height, depth), size, strict=True)
    ]
    return stretched(moved(shape, (-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2)), factors)


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
