# /// asset
# word = "calendar"
# synonyms = ["wall calendar", "monthly calendar", "hanging calendar", "year calendar"]
# stands_for = ["calendar board", "advent calendar", "desk calendar"]
# category = "decor"
# support = "wall"
# colors = ["accent"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, hoop, moved, rod, tube


@register("the sheets on their spiral")
def calendar_sheets():
    paper = ((0.97, 0.96, 0.93), {"roughness": 0.85})
    steel = surface("steel")
    rings = [
        moved(hoop(0.007, 0.0012, *steel, parts=12), (x, 0.445, 0.005), math.pi / 2, (0, 0, 1))
        for x in np.linspace(-0.13, 0.13, 23)
    ]
    nail = [
        rod((0, 0.47, 0.0), (0, 0.47, 0.012), 0.0035, *steel),
        tube([(-0.02, 0.447, 0.006), (0, 0.47, 0.006), (0.02, 0.447, 0.006)], 0.0012, *steel),
    ]
    return concat_shapes(
        box((0, 0.22, 0.002), (0.31, 0.44, 0.003), (0.9, 0.89, 0.86)),
        box((0.001, 0.222, 0.0045), (0.31, 0.44, 0.003), *paper),
        *rings,
        *nail,
    )


@register("the picture of hills by a lake")
def calendar_picture():
    z = 0.0062
    return concat_shapes(
        box((0, 0.335, z), (0.28, 0.18, 0.001), (0.55, 0.78, 0.93)),
        rod((0.07, 0.385, z), (0.07, 0.385, z + 0.0014), 0.019, (0.99, 0.85, 0.4)),
        *[
            moved(box((0, 0, 0), (s, s, 0.001), tone), (x, 0.305, z + d), math.pi / 4, (0, 0, 1))
            for x, s, tone, d in ((-0.07, 0.075, (0.42, 0.5, 0.58), 0.0016), (-0.01, 0.06, (0.5, 0.58, 0.64), 0.0028))
        ],
        box((0, 0.283, z + 0.004), (0.28, 0.07, 0.001), (0.35, 0.58, 0.35)),
        box((0.05, 0.265, z + 0.0052), (0.13, 0.014, 0.001), (0.3, 0.55, 0.78)),
    )


@register("the month's name and its days")
def calendar_days(*, accent):
    z, ink = 0.0063, (0.2, 0.2, 0.22)
    name = [box((-0.035 + 0.0175 * i, 0.222, z + 0.0012), (0.0085, 0.014, 0.001), (0.98, 0.97, 0.95)) for i in range(5)]
    days = []
    for row in range(5):
        for col in range(7):
            if (row, col) in ((0, 0), (0, 1), (4, 5), (4, 6)):
                continue
            x, y = (col - 3) * 0.039, 0.168 - row * 0.036
            tone = accent if col == 6 else ink
            days.append(box((x, y, z), (0.006, 0.012, 0.001), tone))
            if row > 1:
                days.append(box((x + 0.009, y, z), (0.006, 0.012, 0.001), tone))
    lines = [box((0, 0.186 - row * 0.036, z), (0.28, 0.0012, 0.001), (0.75, 0.74, 0.72)) for row in range(6)]
    lines += [
        box(((col - 3.5) * 0.039, 0.096, z + 0.0012), (0.0012, 0.18, 0.001), (0.75, 0.74, 0.72)) for col in range(8)
    ]
    mark = moved(hoop(0.015, 0.0012, accent, parts=24), (0.0435, 0.096, z + 0.001), math.pi / 2, (1, 0, 0))
    return concat_shapes(box((0, 0.222, z), (0.28, 0.03, 0.001), accent), *name, *days, *lines, mark)


@register("a wall calendar with a picture above the days of a month")
def calendar(*, width=0.31, height=0.47, depth=0.014, accent=(0.75, 0.2, 0.18)):
    whole = concat_shapes(
        library_call("calendar_sheets"), library_call("calendar_picture"), library_call("calendar_days", accent=accent)
    )
    return fitted(whole, width, height, depth)
