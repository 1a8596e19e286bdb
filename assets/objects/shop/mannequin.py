# /// asset
# word = "mannequin"
# synonyms = ["dress form", "tailor's dummy", "dressmaker's dummy", "shop dummy", "manikin"]
# category = "shop"
# support = "floor"
# colors = ["cloth"]
# materials = ["stand"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, moved, rod, stretched


@register("the torso with its waist and bust")
def torso(*, height, width, depth, cloth):
    look = (cloth, {"roughness": 0.95})
    profile = [
        (0.44, 0.0),
        (0.5, 0.06),
        (0.5, 0.14),
        (0.42, 0.26),
        (0.33, 0.38),
        (0.34, 0.44),
        (0.41, 0.56),
        (0.45, 0.66),
        (0.44, 0.74),
        (0.4, 0.82),
        (0.26, 0.88),
        (0.15, 0.92),
        (0.13, 1.0),
    ]
    body = stretched(lathe([(r, y) for r, y in profile], *look, slices=60), (width, height, depth))
    bust = [
        ellipsoid((x * width * 0.19, height * 0.66, depth * 0.34), (width * 0.17, height * 0.1, depth * 0.2), *look)
        for x in (-1, 1)
    ]
    shoulders = [
        ellipsoid((x * width * 0.38, height * 0.79, 0), (width * 0.13, height * 0.075, depth * 0.28), *look)
        for x in (-1, 1)
    ]
    return concat_shapes(
        body,
        *bust,
        *shoulders,
        *[
            ellipsoid(
                (x * width * 0.5, height * 0.77, 0), (width * 0.02, height * 0.06, depth * 0.18), *surface("walnut")
            )
            for x in (-1, 1)
        ],
    )


@register("the neck cap with its knob")
def neck_cap(*, radius, height, stand):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.3, 0), radius, *surface(stand)),
        ellipsoid((0, height * 0.6, 0), (radius * 0.4, height * 0.4, radius * 0.4), *surface(stand)),
    )


@register("the pole on three curved feet")
def pole(*, height, reach, stand):
    look = surface(stand)
    feet = loop(
        3,
        lambda i: concat_shapes(
            rod(
                (0, height * 0.22, 0),
                (reach * 0.55 * math.cos(i * 2.094 + 0.52), height * 0.1, reach * 0.55 * math.sin(i * 2.094 + 0.52)),
                0.016,
                *look,
            ),
            rod(
                (reach * 0.55 * math.cos(i * 2.094 + 0.52), height * 0.1, reach * 0.55 * math.sin(i * 2.094 + 0.52)),
                (reach * math.cos(i * 2.094 + 0.52), 0.016, reach * math.sin(i * 2.094 + 0.52)),
                0.015,
                *look,
            ),
            ellipsoid(
                (reach * 0.55 * math.cos(i * 2.094 + 0.52), height * 0.1, reach * 0.55 * math.sin(i * 2.094 + 0.52)),
                (0.016,) * 3,
                *look,
            ),
            ellipsoid(
                (reach * math.cos(i * 2.094 + 0.52), 0.018, reach * math.sin(i * 2.094 + 0.52)),
                (0.02, 0.018, 0.02),
                *look,
            ),
        ),
    )
    return concat_shapes(
        lathe(
            [
                (0.022, height * 0.14),
                (0.034, height * 0.2),
                (0.018, height * 0.3),
                (0.026, height * 0.5),
                (0.017, height * 0.7),
                (0.02, height),
            ],
            *look,
            slices=20,
        ),
        feet,
    )


@register("a tape measure around the neck")
def tape_measure(*, width, height, depth):
    gold = (0.95, 0.8, 0.25)
    loop_points = [
        (width * 0.2 * math.cos(a), height * 0.9 - height * 0.03 * math.sin(a), depth * 0.32 * math.sin(a))
        for a in np.linspace(-0.4, math.pi + 0.4, 12)
    ]
    ends = [
        [
            (x * width * 0.15, height * 0.86, depth * 0.27),
            (x * width * 0.17, height * 0.76, depth * 0.5),
            (x * width * 0.17, height * (0.5 - 0.06 * x), depth * 0.5),
        ]
        for x in (-1, 1)
    ]
    return concat_shapes(
        *[rod(a, b, 0.006, gold) for path in (loop_points, *ends) for a, b in itertools.pairwise(path)]
    )


@register("a dressmaker's mannequin torso on a turned stand")
def mannequin(*, width=0.42, height=1.5, depth=0.42, cloth=(0.87, 0.79, 0.66), stand="walnut"):
    base, tall = height * 0.47, height * 0.49
    whole = concat_shapes(
        library_call("pole", height=base * 1.05, reach=0.21, stand=stand),
        moved(
            concat_shapes(
                library_call("torso", height=tall, width=0.38, depth=0.25, cloth=cloth),
                library_call("tape_measure", width=0.38, height=tall, depth=0.25),
            ),
            (0, base, 0),
        ),
        moved(library_call("neck_cap", radius=0.05, height=height * 0.04, stand=stand), (0, base + tall, 0)),
    )
    return fitted(whole, width, height, depth)
