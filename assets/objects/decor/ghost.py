# /// asset
# word = "ghost"
# synonyms = ["halloween ghost", "friendly ghost", "ghost decoration", "spook"]
# category = "decor"
# support = "floor"
# colors = ["sheet"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import drape, ellipsoid, fitted, moved, rotated, tube

SOFT = {"roughness": 0.9}


@register("the sheet that falls in folds from the head")
def sheet_part(*, sheet):
    parts = [ellipsoid((0, 1.0, 0), (0.22, 0.25, 0.2), sheet, SOFT)]
    for k in range(20):
        a = 2 * math.pi * k / 20
        c, s = math.cos(a), math.sin(a)
        tone = tuple(x * (0.93 + 0.06 * (k % 2)) for x in sheet)
        low = 0.04 + 0.06 * math.sin(3 * a + 1)
        points = [(0.13 * c, 1.06, 0.11 * s), (0.22 * c, 0.72, 0.2 * s), (0.33 * c, low + 0.02, 0.3 * s)]
        parts.append(tube(points, 0.05 + 0.008 * (k % 2), tone, SOFT))
    parts.append(ellipsoid((0, 0.5, 0), (0.27, 0.42, 0.25), tuple(0.9 * x for x in sheet), SOFT))
    return concat_shapes(*parts)


@register("a raised arm below the sheet")
def arm(*, side, sheet):
    xs = np.linspace(0, 1, 7)
    tops = [(side * (0.14 + 0.34 * t), 0.86 - 0.1 * t * t, 0.1 + 0.12 * t) for t in xs]
    hems = [(side * (0.16 + 0.36 * t), 0.5 + 0.16 * t + 0.03 * math.sin(9 * t), 0.08 + 0.1 * t) for t in xs]
    return concat_shapes(drape(tops, hems, 0.045, sheet, SOFT), ellipsoid(tops[-1], (0.075, 0.065, 0.065), sheet, SOFT))


@register("a ghost in a white sheet")
def ghost(*, width=1.0, height=1.25, depth=0.75, sheet=(0.95, 0.95, 0.96)):
    dark = (0.05, 0.05, 0.07)
    eyes = [
        rotated(moved(ellipsoid((0, 0, 0), (0.042, 0.062, 0.02), dark), (s * 0.085, 1.06, 0.19)), s * 0.08)
        for s in (-1, 1)
    ]
    mouth = ellipsoid((0, 0.9, 0.192), (0.05, 0.07, 0.025), dark)
    whole = concat_shapes(
        library_call("sheet_part", sheet=sheet),
        *[library_call("arm", side=s, sheet=sheet) for s in (-1, 1)],
        *eyes,
        mouth,
    )
    return fitted(whole, width, height, depth)
