# /// asset
# word = "mug"
# synonyms = ["coffee mug", "coffee cup", "tea mug", "cup of coffee", "cocoa mug"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "drink"]
# materials = ["ware"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import finish, moved, pipe, rod, round_wall


@register("the cup of the mug")
def cup_body(*, radius, height, glaze, drink, shine):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), radius * 0.9, glaze, shine),
        rod((0, height * 0.04, 0), (0, height * 0.8, 0), radius * 0.97, glaze, shine),
        rod((0, height * 0.8, 0), (0, height * 0.82, 0), radius * 0.92, drink, {"roughness": 0.15}),
        round_wall((radius, height * 0.05), (radius, height), radius * 0.1, glaze, shine, panels=36),
    )


@register("the loop handle")
def handle(*, radius, height, reach, glaze, shine):
    angles = np.linspace(-1.45, 1.45, 9)
    arc = [(radius * 0.93 + reach * math.cos(a) * 0.9, height * (0.5 + 0.33 * math.sin(a)), 0) for a in angles]
    return pipe(arc, reach * 0.2, glaze, shine)


@register("a ceramic mug of coffee with a loop handle")
def mug(*, width=0.12, height=0.095, depth=0.085, glaze=None, drink=(0.2, 0.11, 0.06), ware="brick red ceramic"):
    glaze, shine = finish(ware, glaze)
    radius = depth / 2
    reach = (width - depth) * 0.98
    whole = concat_shapes(
        library_call("cup_body", radius=radius, height=height, glaze=glaze, drink=drink, shine=shine),
        library_call("handle", radius=radius, height=height, reach=reach, glaze=glaze, shine=shine),
    )
    return moved(whole, (radius - width / 2, 0, 0))
