# /// asset
# word = "watering can"
# synonyms = ["garden watering can", "sprinkling can", "watering pot"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, pipe, rod


@register("the drum with its half-covered top")
def drum(*, radius, height, paint):
    look = (paint, {"roughness": 0.35})
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius, *look),
        *[
            rod((0, y * height, 0), (0, (y + 0.03) * height, 0), radius * 1.015, darker(paint, 0.8))
            for y in (0.0, 0.5, 0.972)
        ],
        ellipsoid((-radius * 0.1, height, 0), (radius * 0.92, height * 0.16, radius * 0.92), *look),
        ellipsoid((radius * 0.34, height * 1.1, 0), (radius * 0.36, height * 0.08, radius * 0.4), (0.08, 0.1, 0.09)),
    )


@register("the spout with its rose")
def spout(*, start, end, thick, paint, metal):
    start, end = np.array(start), np.array(end)
    along = (end - start) / np.linalg.norm(end - start)
    pieces = [
        rod(start + (end - start) * a, start + (end - start) * b, thick * s, paint, {"roughness": 0.35})
        for a, b, s in ((0.0, 0.3, 1.2), (0.28, 0.62, 1.0), (0.6, 1.0, 0.82))
    ]
    side = np.cross(along, (0, 0, 1))
    dots = [
        ellipsoid(
            end
            + along * thick * 2.15
            + side * thick * 1.2 * r * math.cos(a)
            + np.array((0, 0, thick * 1.2 * r * math.sin(a))),
            (thick * 0.14,) * 3,
            (0.2, 0.2, 0.2),
        )
        for r in (0.45, 1.0)
        for a in np.linspace(0, 2 * math.pi, 9)[:-1]
    ]
    return concat_shapes(
        *pieces,
        cone(end + along * thick * 2.1, end - along * thick * 1.2, thick * 2.0, *surface(metal)),
        *dots,
    )


@register("the two handles")
def handles(*, radius, height, paint):
    over = [
        (radius * 0.55 * math.cos(a) + radius * 0.05, height * (1.05 + 0.5 * math.sin(a)), 0)
        for a in np.linspace(0.1, math.pi - 0.05, 9)
    ]
    back = [
        (-radius * (0.95 + 0.62 * math.sin(a)), height * (0.55 + 0.42 * math.cos(a)), 0)
        for a in np.linspace(0.1, math.pi - 0.1, 8)
    ]
    return concat_shapes(pipe(over, radius * 0.07, paint), pipe(back, radius * 0.07, paint))


@register("a watering can with a long spout, a rose and a handle")
def watering_can(*, width=0.46, height=0.34, depth=0.2, paint=(0.3, 0.52, 0.42), metal="galvanized steel"):
    r, tall = 0.1, 0.19
    whole = concat_shapes(
        library_call("drum", radius=r, height=tall, paint=paint),
        library_call("spout", start=(r * 0.9, 0.05, 0), end=(r * 2.35, 0.25, 0), thick=0.016, paint=paint, metal=metal),
        library_call("handles", radius=r, height=tall, paint=paint),
        rod((r * 0.9, tall * 0.9, 0), (r * 1.75, tall * 0.9, 0), 0.006, paint),
    )
    return fitted(whole, width, height, depth)
