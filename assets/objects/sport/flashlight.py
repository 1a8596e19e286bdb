# /// asset
# word = "flashlight"
# synonyms = ["torch", "pocket torch", "torch light"]
# stands_for = ["headlamp"]
# category = "sport"
# support = "surface"
# colors = ["paint"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod


@register("the ribbed handle")
def handle_part(*, paint):
    metal = {"metallic": 0.5, "roughness": 0.4}
    return concat_shapes(
        rod((-0.09, 0.0225, 0), (0.05, 0.0225, 0), 0.0135, paint, metal),
        *[
            rod((-0.075 + 0.014 * i, 0.0225, 0), (-0.068 + 0.014 * i, 0.0225, 0), 0.0145, darker(paint, 0.8), metal)
            for i in range(7)
        ],
        ball((0.03, 0.036, 0), 0.005, (0.8, 0.15, 0.1)),
    )


@register("the head with its lamp")
def head_part(*, paint):
    steps = np.linspace(0, 1, 14)
    return concat_shapes(
        *[
            rod(
                (0.04 + 0.03 * a, 0.0225, 0),
                (0.04 + 0.03 * b, 0.0225, 0),
                0.0135 + 0.009 * float(b),
                paint,
                {"metallic": 0.5, "roughness": 0.4},
            )
            for a, b in itertools.pairwise(steps)
        ],
        rod((0.07, 0.0225, 0), (0.088, 0.0225, 0), 0.0225, paint),
        rod((0.088, 0.0225, 0), (0.09, 0.0225, 0), 0.02, (0.99, 0.97, 0.85), {"emission": 1.5}),
    )


@register("a flashlight")
def flashlight(*, width=0.18, height=0.045, depth=0.045, paint=(0.16, 0.17, 0.18)):
    whole = concat_shapes(library_call("handle_part", paint=paint), library_call("head_part", paint=paint))
    return fitted(whole, width, height, depth)
