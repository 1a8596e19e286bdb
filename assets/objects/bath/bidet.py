# /// asset
# word = "bidet"
# category = "bath"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["ware"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, tube


@register("the bowl on its foot")
def bowl_part(*, ware):
    gloss = {"roughness": 0.12}
    rows = [
        ellipsoid((0, 0.03 + 0.32 * t, 0.04 * t), (0.11 + 0.075 * t**0.8, 0.12, 0.17 + 0.1 * t**0.8), ware, gloss)
        for t in np.linspace(0.25, 0.8, 18)
    ]
    rim = [(0.155 * math.cos(a), 0.395, 0.04 + 0.225 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 44)]
    return concat_shapes(
        *rows,
        tube(rim, 0.028, ware, gloss),
        ellipsoid((0, 0.404, 0.04), (0.14, 0.012, 0.21), darker(ware, 0.8), gloss),
        box((0, 0.2, -0.22), (0.3, 0.4, 0.1), ware, gloss),
    )


@register("the tap")
def tap_part():
    chrome = surface("chrome")
    return concat_shapes(
        tube([(0, 0.4, -0.18), (0, 0.46, -0.18), (0, 0.465, -0.1), (0, 0.44, -0.07)], 0.013, *chrome),
        rod((0, 0.45, -0.19), (0, 0.485, -0.2), 0.011, *chrome),
    )


@register("a bidet with a tap")
def bidet(*, width=0.38, height=0.45, depth=0.56, ware=(0.96, 0.96, 0.95)):
    whole = concat_shapes(library_call("bowl_part", ware=ware), library_call("tap_part"))
    return fitted(whole, width, height, depth)
