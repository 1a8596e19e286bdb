# /// asset
# word = "handsaw"
# synonyms = ["saw", "wood saw"]
# stands_for = ["hacksaw"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "blade"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, finish, fitted, moved, rod, rotated, stretched


@register("the tapering blade with its teeth")
def blade_part(*, length, wide, thick, blade):
    look, count = surface(blade), 16
    strips = [
        box(
            (-length * (i + 0.5) / count, 0, -wide * 0.5 + wide * (1 - 0.55 * (i + 0.5) / count) / 2),
            (length / count * 1.01, thick, wide * (1 - 0.55 * (i + 0.5) / count)),
            *look,
        )
        for i in range(count)
    ]
    teeth = [
        moved(
            stretched(cone((0, 0, 0), (0, 0, -wide * 0.07), length / 76, *look), (1, thick / (length / 38), 1)),
            (-length * (i + 0.5) / 36, 0, -wide * 0.5),
        )
        for i in range(36)
    ]
    return concat_shapes(*strips, *teeth)


@register("the grip with its hand hole")
def grip_part(*, size, thick, look):
    ring = [
        (size * (0.42 + 0.3 * math.cos(a)), 0, size * (0.08 + 0.42 * math.sin(a)))
        for a in np.linspace(0, 2 * math.pi, 15)
    ]
    rods = [rod(a, b, thick, *look) for a, b in itertools.pairwise(ring)]
    balls = [ellipsoid(p, (thick,) * 3, *look) for p in ring]
    return concat_shapes(
        *rods,
        *balls,
        box((size * 0.06, 0, 0), (size * 0.3, thick * 1.7, size * 0.62), *look),
        *[
            rod(
                (size * 0.06, -thick, side * size * 0.16),
                (size * 0.06, thick, side * size * 0.16),
                size * 0.04,
                *surface("brass"),
            )
            for side in (-1, 1)
        ],
    )


@register("a handsaw with teeth and a wooden grip")
def handsaw(*, width=0.5, depth=0.14, height=0.03, paint=None, wood="wood", blade="steel"):
    # the grip is thicker than the blade, which leans down to its tip
    blade_shape = library_call("blade_part", length=0.38, wide=0.12, thick=0.003, blade=blade)
    whole = concat_shapes(
        rotated(blade_shape, 0.032, (0, 0, 1)),
        library_call("grip_part", size=0.14, thick=0.014, look=finish(wood, paint)),
    )
    return fitted(whole, width, height, depth)
