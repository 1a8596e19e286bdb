# /// asset
# word = "scissors"
# synonyms = ["pair of scissors", "shears"]
# category = "office"
# support = "surface"
# colors = ["grips"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, mirrored, moved, rod, rotated


@register("one half: blade, shank and finger loop")
def half(*, length, thick, grips, metal):
    loop_radius = length * 0.15
    ring = [
        rod(
            (loop_radius * math.cos(a), 0, loop_radius * 1.3 * math.sin(a)),
            (loop_radius * math.cos(a + 0.45), 0, loop_radius * 1.3 * math.sin(a + 0.45)),
            thick * 0.95,
            grips,
            {"roughness": 0.4},
        )
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    blade = [
        box(
            (0, 0, -length * (0.04 + 0.075 * i)),
            (length * (0.085 - 0.011 * i), thick * 0.5, length * 0.08),
            *surface(metal),
        )
        for i in range(7)
    ]
    return concat_shapes(
        *blade,
        rod((0, 0, 0), (length * 0.06, 0, length * 0.24), thick * 0.9, grips, {"roughness": 0.4}),
        moved(concat_shapes(*ring), (length * 0.07, 0, length * 0.38)),
    )


@register("an open pair of scissors with coloured finger loops")
def scissors(*, width=0.1, depth=0.21, height=0.014, grips=(0.85, 0.25, 0.2), metal="steel"):
    thick = height * 0.42
    one = library_call("half", length=depth, thick=thick, grips=grips, metal=metal)
    left = rotated(one, 0.26)
    right = moved(mirrored(one), (0, thick * 0.6, 0), -0.26)
    whole = concat_shapes(left, right, rod((0, -thick, 0), (0, thick * 1.6, 0), depth * 0.022, *surface(metal)))
    return fitted(whole, width, height, depth)
