# /// asset
# word = "car turntable"
# synonyms = [
#     "showroom turntable", "vehicle turntable", "display turntable", "revolving platform", "rotating platform", "turntable platform",
# ]
# category = "shop"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the disc with its lit edge and the gap around it")
def disc(*, radius, paint):
    parts = [
        rod((0, 0, 0), (0, 0.1, 0), radius, (0.16, 0.17, 0.18), {"roughness": 0.5}),
        rod((0, 0.1, 0), (0, 0.125, 0), radius - 0.015, (0.98, 0.96, 0.9), {"emission": 1.2}),
        rod((0, 0.125, 0), (0, 0.2, 0), radius - 0.03, *((0.8, 0.81, 0.83), {"metallic": 0.7, "roughness": 0.3})),
        rod((0, 0.2, 0), (0, 0.215, 0), radius - 0.12, paint, {"roughness": 0.3}),
    ]
    return concat_shapes(*parts)


@register("the panels of the floor that turns")
def seams(*, radius, paint):
    dark = darker(paint, 0.75)
    inner = radius - 0.14
    bars = [
        moved(box((inner / 2, 0.2155, 0), (inner, 0.002, 0.02), dark), (0, 0, 0), 2 * math.pi * k / 12)
        for k in range(12)
    ]
    return concat_shapes(*bars, rod((0, 0.215, 0), (0, 0.217, 0), 0.5, dark))


@register("a low round turntable on which a car is shown")
def car_turntable(*, width=5.8, height=0.217, depth=5.8, paint=(0.9, 0.9, 0.9)):
    radius = 2.9
    whole = concat_shapes(
        library_call("disc", radius=radius, paint=paint), library_call("seams", radius=radius, paint=paint)
    )
    return fitted(whole, width, height, depth)
