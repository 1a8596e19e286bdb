# /// asset
# word = "trumpet"
# synonyms = ["bugle", "cornet", "horn", "brass instrument"]
# stands_for = ["trombone", "french horn", "tuba"]
# category = "music"
# support = "surface"
# colors = ["brass"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import arc, box, darker, fitted, lathe, moved, rod, tube


@register("the flaring bell")
def bell_part(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    steps = np.linspace(0, 1, 40)
    radii = 0.011 + 0.05 * steps**5 + 0.008 * steps
    return concat_shapes(
        *[
            rod((0, 0.11, 0.08 + 0.16 * a), (0, 0.11, 0.08 + 0.16 * b), float(r), brass, metal)
            for (a, b), r in zip(itertools.pairwise(steps), radii[1:], strict=True)
        ],
        rod((0, 0.11, 0.2395), (0, 0.11, 0.2405), 0.06, darker(brass, 0.35)),
    )


@register("the bent tubes and the mouthpiece")
def tubing(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    back = [(0, y, z) for z, y in arc(0.045, math.pi / 2, 1.5 * math.pi, 14, (-0.09, 0.065))]
    front = [(0, y, z) for z, y in arc(0.045, -math.pi / 2, math.pi / 2, 14, (0.1, 0.065))]
    low = tube([(0, 0.11, 0.09), (0, 0.11, -0.09), *back[1:], (0, 0.02, 0.06)], 0.008, brass, metal)
    lead = tube(
        [
            (0.018, 0.095, -0.22),
            (0.018, 0.095, 0.1),
            *[(0.018, y, z) for _, y, z in front[::-1]][4:],
            (0.018, 0.03, 0.02),
        ],
        0.007,
        brass,
        metal,
    )
    return concat_shapes(
        low,
        lead,
        moved(
            lathe([(0.007, 0), (0.008, 0.04), (0.013, 0.06)], (0.85, 0.85, 0.88), metal, slices=24),
            (0.018, 0.095, -0.2),
            -math.pi / 2,
            (1, 0, 0),
        ),
    )


@register("the three valves")
def valves(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    return concat_shapes(
        *[
            concat_shapes(
                rod((0.009, 0.005, z), (0.009, 0.125, z), 0.012, darker(brass, 0.95), metal),
                rod((0.009, 0.125, z), (0.009, 0.15, z), 0.004, (0.85, 0.85, 0.88), metal),
                rod((0.009, 0.15, z), (0.009, 0.156, z), 0.0095, (0.96, 0.95, 0.9)),
            )
            for z in (-0.03, 0.0, 0.03)
        ]
    )


@register("a brass trumpet on a rest")
def trumpet(*, width=0.14, height=0.16, depth=0.5, brass=(0.88, 0.68, 0.28)):
    rest = surface("walnut")
    whole = concat_shapes(
        library_call("bell_part", brass=brass),
        library_call("tubing", brass=brass),
        library_call("valves", brass=brass),
        box((0, 0.025, 0.228), (0.08, 0.05, 0.02), *rest),
        box((0, 0.006, 0.03), (0.1, 0.012, 0.42), *rest),
    )
    return fitted(whole, width, height, depth)
