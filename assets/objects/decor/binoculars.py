# /// asset
# word = "binoculars"
# synonyms = ["pair of binoculars", "field glasses", "field glass", "binocular", "opera glasses"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, lathe, moved, rod, rotated, tube


@register("a barrel with its lenses")
def barrel(*, paint):
    rubber = (paint, {"roughness": 0.7})
    ring = ((0.55, 0.56, 0.58), {"metallic": 0.8, "roughness": 0.3})
    glass = ((0.2, 0.28, 0.45), {"roughness": 0.05, "metallic": 0.4})

    def along(profile, look):
        return rotated(lathe(profile, *look, slices=40), math.pi / 2, (1, 0, 0))

    return concat_shapes(
        along([(0.0245, -0.01), (0.0255, 0.02), (0.031, 0.055), (0.0315, 0.075)], rubber),
        along([(0.0325, 0.075), (0.0325, 0.081)], ring),
        along([(0.028, 0.079), (0.028, 0.0825)], glass),
        along([(0.021, -0.045), (0.024, -0.03), (0.0245, -0.01)], rubber),
        along([(0.0185, -0.062), (0.0185, -0.045)], ring),
        along([(0.0205, -0.078), (0.022, -0.062)], rubber),
        along([(0.015, -0.0795), (0.015, -0.077)], glass),
    )


@register("the bridge with the focusing wheel")
def binocular_bridge(*, paint):
    return concat_shapes(
        box((0, 0.003, -0.005), (0.05, 0.018, 0.035), paint, {"roughness": 0.6}),
        box((0, 0.002, 0.04), (0.04, 0.014, 0.02), paint, {"roughness": 0.6}),
        rod((0, 0.012, -0.05), (0, 0.012, 0.05), 0.006, paint),
        rod((0, 0.012, -0.045), (0, 0.012, -0.022), 0.013, (0.3, 0.3, 0.32), {"metallic": 0.5, "roughness": 0.5}),
        *[
            rod(
                (0.0128 * math.cos(a), 0.012 + 0.0128 * math.sin(a), -0.044),
                (0.0128 * math.cos(a), 0.012 + 0.0128 * math.sin(a), -0.023),
                0.0012,
                (0.15, 0.15, 0.16),
            )
            for a in np.linspace(0, 2 * math.pi, 17)[:-1]
        ],
    )


@register("the strap that lies around")
def neck_strap():
    look = ((0.32, 0.2, 0.12), {"roughness": 0.7})
    line = [
        (-0.07, 0.0, -0.03), (-0.088, -0.026, -0.045), (-0.095, -0.03, -0.09), (-0.05, -0.03, -0.125), (0.02, -0.03, -0.13),
        (0.075, -0.03, -0.115), (0.095, -0.03, -0.08), (0.088, -0.026, -0.045), (0.07, 0.0, -0.03),
    ]  # fmt: skip
    return tube(line, 0.0025, *look)


@register("a pair of black binoculars with a strap")
def binoculars(*, width=0.19, height=0.066, depth=0.215, paint=(0.1, 0.11, 0.11)):
    one = library_call("barrel", paint=paint)
    whole = concat_shapes(
        moved(one, (-0.039, 0, 0)),
        moved(one, (0.039, 0, 0)),
        library_call("binocular_bridge", paint=paint),
        *[rod((s * 0.06, 0.004, -0.03), (s * 0.072, 0.0, -0.03), 0.004, (0.5, 0.5, 0.52)) for s in (-1, 1)],
        library_call("neck_strap"),
    )
    return fitted(whole, width, height, depth)
