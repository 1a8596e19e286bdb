# /// asset
# word = "carrot"
# synonyms = ["carrots", "bunch of carrots"]
# stands_for = ["parsnip"]
# category = "food"
# support = "surface"
# colors = ["skin", "leaf"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, rod, tube


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
