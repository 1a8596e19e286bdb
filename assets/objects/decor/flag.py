# /// asset
# word = "flag"
# synonyms = ["flagpole", "flag pole", "national flag", "flag stand", "standing flag"]
# stands_for = ["pirate flag", "desk flag"]
# phrase = "a flag on a pole"
# category = "decor"
# support = "floor"
# [colors]
# cloth = [0.7, 0.12, 0.14]
# stripe = [0.95, 0.94, 0.9]
# ///
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the pole on its foot")
def pole_part():
    wood, brass = surface("walnut"), surface("brass")
    return concat_shapes(
        lathe([(0.17, 0), (0.15, 0.025), (0.05, 0.05), (0.03, 0.12)], *brass, slices=26),
        rod((0, 0.05, 0), (0, 2.1, 0), 0.016, *wood),
        ball((0, 2.13, 0), 0.04, *brass),
        cone((0, 2.15, 0), (0, 2.2, 0), 0.02, *brass),
    )


@register("the cloth in folds")
def cloth_part(*, cloth, stripe):
    strips = []
    for i in range(34):
        t = i / 33
        x, z = 0.02 + 0.6 * t, 0.05 * math.sin(t * 11) * (0.3 + 0.7 * t)
        top = 2.05 - 0.16 * t**1.5
        strips += [
            box((x, top - 0.075 - 0.15 * k, z), (0.022, 0.15, 0.006), (cloth, stripe, cloth)[k], {"roughness": 0.85})
            for k in range(3)
        ]
    return concat_shapes(*strips)


@register("a flag on a pole")
def flag(*, width=0.8, height=2.2, depth=0.34, cloth=(0.7, 0.12, 0.14), stripe=(0.95, 0.94, 0.9)):
    whole = concat_shapes(library_call("pole_part"), library_call("cloth_part", cloth=cloth, stripe=stripe))
    return fitted(whole, width, height, depth)
