# /// asset
# word = "baguette"
# synonyms = ["baguettes", "french bread", "french loaf", "bread stick"]
# stands_for = ["ciabatta", "breadsticks"]
# category = "food"
# support = "surface"
# colors = ["crust"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved


@register("the long loaf")
def long_loaf(*, crust):
    baked, parts = {"roughness": 0.65}, []
    for t in np.linspace(-1, 1, 41):
        swell = (1 - abs(t) ** 3.4) ** 0.5
        parts.append(
            ellipsoid(
                (0.28 * t, 0.031 * (0.35 + 0.65 * swell), 0),
                (0.026, 0.031 * (0.35 + 0.65 * swell), 0.036 * (0.3 + 0.7 * swell)),
                crust,
                baked,
            )
        )
    return concat_shapes(*parts)


@register("the slanted cuts, pale inside with a dark edge")
def cuts(*, crust):
    parts = []
    for k in range(6):
        x = -0.2 + 0.08 * k
        top = 0.062 * (0.35 + 0.65 * (1 - abs(x / 0.28) ** 3.4) ** 0.5)
        slash = concat_shapes(
            ellipsoid((0, 0.0, 0), (0.042, 0.009, 0.0125), (0.93, 0.78, 0.5), {"roughness": 0.9}),
            ellipsoid((0, 0.002, -0.0115), (0.042, 0.0085, 0.005), darker(crust, 0.62), {"roughness": 0.7}),
        )
        parts.append(moved(slash, (x, top - 0.0045, 0), 0.5))
    return concat_shapes(*parts)


@register("a long baguette with slanted cuts in its crust")
def baguette(*, width=0.6, height=0.068, depth=0.074, crust=(0.78, 0.5, 0.22)):
    whole = concat_shapes(library_call("long_loaf", crust=crust), library_call("cuts", crust=crust))
    return fitted(whole, width, height, depth)
