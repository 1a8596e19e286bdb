# /// asset
# word = "garland"
# synonyms = ["evergreen garland", "christmas garland", "holiday garland", "fir garland", "pine garland", "leafy garland"]
# stands_for = ["flower garland", "mistletoe", "holly"]
# category = "decor"
# support = "wall"
# colors = ["leaf", "bow"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rod, tube

SPAN = 0.72


def sag(x):
    """The height of the garland at `x`: two swags between three nails."""
    t = (x / SPAN) % 1.0
    return 0.3 - 0.2 * (1 - (2 * t - 1) ** 2) ** 0.9


@register("the needles along the swags")
def greenery(*, leaf):
    parts, xs = [], np.linspace(-SPAN, SPAN, 110)
    for k, x in enumerate(xs):
        y = sag(x)
        for j in range(4):
            a = 1.7 * k + math.pi * j / 2
            tilt = 0.4 * math.sin(2.3 * k + j)
            end = (x + 0.03 * tilt, y + 0.05 * math.sin(a), 0.05 + 0.042 * math.cos(a))
            parts.append(cone((x, y, 0.05), end, 0.012, darker(leaf, 0.75 + 0.14 * ((k + j) % 4)), {"roughness": 0.8}))
    stem = tube([(x, sag(x), 0.05) for x in xs[::5]] + [(SPAN, 0.3, 0.05)], 0.008, darker(leaf, 0.6))
    return concat_shapes(stem, *parts)


@register("the baubles")
def baubles(*, bow):
    gold = surface("gold")
    return concat_shapes(
        *[
            ellipsoid(
                (x, sag(x) + 0.012 * math.sin(9 * x), 0.092),
                (0.019,) * 3,
                *((bow, {"roughness": 0.12}) if k % 2 else gold),
            )
            for k, x in enumerate(np.linspace(-0.6, 0.6, 9))
        ]
    )


@register("a bow with its tails")
def ribbon_bow(*, bow):
    silk = {"roughness": 0.4}
    return concat_shapes(
        *[
            moved(ellipsoid((s * 0.045, 0, 0), (0.045, 0.03, 0.014), bow, silk), (0, 0.012, 0.1), s * 0.25, (0, 0, 1))
            for s in (-1, 1)
        ],
        *[
            moved(
                ellipsoid((s * 0.045, 0, 0.008), (0.028, 0.016, 0.01), darker(bow, 0.6), silk),
                (0, 0.012, 0.1),
                s * 0.25,
                (0, 0, 1),
            )
            for s in (-1, 1)
        ],
        ellipsoid((0, 0.012, 0.108), (0.015, 0.017, 0.013), bow, silk),
        *[
            moved(box((0, -0.062, 0), (0.026, 0.12, 0.004), bow, silk), (0, 0.01, 0.1), s * 0.22, (0, 0, 1))
            for s in (-1, 1)
        ],
        rod((0, 0.01, 0), (0, 0.01, 0.06), 0.005, *surface("steel")),
    )


@register("a green garland hung in two swags with bows and baubles")
def garland(*, width=1.6, height=0.36, depth=0.12, leaf=(0.13, 0.36, 0.17), bow=(0.78, 0.1, 0.12)):
    one = library_call("ribbon_bow", bow=bow)
    whole = concat_shapes(
        library_call("greenery", leaf=leaf),
        library_call("baubles", bow=bow),
        *[moved(one, (x, 0.3, 0)) for x in (-SPAN, 0, SPAN)],
    )
    return fitted(whole, width, height, depth)
