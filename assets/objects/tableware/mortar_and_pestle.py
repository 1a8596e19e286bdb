# /// asset
# word = "mortar and pestle"
# synonyms = ["mortar", "pestle", "pestle and mortar"]
# phrase = "a stone mortar with its pestle"
# category = "tableware"
# support = "surface"
# [colors]
# stone = [0.62, 0.61, 0.58]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the mortar")
def mortar_part(*, stone):
    rough = {"roughness": 0.8}
    return concat_shapes(
        lathe([(0.05, 0), (0.054, 0.012), (0.044, 0.025), (0.06, 0.05), (0.072, 0.08)], stone, rough, slices=30),
        round_wall((0.072, 0.078), (0.078, 0.11), 0.014, stone, rough, panels=36),
        ellipsoid((0, 0.084, 0), (0.062, 0.01, 0.062), darker(stone, 0.7), rough),
    )


@register("the pestle")
def pestle_part(*, stone):
    return concat_shapes(
        tube([(0, 0, 0), (0, 0.12, 0)], 0.011, stone, {"roughness": 0.8}),
        ball((0, 0, 0), 0.02, stone),
        ball((0, 0.13, 0), 0.014, stone),
    )


@register("a stone mortar with its pestle")
def mortar_and_pestle(*, width=0.16, height=0.2, depth=0.16, stone=(0.62, 0.61, 0.58)):
    whole = concat_shapes(
        library_call("mortar_part", stone=stone),
        moved(library_call("pestle_part", stone=stone), (-0.012, 0.105, 0), -0.45, (0, 0, 1)),
    )
    return fitted(whole, width, height, depth)
