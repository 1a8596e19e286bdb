# /// asset
# word = "cap"
# synonyms = ["baseball cap", "peaked cap", "sports cap", "flat cap", "school cap"]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "peak"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, lathe, rod, stretched, tube

SOFT = {"roughness": 0.9}


@register("the crown of six panels with its button")
def crown_part(*, cloth):
    seams = []
    for k in range(6):
        a = k * math.pi / 3 + 0.52
        seams.append(
            tube(
                [
                    (0.091 * math.cos(t) * math.cos(a), 0.02 + 0.107 * math.sin(t), 0.1 * math.cos(t) * math.sin(a))
                    for t in (0, 0.3, 0.6, 0.9, 1.2, 1.5)
                ],
                0.0016,
                darker(cloth, 0.75),
                SOFT,
            )
        )
    dome = [
        (0.09, 0),
        (0.09, 0.02),
        *[(0.09 * math.cos(t), 0.02 + 0.106 * math.sin(t)) for t in np.linspace(0.1, 1.54, 24)],
    ]
    whole = stretched(lathe(dome, cloth, SOFT, slices=40), (1, 1, 1.1))
    return concat_shapes(whole, ball((0, 0.127, 0), 0.009, darker(cloth, 0.8), SOFT), *seams)


@register("the curved peak")
def peak_part(*, peak):
    parts = []
    for k in range(33):
        x = -0.078 + 0.156 * k / 32
        t = x / 0.08
        far = 0.07 + 0.115 * math.sqrt(max(0.02, 1 - t * t))
        parts.append(rod((x, 0.02 - 0.016 * t * t, 0.06), (x * 1.04, 0.01 - 0.026 * t * t, far), 0.0062, peak, SOFT))
    return concat_shapes(
        *parts,
        tube(
            [(0.09 * math.cos(a), 0.006, 0.099 * math.sin(a)) for a in [0.35 + 0.12 * k for k in range(21)]],
            0.003,
            darker(peak, 0.8),
            SOFT,
        ),
    )


@register("a peaked cap")
def cap(*, width=0.19, height=0.14, depth=0.3, cloth=(0.72, 0.16, 0.18), peak=None):
    whole = concat_shapes(
        library_call("crown_part", cloth=cloth),
        library_call("peak_part", peak=darker(cloth, 0.85) if peak is None else peak),
    )
    return fitted(whole, width, height, depth)
