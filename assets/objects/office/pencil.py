# /// asset
# word = "pencil"
# synonyms = ["colored pencil", "coloured pencil", "lead pencil"]
# category = "office"
# support = "surface"
# colors = ["lacquer"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod


@register("the hexagonal shaft with its sharpened point")
def shaft(*, length, radius, lacquer):
    ribs = loop(
        6,
        lambda i: rod(
            (-length * 0.36, radius + radius * 0.42 * math.sin(i * 1.0472), radius * 0.42 * math.cos(i * 1.0472)),
            (length * 0.32, radius + radius * 0.42 * math.sin(i * 1.0472), radius * 0.42 * math.cos(i * 1.0472)),
            radius * 0.58,
            lacquer if i % 2 else darker(lacquer, 0.85),
        ),
    )
    return concat_shapes(
        ribs,
        cone((length * 0.32, radius, 0), (length * 0.5, radius, 0), radius * 0.96, (0.87, 0.7, 0.48)),
        cone((length * 0.445, radius, 0), (length * 0.502, radius, 0), radius * 0.33, (0.15, 0.15, 0.16)),
    )


@register("the metal band and the eraser")
def eraser_end(*, length, radius):
    tin = surface("aluminium")
    return concat_shapes(
        rod((-length * 0.43, radius, 0), (-length * 0.355, radius, 0), radius * 0.98, *tin),
        *[
            rod((-length * x, radius, 0), (-length * (x - 0.006), radius, 0), radius * 1.04, (0.35, 0.55, 0.35))
            for x in (0.42, 0.385)
        ],
        rod((-length * 0.48, radius, 0), (-length * 0.42, radius, 0), radius * 0.92, (0.92, 0.5, 0.52)),
        ellipsoid((-length * 0.48, radius, 0), (length * 0.02, radius * 0.92, radius * 0.92), (0.92, 0.5, 0.52)),
    )


@register("a yellow pencil with an eraser, and a shaving")
def pencil(*, width=0.19, depth=0.04, height=0.01, lacquer=(0.95, 0.72, 0.1)):
    radius = height / 2
    curl = [
        rod(
            (width * 0.12 + 0.012 * math.cos(a), 0.002, depth * 0.42 + 0.006 * math.sin(a) - 0.012),
            (width * 0.12 + 0.012 * math.cos(a + 0.5), 0.003, depth * 0.42 + 0.006 * math.sin(a + 0.5) - 0.012),
            0.002,
            (0.87, 0.7, 0.48),
        )
        for a in np.linspace(0, 4.5, 9)
    ]
    whole = concat_shapes(
        moved(
            concat_shapes(
                library_call("shaft", length=width, radius=radius, lacquer=lacquer),
                library_call("eraser_end", length=width, radius=radius),
            ),
            (0, 0, -depth * 0.24),
        ),
        *curl,
    )
    return fitted(whole, width, height, depth)
