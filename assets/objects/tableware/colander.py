# /// asset
# word = "colander"
# synonyms = ["strainer", "sieve", "pasta strainer"]
# stands_for = ["salad spinner"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, pipe, rod, rotated, round_wall


@register("the bowl with its holes")
def holed_bowl(*, radius, height, look):
    tiers = [(radius * 0.5, 0.0), (radius * 0.82, height * 0.4), (radius, height)]
    holes = []
    for t, n in ((0.35, 16), (0.55, 18), (0.75, 20)):
        y = height * t
        r = np.interp(y, [p[1] for p in tiers], [p[0] for p in tiers])
        tone = (0.08, 0.08, 0.09)
        holes += [
            ellipsoid(
                (
                    (r + 0.0005) * math.cos(2 * math.pi * (i + 5 * t) / n),
                    y,
                    (r + 0.0005) * math.sin(2 * math.pi * (i + 5 * t) / n),
                ),
                (radius * 0.036,) * 3,
                tone,
            )
            for i in range(n)
        ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.05, 0), radius * 0.5, *look),
        round_wall(tiers[0], tiers[1], radius * 0.04, *look, panels=24),
        round_wall(tiers[1], tiers[2], radius * 0.04, *look, panels=24),
        *holes,
    )


@register("the foot ring")
def foot(*, radius, height, look):
    return rod((0, 0, 0), (0, height, 0), radius, *look)


@register("a handle")
def loop_handle(*, span, reach, thick, look):
    return pipe([(0, 0, -span / 2), (reach, 0, -span * 0.36), (reach, 0, span * 0.36), (0, 0, span / 2)], thick, *look)


@register("a colander with rows of holes and two handles")
def colander(*, width=0.34, height=0.13, depth=0.27, paint=None, metal="stainless steel"):
    look, r, base = finish(metal, paint), 0.13, 0.014
    whole = concat_shapes(
        library_call("foot", radius=r * 0.48, height=base * 1.5, look=look),
        moved(library_call("holed_bowl", radius=r, height=0.11, look=look), (0, base, 0)),
        *[
            rotated(
                moved(
                    library_call("loop_handle", span=0.11, reach=0.035, thick=0.005, look=look),
                    (r - 0.008, base + 0.1, 0),
                ),
                k * math.pi,
            )
            for k in (0, 1)
        ],
    )
    return fitted(whole, width, height, depth)
