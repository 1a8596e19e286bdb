# /// asset
# word = "hourglass"
# synonyms = ["sand timer", "hour glass", "egg timer"]
# category = "decor"
# support = "surface"
# colors = ["sand"]
# materials = ["wood"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import fitted, lathe, rod, round_wall


@register("the wooden frame")
def frame_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[rod((0, y, 0), (0, y + 0.018, 0), 0.058, *look) for y in (0, 0.222)],
        *[
            rod(
                (0.047 * math.cos(a), 0.01, 0.047 * math.sin(a)),
                (0.047 * math.cos(a), 0.23, 0.047 * math.sin(a)),
                0.006,
                *look,
            )
            for a in (0.5, 2.6, 4.7)
        ],
    )


@register("the two bulbs of glass")
def bulbs():
    glass = surface("glass")
    rows = np.linspace(0.02, 0.22, 26)
    radii = 0.006 + 0.031 * np.abs(np.sin((rows - 0.12) / 0.1 * math.pi / 2)) ** 0.8
    return concat_shapes(
        *[
            round_wall((float(r0), float(a)), (float(r1), float(b)), 0.0016, *glass, panels=18)
            for (a, b), (r0, r1) in zip(itertools.pairwise(rows), itertools.pairwise(radii), strict=True)
        ]
    )


@register("the sand")
def sand_part(*, sand):
    return concat_shapes(
        lathe([(0.034, 0.021), (0.031, 0.05), (0.002, 0.075)], sand, slices=24),
        rod((0, 0.06, 0), (0, 0.13, 0), 0.0012, sand),
        lathe([(0.003, 0.125), (0.018, 0.15), (0.024, 0.165)], sand, slices=18),
    )


@register("an hourglass with sand")
def hourglass(*, width=0.12, height=0.24, depth=0.12, sand=(0.88, 0.7, 0.42), wood="walnut"):
    whole = concat_shapes(
        library_call("frame_part", wood=wood), library_call("bulbs"), library_call("sand_part", sand=sand)
    )
    return fitted(whole, width, height, depth)
