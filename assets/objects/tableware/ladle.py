# /// asset
# word = "ladle"
# synonyms = ["soup ladle", "serving ladle", "punch ladle"]
# stands_for = ["ice cream scoop", "slotted spoon", "skimmer"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "grip"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import finish, fitted, hoop, rod, rotated, tinted, tube


@register("the deep bowl")
def bowl_part(*, look):
    r, parts = 0.045, []
    for k in range(17):
        a, b = k / 17 * math.pi / 2, (k + 1) / 17 * math.pi / 2
        radius, y = r * math.sin((a + b) / 2 + 0.06), r - r * math.cos((a + b) / 2)
        if k < 6:
            parts.append(rod((0, r - r * math.cos(a), 0), (0, r - r * math.cos(b) + 0.001, 0), radius, *look))
        else:
            parts.append(hoop(radius, 0.0044, *look, center=(0, y, 0), parts=26))
    dark = tinted(look[0], 0.62)
    return concat_shapes(*parts, rod((0, 0.0125, 0), (0, 0.0145, 0), 0.033, dark, look[1]))


@register("the handle with its grip and hook")
def handle(*, look, grip):
    hook = [(-0.33 - 0.014 * math.sin(a), 0.098 + 0.014 * math.cos(a), 0) for a in np.linspace(0.3, 4.2, 10)]
    return concat_shapes(
        tube([(-0.042, 0.044, 0), (-0.06, 0.075, 0), (-0.09, 0.09, 0), (-0.2, 0.1, 0)], 0.0045, *look),
        tube([(-0.19, 0.1, 0), (-0.26, 0.108, 0), (-0.325, 0.112, 0)], 0.009, grip, {"roughness": 0.6}),
        tube(hook, 0.0035, *look),
    )


@register("a soup ladle with a deep bowl and a hooked handle")
def ladle(*, width=0.38, height=0.1, depth=0.1, paint=None, grip=(0.09, 0.09, 0.1), metal="stainless steel"):
    look = finish(metal, paint)
    whole = concat_shapes(library_call("bowl_part", look=look), library_call("handle", look=look, grip=grip))
    # it lies on its bowl and on the end of its handle
    return fitted(rotated(whole, 0.26, (0, 0, 1)), width, height, depth)
