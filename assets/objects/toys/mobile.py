# /// asset
# word = "mobile"
# synonyms = ["baby mobile", "crib mobile", "nursery mobile", "hanging mobile"]
# category = "toys"
# support = "ceiling"
# colors = ["first", "second"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, moved, rod, rotated, stretched


@register("the wooden cross with its cord")
def cross(*, reach, rise, wood):
    look = surface(wood)
    return concat_shapes(
        *[
            rod(
                (-reach * math.cos(a), 0, -reach * math.sin(a)),
                (reach * math.cos(a), 0, reach * math.sin(a)),
                reach * 0.035,
                *look,
            )
            for a in (0.0, math.pi / 2)
        ],
        *[
            ellipsoid((reach * math.cos(a), 0, reach * math.sin(a)), (reach * 0.06,) * 3, *look)
            for a in np.linspace(0, 2 * math.pi, 5)[:-1]
        ],
        ellipsoid((0, 0, 0), (reach * 0.1,) * 3, *look),
        rod((0, 0, 0), (0, rise, 0), reach * 0.012, (0.9, 0.88, 0.82)),
    )


@register("a star on its thread")
def hanging_star(*, size, drop, tone):
    rays = [
        moved(
            stretched(
                rotated(cone((0, 0, 0), (0, size, 0), size * 0.36, tone, {"roughness": 0.8}), i * 1.2566, (0, 0, 1)),
                (1, 1, 0.45),
            ),
            (0, -drop, 0),
        )
        for i in range(5)
    ]
    return concat_shapes(rod((0, -drop, 0), (0, 0, 0), size * 0.03, (0.9, 0.88, 0.82)), *rays)


@register("a cloud on its thread")
def hanging_cloud(*, size, drop, tone):
    puffs = [
        ellipsoid((x * size, -drop + y * size, 0), (r * size, r * size, r * size * 0.6), tone, {"roughness": 0.9})
        for x, y, r in (
            (0, 0.08, 0.5),
            (-0.5, -0.06, 0.36),
            (0.5, -0.06, 0.36),
            (0.22, -0.14, 0.36),
            (-0.22, -0.14, 0.36),
        )
    ]
    return concat_shapes(rod((0, -drop, 0), (0, 0, 0), size * 0.03, (0.9, 0.88, 0.82)), *puffs)


@register("a crescent moon on its thread")
def hanging_moon(*, size, drop, tone):
    arc = [
        ellipsoid(
            (size * 0.6 * math.cos(a), -drop + size * 0.6 * math.sin(a), 0),
            (size * (0.3 - 0.2 * abs(a - math.pi) / 1.9),) * 2 + (size * 0.16,),
            tone,
            {"roughness": 0.8},
        )
        for a in np.linspace(math.pi - 1.7, math.pi + 1.7, 13)
    ]
    return concat_shapes(rod((-size * 0.2, -drop + size * 0.5, 0), (0, 0, 0), size * 0.03, (0.9, 0.88, 0.82)), *arc)


@register("a baby's mobile of stars, a moon and clouds that hang from a cross")
def mobile(*, width=0.5, height=0.6, first=(0.98, 0.82, 0.35), second=(0.55, 0.72, 0.9), wood="beech"):
    reach, low = 0.21, 0.16
    rise = 0.24 + max(height - 0.6, 0.0)  # only the cord is longer

    def at(k, shape):
        return moved(shape, (reach * math.cos(k * math.pi / 2), 0, reach * math.sin(k * math.pi / 2)))

    white = (0.97, 0.97, 0.98)
    whole = concat_shapes(
        library_call("cross", reach=reach, rise=rise, wood=wood),
        at(0, library_call("hanging_star", size=0.05, drop=low, tone=first)),
        at(1, library_call("hanging_cloud", size=0.06, drop=low * 1.3, tone=second)),
        at(2, library_call("hanging_cloud", size=0.06, drop=low * 0.9, tone=white)),
        at(3, library_call("hanging_star", size=0.05, drop=low * 1.35, tone=(0.93, 0.6, 0.65))),
        library_call("hanging_moon", size=0.075, drop=low * 1.6, tone=first),
    )
    return fitted(whole, width, height, width)
