# /// asset
# word = "axe"
# synonyms = ["hatchet", "ax", "tomahawk"]
# stands_for = ["pickaxe"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, tube


@register("the head")
def head_part(*, paint):
    metal = {"metallic": 0.8, "roughness": 0.35}
    steps = np.linspace(0, 1, 20)
    cheeks = [
        box(
            (-0.02 - 0.1 * t, 0.02, -0.3),
            (0.0056, 0.036 * (1 - 0.88 * t), 0.06 + 0.06 * t**1.6),
            darker(paint, 1.0) if t < 0.75 else (0.85, 0.86, 0.88),
            metal,
        )
        for t in steps
    ]
    return concat_shapes(box((0.008, 0.02, -0.3), (0.06, 0.038, 0.062), paint, metal), *cheeks)


@register("the curved handle")
def handle_part(*, wood):
    points = [(0.012 * math.sin(t * 5), 0.02, -0.34 + 0.69 * t) for t in np.linspace(0, 1, 20)]
    return tube(points, 0.0155, *surface(wood))


@register("an axe with a wooden handle")
def axe(*, width=0.2, height=0.04, depth=0.7, paint=(0.6, 0.12, 0.1), wood="ash"):
    whole = concat_shapes(library_call("head_part", paint=paint), library_call("handle_part", wood=wood))
    return fitted(whole, width, height, depth)
