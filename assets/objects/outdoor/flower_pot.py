# /// asset
# word = "flower pot"
# synonyms = ["clay pot", "terracotta pot", "ceramic pot", "empty pot", "pots", "garden pot"]
# phrase = "a stack of clay flower pots, one lying beside"
# category = "outdoor"
# support = "floor"
# [colors]
# paint = [0.741, 0.416, 0.278]
# [materials]
# ware = "terracotta"
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
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


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("one empty pot with its thick rim")
def one_pot(*, radius, height, look):
    dark = (tuple(0.35 * c for c in look[0]), look[1])
    return concat_shapes(
        turned([(radius * 0.62, 0), (radius * 0.86, height * 0.74)], *look, slices=10),
        rod((0, height * 0.7, 0), (0, height * 0.76, 0), radius * 0.96, *look),
        round_wall((radius * 0.98, height * 0.74), (radius, height), radius * 0.1, *look, panels=24),
        rod((0, height * 0.76, 0), (0, height * 0.78, 0), radius * 0.88, *dark),
    )


@register("a stack of clay flower pots, one lying beside")
def flower_pot(*, width=0.42, height=0.28, depth=0.3, paint=None, ware="terracotta"):
    look = finish(ware, paint)
    pot = library_call("one_pot", radius=0.11, height=0.19, look=look)
    lying = transform_shape(pot, rotation_matrix(math.radians(96), (1, 0, 0), (0, 0, 0)))
    lying = transform_shape(lying, rotation_matrix(-0.45, (0, 1, 0), (0, 0, 0)))
    whole = concat_shapes(
        pot,
        transform_shape(pot, translation_matrix((0.004, 0.062, 0)) @ rotation_matrix(0.4, (0, 1, 0), (0, 0, 0))),
        transform_shape(lying, translation_matrix((0.2, -compute_shape_min(lying)[1], 0.02))),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
