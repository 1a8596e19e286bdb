# /// asset
# word = "dartboard"
# synonyms = ["dart board", "darts board", "target board", "dartboards"]
# category = "sport"
# support = "wall"
# colors = ["flight"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the rings of fields")
def fields():
    parts = [rod((0, 0.23, 0), (0, 0.23, 0.036), 0.23, (0.08, 0.08, 0.08))]
    for i in range(20):
        a = i * math.pi / 10
        plain = (0.1, 0.1, 0.1) if i % 2 else (0.93, 0.88, 0.74)
        strong = (0.75, 0.1, 0.1) if i % 2 else (0.1, 0.45, 0.25)
        bands = [(r, r + 0.015, plain) for r in np.arange(0.02, 0.155, 0.015)] + [
            (0.155, 0.16, plain),
            (0.16, 0.172, strong),
        ]
        for r0, r1, tone in bands:
            ring = strong if 0.09 < r0 < 0.105 else tone
            wedge = box((float(r0 + r1) / 2, 0, 0.037), (float(r1 - r0), float(r1) * math.pi / 10.3, 0.003), ring)
            parts.append(moved(wedge, (0, 0.23, 0), a, (0, 0, 1)))
    return concat_shapes(
        *parts,
        rod((0, 0.23, 0.036), (0, 0.23, 0.041), 0.02, (0.1, 0.45, 0.25)),
        rod((0, 0.23, 0.036), (0, 0.23, 0.043), 0.009, (0.75, 0.1, 0.1)),
    )


@register("a dart")
def dart(*, flight):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.04), 0.0014, *surface("steel")),
        rod((0, 0, 0.03), (0, 0, 0.075), 0.004, *surface("brass")),
        rod((0, 0, 0.075), (0, 0, 0.12), 0.0018, (0.2, 0.2, 0.2)),
        box((0, 0, 0.105), (0.034, 0.001, 0.034), flight),
        box((0, 0, 0.105), (0.001, 0.034, 0.034), flight),
    )


@register("a dartboard with three darts")
def dartboard(*, width=0.46, height=0.46, depth=0.16, flight=(0.85, 0.15, 0.15)):
    whole = concat_shapes(
        library_call("fields"),
        *[
            moved(library_call("dart", flight=flight), (x, 0.23 + y, 0.034))
            for x, y in ((0.012, 0.006), (-0.07, 0.07), (0.05, -0.1))
        ],
    )
    return fitted(whole, width, height, depth)
