# /// asset
# word = "hourglass"
# synonyms = ["sand timer", "hour glass", "egg timer"]
# phrase = "an hourglass with sand"
# category = "decor"
# support = "surface"
# [colors]
# sand = [0.88, 0.7, 0.42]
# [materials]
# wood = "walnut"
# ///
import itertools
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


def round_wall(bottom, top, thickness, color, material=None, *, panels=32):
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), (0, 0, 1), (0, 0, 0))
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(
        panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, (0, 1, 0), (0, 0, 0)))
    )


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the wooden frame")
def frame_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[rod((0, y, 0), (0, y + 0.018, 0), 0.058, *look) for y in (0, 0.222)],
        *[
            rod(
                (0.047 * math.cos(a), 0.01, 0.047 * math.sin(a)),
                (0.047 * math.cos(a), 0.23, 0.047 * math.sin(a)),
                0.006,
                *look,
            )
            for a in (0.5, 2.6, 4.7)
        ],
    )


@register("the two bulbs of glass")
def bulbs():
    glass = surface("glass")
    rows = np.linspace(0.02, 0.22, 26)
    radii = 0.006 + 0.031 * np.abs(np.sin((rows - 0.12) / 0.1 * math.pi / 2)) ** 0.8
    return concat_shapes(
        *[
            round_wall((float(r0), float(a)), (float(r1), float(b)), 0.0016, *glass, panels=18)
            for (a, b), (r0, r1) in zip(itertools.pairwise(rows), itertools.pairwise(radii), strict=True)
        ]
    )


@register("the sand")
def sand_part(*, sand):
    return concat_shapes(
        lathe([(0.034, 0.021), (0.031, 0.05), (0.002, 0.075)], sand, slices=24),
        rod((0, 0.06, 0), (0, 0.13, 0), 0.0012, sand),
        lathe([(0.003, 0.125), (0.018, 0.15), (0.024, 0.165)], sand, slices=18),
    )


@register("an hourglass with sand")
def hourglass(*, width=0.12, height=0.24, depth=0.12, sand=(0.88, 0.7, 0.42), wood="walnut"):
    whole = concat_shapes(
        library_call("frame_part", wood=wood), library_call("bulbs"), library_call("sand_part", sand=sand)
    )
    return fitted(whole, width, height, depth)
