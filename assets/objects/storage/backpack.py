# /// asset
# word = "backpack"
# synonyms = ["rucksack", "school bag", "schoolbag", "book bag", "knapsack", "hiking backpack", "backpacks"]
# category = "storage"
# support = "floor"
# colors = ["cloth", "trim"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import arc, box, darker, ellipsoid, fitted, stretched, tube


@register("the main bag with its flap")
def main_bag(*, cloth, trim):
    soft = {"roughness": 0.85}
    rows = [
        ellipsoid((0, y, 0), (0.155 - 0.02 * max(0.0, (y - 0.3) / 0.12) ** 2, 0.05, 0.08), cloth, soft)
        for y in np.linspace(0.03, 0.4, 20)
    ]
    zip_line = [(x, y, 0.055) for x, y in arc(0.14, 0.15, math.pi - 0.15, 14, (0, 0.27))]
    return concat_shapes(
        box((0, 0.18, 0), (0.27, 0.32, 0.13), cloth, soft),
        *rows,
        tube(zip_line, 0.0055, trim),
        tube([(-0.04, 0.42, -0.03), (-0.03, 0.455, -0.03), (0.03, 0.455, -0.03), (0.04, 0.42, -0.03)], 0.008, trim),
    )


@register("the front pocket")
def pocket(*, cloth, trim):
    return concat_shapes(
        ellipsoid((0, 0.14, 0.085), (0.12, 0.105, 0.04), darker(cloth, 0.85), {"roughness": 0.85}),
        box((0, 0.14, 0.075), (0.21, 0.17, 0.06), darker(cloth, 0.85), {"roughness": 0.85}),
        tube([(-0.095, 0.205, 0.106), (0, 0.215, 0.112), (0.095, 0.205, 0.106)], 0.005, trim),
        box((0.08, 0.19, 0.114), (0.008, 0.03, 0.006), (0.85, 0.85, 0.86)),
    )


@register("a shoulder strap")
def strap(*, trim):
    return tube([(0.07, 0.4, -0.07), (0.085, 0.36, -0.11), (0.09, 0.22, -0.115), (0.1, 0.08, -0.08)], 0.017, trim)


@register("a backpack with a front pocket")
def backpack(*, width=0.34, height=0.46, depth=0.24, cloth=(0.22, 0.36, 0.6), trim=(0.14, 0.14, 0.16)):
    whole = concat_shapes(
        library_call("main_bag", cloth=cloth, trim=trim),
        library_call("pocket", cloth=cloth, trim=trim),
        library_call("strap", trim=trim),
        stretched(library_call("strap", trim=trim), (-1, 1, 1)),
    )
    return fitted(whole, width, height, depth)
