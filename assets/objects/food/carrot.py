# /// asset
# word = "carrot"
# synonyms = ["carrots", "bunch of carrots"]
# stands_for = ["parsnip"]
# phrase = "a carrot with its green tops"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.92, 0.45, 0.1]
# leaf = [0.28, 0.5, 0.18]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the tapering root")
def root_part(*, skin):
    steps = np.linspace(0, 1, 40)
    beads = [ball((0, 0.018, 0.15 * t - 0.05), 0.0175 * (1 - 0.82 * t**1.2), skin, {"roughness": 0.5}) for t in steps]
    rings = [
        rod(
            (0, 0.018, 0.15 * t - 0.0505),
            (0, 0.018, 0.15 * t - 0.0495),
            0.0176 * (1 - 0.82 * t**1.2),
            darker(skin, 0.85),
        )
        for t in (0.12, 0.3, 0.45, 0.7)
    ]
    return concat_shapes(*beads, *rings)


@register("the green tops")
def tops(*, leaf):
    stems = []
    for i in range(7):
        x, y = 0.022 * math.sin(i * 0.9 - 2.7), 0.02 + 0.012 * math.cos(i * 1.7)
        end = (x, y, -0.145 + 0.012 * (i % 3))
        stems += [tube([(0, 0.018, -0.06), (x * 0.5, y * 0.9, -0.1), end], 0.002, leaf)]
        stems += [ellipsoid((end[0], end[1], end[2] + 0.014 * k), (0.007, 0.004, 0.011), leaf) for k in range(3)]
    return concat_shapes(*stems)


@register("a carrot with its green tops")
def carrot(*, width=0.05, height=0.04, depth=0.26, skin=(0.92, 0.45, 0.1), leaf=(0.28, 0.5, 0.18)):
    whole = concat_shapes(library_call("root_part", skin=skin), library_call("tops", leaf=leaf))
    return fitted(whole, width, height, depth)
