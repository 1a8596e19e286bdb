# /// asset
# word = "gramophone"
# synonyms = ["phonograph", "victrola", "antique record player", "horn gramophone", "gramaphone"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "horn"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, hoop, moved, rod, round_wall, tube


@register("the wooden case with its turntable and crank")
def gramophone_case(*, look):
    brass = surface("brass")
    return concat_shapes(
        box((0, 0.012, 0), (0.4, 0.024, 0.4), *look),
        box((0, 0.095, 0), (0.35, 0.15, 0.35), *look),
        box((0, 0.174, 0), (0.39, 0.02, 0.39), *look),
        *[box((0, 0.095, s * 0.1765), (0.25, 0.08, 0.004), darker(look[0], 1.25), look[1]) for s in (-1, 1)],
        *[box((s * 0.1765, 0.095, 0), (0.004, 0.08, 0.25), darker(look[0], 1.25), look[1]) for s in (-1, 1)],
        rod((0, 0.183, 0.015), (0, 0.195, 0.015), 0.152, *surface("steel")),
        rod((0, 0.195, 0.015), (0, 0.199, 0.015), 0.148, (0.05, 0.05, 0.055), {"roughness": 0.25}),
        *[
            rod((0, 0.199, 0.015), (0, 0.1994 + 0.0003 * k, 0.015), r, (0.1 + 0.02 * (k % 2),) * 3, {"roughness": 0.3})
            for k, r in enumerate((0.138, 0.12, 0.1, 0.08))
        ],
        rod((0, 0.2, 0.015), (0, 0.2025, 0.015), 0.05, (0.75, 0.12, 0.12)),
        rod((0, 0.2, 0.015), (0, 0.21, 0.015), 0.004, *brass),
        tube([(0.17, 0.1, 0.05), (0.24, 0.1, 0.05), (0.24, 0.1, -0.04), (0.27, 0.1, -0.04)], 0.006, *brass),
        rod((0.262, 0.1, -0.04), (0.31, 0.1, -0.04), 0.013, *look),
    )


@register("the horn with its flared bell")
def gramophone_horn(*, horn):
    look = surface(horn)
    rows, parts, length = 46, [], 0.42
    for k in range(rows):
        t0, t1 = k / rows, (k + 1) / rows
        r0, r1 = (0.018 + 0.05 * t + 0.17 * t**4 for t in (t0, t1))
        parts.append(round_wall((r0, length * t0), (r1, length * t1), 0.004, *look, panels=20))
    inner = darker(look[0], 0.8)
    ribs = [
        tube(
            [
                moved_point(0.018 + 0.05 * t + 0.17 * t**4 + 0.001, length * t, 2 * math.pi * i / 10)
                for t in np.linspace(0.1, 1, 10)
            ],
            0.0025,
            inner,
            look[1],
        )
        for i in range(10)
    ]
    return concat_shapes(*parts, *ribs, moved(hoop(0.2385, 0.006, *look), (0, length, 0)))


def moved_point(radius, y, angle):
    return (radius * math.cos(angle), y, radius * math.sin(angle))


@register("the arm from the record up to the horn")
def gramophone_arm(*, horn):
    look = surface(horn)
    return concat_shapes(
        rod((0, 0.18, -0.17), (0, 0.25, -0.17), 0.024, *look),
        tube([(0, 0.25, -0.17), (0, 0.38, -0.2), (0, 0.45, -0.185), (0, 0.472, -0.15)], 0.019, *look),
        tube([(0, 0.255, -0.17), (0.07, 0.26, -0.12), (0.09, 0.25, 0.0), (0.07, 0.235, 0.06)], 0.011, *look),
        rod((0.062, 0.226, 0.072), (0.078, 0.23, 0.076), 0.027, *surface("steel")),
        rod((0.066, 0.223, 0.074), (0.062, 0.2, 0.078), 0.002, *surface("steel")),
    )


@register("an old gramophone with a brass horn and a crank")
def gramophone(*, width=0.52, height=0.8, depth=0.6, wood="mahogany", paint=None, horn="brass"):
    bell = moved(library_call("gramophone_horn", horn=horn), (0, 0.467, -0.16), 0.9, (1, 0, 0))
    whole = concat_shapes(
        library_call("gramophone_case", look=finish(wood, paint)), bell, library_call("gramophone_arm", horn=horn)
    )
    return fitted(whole, width, height, depth)
