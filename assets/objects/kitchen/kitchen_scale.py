# /// asset
# word = "kitchen scale"
# synonyms = ["scale", "food scale", "weighing scale", "scales", "weighing scales"]
# stands_for = ["digital scale", "postal scale"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, round_wall


@register("the body with its dial")
def body_part(*, paint):
    marks = [
        box((0.05 * math.sin(a), 0.085 + 0.05 * math.cos(a), 0.0905), (0.003, 0.003, 0.002), (0.1, 0.1, 0.1))
        for a in np.linspace(0, 2 * math.pi, 21)[:-1]
    ]
    face = moved(rod((0, 0, 0.08), (0, 0, 0.09), 0.062, (0.97, 0.96, 0.93)), (0, 0.085, 0))
    return concat_shapes(
        *[
            box(
                (0, 0.0875 + 0.0 * i, 0),
                (0.17 - 0.004 * i, 0.165 + 0.002 * i, 0.16 - 0.003 * i),
                paint,
                {"roughness": 0.35},
            )
            for i in range(3)
        ],
        face,
        *marks,
        box((0.008, 0.1, 0.091), (0.003, 0.045, 0.002), (0.8, 0.1, 0.1)),
        rod((0, 0.17, 0), (0, 0.205, 0), 0.022, darker(paint, 0.7)),
    )


@register("the pan")
def pan_part():
    steel = surface("steel")
    return concat_shapes(
        round_wall((0.085, 0.205), (0.11, 0.25), 0.004, *steel, panels=36),
        rod((0, 0.2, 0), (0, 0.212, 0), 0.086, *steel),
    )


@register("a kitchen scale with a dial and a pan")
def kitchen_scale(*, width=0.22, height=0.26, depth=0.22, paint=(0.75, 0.2, 0.18)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("pan_part"))
    return fitted(whole, width, height, depth)
