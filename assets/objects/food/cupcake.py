# /// asset
# word = "cupcake"
# synonyms = ["cupcakes", "frosted cupcake", "fairy cake", "iced cupcake"]
# category = "food"
# support = "surface"
# colors = ["frosting", "case"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod, tube


@register("the cake in its pleated paper case")
def paper_case(*, case):
    pleats = []
    for k in range(40):
        a = 2 * math.pi * k / 40
        c, s = math.cos(a), math.sin(a)
        tone = case if k % 2 else darker(case, 0.85)
        pleats.append(
            rod((0.0235 * c, 0.0, 0.0235 * s), (0.0335 * c, 0.04, 0.0335 * s), 0.0028, tone, {"roughness": 0.8})
        )
    return concat_shapes(
        lathe([(0.0235, 0.0), (0.033, 0.04)], case, {"roughness": 0.8}, slices=16),
        *pleats,
        ellipsoid((0, 0.04, 0), (0.0345, 0.009, 0.0345), (0.78, 0.55, 0.3), {"roughness": 0.9}),
    )


@register("the swirl of frosting with sprinkles and a cherry")
def frosting_swirl(*, frosting):
    cream = (frosting, {"roughness": 0.5})
    turns = []
    for t in np.linspace(0, 1, 84):
        a, r = 2 * math.pi * 3.2 * t, 0.0275 * (1 - t) ** 0.85
        turns.append((r * math.cos(a), 0.046 + 0.034 * t, r * math.sin(a)))
    strand = [
        ellipsoid(p, (0.0105 - 0.0045 * k / 84, 0.0085 - 0.002 * k / 84, 0.0105 - 0.0045 * k / 84), *cream)
        for k, p in enumerate(turns)
    ]
    tones = ((0.98, 0.85, 0.2), (0.3, 0.6, 0.9), (0.4, 0.8, 0.4), (0.95, 0.95, 0.95), (0.9, 0.25, 0.3))
    sprinkles = []
    for k in range(26):
        x, y, z = turns[2 + 2 * k]
        out = math.hypot(x, z) or 1.0
        at = (x + 0.0092 * x / out, y + 0.004, z + 0.0092 * z / out)
        sprinkles.append(moved(box((0, 0, 0), (0.0055, 0.0018, 0.0018), tones[k % 5]), at, k * 1.3))
    return concat_shapes(
        lathe([(0.03, 0.042), (0.024, 0.058), (0.006, 0.08)], *cream, slices=20),
        *strand,
        *sprinkles,
        ellipsoid((0, 0.09, 0), (0.0105, 0.0105, 0.0105), (0.78, 0.05, 0.1), {"roughness": 0.12}),
        tube([(0, 0.099, 0), (0.003, 0.11, 0), (0.01, 0.118, 0)], 0.0008, (0.35, 0.45, 0.15)),
    )


@register("a cupcake with a swirl of frosting, sprinkles and a cherry")
def cupcake(*, width=0.076, height=0.118, depth=0.076, frosting=(0.97, 0.68, 0.76), case=(0.45, 0.72, 0.78)):
    whole = concat_shapes(library_call("paper_case", case=case), library_call("frosting_swirl", frosting=frosting))
    return fitted(whole, width, height, depth)
