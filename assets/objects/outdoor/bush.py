# /// asset
# word = "bush"
# synonyms = ["shrub", "flowering bush", "rose bush", "shrubbery"]
# stands_for = ["lavender bush"]
# category = "outdoor"
# support = "floor"
# colors = ["leaf", "bloom"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, rod, tinted


@register("the leafy mass")
def foliage(*, radius, height, leaf):
    rng = np.random.default_rng(9)
    clumps = [
        ellipsoid(
            (0, height * 0.42, 0),
            (radius * 0.8, height * 0.42, radius * 0.8),
            darker(leaf, 0.78),
            {"roughness": 0.98},
        )
    ]
    for i in range(44):
        y = (i + 0.5) / 44
        ring, a = math.sqrt(max(0.06, 1 - y * y)), i * 2.4
        shade = tinted(leaf, rng.uniform(0.78, 1.2))
        clumps.append(
            ellipsoid(
                (radius * 0.76 * ring * math.cos(a), height * (0.12 + 0.72 * y), radius * 0.76 * ring * math.sin(a)),
                (radius * 0.25, height * 0.15, radius * 0.25),
                shade,
                {"roughness": 0.98},
            )
        )
    return concat_shapes(*clumps)


@register("the flowers")
def blossoms(*, radius, height, bloom):
    def flower(i):
        y, a = 0.12 + 0.85 * (i + 0.5) / 16, i * 2.4 + 0.7
        ring = math.sqrt(max(0.03, 1 - y * y))
        at = (radius * 0.97 * ring * math.cos(a), height * (0.16 + 0.8 * y), radius * 0.97 * ring * math.sin(a))
        tone = tinted(bloom, 0.9 + 0.1 * (i % 3))
        return concat_shapes(
            ellipsoid(at, (radius * 0.075,) * 3, tone),
            ellipsoid(tuple(c * 1.02 for c in at), (radius * 0.035,) * 3, (0.98, 0.85, 0.4)),
        )

    return loop(16, flower)


@register("the short stems")
def stems(*, radius, height):
    root = rod((0, -height * 0.025, 0), (0, height * 0.06, 0), radius * 0.2, (0.36, 0.26, 0.17))
    around = loop(
        7,
        lambda i: rod(
            (radius * 0.12 * math.cos(i), 0, radius * 0.12 * math.sin(i)),
            (radius * 0.4 * math.cos(i), height * 0.4, radius * 0.4 * math.sin(i)),
            radius * 0.03,
            (0.36, 0.26, 0.17),
        ),
    )
    return concat_shapes(root, around)


@register("a round bush with flowers")
def bush(*, width=0.9, height=0.75, leaf=(0.28, 0.5, 0.2), bloom=(0.9, 0.4, 0.55)):
    whole = concat_shapes(
        library_call("stems", radius=width / 2, height=height),
        library_call("foliage", radius=width / 2, height=height, leaf=leaf),
        library_call("blossoms", radius=width / 2, height=height * 0.98, bloom=bloom),
    )
    return fitted(whole, width, height, width)
