# /// asset
# word = "ceiling fan"
# synonyms = ["overhead fan", "ceiling fan light", "ceiling fan with light", "rotating ceiling fan"]
# category = "appliances"
# support = "ceiling"
# colors = ["metal"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, lathe, moved, rod, rotated


@register("the rod with its motor")
def motor_part(*, metal):
    look = {"metallic": 0.7, "roughness": 0.35}
    return concat_shapes(
        lathe([(0.03, 0.44), (0.07, 0.48), (0.07, 0.5)], metal, look, slices=14),
        rod((0, 0.22, 0), (0, 0.46, 0), 0.014, metal, look),
        lathe([(0.06, 0.1), (0.12, 0.14), (0.12, 0.2), (0.06, 0.24)], metal, look, slices=30),
    )


@register("one blade on its arm")
def blade_part(*, wood, metal):
    look = surface(wood)
    board = [box((0.2 + 0.42 * t, 0, 0), (0.016, 0.01, 0.1 + 0.05 * t**0.6), *look) for t in np.linspace(0, 1, 28)]
    return concat_shapes(
        moved(concat_shapes(*board), (0, 0.17, 0), 0.16, (1, 0, 0)),
        box((0.15, 0.165, 0), (0.12, 0.012, 0.05), metal, {"metallic": 0.7, "roughness": 0.35}),
    )


@register("the lamp")
def lamp_part():
    return concat_shapes(
        rod((0, 0.07, 0), (0, 0.11, 0), 0.075, (0.9, 0.9, 0.88)),
        ellipsoid((0, 0.07, 0), (0.085, 0.07, 0.085), (1.0, 0.96, 0.86), {"emission": 1.2}),
    )


@register("a ceiling fan with five blades and a lamp")
def ceiling_fan(*, width=1.25, height=0.5, depth=1.25, metal=(0.72, 0.6, 0.42), wood="walnut", turned=0.0):
    middle = concat_shapes(library_call("motor_part", metal=metal), library_call("lamp_part"))
    one = library_call("blade_part", wood=wood, metal=metal)

    def rotor(angle):
        return loop(5, lambda i: rotated(one, angle + i * 2 * math.pi / 5))

    whole = concat_shapes(middle, rotor(math.radians(turned)))
    return fitted(whole, width, height, depth, like=concat_shapes(middle, rotor(0.0)))
