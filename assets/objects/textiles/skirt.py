# /// asset
# word = "skirt"
# synonyms = ["pleated skirt", "tutu", "kilt"]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, drape, fitted, hanger

SOFT = {"roughness": 0.95}
STEEL = ((0.72, 0.72, 0.74), {"metallic": 0.8, "roughness": 0.3})


@register("the hanger with its two clips")
def hanger_part():
    return hanger((0, 0.025, 0), 0.32, 0.095, clips=0.12)


@register("the pleats below the waistband")
def pleats(*, cloth):
    xs = np.linspace(-1, 1, 19)
    tops = [(0.16 * x, -0.03, 0.0) for x in xs]
    hems = [(0.29 * x, -0.5 - 0.03 * (1 - x * x), 0.0) for x in xs]
    waist = [(0.162 * x, -0.002, 0) for x in xs]
    deep = [0.05 * math.sqrt(1.08 - 0.8 * x * x) for x in xs]
    return concat_shapes(
        drape(tops, hems, [1.5 * d for d in deep], cloth, SOFT, overlap=1.7),
        drape(waist, [(x, -0.05, z) for x, _, z in waist], [1.62 * d for d in deep], darker(cloth, 0.78), SOFT),
    )


@register("a skirt on a hanger")
def skirt(*, width=0.52, height=0.68, depth=0.17, cloth=(0.5, 0.2, 0.36)):
    whole = concat_shapes(library_call("hanger_part"), library_call("pleats", cloth=cloth))
    return fitted(whole, width, height, depth)
