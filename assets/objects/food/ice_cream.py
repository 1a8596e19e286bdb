# /// asset
# word = "ice cream"
# synonyms = ["ice cream sundae", "sundae", "gelato", "frozen yogurt"]
# stands_for = ["tub of ice cream", "ice cream tub", "ice cream cone"]
# phrase = "an ice cream with two scoops in a glass"
# category = "food"
# support = "surface"
# [colors]
# first = [0.96, 0.9, 0.74]
# second = [0.93, 0.6, 0.66]
# ///
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the footed glass")
def sundae_glass():
    look = surface("glass")
    return concat_shapes(
        lathe([(0.035, 0), (0.03, 0.006), (0.007, 0.012), (0.007, 0.045)], *look, slices=20),
        round_wall((0.012, 0.045), (0.044, 0.09), 0.003, *look, panels=28),
    )


@register("the scoops and the wafer")
def scoops(*, first, second):
    sauce = lathe([(0.026, 0.134), (0.018, 0.143), (0.004, 0.146)], (0.28, 0.14, 0.08), {"roughness": 0.2}, slices=10)
    wafer = moved(box((0, 0.03, 0), (0.022, 0.06, 0.004), (0.85, 0.64, 0.35)), (0.022, 0.105, -0.016), -0.35, (0, 0, 1))
    return concat_shapes(
        lathe([(0.01, 0.05), (0.04, 0.09)], first),
        ball((0, 0.094, 0.006), 0.036, first, {"roughness": 0.6}),
        ball((0.002, 0.116, -0.004), 0.031, second, {"roughness": 0.6}),
        sauce,
        wafer,
        ball((0, 0.152, 0), 0.009, (0.75, 0.05, 0.1), {"roughness": 0.2}),
    )


@register("an ice cream with two scoops in a glass")
def ice_cream(*, width=0.1, height=0.17, depth=0.1, first=(0.96, 0.9, 0.74), second=(0.93, 0.6, 0.66)):
    whole = concat_shapes(library_call("sundae_glass"), library_call("scoops", first=first, second=second))
    return fitted(whole, width, height, depth)
