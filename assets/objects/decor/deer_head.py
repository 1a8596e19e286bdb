# /// asset
# word = "deer head"
# synonyms = [
#     "mounted deer head", "stag head", "antlers", "mounted antlers", "deer antlers", "hunting trophy", "deer trophy",
#     "taxidermy", "stag's head",
# ]
# stands_for = ["moose head", "animal head", "mounted animal head", "buffalo skull"]
# category = "decor"
# support = "wall"
# colors = ["fur"]
# materials = ["plaque"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, mirrored, moved, rod, tube


@register("the wooden shield on the wall")
def head_plaque(*, plaque):
    look = surface(plaque)
    rows = []
    for y in np.arange(0.0, 0.5, 0.0125):
        half = (
            0.165 * math.sqrt(max(0.0, 1 - ((0.24 - y) / 0.24) ** 2))
            if y < 0.24
            else 0.165 - 0.05 * max(0.0, y - 0.44) / 0.06
        )
        rows.append(box((0, y + 0.00625, 0.011), (2 * half + 0.01, 0.0126, 0.022), *look))
        if 0.03 < y < 0.47:
            rows.append(
                box(
                    (0, y + 0.00625, 0.024), (max(0.01, 2 * half - 0.05), 0.0126, 0.008), darker(look[0], 1.25), look[1]
                )
            )
    return concat_shapes(*rows)


@register("the neck and the head with its ears and muzzle")
def stag_face(*, fur):
    rough = {"roughness": 0.9}
    dark = (0.06, 0.05, 0.05)
    pale = tuple(0.5 * c + 0.45 for c in fur)
    neck = [
        ellipsoid(
            (0, 0.2 + 0.2 * t, 0.05 + 0.15 * t), (0.115 - 0.035 * t, 0.13 - 0.045 * t, 0.1 - 0.02 * t), fur, rough
        )
        for t in np.linspace(0, 1, 9)
    ]
    ears = [
        concat_shapes(
            moved(
                ellipsoid((0, 0.055, 0), (0.032, 0.07, 0.012), fur, rough), (s * 0.07, 0.46, 0.19), -s * 1.05, (0, 0, 1)
            ),
            moved(
                ellipsoid((0, 0.053, 0.008), (0.02, 0.052, 0.008), pale, rough),
                (s * 0.07, 0.46, 0.19),
                -s * 1.05,
                (0, 0, 1),
            ),
        )
        for s in (-1, 1)
    ]
    eyes = [ellipsoid((s * 0.062, 0.435, 0.282), (0.013, 0.016, 0.016), dark, {"roughness": 0.08}) for s in (-1, 1)]
    return concat_shapes(
        *neck,
        ellipsoid((0, 0.19, 0.12), (0.07, 0.1, 0.06), pale, rough),
        ellipsoid((0, 0.425, 0.235), (0.077, 0.078, 0.095), fur, rough),
        ellipsoid((0, 0.385, 0.32), (0.052, 0.048, 0.09), fur, rough),
        ellipsoid((0, 0.362, 0.382), (0.043, 0.039, 0.05), pale, rough),
        ellipsoid((0, 0.382, 0.42), (0.027, 0.02, 0.018), dark, {"roughness": 0.3}),
        rod((-0.02, 0.347, 0.424), (0.02, 0.347, 0.424), 0.0035, dark),
        *ears,
        *eyes,
    )


@register("an antler with its tines")
def antler():
    bone = ((0.78, 0.67, 0.5), {"roughness": 0.6})
    beam = [(0.035, 0.49, 0.2), (0.09, 0.6, 0.17), (0.18, 0.72, 0.14), (0.24, 0.86, 0.15), (0.22, 0.98, 0.2)]
    tines = [
        ((0.06, 0.54, 0.185), (0.09, 0.58, 0.29), (0.085, 0.68, 0.33)),
        ((0.14, 0.67, 0.15), (0.17, 0.75, 0.26), (0.15, 0.86, 0.28)),
        ((0.21, 0.79, 0.145), (0.31, 0.87, 0.2), (0.33, 0.98, 0.21)),
    ]
    parts = [
        tube(beam[:3], 0.019, *bone),
        tube(beam[2:], 0.014, *bone),
        ellipsoid((0.035, 0.488, 0.2), (0.03, 0.016, 0.03), *bone),
    ]
    for a, b, c in tines:
        parts.append(tube([a, b], 0.013, *bone))
        parts.append(cone(b, c, 0.0128, *bone))
    top = (0.17, 1.06, 0.23)
    parts.append(cone(beam[-1], top, 0.0138, *bone))
    return concat_shapes(*parts)


@register("a deer's head with antlers on a wooden shield")
def deer_head(*, width=0.7, height=1.0, depth=0.45, fur=(0.5, 0.32, 0.18), plaque="walnut"):
    right = library_call("antler")
    whole = concat_shapes(
        library_call("head_plaque", plaque=plaque),
        library_call("stag_face", fur=fur),
        right,
        mirrored(right),
    )
    return fitted(whole, width, height, depth)
