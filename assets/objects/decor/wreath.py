# /// asset
# word = "wreath"
# synonyms = ["christmas wreath", "floral wreath", "wall wreath"]
# stands_for = ["laurel wreath"]
# phrase = "a leafy wreath with a bow"
# category = "decor"
# support = "wall"
# [colors]
# leaf = [0.22, 0.42, 0.22]
# ribbon = [0.75, 0.1, 0.12]
# ///
import itertools
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


@register("the ring of leaves")
def leaves(*, leaf):
    def sprig(i):
        a = i * 0.1047
        r = 0.18 + 0.035 * math.sin(i * 2.3)
        blade = ellipsoid((0, 0, 0), (0.036, 0.011, 0.012), darker(leaf, 0.75 + 0.08 * (i % 4)), {"roughness": 0.7})
        return moved(
            blade,
            (r * math.cos(a), 0.27 + r * math.sin(a), 0.035 + 0.018 * math.sin(i * 1.7)),
            a + math.pi / 2 + 0.7 * math.sin(i * 3.1),
            (0, 0, 1),
        )

    ring = [(0.18 * math.cos(a), 0.27 + 0.18 * math.sin(a), 0.03) for a in np.linspace(0, 2 * math.pi, 40)]
    return concat_shapes(
        loop(60, sprig),
        loop(
            60,
            lambda i: transform_shape(
                sprig(i), translation_matrix((0, 0, 0.018)) @ rotation_matrix(0.05, (0, 0, 1), (0, 0.27, 0))
            ),
        ),
        tube(ring, 0.02, (0.4, 0.28, 0.16)),
    )


@register("the berries and the bow")
def trimming(*, ribbon):
    berries = [
        ball((0.19 * math.cos(a), 0.27 + 0.19 * math.sin(a), 0.07), 0.011, (0.8, 0.08, 0.1), {"roughness": 0.2})
        for a in np.linspace(0, 2 * math.pi, 14)[:-1]
    ]
    bow = [
        moved(ellipsoid((s * 0.045, 0, 0), (0.045, 0.026, 0.014), ribbon), (0, 0.08, 0.078), s * 0.35, (0, 0, 1))
        for s in (-1, 1)
    ]
    tails = [
        moved(box((0, -0.045, 0), (0.026, 0.09, 0.006), ribbon), (s * 0.012, 0.075, 0.074), s * 0.3, (0, 0, 1))
        for s in (-1, 1)
    ]
    return concat_shapes(*berries, *bow, *tails, ball((0, 0.08, 0.085), 0.016, ribbon))


@register("a leafy wreath with a bow")
def wreath(*, width=0.5, height=0.52, depth=0.1, leaf=(0.22, 0.42, 0.22), ribbon=(0.75, 0.1, 0.12)):
    whole = concat_shapes(library_call("leaves", leaf=leaf), library_call("trimming", ribbon=ribbon))
    return fitted(whole, width, height, depth)
