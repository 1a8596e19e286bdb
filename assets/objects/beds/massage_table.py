# /// asset
# word = "massage table"
# synonyms = [
#     "massage bed", "treatment table", "examination table", "exam table", "examination bed", "massage couch",
#     "treatment couch", "exam bed", "spa bed", "therapy table",
# ]
# stands_for = ["operating table"]
# category = "beds"
# support = "floor"
# colors = ["paint"]
# materials = ["legs"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod, tube


@register("the padded top, its face rest and a folded towel")
def massage_top(*, cover):
    skin = (cover, {"roughness": 0.45})

    def half(x):
        return concat_shapes(
            box((x, 0.675, 0), (0.9, 0.07, 0.64), *skin),
            *[rod((x - 0.45, 0.675, z), (x + 0.45, 0.675, z), 0.035, *skin) for z in (-0.32, 0.32)],
            *[rod((e, 0.675, -0.32), (e, 0.675, 0.32), 0.035, *skin) for e in (x - 0.45, x + 0.45)],
            *[ellipsoid((e, 0.675, z), (0.035,) * 3, *skin) for e in (x - 0.45, x + 0.45) for z in (-0.32, 0.32)],
        )

    ring = [
        (-0.99 - 0.155 - 0.11 * math.cos(a), 0.7, 0.115 * math.sin(a))
        for a in np.linspace(math.pi * 1.12, math.pi * 2.88, 22)
    ]
    return concat_shapes(
        half(-0.465),
        half(0.465),
        tube(ring, 0.042, *skin),
        *[rod((-0.9, 0.655, z), (-1.12, 0.66, z), 0.01, *surface("steel")) for z in (-0.1, 0.1)],
        rod((0.72, 0.765, -0.25), (0.72, 0.765, 0.25), 0.055, (0.96, 0.95, 0.92), {"roughness": 0.95}),
        *[rod((0.72, 0.765, z), (0.72, 0.765, z + 0.006), 0.03, (0.85, 0.84, 0.8)) for z in (-0.252, 0.248)],
    )


@register("the folding legs with their braces and cables")
def massage_legs(*, wood):
    steel = ((0.5, 0.5, 0.52), {"metallic": 0.8, "roughness": 0.4})
    parts = [box((0, 0.615, z), (1.82, 0.06, 0.03), *wood) for z in (-0.3, 0.3)]
    for s in (-1, 1):
        for z in (-0.3, 0.3):
            parts.append(tube([(s * 0.72, 0.6, z), (s * 0.82, 0.018, z)], 0.018, *wood))
            parts.append(rod((s * 0.1, 0.59, z * 0.9), (s * 0.79, 0.2, z * 0.9), 0.004, *steel))
        parts.append(rod((s * 0.79, 0.2, -0.3), (s * 0.79, 0.2, 0.3), 0.014, *wood))
        parts.append(rod((s * 0.745, 0.46, -0.3), (s * 0.745, 0.46, 0.3), 0.014, *wood))
        parts.append(box((s * 0.86, 0.615, 0), (0.03, 0.06, 0.58), *wood))
    parts += [box((x, 0.615, 0), (0.03, 0.06, 0.58), *wood) for x in (-0.03, 0.03)]
    return concat_shapes(*parts)


@register("a padded massage table with a face rest, on folding wooden legs")
def massage_table(*, width=2.2, height=0.82, depth=0.71, paint=(0.3, 0.45, 0.5), legs="beech"):
    whole = concat_shapes(library_call("massage_top", cover=paint), library_call("massage_legs", wood=surface(legs)))
    return fitted(whole, width, height, depth)
