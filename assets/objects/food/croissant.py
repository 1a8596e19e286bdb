# /// asset
# word = "croissant"
# synonyms = ["croissants", "viennoiserie", "crescent roll"]
# category = "food"
# support = "surface"
# colors = ["crust"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved


@register("the rolled layers")
def layers(*, crust):
    def fold(i):
        t = (i - 5) / 5
        a = t * 1.35
        girth = 0.03 * (1 - 0.62 * abs(t) ** 1.3)
        tone = darker(crust, 1.0 if i % 2 else 0.86)
        roll = ellipsoid((0, 0, 0), (0.0125, girth * 0.92, girth), tone, {"roughness": 0.4})
        return moved(roll, (0.062 * math.sin(a), girth * 0.92, 0.06 * math.cos(a)), a)

    return loop(11, fold)


@register("a golden croissant")
def croissant(*, width=0.15, height=0.055, depth=0.1, crust=(0.8, 0.52, 0.24)):
    whole = library_call("layers", crust=crust)
    return fitted(whole, width, height, depth)
