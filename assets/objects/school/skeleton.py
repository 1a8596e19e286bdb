# /// asset
# word = "skeleton"
# synonyms = ["anatomical skeleton", "human skeleton", "skeleton model", "halloween skeleton"]
# category = "school"
# support = "floor"
# colors = ["bone"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, cone, ellipsoid, fitted, moved, rod, stretched, tube


@register("the skull")
def skull_part(*, bone):
    dark = (0.08, 0.07, 0.06)
    return concat_shapes(
        ellipsoid((0, 1.63, -0.01), (0.075, 0.088, 0.095), bone),
        ellipsoid((0, 1.555, 0.03), (0.05, 0.04, 0.05), bone),
        *[ball((s * 0.03, 1.615, 0.07), 0.02, dark) for s in (-1, 1)],
        cone((0, 1.565, 0.078), (0, 1.595, 0.078), 0.012, dark),
        *[box((0.009 * i, 1.54, 0.075), (0.007, 0.013, 0.012), (0.97, 0.95, 0.88)) for i in range(-3, 4)],
        ellipsoid((0, 1.523, 0.04), (0.042, 0.014, 0.042), bone),
    )


@register("the spine and the ribs")
def trunk(*, bone):
    spine = [
        ellipsoid((0, 0.95 + 0.028 * i, -0.02 + 0.012 * math.sin(i * 0.35)), (0.019, 0.011, 0.02), bone)
        for i in range(20)
    ]
    ribs = []
    for k in range(9):
        y, r = 1.42 - 0.034 * k, 0.085 + 0.045 * math.sin((k + 1) * 0.32)
        ribs += [
            tube(
                [
                    (s * r * math.sin(a), y - 0.035 * a / math.pi, -0.03 + 0.075 - 0.085 * math.cos(a))
                    for a in np.linspace(0.1, math.pi - (0.35 if k < 7 else 1.3), 10)
                ],
                0.0065,
                bone,
            )
            for s in (-1, 1)
        ]
    hips = [
        moved(ellipsoid((0, 0, 0), (0.075, 0.07, 0.022), bone), (s * 0.075, 0.92, -0.01), s * 0.5, (0, 0, 1))
        for s in (-1, 1)
    ]
    return concat_shapes(
        *spine,
        *ribs,
        *hips,
        box((0, 1.33, 0.125), (0.03, 0.2, 0.012), bone),
        *[tube([(0.015 * s, 1.43, 0.11), (s * 0.1, 1.45, 0.06), (s * 0.165, 1.44, 0)], 0.008, bone) for s in (-1, 1)],
    )


@register("an arm and a leg")
def limbs(*, bone):
    hand = [tube([(0.2 + 0.009 * i, 0.83, 0.02), (0.202 + 0.013 * i, 0.74, 0.03)], 0.005, bone) for i in range(-2, 3)]
    foot = [tube([(0.09 + 0.011 * i, 0.1, 0.03), (0.09 + 0.015 * i, 0.085, 0.16)], 0.007, bone) for i in range(-2, 3)]
    return concat_shapes(
        ball((0.17, 1.42, 0), 0.025, bone),
        tube([(0.175, 1.41, 0), (0.19, 1.13, 0)], 0.0125, bone),
        *[tube([(0.185 + 0.016 * k, 1.12, 0), (0.195 + 0.012 * k, 0.86, 0.015)], 0.0075, bone) for k in (0, 1)],
        *hand,
        ball((0.1, 0.88, 0), 0.028, bone),
        tube([(0.1, 0.87, 0), (0.09, 0.5, 0.01)], 0.0165, bone),
        ball((0.09, 0.49, 0.015), 0.028, bone),
        *[tube([(0.083 + 0.016 * k, 0.48, 0.01), (0.085 + 0.012 * k, 0.13, 0)], 0.0095, bone) for k in (0, 1)],
        *foot,
        ellipsoid((0.09, 0.1, -0.02), (0.02, 0.02, 0.035), bone),
    )


@register("the stand")
def stand_part():
    steel = surface("steel")
    return concat_shapes(
        *[
            concat_shapes(
                rod((0, 0.05, -0.1), (0.2 * math.cos(a), 0.03, -0.02 + 0.2 * math.sin(a)), 0.013, *steel),
                ball((0.2 * math.cos(a), 0.02, -0.02 + 0.2 * math.sin(a)), 0.02, (0.15, 0.15, 0.15)),
            )
            for a in np.linspace(0, 2 * math.pi, 6)[:-1]
        ],
        tube([(0, 0.04, -0.1), (0, 1.74, -0.12), (0, 1.74, -0.02), (0, 1.71, -0.01)], 0.009, *steel),
    )


@register("a skeleton on a stand")
def skeleton(*, width=0.5, height=1.75, depth=0.42, bone=(0.93, 0.89, 0.78)):
    side = library_call("limbs", bone=bone)
    whole = concat_shapes(
        library_call("skull_part", bone=bone),
        library_call("trunk", bone=bone),
        side,
        stretched(side, (-1, 1, 1)),
        library_call("stand_part"),
    )
    return fitted(whole, width, height, depth)
