# /// asset
# word = "mantel clock"
# synonyms = ["mantle clock", "mantelpiece clock", "shelf clock", "napoleon clock", "tambour clock", "bracket clock"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, hoop, moved, rod


@register("the case with its sloping shoulders")
def mantel_case(*, look):
    rows = 60
    parts = []
    for k in range(rows):
        y = 0.024 + (k + 0.5) * 0.1 / rows
        half = 0.195 - 0.085 * math.sin((k + 0.5) / rows * math.pi / 2)
        parts.append(box((0, y, 0), (2 * half, 0.1 / rows * 1.002, 0.106), *look))
    return concat_shapes(
        box((0, 0.017, 0), (0.44, 0.016, 0.14), *look),
        *[
            ellipsoid((x, 0.006, z), (0.012, 0.006, 0.012), *surface("brass"))
            for x in (-0.19, 0.19)
            for z in (-0.05, 0.05)
        ],
        rod((0, 0.114, -0.054), (0, 0.114, 0.054), 0.112, *look),
        *parts,
    )


@register("the face with its hands under a brass bezel")
def mantel_face():
    brass, ink = surface("brass"), (0.1, 0.09, 0.08)
    marks = [
        moved(
            box((0, 0.062, 0), (0.007 if k % 3 == 0 else 0.004, 0.014, 0.001), ink),
            (0, 0, 0.0035),
            -2 * math.pi * k / 12,
            (0, 0, 1),
        )
        for k in range(12)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.003), 0.078, (0.95, 0.92, 0.84)),
        moved(hoop(0.081, 0.006, *brass, parts=48), (0, 0, 0.002), math.pi / 2, (1, 0, 0)),
        *marks,
        moved(box((0, 0.02, 0), (0.006, 0.05, 0.0015), ink), (0, 0, 0.0055), 1.05, (0, 0, 1)),
        moved(box((0, 0.028, 0), (0.004, 0.066, 0.0015), ink), (0, 0, 0.008), -1.05, (0, 0, 1)),
        rod((0, 0, 0), (0, 0, 0.011), 0.005, *brass),
    )


@register("a wooden mantel clock with a round face and sloping shoulders")
def mantel_clock(*, width=0.44, height=0.225, depth=0.14, wood="walnut", paint=None):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("mantel_case", look=look), moved(library_call("mantel_face"), (0, 0.116, 0.0545))
    )
    return fitted(whole, width, height, depth)
