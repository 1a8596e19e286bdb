# /// asset
# word = "safe"
# synonyms = ["strongbox", "safe box", "strong box"]
# stands_for = ["lockbox", "lock box", "vault", "gun safe", "wall safe", "cash box"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# [joints.door]
# hinge = "left"
# reach = 90
# riders = ["lock"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, carcass, darker, fitted, moved, rod

METAL = {"metallic": 0.5, "roughness": 0.4}


@register("the steel body")
def body_part(*, paint):
    return concat_shapes(
        carcass((0, 0.03, -0.02), (0.5, 0.52, 0.42), 0.0385, paint, METAL),
        *[rod((-0.2245, y - 0.035, 0.2), (-0.2245, y + 0.035, 0.2), 0.0135, *surface("steel")) for y in (0.16, 0.42)],
        *[rod((x, 0, z), (x, 0.03, z), 0.03, (0.12, 0.12, 0.12)) for x in (-0.2, 0.2) for z in (-0.18, 0.14)],
    )


@register("the door")
def door(*, paint):
    return box((0, 0.29, 0.195), (0.42, 0.44, 0.02), darker(paint, 0.85), METAL)


@register("the dial and the wheel")
def lock():
    steel = surface("steel")
    spokes = [
        moved(rod((0, 0, 0), (0.055, 0, 0), 0.006, *steel), (0.1, 0.25, 0.228), a, (0, 0, 1)) for a in (0.5, 2.6, 4.7)
    ]
    marks = [
        box(
            (-0.03 + 0.036 * math.cos(a), 0.33 + 0.036 * math.sin(a), 0.2225), (0.004, 0.004, 0.002), (0.95, 0.95, 0.95)
        )
        for a in np.linspace(0, 2 * math.pi, 13)[:-1]
    ]
    return concat_shapes(
        rod((-0.03, 0.33, 0.2), (-0.03, 0.33, 0.222), 0.045, (0.1, 0.1, 0.11)),
        *marks,
        rod((-0.03, 0.33, 0.22), (-0.03, 0.33, 0.24), 0.02, *steel),
        rod((0.1, 0.25, 0.2), (0.1, 0.25, 0.235), 0.016, *steel),
        *spokes,
    )


@register("a steel safe with a dial")
def safe(*, width=0.5, height=0.55, depth=0.48, paint=(0.3, 0.33, 0.36)):
    whole = concat_shapes(
        library_call("body_part", paint=paint), library_call("door", paint=paint), library_call("lock")
    )
    return fitted(whole, width, height, depth)
