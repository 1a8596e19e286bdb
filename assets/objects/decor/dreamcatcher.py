# /// asset
# word = "dreamcatcher"
# synonyms = ["dream catcher", "dreamcatchers", "boho dreamcatcher"]
# category = "decor"
# support = "wall"
# colors = ["ring", "feather"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, hoop, moved, rod, rotated, tube


@register("the ring with its web")
def web(*, ring):
    thread = ((0.9, 0.86, 0.76), {"roughness": 0.9})
    radius = 0.15
    windings = [
        moved(
            hoop(0.0105, 0.0022, darker(ring, 1.2), parts=10),
            (radius * math.cos(a), radius * math.sin(a), 0),
            a,
            (0, 0, 1),
        )
        for a in np.linspace(0, 2 * math.pi, 61)[:-1]
    ]
    cords, inner = [], [(radius * math.cos(a), radius * math.sin(a), 0) for a in np.linspace(0, 2 * math.pi, 13)[:-1]]
    for _ in range(6):
        middle = [
            tuple(0.5 * (p + q) * 0.9 for p, q in zip(a, b, strict=True))
            for a, b in zip(inner, inner[1:] + inner[:1], strict=True)
        ]
        for i, m in enumerate(middle):
            cords += [rod(inner[i], m, 0.0009, *thread), rod(inner[(i + 1) % 12], m, 0.0009, *thread)]
        inner = middle
    beads = [
        ellipsoid((x, y, 0.001), (0.0065,) * 3, tone, {"roughness": 0.2})
        for x, y, tone in (
            (0.05, 0.04, (0.2, 0.6, 0.62)),
            (-0.06, 0.01, (0.75, 0.3, 0.2)),
            (0.02, -0.07, (0.2, 0.6, 0.62)),
            (0, 0, (0.75, 0.3, 0.2)),
        )
    ]
    return concat_shapes(
        rotated(hoop(radius, 0.009, ring, {"roughness": 0.8}, parts=48), math.pi / 2, (1, 0, 0)),
        *windings,
        *cords,
        *beads,
        tube([(-0.012, 0.155, 0), (0, 0.225, 0), (0.012, 0.155, 0)], 0.0018, *thread),
    )


@register("a feather on a cord with beads")
def hanging_feather(*, length, feather):
    barbs = []
    for t in np.linspace(0, 1, 20):
        reach = 0.026 * math.sin(math.pi * (0.12 + 0.83 * t)) ** 0.8
        y = -length - 0.02 - 0.12 * t
        tone = darker(feather, 0.62) if t > 0.78 else feather
        barbs += [rod((0, y, 0), (s * reach, y - 0.017, 0.001), 0.0034, tone, {"roughness": 0.9}) for s in (-1, 1)]
    return concat_shapes(
        rod((0, 0, 0), (0, -length, 0), 0.0013, (0.9, 0.86, 0.76)),
        ellipsoid((0, -length + 0.012, 0), (0.008, 0.007, 0.008), (0.2, 0.6, 0.62), {"roughness": 0.2}),
        ellipsoid((0, -length - 0.001, 0), (0.0065, 0.006, 0.0065), (0.75, 0.3, 0.2), {"roughness": 0.2}),
        rod((0, -length, 0), (0, -length - 0.15, 0), 0.0016, darker(feather, 0.5)),
        *barbs,
    )


@register("a dreamcatcher with a web, beads and hanging feathers")
def dreamcatcher(*, width=0.32, height=0.72, depth=0.026, ring=(0.5, 0.33, 0.2), feather=(0.93, 0.9, 0.84)):
    def at(x, length):
        y = -math.sqrt(0.15**2 - x**2)
        return moved(library_call("hanging_feather", length=length, feather=feather), (x, y, 0))

    whole = concat_shapes(library_call("web", ring=ring), at(-0.085, 0.1), at(0.0, 0.14), at(0.085, 0.1))
    return fitted(whole, width, height, depth)
