# /// asset
# word = "wreath"
# synonyms = ["christmas wreath", "floral wreath", "wall wreath"]
# stands_for = ["laurel wreath"]
# category = "decor"
# support = "wall"
# colors = ["leaf", "ribbon"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, fitted, moved, tube


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
