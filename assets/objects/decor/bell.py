# /// asset
# word = "bell"
# synonyms = ["hand bell", "handbell", "dinner bell", "brass bell"]
# stands_for = ["church bell", "temple bell", "school bell", "cow bell"]
# phrase = "a brass hand bell"
# category = "decor"
# support = "surface"
# [colors]
# metal = [0.88, 0.7, 0.32]
# [materials]
# wood = "walnut"
# ///
import math

import numpy as np

from scene.language import *


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


@register("the flaring bell")
def cup_part(*, metal):
    look = {"metallic": 1.0, "roughness": 0.2}
    return concat_shapes(
        lathe([(0.05, 0.006), (0.04, 0.02), (0.033, 0.05), (0.026, 0.075), (0.008, 0.084)], metal, look, slices=60),
        round_wall((0.052, 0), (0.048, 0.012), 0.004, metal, look, panels=34),
    )


@register("the handle")
def handle_part(*, wood):
    return concat_shapes(
        lathe([(0.006, 0.08), (0.011, 0.1), (0.0085, 0.12), (0.0125, 0.145), (0.007, 0.16)], *surface(wood), slices=50)
    )


@register("a brass hand bell")
def bell(*, width=0.1, height=0.16, depth=0.1, metal=(0.88, 0.7, 0.32), wood="walnut"):
    whole = concat_shapes(library_call("cup_part", metal=metal), library_call("handle_part", wood=wood))
    return fitted(whole, width, height, depth)
