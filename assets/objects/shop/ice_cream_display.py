# /// asset
# word = "ice cream display"
# synonyms = [
#     "ice cream freezer", "gelato display", "ice cream counter", "gelato case", "gelato counter", "ice cream case",
#     "ice cream cabinet", "gelato cabinet", "gelato freezer", "ice cream display case", "ice cream bar",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.7}
# colors = ["paint", "stripe"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, finish, fitted, moved, plate, rod


@register("the cabinet with its curved glass")
def gelato_cabinet(*, look, stripe):
    steel, glass = surface("stainless steel"), surface("glass")
    panes = []
    for k in range(5):
        angle = 0.25 + 0.27 * k
        panes.append(
            moved(
                box((0, 0, 0), (1.7, 0.13, 0.007), *glass),
                (0, 0.86 + 0.36 * np.sin(0.12 + 0.28 * k), 0.06 + 0.36 * np.cos(0.12 + 0.28 * k)),
                -angle,
                (1, 0, 0),
            )
        )
    stripes = [box((-0.79 + 0.1756 * i, 0.44, 0.404), (0.088, 0.62, 0.006), stripe) for i in range(10)]
    return concat_shapes(
        box((0, 0.06, 0), (1.66, 0.12, 0.72), (0.12, 0.12, 0.13)),
        box((0, 0.44, 0), (1.74, 0.66, 0.8), *look),
        *stripes,
        box((0, 0.79, 0), (1.76, 0.05, 0.83), *steel),
        box((0, 0.85, -0.36), (1.74, 0.16, 0.06), *steel),
        *panes,
        *[rod((s * 0.85, 0.8, 0.41), (s * 0.85, 1.21, 0.18), 0.012, *steel) for s in (-1, 1)],
        *[rod((s * 0.85, 0.8, -0.36), (s * 0.85, 1.24, -0.3), 0.012, *steel) for s in (-1, 1)],
        plate((0, 1.22, -0.1), (1.76, 0.025, 0.5), 0.02, *glass),
        box((0, 1.212, 0.1), (1.6, 0.01, 0.03), (1, 0.97, 0.9), {"emission": 1.6}),
    )


@register("a tub of ice cream, heaped in waves, with its scoop")
def ice_tub(*, tone):
    waves = [
        ellipsoid(
            (0.055 * (k % 3 - 1), 0.06 + 0.012 * ((k * 5) % 3), -0.1 + 0.05 * k),
            (0.062, 0.035, 0.055),
            tuple(min(1, c * (0.95 + 0.05 * (k % 3))) for c in tone),
            {"roughness": 0.55},
        )
        for k in range(5)
    ]
    return concat_shapes(
        box((0, 0.02, 0), (0.2, 0.06, 0.3), *surface("stainless steel")),
        ellipsoid((0, 0.05, 0), (0.095, 0.05, 0.145), tone, {"roughness": 0.55}),
        *waves,
        rod((0.03, 0.08, -0.05), (0.06, 0.19, -0.16), 0.007, *surface("chrome")),
    )


@register("an ice cream display with tubs of many kinds under curved glass")
def ice_cream_display(*, width=1.76, height=1.38, depth=0.84, paint=(0.97, 0.96, 0.94), stripe=(0.95, 0.62, 0.68)):
    tones = (
        (0.97, 0.93, 0.8), (0.95, 0.6, 0.68), (0.36, 0.2, 0.13), (0.6, 0.82, 0.62), (0.98, 0.8, 0.4), (0.62, 0.42, 0.7),
        (0.95, 0.95, 0.93), (0.8, 0.55, 0.32), (0.85, 0.25, 0.3), (0.65, 0.8, 0.9), (0.98, 0.66, 0.4), (0.72, 0.78, 0.35),
    )  # fmt: skip
    tubs = [
        moved(library_call("ice_tub", tone=tones[(i + 5 * row) % 12]), (-0.7 + 0.28 * i, 0.82, 0.2 - 0.33 * row))
        for row in range(2)
        for i in range(6)
    ]
    cones = [
        cone((0.6 + 0.08 * i, 1.38, -0.15), (0.6 + 0.08 * i, 1.25, -0.15), 0.028, (0.85, 0.62, 0.35)) for i in range(3)
    ]
    whole = concat_shapes(
        library_call("gelato_cabinet", look=finish("lacquered wood", paint), stripe=stripe), *tubs, *cones
    )
    return fitted(whole, width, height, depth)
