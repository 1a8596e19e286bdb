# /// asset
# word = "trivet"
# synonyms = ["hot pad", "pot stand", "iron trivet"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["iron"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, hoop, moved, rod, rotated, tube


@register("the two rings and the scrolls between them")
def grid(*, look):
    scrolls = []
    for i in range(6):
        for s in (-1, 1):
            curl = [
                (s * (0.012 + r * math.sin(a)), 0, 0.072 - r * math.cos(a) * 0.9)
                for a, r in zip(np.linspace(0.2, 5.4, 14), np.linspace(0.017, 0.006, 14), strict=True)
            ]
            line = tube([(0, 0, 0.034), (s * 0.003, 0, 0.045), *curl], 0.0026, *look)
            scrolls.append(moved(line, (0, 0.026, 0), i * math.pi / 3))
    bars = [
        rotated(rod((0, 0.026, 0.034), (0, 0.026, 0.094), 0.0026, *look), (i + 0.5) * math.pi / 3) for i in range(6)
    ]
    return concat_shapes(
        hoop(0.096, 0.005, *look, center=(0, 0.026, 0), parts=40),
        hoop(0.034, 0.004, *look, center=(0, 0.026, 0), parts=28),
        *scrolls,
        *bars,
    )


@register("a foot")
def foot(*, look):
    return concat_shapes(
        rod((0, 0.005, 0.1), (0, 0.026, 0.096), 0.0045, *look),
        ellipsoid((0, 0.005, 0.101), (0.007, 0.005, 0.007), *look),
    )


@register("a round wrought-iron trivet of scrolls on three feet, to set hot pots on")
def trivet(*, width=0.21, height=0.032, depth=0.21, paint=None, iron="wrought iron"):
    look = finish(iron, paint)
    feet = [rotated(library_call("foot", look=look), i * 2 * math.pi / 3) for i in range(3)]
    return fitted(concat_shapes(library_call("grid", look=look), *feet), width, height, depth)
