# /// asset
# word = "fan"
# synonyms = ["standing fan", "electric fan", "pedestal fan", "floor fan", "ventilator"]
# stands_for = ["desk fan"]
# category = "appliances"
# support = "floor"
# colors = ["paint", "blades"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, moved, rod, rotated


@register("the round foot and the pole")
def pole(*, radius, height, paint):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.025, 0), radius, paint),
        ellipsoid((0, 0.025, 0), (radius * 0.8, 0.022, radius * 0.8), paint),
        rod((0, 0, 0), (0, height * 0.6, 0), 0.017, paint),
        rod((0, height * 0.55, 0), (0, height, 0), 0.012, *surface("chrome")),
        rod((0, height * 0.58, 0), (0, height * 0.63, 0), 0.024, (0.2, 0.2, 0.22)),
    )


@register("the motor with the blades")
def rotor(*, radius, paint, blades):
    def blade(i):
        leaf = ellipsoid(
            (radius * 0.5, 0, 0),
            (radius * 0.42, radius * 0.3, radius * 0.035),
            blades,
            {"roughness": 0.3, "opacity": 0.95},
        )
        return rotated(rotated(leaf, 0.45, (1, 0, 0)), i * math.pi / 2 + 0.4, (0, 0, 1))

    return concat_shapes(
        loop(4, blade),
        rod((0, 0, -radius * 0.1), (0, 0, radius * 0.14), radius * 0.17, paint),
        rod((0, 0, -radius * 0.75), (0, 0, -radius * 0.24), radius * 0.3, paint),
        ellipsoid((0, 0, -radius * 0.75), (radius * 0.3, radius * 0.3, radius * 0.12), paint),
    )


@register("the wire cage")
def cage(*, radius, depth, paint):
    wire = radius * 0.011
    spokes = [
        rod(
            (radius * 0.2 * math.cos(a), radius * 0.2 * math.sin(a), depth),
            (radius * math.cos(a), radius * math.sin(a), 0),
            wire,
            paint,
        )
        for a in np.linspace(0, 2 * math.pi, 25)[:-1]
    ]
    back = [
        rod(
            (radius * 0.25 * math.cos(a), radius * 0.25 * math.sin(a), -depth),
            (radius * math.cos(a), radius * math.sin(a), 0),
            wire,
            paint,
        )
        for a in np.linspace(0, 2 * math.pi, 13)[:-1]
    ]
    rim = [
        rod(
            (radius * math.cos(a), radius * math.sin(a), 0),
            (radius * math.cos(a + 0.2094), radius * math.sin(a + 0.2094), 0),
            wire * 2.4,
            paint,
        )
        for a in np.linspace(0, 2 * math.pi, 31)[:-1]
    ]
    return concat_shapes(*spokes, *back, *rim, rod((0, 0, depth * 0.9), (0, 0, depth * 1.06), radius * 0.22, paint))


@register("a standing fan with four blades in a wire cage")
def fan(*, width=0.45, height=1.2, depth=0.42, paint=(0.9, 0.9, 0.9), blades=(0.35, 0.6, 0.75), turned=0.0):
    radius = width / 2 / 1.026
    centre = height - radius * 1.03
    return concat_shapes(
        library_call("pole", radius=depth / 2, height=centre, paint=paint),
        moved(
            concat_shapes(
                rotated(
                    library_call("rotor", radius=radius * 0.92, paint=paint, blades=blades),
                    math.radians(turned),
                    (0, 0, 1),
                ),
                library_call("cage", radius=radius, depth=radius * 0.32, paint=paint),
            ),
            (0, centre, radius * 0.35),
        ),
    )
