# /// asset
# word = "pie"
# synonyms = ["apple pie", "cherry pie", "fruit pie", "tart", "tarts", "pies", "lattice pie", "pumpkin pie"]
# stands_for = ["quiche", "cheesecake", "cheese cake", "cobbler"]
# category = "food"
# support = "surface"
# colors = ["crust", "filling"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, rod, rotated, round_wall


@register("the dish")
def pie_dish():
    china = surface("porcelain")
    return concat_shapes(
        rod((0, 0, 0), (0, 0.006, 0), 0.1, *china), round_wall((0.1, 0.004), (0.128, 0.036), 0.006, *china, panels=48)
    )


@register("the filling under a lattice of dough with a crimped rim")
def pie_crust(*, crust, filling):
    baked = {"roughness": 0.75}
    strips = []
    for k in range(6):
        x = -0.09 + 0.036 * k
        half = math.sqrt(0.116**2 - x**2)
        for i in range(13):
            z = -half + (i + 0.5) * 2 * half / 13
            up = 0.0015 * math.cos(math.pi * (z / 0.036 + k))
            strips.append(box((x, 0.0395 + up, z), (0.017, 0.006, 2 * half / 13 * 1.02), crust, baked))
            strips.append(
                box((z, 0.0395 - up + 0.0016, x), (2 * half / 13 * 1.02, 0.006, 0.017), darker(crust, 0.93), baked)
            )
    rim = [
        rotated(
            ellipsoid((0.12, 0.0405, 0), (0.014, 0.0085, 0.0095), darker(crust, 0.95 + 0.05 * (k % 2)), baked),
            2 * math.pi * k / 44,
        )
        for k in range(44)
    ]
    bits = [
        ellipsoid(
            (0.02 * a * math.cos(2.4 * a), 0.0345, 0.02 * a * math.sin(2.4 * a)),
            (0.011, 0.006, 0.011),
            darker(filling, 0.8 + 0.1 * (k % 4)),
            {"roughness": 0.15},
        )
        for k, a in enumerate(np.linspace(0.6, 5.1, 42))
    ]
    return concat_shapes(
        lathe([(0.094, 0.007), (0.118, 0.035)], filling, {"roughness": 0.2}, slices=12), *bits, *strips, *rim
    )


@register("a fruit pie with a lattice crust in its dish")
def pie(*, width=0.268, height=0.049, depth=0.268, crust=(0.83, 0.6, 0.32), filling=(0.62, 0.1, 0.12)):
    whole = concat_shapes(library_call("pie_dish"), library_call("pie_crust", crust=crust, filling=filling))
    return fitted(whole, width, height, depth)
