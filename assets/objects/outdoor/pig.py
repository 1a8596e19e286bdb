# /// asset
# word = "pig"
# synonyms = ["pigs", "sow", "hog", "piglet", "piglets", "toy pig"]
# category = "outdoor"
# support = "floor"
# colors = ["hide"]
# [variants.height]
# "toy" = 0.09
# "piglet" = 0.32
# "piglets" = 0.32
# [variants.width]
# "toy" = 0.06
# "piglet" = 0.2
# "piglets" = 0.2
# [variants.depth]
# "toy" = 0.16
# "piglet" = 0.52
# "piglets" = 0.52
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, moved, rod, tube


@register("the round body with its curly tail")
def body_part(*, hide):
    curl = [(0.035 * math.sin(a), 0.62 + 0.035 * math.cos(a), -0.62 - 0.012 * a) for a in [0.7 * i for i in range(12)]]
    return concat_shapes(
        ellipsoid((0, 0.52, -0.02), (0.28, 0.27, 0.54), hide),
        ellipsoid((0, 0.54, -0.34), (0.26, 0.27, 0.28), hide),
        ellipsoid((0, 0.52, 0.3), (0.25, 0.26, 0.28), hide),
        tube([(0, 0.62, -0.56), *curl], 0.016, hide),
    )


@register("a short leg with its cloven foot")
def leg(*, hide):
    return concat_shapes(
        ellipsoid((0, 0.36, 0), (0.1, 0.17, 0.12), hide),
        rod((0, 0.36, 0), (0, 0.08, 0), 0.06, hide),
        *[ellipsoid((s * 0.026, 0.035, 0.015), (0.034, 0.035, 0.055), darker(hide, 0.4)) for s in (-1, 1)],
        rod((0, 0.0, 0), (0, 0.08, 0), 0.05, darker(hide, 0.45)),
    )


@register("the head with its snout and drooping ears")
def head(*, hide):
    pink = darker(hide, 0.85)
    parts = [
        ellipsoid((0, 0.6, 0.56), (0.19, 0.19, 0.2), hide),
        rod((0, 0.56, 0.66), (0, 0.53, 0.84), 0.095, hide),
        ellipsoid((0, 0.47, 0.66), (0.11, 0.07, 0.13), hide),
        rod((0, 0.53, 0.83), (0, 0.527, 0.855), 0.105, pink),
    ]
    for s in (-1, 1):
        ear = concat_shapes(
            cone((0, 0, 0), (0, 0.19, 0), 0.075, pink), ellipsoid((0, 0.0, 0), (0.07, 0.04, 0.03), pink)
        )
        parts.append(moved(moved(ear, (0, 0, 0), 1.0, (1, 0, 0)), (s * 0.12, 0.76, 0.55), s * 0.35, (0, 1, 0)))
        parts.append(ball((s * 0.085, 0.65, 0.735), 0.02, (0.04, 0.03, 0.03), {"roughness": 0.1}))
        parts.append(ellipsoid((s * 0.04, 0.535, 0.856), (0.018, 0.026, 0.008), darker(hide, 0.35)))
    return concat_shapes(*parts)


@register("a pink farm pig")
def pig(*, width=0.56, height=0.82, depth=1.5, hide=(0.95, 0.68, 0.66)):
    part = library_call("leg", hide=hide)
    whole = concat_shapes(
        library_call("body_part", hide=hide),
        library_call("head", hide=hide),
        *[moved(part, (s * 0.15, 0, z)) for s in (-1, 1) for z in (-0.36, 0.3)],
    )
    return fitted(whole, width, height, depth)
