# /// asset
# word = "pool cue"
# synonyms = [
#     "cue", "cue stick", "billiard cue", "pool cues", "cue rack", "pool stick", "cue sticks", "rack of cues",
# ]
# category = "sport"
# support = "wall"
# colors = ["butt"]
# materials = ["wood"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the rack")
def rack_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.05, 0.055), (0.5, 0.05, 0.11), *look),
        box((0, 1.1, 0.04), (0.5, 0.09, 0.08), *look),
        box((0, 0.62, 0.01), (0.46, 1.1, 0.02), darker(look[0], 0.8), look[1]),
    )


@register("one cue")
def cue_part(*, butt):
    steps = np.linspace(0, 1, 24)
    wood = [
        rod(
            (0, 0.5 + 0.92 * a, 0),
            (0, 0.5 + 0.92 * b, 0),
            0.012 - 0.006 * float(a),
            (0.88, 0.74, 0.5),
            {"roughness": 0.25},
        )
        for a, b in itertools.pairwise(steps)
    ]
    return concat_shapes(
        rod((0, 0.0, 0), (0, 0.5, 0), 0.0145, butt, {"roughness": 0.2}),
        *wood,
        rod((0, 1.42, 0), (0, 1.435, 0), 0.0062, (0.96, 0.96, 0.94)),
        *[rod((0, y, 0), (0, y + 0.02, 0), 0.0152, (0.1, 0.08, 0.07)) for y in (0.01, 0.47)],
    )


@register("a rack with four cues")
def pool_cue(*, width=0.5, height=1.5, depth=0.12, butt=(0.45, 0.1, 0.1), wood="mahogany"):
    whole = concat_shapes(
        library_call("rack_part", wood=wood),
        *[
            moved(library_call("cue_part", butt=tone), (x, 0.07, 0.075))
            for x, tone in zip(
                (-0.18, -0.06, 0.06, 0.18), (butt, (0.15, 0.2, 0.4), butt, (0.2, 0.12, 0.08)), strict=True
            )
        ],
    )
    return fitted(whole, width, height, depth)
