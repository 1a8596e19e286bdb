# /// asset
# word = "sack"
# synonyms = [
#     "burlap sack", "sack of potatoes", "grain sack", "sack of grain", "potato sack", "gunny sack", "jute sack", "coffee sack",
#     "hop bag", "feed bag", "rice bag", "bag of rice", "bag of grain", "burlap bag", "sacks", "feed sack",
# ]
# stands_for = [
#     "bag of cement", "cement bag", "bag of soil", "potting soil", "soil bag", "fertilizer bag", "bag of fertilizer",
#     "money bag", "santa sack",
# ]
# category = "food"
# support = "floor"
# colors = ["paint"]
# materials = ["cloth"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, hoop, lathe, moved, round_wall, tube


@register("the bulging sack")
def bulge(*, look):
    color, rough = look
    body = lathe(
        [
            (0.17, 0.0),
            (0.205, 0.02),
            (0.225, 0.08),
            (0.228, 0.18),
            (0.215, 0.3),
            (0.19, 0.4),
            (0.14, 0.48),
            (0.075, 0.54),
            (0.05, 0.57),
        ],
        color,
        rough,
        slices=80,
    )
    bumps = [
        ellipsoid((0.06 * math.cos(a), y, 0.06 * math.sin(a)), (0.185, 0.165, 0.185), color, rough)
        for a, y in ((0.5, 0.18), (1.9, 0.25), (3.2, 0.17), (4.6, 0.24), (5.6, 0.2))
    ]
    folds = [
        tube(
            [
                (0.16 * math.cos(a), 0.455, 0.16 * math.sin(a)),
                (0.085 * math.cos(a), 0.53, 0.085 * math.sin(a)),
                (0.045 * math.cos(a), 0.575, 0.045 * math.sin(a)),
            ],
            0.012,
            color,
            rough,
        )
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    return concat_shapes(body, *bumps, *folds)


@register("the open ruff above the rope")
def ruff(*, look):
    color, rough = look
    rope = surface("rope")
    flares = [
        tube(
            [
                (0.04 * math.cos(a), 0.575, 0.04 * math.sin(a)),
                ((0.085 + 0.025 * (k % 2)) * math.cos(a), 0.67, (0.085 + 0.025 * (k % 2)) * math.sin(a)),
            ],
            0.016,
            color,
            rough,
        )
        for k, a in enumerate(np.linspace(0, 2 * math.pi, 19)[:-1])
    ]
    return concat_shapes(
        round_wall((0.045, 0.575), (0.095, 0.668), 0.008, color, rough, panels=24),
        *flares,
        *[
            moved(hoop(0.056, 0.008, darker(rope[0], 0.8), rope[1], parts=24), (0, 0.565 + 0.014 * k, 0))
            for k in range(2)
        ],
        tube([(0.02, 0.572, 0.06), (0.045, 0.53, 0.115), (0.04, 0.48, 0.165)], 0.007, darker(rope[0], 0.8), rope[1]),
        tube([(0.0, 0.572, 0.06), (-0.025, 0.53, 0.12), (-0.035, 0.47, 0.172)], 0.007, darker(rope[0], 0.8), rope[1]),
    )


@register("a full burlap sack tied at the neck with rope")
def sack(*, width=0.48, height=0.68, depth=0.48, cloth="burlap", paint=None):
    look = finish(cloth, paint)
    return fitted(
        concat_shapes(library_call("bulge", look=look), library_call("ruff", look=look)), width, height, depth
    )
