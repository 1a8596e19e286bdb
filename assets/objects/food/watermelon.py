# /// asset
# word = "watermelon"
# synonyms = ["water melon"]
# stands_for = ["melon", "cantaloupe", "honeydew"]
# phrase = "a striped watermelon"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.36, 0.58, 0.25]
# ///
import itertools
import math

import numpy as np

from scene.language import *


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


@register("the striped rind")
def rind(*, skin):
    body = ellipsoid((0, 0.11, 0), (0.149, 0.109, 0.109), skin, {"roughness": 0.35})
    dark = darker(skin, 0.45)
    stripes = []
    for i in range(9):
        a = 2 * math.pi * i / 9
        stripes += [
            ellipsoid(
                (0.143 * math.cos(t), 0.11 + 0.102 * math.sin(t) * math.sin(a), 0.102 * math.sin(t) * math.cos(a)),
                (0.016, 0.0085, 0.0085),
                dark,
                {"roughness": 0.35},
            )
            for t in np.linspace(0.25, math.pi - 0.25, 29)
        ]
    return concat_shapes(body, *stripes)


@register("a striped watermelon")
def watermelon(*, width=0.3, height=0.22, depth=0.22, skin=(0.36, 0.58, 0.25)):
    stalk = tube([(0.147, 0.11, 0), (0.158, 0.118, 0), (0.162, 0.128, 0.006)], 0.004, (0.45, 0.4, 0.2))
    whole = concat_shapes(library_call("rind", skin=skin), stalk)
    return fitted(whole, width, height, depth)
