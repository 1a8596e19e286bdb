# /// asset
# word = "roast chicken"
# synonyms = ["chicken", "turkey", "roast turkey", "roast"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, lathe, rod, stretched


@register("the roast bird")
def bird(*, skin):
    crisp = {"roughness": 0.3}
    legs = [
        concat_shapes(
            ellipsoid((s * 0.07, 0.07, 0.05), (0.036, 0.034, 0.055), skin, crisp),
            rod((s * 0.065, 0.075, 0.09), (s * 0.045, 0.09, 0.135), 0.011, darker(skin, 0.9), crisp),
            ball((s * 0.045, 0.092, 0.138), 0.014, (0.93, 0.87, 0.75)),
        )
        for s in (-1, 1)
    ]
    wings = [ellipsoid((s * 0.085, 0.085, -0.04), (0.02, 0.022, 0.045), skin, crisp) for s in (-1, 1)]
    return concat_shapes(
        ellipsoid((0, 0.082, -0.005), (0.085, 0.062, 0.1), skin, crisp),
        ellipsoid((0, 0.115, -0.03), (0.06, 0.04, 0.07), skin, crisp),
        *legs,
        *wings,
    )


@register("the platter with its garnish")
def platter_part():
    dish = stretched(
        lathe(
            [(0.11, 0), (0.12, 0.008), (0.165, 0.02), (0.17, 0.024)], (0.95, 0.94, 0.91), {"roughness": 0.2}, slices=16
        ),
        (1, 1, 0.7),
    )
    greens = [
        ellipsoid((0.135 * math.cos(a), 0.028, 0.088 * math.sin(a)), (0.02, 0.008, 0.014), (0.35, 0.55, 0.2))
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    return concat_shapes(dish, *greens)


@register("a roast chicken on a platter")
def roast_chicken(*, width=0.34, height=0.16, depth=0.24, skin=(0.68, 0.38, 0.15)):
    whole = concat_shapes(library_call("platter_part"), library_call("bird", skin=skin))
    return fitted(whole, width, height, depth)
