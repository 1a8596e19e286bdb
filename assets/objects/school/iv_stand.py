# /// asset
# word = "IV stand"
# synonyms = ["iv pole", "iv drip", "drip stand", "drip", "infusion stand", "intravenous stand"]
# stands_for = ["blood pressure monitor stand"]
# category = "school"
# support = "floor"
# colors = ["liquid"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, ellipsoid, fitted, moved, rod, tube


@register("the pole on wheels")
def pole_part():
    steel = surface("chrome")
    feet = [
        concat_shapes(
            rod((0, 0.12, 0), (0.26 * math.cos(a), 0.07, 0.26 * math.sin(a)), 0.016, *steel),
            ball((0.27 * math.cos(a), 0.03, 0.27 * math.sin(a)), 0.03, (0.15, 0.15, 0.16)),
        )
        for a in np.linspace(0, 2 * math.pi, 6)[:-1]
    ]
    hooks = [
        tube([(0, 1.92, 0), (s * 0.14, 1.94, 0), (s * 0.16, 1.9, 0), (s * 0.18, 1.92, 0)], 0.007, *steel)
        for s in (-1, 1)
    ]
    return concat_shapes(
        *feet,
        rod((0, 0.1, 0), (0, 1.94, 0), 0.014, *steel),
        *hooks,
        rod((0, 1.05, 0), (0, 1.12, 0), 0.024, (0.2, 0.2, 0.22)),
    )


@register("a bag with its line")
def bag_part(*, liquid):
    soft = {"roughness": 0.1, "opacity": 0.75}
    return concat_shapes(
        ellipsoid((0, 1.74, 0), (0.065, 0.12, 0.03), liquid, soft),
        box((0, 1.77, 0.027), (0.07, 0.09, 0.003), (0.97, 0.97, 0.96)),
        rod((0, 1.56, 0), (0, 1.63, 0), 0.012, (0.9, 0.93, 0.95), soft),
        tube([(0, 1.56, 0), (0.02, 1.3, 0.03), (-0.02, 1.1, 0.05), (0.0, 0.95, 0.04)], 0.0035, (0.9, 0.93, 0.95)),
    )


@register("a drip stand with two bags")
def iv_stand(*, width=0.6, height=2.0, depth=0.6, liquid=(0.85, 0.93, 0.97)):
    whole = concat_shapes(
        library_call("pole_part"),
        moved(library_call("bag_part", liquid=liquid), (0.16, 0.03, 0)),
        moved(library_call("bag_part", liquid=(0.93, 0.9, 0.7)), (-0.16, 0.03, 0)),
    )
    return fitted(whole, width, height, depth)
