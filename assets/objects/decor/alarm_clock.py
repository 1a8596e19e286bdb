# /// asset
# word = "alarm clock"
# synonyms = ["bedside clock", "twin bell alarm clock", "table clock", "desk clock"]
# stands_for = ["timer", "kitchen timer"]
# category = "decor"
# support = "surface"
# colors = ["paint", "face"]
# materials = ["metal"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated


@register("the round case with face and hands")
def clock_drum(*, radius, depth, paint, face):
    dark = (0.1, 0.1, 0.11)
    ticks = loop(
        12,
        lambda i: rotated(
            box((0, radius * 0.72, depth / 2 + 0.001), (radius * 0.06, radius * 0.14, 0.002), dark),
            i * math.pi / 6,
            (0, 0, 1),
        ),
    )
    hands = [
        rotated(
            box((0, length * 0.45, depth / 2 + 0.002), (width, length, 0.002), dark), -math.radians(angle), (0, 0, 1)
        )
        for length, width, angle in ((radius * 0.5, radius * 0.09, 300), (radius * 0.72, radius * 0.06, 60))
    ]
    return concat_shapes(
        rod((0, 0, -depth / 2), (0, 0, depth / 2 - 0.001), radius, paint, {"roughness": 0.3}),
        rod((0, 0, -depth * 0.4), (0, 0, depth / 2), radius * 0.88, face),
        ticks,
        *hands,
        rod((0, 0, depth / 2), (0, 0, depth / 2 + 0.005), radius * 0.07, dark),
    )


@register("a bell with its stem")
def bell(*, radius, metal):
    return concat_shapes(
        ellipsoid((0, radius * 0.55, 0), (radius, radius * 0.62, radius), *surface(metal)),
        rod((0, -radius * 0.3, 0), (0, radius * 0.3, 0), radius * 0.14, *surface(metal)),
        ellipsoid((0, radius * 1.2, 0), (radius * 0.15,) * 3, *surface(metal)),
    )


@register("the handle and the hammer between the bells")
def top_handle(*, radius, metal):
    arc = [
        (radius * 0.72 * math.cos(a), radius * (1.28 + 0.42 * math.sin(a)), 0)
        for a in np.linspace(0.1, math.pi - 0.1, 8)
    ]
    rods = [rod(a, b, radius * 0.045, *surface(metal)) for a, b in itertools.pairwise(arc)]
    return concat_shapes(
        *rods,
        rod((0, radius, 0), (0, radius * 1.3, 0), radius * 0.04, *surface(metal)),
        box((0, radius * 1.33, 0), (radius * 0.22, radius * 0.12, radius * 0.12), *surface(metal)),
    )


@register("a twin-bell alarm clock on two feet")
def alarm_clock(
    *, width=0.115, height=0.16, depth=0.06, paint=(0.8, 0.2, 0.18), face=(0.97, 0.96, 0.92), metal="brass"
):
    radius = width / 2
    feet = [
        concat_shapes(
            rod(
                (side * radius * 0.45, -radius * 0.8, 0),
                (side * radius * 0.72, -radius * 1.18, 0),
                radius * 0.07,
                *surface(metal),
            ),
            rod(
                (side * radius * 0.73, -radius * 1.2, -depth * 0.42),
                (side * radius * 0.73, -radius * 1.2, depth * 0.42),
                radius * 0.1,
                *surface(metal),
            ),
        )
        for side in (-1, 1)
    ]
    bells = [
        rotated(
            moved(library_call("bell", radius=radius * 0.38, metal=metal), (0, radius * 1.08, 0)),
            -side * 0.62,
            (0, 0, 1),
        )
        for side in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("clock_drum", radius=radius, depth=depth * 0.9, paint=paint, face=face),
        *feet,
        *bells,
        library_call("top_handle", radius=radius, metal=metal),
    )
    return fitted(whole, width, height, depth)
