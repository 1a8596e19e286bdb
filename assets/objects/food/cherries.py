# /// asset
# word = "cherries"
# synonyms = ["cherry", "cherry fruit", "pair of cherries", "bunch of cherries"]
# phrase = "a pair of cherries joined at their stalks, with a leaf"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.62, 0.03, 0.08]
# ///
import itertools
import math

import numpy as np

from scene.language import *


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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("a cherry on its stalk")
def one_cherry(*, at, tip, skin):
    x, y, z = at
    bend = tuple(0.5 * (a + b) + d for a, b, d in zip((x, y + 0.01, z), tip, (0.3 * x, 0.004, 0), strict=True))
    return concat_shapes(
        ellipsoid((x - 0.0035, y, z), (0.0095, 0.0112, 0.0115), skin, {"roughness": 0.08}),
        ellipsoid((x + 0.0035, y, z), (0.0095, 0.0112, 0.0115), skin, {"roughness": 0.08}),
        tube([(x, y + 0.0085, z), bend, tip], 0.0008, (0.4, 0.5, 0.18)),
    )


@register("the leaf")
def cherry_leaf(*, tip):
    parts = [
        ellipsoid(
            (0.034 * t, 0.004 * math.sin(3 * t), 0),
            (0.006, 0.0008, 0.0095 * math.sin(math.pi * (0.1 + 0.85 * t)) + 0.0008),
            (0.25, 0.5, 0.18),
            {"roughness": 0.4},
        )
        for t in np.linspace(0.08, 1, 11)
    ]
    rib = rod((0.002, 0.0014, 0), (0.034, 0.0014, 0), 0.0007, (0.45, 0.62, 0.3))
    return moved(concat_shapes(*parts, rib), tip, 0.5)


@register("a pair of cherries joined at their stalks, with a leaf")
def cherries(*, width=0.062, height=0.055, depth=0.042, skin=(0.62, 0.03, 0.08)):
    tip = (0.002, 0.05, -0.004)
    whole = concat_shapes(
        library_call("one_cherry", at=(-0.017, 0.0112, 0.004), tip=tip, skin=skin),
        library_call("one_cherry", at=(0.016, 0.0112, 0.006), tip=tip, skin=darker(skin, 0.88)),
        library_call("cherry_leaf", tip=tip),
        ellipsoid(tip, (0.0022, 0.0016, 0.0022), (0.4, 0.32, 0.15)),
    )
    return fitted(whole, width, height, depth)
