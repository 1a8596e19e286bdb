# /// asset
# word = "horseshoe"
# synonyms = ["horse shoe", "iron horseshoe", "lucky horseshoe", "horseshoes"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, rod


@register("the bent iron with its groove and nail holes")
def iron(*, look):
    dark = (darker(look[0], 0.35), look[1])
    parts, n = [], 44
    for i in range(n):
        a = -2.25 + 4.5 * (i + 0.5) / n
        x, y = 0.052 * math.sin(a), 0.062 * math.cos(a)
        wide = 0.024 - 0.004 * abs(a) / 2.25
        turn = -a
        parts.append(moved(box((0, 0, 0), (4.5 * 0.06 / n + 0.0035, wide, 0.01), *look), (x, y, 0), turn, (0, 0, 1)))
        if 0.35 < abs(a) < 1.5:
            parts.append(
                moved(
                    box((0, 0.001, 0.005), (4.5 * 0.06 / n + 0.002, 0.006, 0.0012), darker(look[0], 0.6), look[1]),
                    (x, y, 0),
                    turn,
                    (0, 0, 1),
                )
            )
    for a in (0.5, 0.8, 1.1, 1.4):
        parts += [
            rod(
                (s * 0.052 * math.sin(a), 0.063 * math.cos(a), 0.004),
                (s * 0.052 * math.sin(a), 0.063 * math.cos(a), 0.0062),
                0.0034,
                *dark,
            )
            for s in (-1, 1)
        ]
    return concat_shapes(*parts)


@register("an iron horseshoe with nail holes")
def horseshoe(*, width=0.13, height=0.13, depth=0.011, metal="gunmetal", paint=None):
    return fitted(library_call("iron", look=finish(metal, paint)), width, height, depth)
