# /// asset
# word = "tongs"
# synonyms = ["kitchen tongs", "salad tongs", "barbecue tongs", "serving tongs", "ice tongs"]
# category = "tableware"
# support = "surface"
# colors = ["grip"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod, rotated


@register("one arm with its scalloped end")
def arm(*, length, wide, metal, grip):
    look = surface(metal)
    scallops = [
        ellipsoid((length * 0.94, 0, wide * (0.45 * k)), (length * 0.055, wide * 0.16, wide * 0.3), *look)
        for k in (-1, 0, 1)
    ]
    return concat_shapes(
        box((length * 0.45, 0, 0), (length * 0.9, wide * 0.12, wide * 0.6), *look),
        box((length * 0.24, 0, 0), (length * 0.4, wide * 0.24, wide * 0.72), grip, {"roughness": 0.7}),
        ellipsoid((length * 0.9, 0, 0), (length * 0.07, wide * 0.14, wide * 0.62), *look),
        *scallops,
    )


@register("the hinge with its hanging ring")
def hinge(*, wide, metal):
    look = surface(metal)
    ring = [
        rod(
            (-wide * (0.55 + 0.4 * math.cos(a)), wide * 0.4 * math.sin(a), 0),
            (-wide * (0.55 + 0.4 * math.cos(a + 0.6)), wide * 0.4 * math.sin(a + 0.6), 0),
            wide * 0.05,
            *look,
        )
        for a in np.linspace(0, 2 * math.pi, 12)[:-1]
    ]
    return concat_shapes(rod((0, 0, -wide * 0.42), (0, 0, wide * 0.42), wide * 0.22, *look), *ring)


@register("a pair of kitchen tongs with scalloped ends")
def tongs(*, width=0.28, depth=0.09, height=0.035, grip=(0.1, 0.1, 0.11), metal="steel"):
    half = library_call("arm", length=0.25, wide=0.028, metal=metal, grip=grip)
    pair = concat_shapes(
        rotated(half, 0.16, (0, 0, 1)),
        rotated(half, -0.16, (0, 0, 1)),
        library_call("hinge", wide=0.028, metal=metal),
    )
    whole = rotated(pair, math.pi / 2, (1, 0, 0))
    return fitted(whole, width, height, depth)
