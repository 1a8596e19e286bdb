# /// asset
# word = "ball of yarn"
# synonyms = [
#     "yarn", "yarn ball", "balls of yarn", "skein of yarn", "knitting needles", "wool", "knitting", "skeins of yarn",
# ]
# stands_for = ["yarn basket", "knitting basket", "embroidery hoop", "crochet hook", "embroidery kit", "sewing kit"]
# category = "decor"
# support = "surface"
# colors = ["wool"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, cone, darker, fitted, moved, rod, rotated, tube


@register("the wound yarn")
def winding(*, wool):
    loops = []
    for k in range(15):
        ring = [
            (0.058 * math.cos(a), 0.058 * math.sin(a), 0.018 * math.sin(2.0 * a + k))
            for a in np.linspace(0, 2 * math.pi, 24)
        ]
        loops.append(
            moved(
                rotated(
                    tube(ring, 0.005, darker(wool, 0.82 + 0.06 * (k % 4)), {"roughness": 1.0}), k * 1.31, (1, 0, 0.4)
                ),
                (0, 0.062, 0),
                k * 0.83,
                (0.3, 1, 0.2),
            )
        )
    return concat_shapes(ball((0, 0.062, 0), 0.056, wool, {"roughness": 1.0}), *loops)


@register("a needle")
def needle():
    return concat_shapes(
        rod((-0.13, 0, 0), (0.12, 0, 0), 0.003, *surface("bamboo")),
        ball((0.12, 0, 0), 0.008, (0.75, 0.2, 0.2)),
        cone((-0.13, 0, 0), (-0.145, 0, 0), 0.003, *surface("bamboo")),
    )


@register("a ball of yarn with two needles")
def yarn(*, width=0.26, height=0.13, depth=0.14, wool=(0.75, 0.3, 0.38)):
    whole = concat_shapes(
        library_call("winding", wool=wool),
        moved(rotated(library_call("needle"), 0.45, (0, 0, 1)), (0.01, 0.085, 0.02)),
        moved(rotated(library_call("needle"), 0.5, (0, 0, 1)), (0.0, 0.08, -0.015), math.pi - 0.35),
    )
    return fitted(whole, width, height, depth)
