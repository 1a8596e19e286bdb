# /// asset
# word = "pineapple"
# synonyms = ["ananas"]
# category = "food"
# support = "surface"
# colors = ["skin", "leaf"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, moved, stretched


@register("the body with its eyes")
def body_part(*, skin):
    core = ellipsoid((0, 0.09, 0), (0.06, 0.09, 0.06), darker(skin, 0.8), {"roughness": 0.7})
    eyes = []
    for row in range(8):
        y = 0.015 + 0.0215 * row
        r = 0.06 * math.sqrt(max(0.0, 1 - ((y - 0.09) / 0.09) ** 2))
        count = max(6, round(15 * r / 0.06))
        eyes += [
            ball((r * math.cos(a), y, r * math.sin(a)), 0.0105, skin, {"roughness": 0.6})
            for a in np.linspace(0, 2 * math.pi, count + 1)[:-1] + 0.2 * (row % 2)
        ]
    return concat_shapes(core, *eyes)


@register("the crown of leaves")
def crown(*, leaf):
    blades = []
    for ring, (count, lean, length) in enumerate(((9, 0.95, 0.07), (8, 0.6, 0.1), (6, 0.3, 0.12), (3, 0.08, 0.12))):
        for i in range(count):
            blade = stretched(cone((0, 0, 0), (0, length, 0), 0.011, darker(leaf, 0.85 + 0.06 * ring)), (1, 1, 0.4))
            turned = moved(moved(blade, (0, 0, 0.008), lean, (1, 0, 0)), (0, 0.172, 0), 2 * math.pi * i / count + ring)
            blades.append(turned)
    return concat_shapes(*blades)


@register("a pineapple with a leafy crown")
def pineapple(*, width=0.15, height=0.3, depth=0.15, skin=(0.8, 0.55, 0.18), leaf=(0.3, 0.48, 0.2)):
    whole = concat_shapes(library_call("body_part", skin=skin), library_call("crown", leaf=leaf))
    return fitted(whole, width, height, depth)
