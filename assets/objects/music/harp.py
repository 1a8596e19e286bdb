# /// asset
# word = "harp"
# synonyms = ["concert harp"]
# stands_for = ["lyre"]
# category = "music"
# support = "floor"
# colors = ["gilt"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, cone, darker, ellipsoid, fitted, rod, tube


@register("the column, the neck and the sound box")
def frame_part(*, gilt):
    metal = {"metallic": 0.4, "roughness": 0.3}
    neck = [
        (0, y, z)
        for z, y in zip(
            np.linspace(0.44, -0.34, 22),
            1.58 + 0.09 * np.sin(np.linspace(0, 2 * math.pi, 22)) - 0.22 * np.linspace(0, 1, 22),
            strict=True,
        )
    ]
    box_line = [((0, 0.1 + 1.28 * t, 0.28 - 0.66 * t), 0.13 - 0.085 * t) for t in np.linspace(0, 1, 44)]
    return concat_shapes(
        front_column(gilt, metal),
        tube(neck, 0.042, gilt, metal),
        *[ellipsoid(p, (float(r), 0.03, 0.05), darker(gilt, 0.85), metal) for p, r in box_line],
        box((0, 0.05, 0.3), (0.34, 0.1, 0.42), gilt, metal),
    )


def front_column(gilt, metal):
    return concat_shapes(
        rod((0, 0.08, 0.44), (0, 1.6, 0.44), 0.034, gilt, metal),
        *[ball((0, y, 0.44), 0.05, gilt, metal) for y in (0.14, 1.5, 1.62)],
        cone((0, 1.6, 0.44), (0, 1.75, 0.44), 0.05, gilt, metal),
    )


@register("the strings")
def strings():
    lines = []
    for i in range(30):
        t = (i + 1) / 31
        lines.append(
            rod(
                (0, 0.16 + 1.2 * t, 0.26 - 0.6 * t),
                (0, 1.58 + 0.09 * math.sin(2 * math.pi * t) - 0.22 * t, 0.4 - 0.72 * t),
                0.0016,
                (0.95, 0.93, 0.88),
            )
        )
    return concat_shapes(*lines)


@register("a harp with a curved neck")
def harp(*, width=0.4, height=1.75, depth=0.95, gilt=(0.8, 0.6, 0.25)):
    whole = concat_shapes(library_call("frame_part", gilt=gilt), library_call("strings"))
    return fitted(whole, width, height, depth)
