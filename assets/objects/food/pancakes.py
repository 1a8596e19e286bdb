# /// asset
# word = "pancakes"
# synonyms = ["pancake", "stack of pancakes"]
# stands_for = ["waffle", "waffles", "crepe", "crepes", "french toast"]
# category = "food"
# support = "surface"
# colors = ["crumb"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved


@register("the stack")
def stack_part(*, crumb):
    rounds = [
        lathe(
            [(0.062, 0), (0.068, 0.004), (0.068, 0.009), (0.06, 0.013)],
            darker(crumb, 0.9 + 0.05 * (i % 3)),
            {"roughness": 0.7},
            slices=6,
        )
        for i in range(4)
    ]
    placed = [
        moved(r, (0.004 * math.sin(2 * i), 0.018 + 0.0125 * i, 0.004 * math.cos(3 * i))) for i, r in enumerate(rounds)
    ]
    syrup = [
        ellipsoid(
            (0.05 * math.cos(a), 0.0685, 0.05 * math.sin(a)),
            (0.022, 0.002, 0.022),
            (0.5, 0.24, 0.06),
            {"roughness": 0.1},
        )
        for a in np.linspace(0, 2 * math.pi, 8)[:-1]
    ]
    return concat_shapes(*placed, *syrup, box((0, 0.077, 0), (0.026, 0.014, 0.026), (0.99, 0.9, 0.5)))


@register("the plate")
def under_plate():
    return lathe(
        [(0.065, 0), (0.075, 0.006), (0.108, 0.016), (0.11, 0.019)], (0.95, 0.94, 0.91), {"roughness": 0.2}, slices=16
    )


@register("a stack of pancakes with butter on a plate")
def pancakes(*, width=0.22, height=0.085, depth=0.22, crumb=(0.82, 0.58, 0.3)):
    whole = concat_shapes(library_call("under_plate"), library_call("stack_part", crumb=crumb))
    return fitted(whole, width, height, depth)
