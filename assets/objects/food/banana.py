# /// asset
# word = "banana"
# synonyms = ["bananas", "bunch of bananas", "plantain"]
# category = "food"
# support = "surface"
# colors = ["peel"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, moved, rod, rotated


@register("one curved banana")
def finger(*, peel):
    angles = np.linspace(-0.75, 0.75, 31)
    points = [(0.1 * math.sin(a), 0.1 * (1 - math.cos(a)), 0) for a in angles]
    radii = 0.017 * np.sqrt(np.clip(1 - (angles / 0.86) ** 4, 0, 1))
    flesh = [ball(p, float(r), peel, {"roughness": 0.45}) for p, r in zip(points, radii, strict=True)]
    links = [
        rod(a, b, float(min(r, s)), peel, {"roughness": 0.45})
        for (a, b), (r, s) in zip(itertools.pairwise(points), itertools.pairwise(radii), strict=True)
    ]
    stalk = rod(points[-1], (points[-1][0] + 0.018, points[-1][1] + 0.022, 0), 0.006, darker(peel, 0.75))
    return concat_shapes(*flesh, *links, stalk, ball(points[0], 0.008, (0.25, 0.18, 0.1)))


@register("a bunch of ripe bananas")
def banana(*, width=0.2, height=0.075, depth=0.16, peel=(0.95, 0.8, 0.22)):
    whole = concat_shapes(
        *[
            moved(
                rotated(library_call("finger", peel=peel), 1.2, (1, 0, 0)),
                (0, 0.012, 0.034 * i),
                0.16 * (1 - i),
            )
            for i in range(3)
        ]
    )
    return fitted(whole, width, height, depth)
