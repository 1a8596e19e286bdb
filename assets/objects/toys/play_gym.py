# /// asset
# word = "activity gym"
# synonyms = ["baby gym", "play gym", "baby play gym", "activity mat", "baby activity gym"]
# stands_for = [
#     "playpen", "baby activity center", "baby swing", "baby bouncer", "baby walker", "infant swing", "play yard",
#     "jumperoo",
# ]
# category = "toys"
# support = "floor"
# colors = ["cloth"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod, rotated, tube


@register("the round mat")
def mat_part(*, cloth):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.03, 0), 0.48, cloth, {"roughness": 0.95}),
        loop(
            30,
            lambda i: ball(
                (0.47 * math.cos(i * math.pi / 15), 0.02, 0.47 * math.sin(i * math.pi / 15)),
                0.034,
                darker(cloth, 0.85),
                {"roughness": 0.95},
            ),
        ),
        *[
            rod(
                (0.25 * math.cos(a), 0.03, 0.25 * math.sin(a)),
                (0.25 * math.cos(a), 0.0315, 0.25 * math.sin(a)),
                0.07,
                tone,
            )
            for a, tone in ((0.5, (0.95, 0.8, 0.4)), (2.6, (0.6, 0.8, 0.7)), (4.7, (0.95, 0.65, 0.6)))
        ],
    )


@register("the two arches")
def arches(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[
            rotated(
                tube(
                    [(0.46 * math.cos(a), 0.02 + 0.5 * math.sin(a), 0) for a in np.linspace(0, math.pi, 24)],
                    0.018,
                    *look,
                ),
                turn,
            )
            for turn in (math.pi / 4, -math.pi / 4)
        ]
    )


@register("the hanging toys")
def toys_part():
    parts = []
    for x, z, tone in (
        (0.15, 0.15, (0.85, 0.3, 0.3)),
        (-0.15, -0.15, (0.3, 0.6, 0.8)),
        (0.15, -0.15, (0.95, 0.8, 0.3)),
        (-0.15, 0.15, (0.5, 0.75, 0.45)),
        (0, 0, (0.8, 0.5, 0.75)),
    ):
        top = 0.5 if x == 0 else 0.46
        parts += [
            rod((x, 0.3, z), (x, top, z), 0.004, (0.9, 0.9, 0.88)),
            ball((x, 0.28, z), 0.042, tone, {"roughness": 0.4}),
            rod((x, 0.272, z), (x, 0.288, z), 0.044, (0.97, 0.96, 0.93)),
        ]
    return concat_shapes(*parts)


@register("a baby's play arch over a round mat")
def play_gym(*, width=1.0, height=0.55, depth=1.0, cloth=(0.8, 0.85, 0.88), wood="beech"):
    whole = concat_shapes(
        library_call("mat_part", cloth=cloth), library_call("arches", wood=wood), library_call("toys_part")
    )
    return fitted(whole, width, height, depth)
