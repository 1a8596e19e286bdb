# /// asset
# word = "basketball"
# synonyms = ["basket ball", "basketball ball"]
# category = "sport"
# support = "floor"
# colors = ["leather", "seam"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, fitted, moved, rotated, tube


@register("the ball with its seams")
def ball_part(*, leather, seam):
    rings = [(0, 0), (math.pi / 2, 0), (0, 1)]
    lines = [
        moved(
            rotated(
                tube(
                    [(0.12 * math.cos(a), 0.12 * math.sin(a), 0) for a in np.linspace(0, 2 * math.pi, 48)], 0.0016, seam
                ),
                math.pi / 2 * flat,
                (1, 0, 0),
            ),
            (0, 0.12, 0),
            turn,
        )
        for turn, flat in rings
    ]
    curves = [
        tube(
            [(s * 0.072, 0.12 + 0.096 * math.cos(a), 0.096 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 48)],
            0.0016,
            seam,
        )
        for s in (-1, 1)
    ]
    return concat_shapes(ball((0, 0.12, 0), 0.12, leather, {"roughness": 0.6}), *lines, *curves)


@register("a ball with seams")
def basketball(*, width=0.24, height=0.24, depth=0.24, leather=(0.82, 0.42, 0.15), seam=(0.12, 0.1, 0.09)):
    whole = library_call("ball_part", leather=leather, seam=seam)
    return fitted(whole, width, height, depth)
