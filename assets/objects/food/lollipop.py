# /// asset
# word = "lollipop"
# synonyms = ["lollipops", "swirl lollipop", "lolly", "sucker candy"]
# stands_for = ["popsicle", "ice lolly"]
# category = "food"
# support = "surface"
# colors = ["candy"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod, round_wall


@register("a swirled lollipop on its stick")
def one_lollipop(*, candy, second):
    swirl = []
    for arm in range(2):
        for t in np.linspace(0.0, 1, 30):
            a = 2 * math.pi * 1.6 * t + math.pi * arm
            r = 0.0265 * t
            swirl.append(
                ellipsoid(
                    (r * math.cos(a), 0.125 + r * math.sin(a), 0),
                    (0.0032 + 0.0022 * t, 0.0032 + 0.0022 * t, 0.0082 - 0.002 * t),
                    second,
                    {"roughness": 0.15},
                )
            )
    return concat_shapes(
        rod((0, 0, 0), (0, 0.1, 0), 0.0022, (0.97, 0.97, 0.95)),
        ellipsoid((0, 0.125, 0), (0.031, 0.031, 0.0074), candy, {"roughness": 0.12}),
        *swirl,
    )


@register("the glass with sugar")
def sugar_glass():
    glass = surface("glass")
    return concat_shapes(
        rod((0, 0, 0), (0, 0.004, 0), 0.0315, *glass),
        rod((0, 0.004, 0), (0, 0.036, 0), 0.029, (0.98, 0.97, 0.95), {"roughness": 0.9}),
        round_wall((0.03, 0.002), (0.034, 0.06), 0.002, *glass, panels=32),
    )


@register("three round swirled lollipops standing in a jar of sugar")
def lollipop(*, width=0.15, height=0.19, depth=0.075, candy=(0.88, 0.2, 0.35)):
    tones = (((0.2, 0.6, 0.85), (0.97, 0.95, 0.9)), (candy, (0.97, 0.95, 0.9)), ((0.98, 0.75, 0.2), (0.4, 0.72, 0.35)))
    sweets = []
    for k, (one, two) in enumerate(tones):
        stick = library_call("one_lollipop", candy=one, second=two)
        sweets.append(moved(stick, (0.012 * (k - 1), 0.02, 0.012 * (k % 2) - 0.006), -0.32 * (k - 1), (0, 0, 1)))
    return fitted(concat_shapes(*sweets, library_call("sugar_glass")), width, height, depth)
