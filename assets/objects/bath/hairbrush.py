# /// asset
# word = "hairbrush"
# synonyms = ["hair brush"]
# stands_for = [
#     "brush and comb", "pet brush", "scrub brush", "nail brush", "body brush", "lint roller", "clothes brush",
#     "shoe brush",
# ]
# category = "bath"
# support = "surface"
# colors = ["wood"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, rod, tube


@register("the paddle and the handle")
def paddle(*, wood):
    gloss = {"roughness": 0.3}
    return concat_shapes(
        ellipsoid((0, 0.009, -0.055), (0.037, 0.009, 0.06), wood, gloss),
        tube([(0, 0.009, 0.0), (0, 0.009, 0.1)], 0.0095, wood, gloss),
        ellipsoid((0, 0.017, -0.055), (0.031, 0.007, 0.052), (0.15, 0.13, 0.13)),
    )


@register("the bristles")
def bristles():
    return concat_shapes(
        *[
            concat_shapes(
                rod((x, 0.015, z - 0.055), (x * 1.05, 0.044, z - 0.055), 0.0011, (0.85, 0.83, 0.78)),
                ball((x * 1.05, 0.045, z - 0.055), 0.0022, (0.1, 0.1, 0.1)),
            )
            for x in np.linspace(-0.022, 0.022, 5)
            for z in np.linspace(-0.038, 0.038, 8)
        ]
    )


@register("a hairbrush with bristles")
def hairbrush(*, width=0.075, height=0.05, depth=0.23, wood=(0.55, 0.32, 0.18)):
    whole = concat_shapes(library_call("paddle", wood=wood), library_call("bristles"))
    return fitted(whole, width, height, depth)
