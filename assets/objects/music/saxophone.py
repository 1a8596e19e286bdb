# /// asset
# word = "saxophone"
# synonyms = ["sax", "alto saxophone", "tenor saxophone"]
# category = "music"
# support = "floor"
# colors = ["brass"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod, tube


@register("the bent tube with its bell")
def tube_part(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.18}
    body = [((0, 0.72 - 0.55 * t, 0.02), 0.014 + 0.024 * t) for t in np.linspace(0, 1, 40)]
    bow = [
        ((0, 0.17 + 0.055 * math.sin(a), 0.075 + 0.055 * math.cos(a)), 0.038 + 0.004 * (a - math.pi) / math.pi)
        for a in np.linspace(math.pi, 2 * math.pi, 22)
    ]
    bell = [((0, 0.17 + 0.21 * t, 0.13 + 0.02 * t), 0.043 + 0.006 * t + 0.04 * t**6) for t in np.linspace(0, 1, 34)]
    neck = tube([(0, 0.72, 0.02), (0, 0.78, 0.015), (0, 0.8, -0.03), (0, 0.785, -0.09)], 0.0125, brass, metal)
    return concat_shapes(
        *[ball(p, float(r), brass, metal) for p, r in (*body, *bow, *bell[:-4])],
        *[rod((0, p[1] - 0.004, p[2]), (0, p[1] + 0.004, p[2]), float(r), brass, metal) for p, r in bell[-8:]],
        rod((0, 0.384, 0.15), (0, 0.386, 0.15), 0.08, darker(brass, 0.3)),
        neck,
        tube([(0, 0.785, -0.09), (0, 0.772, -0.14)], 0.011, (0.08, 0.08, 0.08)),
    )


@register("the keys")
def keys_part(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.2}
    caps = [
        rod(
            (0.0, 0.66 - 0.055 * i, 0.036 + 0.003 * i),
            (0, 0.66 - 0.055 * i, 0.048 + 0.0032 * i),
            0.016,
            darker(brass, 0.9),
            metal,
        )
        for i in range(9)
    ]
    return concat_shapes(*caps, rod((0.02, 0.68, 0.035), (0.035, 0.2, 0.05), 0.0035, brass, metal))


@register("the stand")
def stand_part():
    dark = (0.12, 0.12, 0.13)
    return concat_shapes(
        *[tube([(0, 0.16, 0.04), (x, 0.01, z)], 0.01, dark) for x, z in ((-0.16, 0.14), (0.16, 0.14), (0, -0.17))],
        tube([(0, 0.16, 0.04), (0, 0.45, -0.03), (0, 0.46, 0.0)], 0.009, dark),
    )


@register("a saxophone on a stand")
def saxophone(*, width=0.34, height=0.85, depth=0.36, brass=(0.86, 0.66, 0.26)):
    whole = concat_shapes(
        library_call("tube_part", brass=brass), library_call("keys_part", brass=brass), library_call("stand_part")
    )
    return fitted(whole, width, height, depth)
