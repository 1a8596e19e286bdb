# /// asset
# word = "park bench"
# synonyms = ["garden bench", "bench with a back", "outdoor bench", "street bench", "wooden park bench", "porch bench"]
# stands_for = ["bus stop bench"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["wood", "iron"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, tube


@register("a side of curled iron")
def side(*, look):
    arm = [(0, 0.4, 0.2), (0, 0.6, 0.21), (0, 0.655, 0.16), (0, 0.655, -0.05), (0, 0.64, -0.2)]
    curl = [(0, 0.6 + 0.04 * math.sin(a), 0.21 + 0.04 * math.cos(a)) for a in np.linspace(1.5, -2.4, 9)]
    scroll = [(0, 0.52 + 0.07 * math.sin(a), 0.02 + 0.07 * math.cos(a)) for a in np.linspace(-1.57, 4.7, 15)]
    return concat_shapes(
        tube([(0, 0.012, 0.27), (0, 0.06, 0.25), (0, 0.3, 0.19), (0, 0.42, 0.2)], 0.02, *look),
        tube([(0, 0.012, -0.3), (0, 0.07, -0.27), (0, 0.42, -0.18), (0, 0.7, -0.24), (0, 0.88, -0.3)], 0.02, *look),
        tube([(0, 0.4, 0.22), (0, 0.385, 0.05), (0, 0.4, -0.19)], 0.02, *look),
        tube([(0, 0.18, 0.215), (0, 0.25, 0.0), (0, 0.18, -0.24)], 0.013, *look),
        tube(arm, 0.018, *look),
        tube(curl, 0.013, *look),
        tube(scroll, 0.012, *look),
        *[rod((-0.02, 0.008, z), (0.02, 0.008, z), 0.008, *look) for z in (0.27, -0.3)],
    )


@register("the slats of seat and back")
def slats(*, width, look):
    seat = [
        box((0, 0.425 - 0.012 * (1 - abs(i - 2) / 2), 0.19 - 0.088 * i), (width - 0.04, 0.028, 0.07), *look)
        for i in range(5)
    ]
    back = [
        moved(
            box((0, 0, 0), (width - 0.04, 0.075, 0.026), *look),
            (0, 0.52 + 0.097 * i, -0.185 - 0.026 * i),
            -0.24,
            (1, 0, 0),
        )
        for i in range(4)
    ]
    return concat_shapes(*seat, *back)


@register("a slatted park bench with a back and curled iron sides")
def park_bench(*, width=1.5, height=0.9, depth=0.66, paint=None, wood="teak", iron="wrought iron"):
    metal = finish(iron)
    whole = concat_shapes(
        *[moved(library_call("side", look=metal), (x * (width / 2 - 0.06), 0, 0)) for x in (-1, 1)],
        library_call("slats", width=width, look=finish(wood, paint)),
    )
    return fitted(whole, width, height, depth)
