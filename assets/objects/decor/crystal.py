# /// asset
# word = "crystal"
# synonyms = ["crystals", "quartz", "amethyst", "mineral", "mineral specimen", "crystal cluster"]
# stands_for = ["diamond", "geode", "rock specimen", "rock sample", "rock samples", "gemstone", "gemstones"]
# category = "decor"
# support = "surface"
# colors = ["tone"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rotated


@register("one crystal")
def point(*, size, tone):
    look = {"roughness": 0.05, "opacity": 0.85}
    return concat_shapes(
        *[
            rotated(box((0, size * 0.45, 0), (size * 0.34, size * 0.9, size * 0.2), tone, look), a)
            for a in (0, math.pi / 3, 2 * math.pi / 3)
        ],
        cone((0, size * 0.9, 0), (0, size * 1.25, 0), size * 0.19, tone, look),
    )


@register("the stone it grows on")
def matrix_stone():
    return concat_shapes(
        *[
            ellipsoid(
                (0.04 * math.cos(a), 0.014, 0.035 * math.sin(a)),
                (0.032, 0.018, 0.028),
                (0.42, 0.4, 0.39),
                {"roughness": 0.95},
            )
            for a in np.linspace(0, 2 * math.pi, 8)[:-1]
        ],
        ellipsoid((0, 0.016, 0), (0.045, 0.02, 0.04), (0.42, 0.4, 0.39)),
    )


@register("a cluster of crystals")
def crystal(*, width=0.14, height=0.14, depth=0.12, tone=(0.6, 0.42, 0.8)):
    points = [
        (0, 0, 0.1, 0.0, 0.0),
        (0.028, 0.01, 0.07, 0.45, 0.3),
        (-0.028, 0.008, 0.075, 0.4, 2.9),
        (0.006, -0.024, 0.06, 0.5, 1.7),
        (-0.01, 0.028, 0.055, 0.55, 4.5),
        (0.024, -0.018, 0.045, 0.7, 1.0),
        (-0.03, -0.016, 0.05, 0.6, 2.3),
    ]
    whole = concat_shapes(
        library_call("matrix_stone"),
        *[
            moved(
                rotated(library_call("point", size=size, tone=darker(tone, 0.85 + 0.05 * (i % 4))), -lean, (0, 0, 1)),
                (x, 0.02, z),
                way,
            )
            for i, (x, z, size, lean, way) in enumerate(points)
        ],
    )
    return fitted(whole, width, height, depth)
