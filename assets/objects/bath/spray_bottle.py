# /// asset
# word = "spray bottle"
# synonyms = [
#     "cleaning spray", "cleaner", "window cleaner", "disinfectant", "mister", "plant mister", "cleaning bottle",
#     "cleaning supplies", "cleaning products", "weed killer",
# ]
# stands_for = ["bleach"]
# phrase = "a spray bottle with a trigger"
# category = "bath"
# support = "surface"
# [colors]
# liquid = [0.45, 0.72, 0.88]
# trigger = [0.2, 0.4, 0.7]
# ///
import itertools

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the bottle")
def bottle_part(*, liquid):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.022, liquid, gloss),
        *[ellipsoid((0, 0.014 + 0.12 * t, 0), (0.038, 0.04, 0.03), liquid, gloss) for t in np.linspace(0.22, 0.8, 14)],
        *[
            ellipsoid((0, 0.135 + 0.05 * t, 0), (0.038 - 0.024 * t, 0.024, 0.03 - 0.016 * t), liquid, gloss)
            for t in np.linspace(0, 1, 12)
        ],
        ellipsoid((0, 0.08, 0.002), (0.03, 0.035, 0.0295), (0.97, 0.97, 0.95)),
    )


@register("the trigger head")
def head_part(*, trigger):
    return concat_shapes(
        rod((0, 0.17, 0), (0, 0.2, 0), 0.013, trigger),
        rod((0, 0.19, 0), (0, 0.225, 0), 0.018, trigger),
        box((0.008, 0.24, 0), (0.065, 0.034, 0.024), trigger),
        box((0.045, 0.246, 0), (0.016, 0.018, 0.016), (0.95, 0.95, 0.94)),
        tube([(0.028, 0.225, 0), (0.038, 0.2, 0), (0.036, 0.175, 0)], 0.006, trigger),
    )


@register("a spray bottle with a trigger")
def spray_bottle(*, width=0.09, height=0.27, depth=0.08, liquid=(0.45, 0.72, 0.88), trigger=(0.2, 0.4, 0.7)):
    whole = concat_shapes(library_call("bottle_part", liquid=liquid), library_call("head_part", trigger=trigger))
    return fitted(whole, width, height, depth)
