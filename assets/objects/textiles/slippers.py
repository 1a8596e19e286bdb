# /// asset
# word = "slippers"
# synonyms = ["slipper", "house slippers", "pair of slippers", "house shoes", "bedroom slippers"]
# stands_for = ["sandals", "sandal", "flip-flops", "flip-flop", "clogs"]
# category = "textiles"
# support = "floor"
# colors = ["cloth", "lining"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod, stretched, tinted, tube


@register("one slipper")
def one_slipper(*, cloth, lining):
    soft = {"roughness": 0.97}
    sole = [
        moved(stretched(rod((0, y0, 0), (0, y1, 0), 1.0, tone, soft), (rx * g, 1, rz * g)), (0, 0, z))
        for y0, y1, tone, g in ((0, 0.014, tinted(cloth, 0.55), 1.0), (0.013, 0.024, lining, 0.82))
        for z, rx, rz in ((0.06, 0.05, 0.075), (-0.075, 0.041, 0.058), (-0.01, 0.041, 0.09))
    ]
    upper = []
    for z, w, h in zip(
        np.linspace(0.0, 0.105, 12), np.linspace(0.052, 0.034, 12), np.linspace(0.062, 0.034, 12), strict=True
    ):
        arch = [(w * math.cos(a), 0.014 + h * math.sin(a), float(z)) for a in np.linspace(0, math.pi, 13)]
        upper.append(tube(arch, 0.0075, cloth, soft))
    edge = [(0.054 * math.cos(a), 0.016 + 0.066 * math.sin(a), -0.004) for a in np.linspace(0, math.pi, 13)]
    fluff = [ellipsoid(p, (0.014, 0.013, 0.013), lining, soft) for p in edge]
    toe = ellipsoid((0, 0.024, 0.112), (0.034, 0.024, 0.028), cloth, soft)
    return concat_shapes(*sole, *upper, toe, *fluff, ellipsoid((0, 0.085, 0.012), (0.017, 0.013, 0.015), lining, soft))


@register("a pair of open-backed slippers with fluffy linings")
def slippers(*, width=0.26, height=0.095, depth=0.28, cloth=(0.72, 0.36, 0.42), lining=(0.96, 0.93, 0.87)):
    pair = [
        moved(library_call("one_slipper", cloth=cloth, lining=lining), (s * 0.066, 0, 0.01 * s), s * 0.1)
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*pair), width, height, depth)
