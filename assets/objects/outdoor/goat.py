# /// asset
# word = "goat"
# synonyms = ["goats", "billy goat", "nanny goat", "mountain goat", "kid goat", "toy goat"]
# category = "outdoor"
# support = "floor"
# colors = ["coat"]
# [variants.width]
# "toy" = 0.055
# [variants.height]
# "toy" = 0.14
# [variants.depth]
# "toy" = 0.15
# ///
import itertools

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, moved, rod, tube

HORN = (0.45, 0.38, 0.29)


@register("the body with its short tail")
def body_part(*, coat):
    return concat_shapes(
        ellipsoid((0, 0.56, 0), (0.19, 0.19, 0.42), coat),
        ellipsoid((0, 0.58, -0.28), (0.18, 0.19, 0.2), coat),
        ellipsoid((0, 0.58, 0.28), (0.17, 0.21, 0.2), coat),
        moved(ellipsoid((0, 0.06, 0), (0.035, 0.09, 0.03), coat), (0, 0.7, -0.44), -0.6, (1, 0, 0)),
        *[cone((x, 0.48, z), (x, 0.3, z), 0.07, coat) for x in (-0.08, 0.08) for z in (-0.1, 0.05, 0.18)],
    )


@register("a thin leg with its hoof")
def leg(*, coat):
    return concat_shapes(
        ellipsoid((0, 0.46, 0), (0.07, 0.17, 0.1), coat),
        rod((0, 0.42, 0), (0, 0.07, 0), 0.035, coat),
        ball((0, 0.24, 0), 0.042, coat),
        rod((0, 0, 0), (0, 0.07, 0), 0.042, (0.14, 0.11, 0.1)),
    )


@register("the head with horns and beard")
def head(*, coat):
    parts = [
        tube([(0, 0.66, 0.34), (0, 0.92, 0.52)], 0.1, coat),
        ellipsoid((0, 0.97, 0.56), (0.085, 0.1, 0.11), coat),
        moved(ellipsoid((0, 0, 0.1), (0.062, 0.065, 0.15), coat), (0, 0.95, 0.58), 0.5, (1, 0, 0)),
        cone((0, 0.84, 0.66), (0, 0.64, 0.66), 0.045, darker(coat, 0.8)),
        ellipsoid((0, 0.865, 0.79), (0.04, 0.03, 0.03), (0.25, 0.17, 0.16)),
    ]
    for s in (-1, 1):
        bend = [
            (s * 0.045, 1.05, 0.53),
            (s * 0.06, 1.17, 0.5),
            (s * 0.08, 1.25, 0.42),
            (s * 0.1, 1.28, 0.32),
            (s * 0.12, 1.25, 0.24),
        ]
        parts += [tube([a, b], 0.03 - 0.005 * i, HORN) for i, (a, b) in enumerate(itertools.pairwise(bend))]
        parts.append(
            moved(ellipsoid((s * 0.09, 0, 0), (0.1, 0.022, 0.045), coat), (s * 0.05, 0.98, 0.52), -s * 0.45, (0, 0, 1))
        )
        parts.append(ellipsoid((s * 0.072, 0.99, 0.64), (0.014, 0.018, 0.02), (0.06, 0.04, 0.02), {"roughness": 0.1}))
    return concat_shapes(*parts)


@register("a bearded goat with curved horns")
def goat(*, width=0.42, height=1.1, depth=1.15, coat=(0.9, 0.87, 0.8)):
    part = library_call("leg", coat=coat)
    whole = concat_shapes(
        library_call("body_part", coat=coat),
        library_call("head", coat=coat),
        *[moved(part, (s * 0.11, 0, z)) for s in (-1, 1) for z in (-0.28, 0.28)],
    )
    return fitted(whole, width, height, depth)
