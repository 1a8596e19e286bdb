# /// asset
# word = "cherries"
# synonyms = ["cherry", "cherry fruit", "pair of cherries", "bunch of cherries"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


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
