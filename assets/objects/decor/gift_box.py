# /// asset
# word = "gift box"
# synonyms = [
#     "gift", "present", "presents", "wrapped gift", "wrapped present", "gifts", "christmas present",
#     "christmas presents", "birthday present", "wrapped box",
# ]
# category = "decor"
# support = "surface"
# colors = ["paper", "ribbon"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, fitted, moved, rotated


@register("the wrapped box")
def box_part(*, paper, ribbon):
    return concat_shapes(
        box((0, 0.09, 0), (0.26, 0.18, 0.26), paper, {"roughness": 0.4}),
        box((0, 0.175, 0), (0.28, 0.05, 0.28), darker(paper, 0.9), {"roughness": 0.4}),
        box((0, 0.1, 0), (0.284, 0.202, 0.035), ribbon, {"roughness": 0.3}),
        box((0, 0.1, 0), (0.035, 0.202, 0.284), ribbon, {"roughness": 0.3}),
    )


@register("the bow")
def bow(*, ribbon):
    loops = [
        moved(
            rotated(ellipsoid((0.055, 0, 0), (0.055, 0.026, 0.018), ribbon, {"roughness": 0.3}), 0.5, (0, 0, 1)),
            (0, 0.205, 0),
            a,
        )
        for a in np.linspace(0, 2 * math.pi, 7)[:-1]
    ]
    return concat_shapes(*loops, ball((0, 0.212, 0), 0.022, ribbon))


@register("a wrapped box with a bow")
def gift_box(*, width=0.28, height=0.26, depth=0.28, paper=(0.75, 0.14, 0.18), ribbon=(0.93, 0.8, 0.4)):
    whole = concat_shapes(library_call("box_part", paper=paper, ribbon=ribbon), library_call("bow", ribbon=ribbon))
    return fitted(whole, width, height, depth)
