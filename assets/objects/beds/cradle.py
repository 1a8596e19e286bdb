# /// asset
# word = "cradle"
# synonyms = ["baby cradle", "rocking cradle", "wooden cradle", "swinging cradle", "rocking crib"]
# stands_for = ["bassinet", "moses basket", "baby basket"]
# category = "beds"
# support = "floor"
# colors = ["paint", "blanket"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, tube


@register("the two rockers")
def cradle_rockers(*, look):
    def rocker(x):
        arc = [(x, 0.026 + 0.55 * (1 - math.cos(a)), 0.55 * math.sin(a)) for a in np.linspace(-0.58, 0.58, 15)]
        return concat_shapes(
            tube(arc, 0.022, *look),
            *[rod((x, 0.05, s * 0.14), (x, 0.24, s * 0.19), 0.022, *look) for s in (-1, 1)],
        )

    return concat_shapes(rocker(-0.3), rocker(0.3))


@register("the box of the cradle with slatted sides and a hood")
def cradle_box(*, look):
    lean = 0.2
    parts = [box((0, 0.235, 0), (0.8, 0.03, 0.42), *look)]
    for s in (-1, 1):
        side = [box((x, 0.15, 0), (0.022, 0.27, 0.016), *look) for x in np.linspace(-0.36, 0.36, 13)]
        side += [box((0, 0.295, 0), (0.84, 0.035, 0.03), *look), box((0, 0.02, 0), (0.82, 0.04, 0.024), *look)]
        parts.append(moved(concat_shapes(*side), (0, 0.24, s * 0.2), s * lean, (1, 0, 0)))
    for x, high in ((-0.41, 0.42), (0.41, 0.34)):
        rows = 14
        for k in range(rows):
            y = (k + 0.5) * high / rows
            half = 0.215 + math.tan(lean) * y - max(0.0, y - high * 0.7) * (y - high * 0.7) * 9
            parts.append(box((x, 0.22 + y, 0), (0.022, high / rows * 1.001, 2 * half), *look))
    hood = []
    for a in np.linspace(-1.45, 1.45, 13):
        plank = moved(
            box((0, 0, 0), (0.3, 0.014, 0.07), *look),
            (-0.27, 0.56 + 0.2 * math.cos(a), 0.262 * math.sin(a)),
            math.atan2(0.2 * math.sin(a), 0.262 * math.cos(a)),
            (1, 0, 0),
        )
        hood.append(plank)
    return concat_shapes(*parts, *hood)


@register("the end of the hood")
def hood_end(*, look):
    return concat_shapes(
        *[
            box((-0.41, 0.56 + y, 0), (0.02, 0.0145, 2 * 0.25 * math.sqrt(max(0.0, 1 - (y / 0.2) ** 2))), *look)
            for y in np.arange(-0.05, 0.19, 0.0144)
        ]
    )


@register("the mattress, pillow and blanket")
def cradle_bedding(*, blanket):
    soft = {"roughness": 0.95}
    return concat_shapes(
        box((0, 0.29, 0), (0.78, 0.08, 0.41), (0.96, 0.95, 0.92), soft),
        ellipsoid((-0.27, 0.35, 0), (0.1, 0.04, 0.15), (0.98, 0.97, 0.95), soft),
        ellipsoid((0.1, 0.325, 0), (0.29, 0.075, 0.215), blanket, soft),
        box((0.12, 0.335, 0), (0.5, 0.05, 0.42), blanket, soft),
        box((-0.12, 0.365, 0), (0.07, 0.012, 0.42), (0.98, 0.97, 0.95), soft),
    )


@register("a wooden cradle with a hood, on two curved rockers")
def cradle(*, width=0.9, height=0.78, depth=0.62, wood="oak", paint=None, blanket=(0.62, 0.76, 0.88)):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("cradle_rockers", look=look),
        library_call("cradle_box", look=look),
        library_call("hood_end", look=look),
        library_call("cradle_bedding", blanket=blanket),
    )
    return fitted(whole, width, height, depth)
