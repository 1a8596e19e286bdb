# /// asset
# word = "balloon"
# synonyms = ["helium balloon", "balloon on a string", "single balloon", "heart balloon", "foil balloon"]
# category = "decor"
# support = "floor"
# colors = ["tone"]
# [variants]
# kind = {"heart" = "heart"}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, cone, ellipsoid, fitted, lathe, moved, rod, rotated, tinted, tube

SHINY = {"roughness": 0.12}


@register("the round balloon with its knot")
def round_balloon(*, tone):
    profile = [
        (0.012, -0.005), (0.02, 0.012), (0.05, 0.045), (0.085, 0.09),
        *[(0.135 * math.cos(t), 0.19 + 0.15 * math.sin(t)) for t in np.linspace(-0.72, 1.5, 40)],
    ]  # fmt: skip
    return concat_shapes(
        ellipsoid((0, 0.19, 0), (0.136, 0.151, 0.136), tone, SHINY),
        lathe([p for p in profile if p[1] < 0.12], tone, SHINY, slices=40),
        cone((0, -0.026, 0), (0, 0.004, 0), 0.02, tinted(tone, 0.85), SHINY),
        ellipsoid((-0.055, 0.262, 0.09), (0.02, 0.034, 0.014), tinted(tone, 1.7), SHINY),
    )


@register("the heart-shaped balloon with its knot")
def heart_balloon(*, tone):
    lobes = [rotated(ellipsoid((0, 0.07, 0), (0.088, 0.145, 0.07), tone, SHINY), -s * 0.72, (0, 0, 1)) for s in (-1, 1)]
    return concat_shapes(
        moved(concat_shapes(*lobes), (0, 0.14, 0)),
        ellipsoid((0, 0.13, 0), (0.08, 0.1, 0.062), tone, SHINY),
        cone((0, 0.1, 0), (0, -0.012, 0), 0.055, tone, SHINY),
        cone((0, -0.03, 0), (0, 0.0, 0), 0.018, tinted(tone, 0.85), SHINY),
    )


@register("the curled string")
def string(*, top):
    points = [
        (
            0.022 * math.sin(5.2 * t) * math.sin(math.pi * t) ** 0.5,
            top * t,
            0.016 * math.cos(4.1 * t) * math.sin(math.pi * t) ** 0.5,
        )
        for t in np.linspace(0, 1, 22)
    ]
    return tube(points, 0.0028, (0.93, 0.92, 0.9))


@register("one balloon on a string that is tied to a small weight")
def balloon(*, width=0.28, height=1.55, depth=0.28, kind="round", tone=(0.86, 0.16, 0.2)):
    top = height - 0.36
    foot = concat_shapes(
        rod((0, 0, 0), (0, 0.028, 0), 0.028, (0.86, 0.71, 0.32), {"metallic": 0.6, "roughness": 0.3}),
        ball((0, 0.03, 0), 0.017, (0.86, 0.71, 0.32)),
    )
    shape = library_call("heart_balloon" if kind == "heart" else "round_balloon", tone=tone)
    return fitted(concat_shapes(foot, library_call("string", top=top), moved(shape, (0, top, 0))), width, height, depth)
