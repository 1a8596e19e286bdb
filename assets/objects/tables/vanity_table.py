# /// asset
# word = "vanity table"
# synonyms = ["dressing table", "makeup table", "make-up table", "vanity desk", "makeup vanity", "dresser table with mirror"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["wood", "handles"]
# [joints.drawer]
# reach = 0.75
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import (
    beam,
    box,
    ellipsoid,
    finish,
    fitted,
    lathe,
    moved,
    rod,
    stretched,
    tinted,
    tray,
    tube,
)


@register("a drawer with a knob")
def drawer(*, width, look, metal):
    return concat_shapes(
        box((0, 0, 0), (width - 0.012, 0.11, 0.018), tinted(look[0], 1.04), look[1]),
        box((0, 0, 0.0075), (width - 0.06, 0.07, 0.008), tinted(look[0], 0.93), look[1]),
        tray((0, -0.047, -0.189), (width - 0.04, 0.085, 0.36), 0.007, tinted(look[0], 0.95), look[1]),
        rod((0, 0, 0.005), (0, 0, 0.03), 0.006, *metal),
        ellipsoid((0, 0, 0.035), (0.015, 0.015, 0.012), *metal),
    )


@register("the table with its drawers and curved legs")
def table_part(*, look, metal):
    legs = [
        concat_shapes(
            *[
                beam(
                    (x * (0.47 + a), y, z * (0.17 + a * 0.5)), (x * (0.47 + b), w, z * (0.17 + b * 0.5)), (s, s), *look
                )
                for (a, y), (b, w), s in (
                    ((0.0, 0.0), (0.012, 0.03), 0.038),
                    ((-0.004, 0.02), (0.0, 0.3), 0.03),
                    ((0.0, 0.28), (0.015, 0.56), 0.042),
                )
            ]
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    frame = tinted(look[0], 0.95), look[1]
    drawers = [
        moved(library_call("drawer", width=w, look=look, metal=metal), (x, 0.645, 0.205))
        for x, w in ((-0.36, 0.28), (0, 0.4), (0.36, 0.28))
    ]
    return concat_shapes(
        box((0, 0.735, 0), (1.1, 0.028, 0.46), *look),
        *[box((0, y, -0.005), (1.04, tall, 0.4), *frame) for y, tall in ((0.573, 0.03), (0.7125, 0.019))],
        box((0, 0.6455, -0.199), (1.04, 0.115, 0.012), *frame),
        *[
            box((s * x, 0.6455, 0.001), (w, 0.115, 0.388), *frame)
            for s in (-1, 1)
            for x, w in ((0.21, 0.03), (0.508, 0.024))
        ],
        *drawers,
        *legs,
    )


@register("the oval mirror between its posts")
def mirror_part(*, look, metal):
    oval = [(0.27 * math.cos(a), 1.09 + 0.33 * math.sin(a), -0.14) for a in np.linspace(0, 2 * math.pi, 33)]
    pane = rod((0, 0, -0.148), (0, 0, -0.136), 1.0, *surface("mirror"))
    profile = [(0.03, 0.75), (0.016, 0.78), (0.022, 0.9), (0.014, 1.0), (0.02, 1.1), (0.02, 1.13)]
    post = lathe([*profile, (0.01, 1.14), (0.018, 1.17), (0.006, 1.19)], *look, slices=26)
    return concat_shapes(
        moved(stretched(pane, (0.265, 0.325, 1)), (0, 1.09, 0)),
        tube(oval, 0.02, *look),
        *[moved(post, (s * 0.33, 0, -0.14)) for s in (-1, 1)],
        *[rod((s * 0.25, 1.09, -0.14), (s * 0.36, 1.09, -0.14), 0.009, *metal) for s in (-1, 1)],
        box((0, 0.759, -0.14), (0.74, 0.022, 0.1), *look),
    )


@register("a dressing table with three drawers and an oval mirror")
def vanity_table(*, width=1.1, height=1.45, depth=0.48, paint=None, wood="white wood", handles="brass"):
    look, metal = finish(wood, paint), finish(handles)
    whole = concat_shapes(
        library_call("table_part", look=look, metal=metal), library_call("mirror_part", look=look, metal=metal)
    )
    return fitted(whole, width, height, depth)
