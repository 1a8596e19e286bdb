# /// asset
# word = "keys"
# synonyms = ["key", "key ring", "keychain", "bunch of keys", "car keys", "set of keys", "car key", "house keys"]
# phrase = "three keys on a ring"
# category = "decor"
# support = "surface"
# [colors]
# metal = [0.85, 0.7, 0.35]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


def arc(radius, start, stop, count, center=(0, 0)):
    """Points (x, y) on a circle from angle `start` to `stop`, in radians."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("one key")
def key_part(*, metal):
    bow = [(x, 0.004, y) for x, y in arc(0.01, 0, 2 * math.pi, 20, (0, 0.012))]
    teeth = [
        box(
            (0.004, 0.004, -0.02 - 0.006 * i),
            (0.006 - 0.001 * i, 0.003, 0.003),
            metal,
            {"metallic": 1.0, "roughness": 0.3},
        )
        for i in range(4)
    ]
    return concat_shapes(
        tube(bow, 0.0025, metal, {"metallic": 1.0, "roughness": 0.3}),
        box((0, 0.004, -0.02), (0.005, 0.003, 0.045), metal, {"metallic": 1.0, "roughness": 0.3}),
        *teeth,
    )


@register("three keys on a ring")
def keys(*, width=0.09, height=0.01, depth=0.1, metal=(0.85, 0.7, 0.35)):
    ring = [(x, 0.004, y) for x, y in arc(0.016, 0, 2 * math.pi, 28, (0, 0.03))]
    whole = concat_shapes(
        tube(ring, 0.0015, *surface("steel")),
        *[
            moved(library_call("key_part", metal=tone), (0.012 * t, 0, 0.008), -0.5 * t)
            for t, tone in ((-1, metal), (0, (0.75, 0.75, 0.77)), (1, metal))
        ],
    )
    return fitted(whole, width, height, depth)
