# /// asset
# word = "kite"
# synonyms = ["toy kite", "paper kite"]
# stands_for = ["windsock", "pinwheel"]
# category = "toys"
# support = "wall"
# colors = ["first", "second"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, fitted, moved, rod, tube


@register("the diamond of cloth")
def sail(*, first, second):
    rows = []
    for i in range(40):
        t = (i + 0.5) / 40
        wide = 0.35 * (t / 0.62 if t < 0.62 else (1 - t) / 0.38)
        tone = first if t > 0.62 else second
        rows += [
            box(
                (s * wide / 2, 0.5 + 0.8 * t, 0.02),
                (wide, 0.0202, 0.004),
                tone if s > 0 else (second if t > 0.62 else first),
                {"roughness": 0.6},
            )
            for s in (-1, 1)
        ]
    return concat_shapes(
        *rows,
        rod((0, 0.5, 0.026), (0, 1.3, 0.026), 0.005, *surface("beech")),
        rod((-0.35, 0.995, 0.026), (0.35, 0.995, 0.026), 0.005, *surface("beech")),
    )


@register("the tail with its bows")
def tail(*, first):
    points = [(0.06 * math.sin(t * 9), 0.5 - 0.5 * t, 0.02) for t in np.linspace(0, 1, 26)]
    bows = [
        moved(
            concat_shapes(
                *[cone((s * 0.05, 0, 0), (0, 0, 0), 0.022, first if k % 2 else (0.95, 0.85, 0.3)) for s in (-1, 1)]
            ),
            points[5 + 6 * k],
            0.3,
        )
        for k in range(4)
    ]
    return concat_shapes(tube(points, 0.0035, (0.9, 0.9, 0.88)), *bows)


@register("a diamond kite with a tail")
def kite(*, width=0.7, height=1.3, depth=0.06, first=(0.85, 0.2, 0.2), second=(0.2, 0.5, 0.8)):
    whole = concat_shapes(library_call("sail", first=first, second=second), library_call("tail", first=first))
    return fitted(whole, width, height, depth)
