# /// asset
# word = "festoon lights"
# synonyms = ["string lights on poles", "lights on poles", "string light poles", "festoon lighting", "fairy lights on poles"]
# category = "lighting"
# support = "floor"
# colors = ["glow"]
# materials = ["wood"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, lathe, moved, rod


@register("a wooden pole in a planted tub")
def light_pole(*, wood):
    look = surface(wood)
    tub = [(0.0, 0.0), (0.19, 0.0), (0.24, 0.34), (0.21, 0.34), (0.2, 0.28), (0.0, 0.28)]
    leaves = [
        ball(
            (0.13 * math.cos(a), 0.34, 0.13 * math.sin(a)),
            0.075,
            (0.25, 0.45 + 0.05 * (i % 2), 0.2),
            {"roughness": 0.95},
        )
        for i, a in enumerate(2 * math.pi * k / 7 for k in range(7))
    ]
    return concat_shapes(
        lathe(tub, *surface("dark wood")),
        *leaves,
        rod((0, 0.2, 0), (0, 2.6, 0), 0.04, *look),
        box((0, 2.6, 0), (0.11, 0.03, 0.11), darker(look[0], 0.7)),
        rod((0, 2.5, 0), (0, 2.52, 0.07), 0.008, *surface("iron")),
    )


@register("strings of bulbs that sag between poles")
def light_poles(*, width=4.4, height=2.62, depth=2.4, glow=(1.0, 0.86, 0.6), wood="wood"):
    posts = ((-2.0, -1.0), (0.0, -1.0), (2.0, -1.0), (-2.0, 1.0), (2.0, 1.0))
    spans = ((0, 1), (1, 2), (0, 3), (2, 4))
    parts = [moved(library_call("light_pole", wood=wood), (x, 0, z)) for x, z in posts]
    for a, b in spans:
        (x0, z0), (x1, z1) = posts[a], posts[b]
        count = 9
        points = []
        for k in range(count + 1):
            t = k / count
            points.append((x0 + (x1 - x0) * t, 2.5 - 1.1 * t * (1 - t), z0 + (z1 - z0) * t))
        parts += [rod(p, q, 0.006, (0.06, 0.06, 0.07)) for p, q in itertools.pairwise(points)]
        for x, y, z in points[1:-1]:
            parts.append(rod((x, y, z), (x, y - 0.05, z), 0.014, (0.06, 0.06, 0.07)))
            parts.append(ball((x, y - 0.085, z), 0.04, glow, {"emission": 2.2}))
    return fitted(concat_shapes(*parts), width, height, depth)
