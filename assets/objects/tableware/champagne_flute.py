# /// asset
# word = "champagne flute"
# synonyms = ["flute glass", "champagne glass", "champagne flutes", "prosecco glass"]
# stands_for = ["sherry glass"]
# phrase = "a tall flute of sparkling wine"
# category = "tableware"
# support = "surface"
# [colors]
# wine = [0.95, 0.84, 0.5]
# ///
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


@register("the glass")
def glass_part():
    look = surface("glass")
    return concat_shapes(
        lathe([(0.032, 0), (0.03, 0.003), (0.004, 0.008)], *look, slices=8),
        rod((0, 0.006, 0), (0, 0.09, 0), 0.0035, *look),
        round_wall((0.008, 0.09), (0.024, 0.13), 0.002, *look, panels=24),
        round_wall((0.024, 0.13), (0.022, 0.23), 0.002, *look, panels=24),
    )


@register("the wine")
def drink(*, wine):
    return lathe([(0.005, 0.092), (0.02, 0.13), (0.02, 0.195)], wine, {"roughness": 0.05, "opacity": 0.75}, slices=30)


@register("a tall flute of sparkling wine")
def champagne_flute(*, width=0.065, height=0.23, depth=0.065, wine=(0.95, 0.84, 0.5)):
    whole = concat_shapes(library_call("glass_part"), library_call("drink", wine=wine))
    return fitted(whole, width, height, depth)
