# /// asset
# word = "pear"
# synonyms = ["green pear"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import ball, moved, rod


@register("the fruit, slender at the top")
def flesh(*, radius, height, skin):
    """Balls on one axis, close enough for a smooth skin."""
    steps = 34
    t = np.linspace(0, 1, steps)
    radii = radius * (1 - 0.58 * (0.5 * (3 * t**2 - 2 * t**3) + 0.5 * t**1.3))
    ys = radius * 0.97 + t * (height - radius * 0.97 - radii[-1])
    balls = [ball((0, y, 0), r, skin, {"roughness": 0.4}) for y, r in zip(ys, radii, strict=True)]
    floor = compute_shape_min(concat_shapes(*balls))[1]
    return moved(concat_shapes(*balls), (0, -floor, 0))


@register("the curved stalk")
def stalk(*, radius, base, top):
    brown, rise = (0.33, 0.2, 0.1), top - base
    points = [(radius * 0.24 * t * t, base + rise * t, 0) for t in (0, 0.25, 0.5, 0.75, 0.88)]
    return concat_shapes(
        *[rod(a, b, radius * 0.055, brown) for a, b in itertools.pairwise(points)],
        *[ball(p, radius * 0.055, brown) for p in points[1:-1]],
        ball(points[-1], radius * 0.075, brown),
    )


@register("a pear with a stalk")
def pear(*, width=0.075, height=0.12, skin=(0.68, 0.75, 0.25)):
    return concat_shapes(
        library_call("flesh", radius=width / 2, height=height * 0.84, skin=skin),
        library_call("stalk", radius=width / 2, base=height * 0.8, top=height * 0.995),
    )
