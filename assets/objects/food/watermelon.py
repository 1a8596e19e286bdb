# /// asset
# word = "watermelon"
# synonyms = ["water melon"]
# stands_for = ["melon", "cantaloupe", "honeydew"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, tube


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
