# /// asset
# word = "stroller"
# synonyms = ["pram", "baby carriage", "pushchair", "buggy", "toy stroller", "baby stroller", "baby buggy"]
# stands_for = ["doll stroller"]
# category = "toys"
# support = "floor"
# colors = ["cloth"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("the basket with its hood")
def basket_part(*, cloth):
    soft = {"roughness": 0.8}
    rows = [
        ellipsoid((0, 0.58 + 0.18 * t, 0.02), (0.17 + 0.05 * t, 0.06, 0.34 + 0.06 * t), cloth, soft)
        for t in np.linspace(0, 1, 10)
    ]
    ribs = [
        moved(
            tube(
                [(0.235 * math.cos(a), 0.235 * math.sin(a), 0) for a in np.linspace(0, math.pi, 18)],
                0.03,
                darker(cloth, 0.85 + 0.15 * (k % 2)),
                soft,
            ),
            (0, 0.76, -0.08),
            -0.1 - 0.24 * k,
            (1, 0, 0),
        )
        for k in range(7)
    ]
    return concat_shapes(*rows, *ribs, ellipsoid((0, 0.78, 0.1), (0.19, 0.05, 0.28), (0.95, 0.94, 0.92), soft))


@register("the frame on wheels")
def frame_part():
    chrome = surface("chrome")
    wheels = [
        concat_shapes(
            tube(
                [(s * 0.25, r + r * math.cos(a), z + r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 26)],
                0.016,
                (0.14, 0.14, 0.14),
            ),
            *[
                rod((s * 0.25, r, z), (s * 0.25, r + r * math.cos(a), z + r * math.sin(a)), 0.004, *chrome)
                for a in np.linspace(0, 2 * math.pi, 9)[:-1]
            ],
        )
        for s in (-1, 1)
        for z, r in ((0.28, 0.13), (-0.26, 0.16))
    ]
    bars = [
        concat_shapes(
            tube([(s * 0.22, 0.13, 0.28), (s * 0.2, 0.55, -0.1), (s * 0.22, 1.0, -0.5)], 0.012, *chrome),
            tube([(s * 0.22, 0.16, -0.26), (s * 0.2, 0.55, 0.15)], 0.012, *chrome),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        *wheels,
        *bars,
        rod((-0.22, 1.0, -0.5), (0.22, 1.0, -0.5), 0.017, (0.15, 0.12, 0.1)),
        *[rod((-0.25, r, z), (0.25, r, z), 0.01, *chrome) for z, r in ((0.28, 0.13), (-0.26, 0.16))],
    )


@register("a pram with a hood")
def stroller(*, width=0.6, height=1.05, depth=1.0, cloth=(0.3, 0.4, 0.55)):
    whole = concat_shapes(library_call("basket_part", cloth=cloth), library_call("frame_part"))
    return fitted(whole, width, height, depth)
