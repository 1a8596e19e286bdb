# /// asset
# word = "paint can"
# synonyms = ["can of paint", "paint tin", "paint bucket", "tin of paint"]
# stands_for = ["varnish can", "chemical bottle"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["tin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("the can with rim, label and drips")
def can_part(*, radius, height, paint, tin):
    look = surface(tin)
    drips = [
        concat_shapes(
            rod(
                (radius * 1.012 * math.cos(a), height * low, radius * 1.012 * math.sin(a)),
                (radius * 1.012 * math.cos(a), height * 0.983, radius * 1.012 * math.sin(a)),
                radius * 0.075,
                paint,
                {"roughness": 0.1},
            ),
            ellipsoid(
                (radius * 1.012 * math.cos(a), height * low, radius * 1.012 * math.sin(a)),
                (radius * 0.085,) * 3,
                paint,
                {"roughness": 0.1},
            ),
        )
        for a, low in ((0.5, 0.62), (1.0, 0.4), (1.35, 0.7), (1.9, 0.55), (2.6, 0.72))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius, *look),
        *[rod((0, y * height, 0), (0, (y + 0.03) * height, 0), radius * 1.025, *look) for y in (0.0, 0.95)],
        rod((0, height * 0.14, 0), (0, height * 0.82, 0), radius * 1.005, (0.96, 0.95, 0.92)),
        rod((0, height * 0.3, 0), (0, height * 0.6, 0), radius * 1.008, paint),
        rod((0, height * 0.98, 0), (0, height * 1.005, 0), radius * 0.86, paint, {"roughness": 0.08}),
        *drips,
    )


@register("the wire handle, hanging down")
def wire(*, radius, height):
    arc = [
        (radius * 1.03 * math.cos(a), height * (0.8 - 0.62 * math.sin(a)), radius * 1.06 * math.sin(a))
        for a in np.linspace(0, math.pi, 13)
    ]
    return pipe(arc, radius * 0.022, (0.6, 0.61, 0.63), {"metallic": 1.0, "roughness": 0.3})


@register("a flat brush with paint on its bristles")
def flat_brush(*, length, paint):
    return concat_shapes(
        ellipsoid((-length * 0.3, 0, 0), (length * 0.24, length * 0.035, length * 0.06), *surface("oak")),
        box((-length * 0.02, 0, 0), (length * 0.14, length * 0.075, length * 0.2), *surface("steel")),
        box(
            (length * 0.14, 0, 0), (length * 0.2, length * 0.055, length * 0.19), (0.75, 0.6, 0.4), {"roughness": 0.95}
        ),
        box((length * 0.26, 0, 0), (length * 0.14, length * 0.06, length * 0.195), paint, {"roughness": 0.15}),
    )


@register("an open can of paint with drips and a brush on top")
def paint_can(*, width=0.18, height=0.22, depth=0.18, paint=(0.25, 0.55, 0.35), tin="steel"):
    r, tall = 0.083, 0.19
    tool = moved(library_call("flat_brush", length=0.21, paint=paint), (-0.01, tall + 0.008, -0.01), 0.75)
    whole = concat_shapes(
        library_call("can_part", radius=r, height=tall, paint=paint, tin=tin),
        library_call("wire", radius=r, height=tall),
        tool,
    )
    return fitted(whole, width, height, depth)
