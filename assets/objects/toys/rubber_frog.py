# /// asset
# word = "rubber frog"
# synonyms = ["frog", "toy frog", "frog toy"]
# category = "toys"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("the body with folded legs")
def frog_body(*, s, skin):
    look, pale = (skin, {"roughness": 0.3}), ((0.85, 0.93, 0.6), {"roughness": 0.35})
    hind = [
        concat_shapes(
            ellipsoid((x * s * 0.46, s * 0.22, -s * 0.12), (s * 0.17, s * 0.2, s * 0.34), *look),
            ellipsoid((x * s * 0.56, s * 0.05, s * 0.16), (s * 0.17, s * 0.05, s * 0.22), *look),
            *[
                ellipsoid((x * s * 0.56 + k * s * 0.09, s * 0.035, s * 0.38), (s * 0.05, s * 0.035, s * 0.07), *look)
                for k in (-1, 0, 1)
            ],
        )
        for x in (-1, 1)
    ]
    fore = [
        concat_shapes(
            rod((x * s * 0.3, s * 0.3, s * 0.3), (x * s * 0.3, s * 0.05, s * 0.42), s * 0.075, *look),
            *[
                ellipsoid((x * s * 0.3 + k * s * 0.075, s * 0.035, s * 0.52), (s * 0.04, s * 0.035, s * 0.07), *look)
                for k in (-1, 0, 1)
            ],
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, s * 0.32, 0), (s * 0.4, s * 0.31, s * 0.46), *look),
        ellipsoid((0, s * 0.28, s * 0.14), (s * 0.32, s * 0.25, s * 0.36), *pale),
        *hind,
        *fore,
    )


@register("the head with eyes and smile")
def frog_head(*, s, skin):
    look, dark = (skin, {"roughness": 0.3}), (0.06, 0.08, 0.05)
    eyes = [
        concat_shapes(
            ellipsoid((x * s * 0.23, s * 0.24, 0), (s * 0.15,) * 3, *look),
            ellipsoid((x * s * 0.24, s * 0.26, s * 0.07), (s * 0.115,) * 3, (0.98, 0.97, 0.9)),
            ellipsoid((x * s * 0.245, s * 0.265, s * 0.15), (s * 0.06,) * 3, dark, {"roughness": 0.1}),
        )
        for x in (-1, 1)
    ]
    smile = [
        ellipsoid(
            (s * 0.37 * math.sin(a), -s * 0.02 + s * 0.07 * (1 - math.cos(a)), s * 0.34 * math.cos(a) + 0.004),
            (s * 0.06, s * 0.016, s * 0.02),
            dark,
        )
        for a in np.linspace(-1.0, 1.0, 9)
    ]
    return concat_shapes(ellipsoid((0, 0, 0), (s * 0.4, s * 0.26, s * 0.34), *look), *eyes, *smile)


@register("a green rubber frog with bulging eyes and a wide smile")
def rubber_frog(*, width=0.1, height=0.08, depth=0.085, skin=(0.35, 0.7, 0.25)):
    s = 0.1
    whole = concat_shapes(
        library_call("frog_body", s=s, skin=skin),
        moved(library_call("frog_head", s=s, skin=skin), (0, s * 0.58, s * 0.26)),
    )
    return fitted(whole, width, height, depth)
