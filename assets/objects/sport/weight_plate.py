# /// asset
# word = "weight plate"
# synonyms = ["weight plates", "bumper plate", "barbell plate", "weight disc", "weight disk", "gym plate"]
# category = "sport"
# support = "floor"
# colors = ["paint", "letters"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, ring, rod, rotated


@register("a plate with its rim, hub and marks")
def one_plate(*, radius, thick, paint, letters):
    rubber = {"roughness": 0.8}
    steel = ((0.75, 0.76, 0.78), {"metallic": 0.9, "roughness": 0.3})
    marks = []
    for side in (0, math.pi):
        for i in range(5):
            a = side + (i - 2) * 0.2
            marks.append(
                rotated(
                    box((radius * 0.66, thick * 0.985, 0), (radius * 0.11, thick * 0.06, radius * 0.08), letters), a
                )
            )
    return concat_shapes(
        rod((0, thick * 0.1, 0), (0, thick * 0.9, 0), radius * 0.96, paint, rubber),
        rod((0, thick * 0.05, 0), (0, thick * 0.97, 0), radius * 0.84, darker(paint, 0.8), rubber),
        ring((0, thick * 0.5, 0), radius - thick * 0.48, thick * 0.48, paint, rubber, parts=40),
        rod((0, 0, 0), (0, thick, 0), radius * 0.3, *steel),
        rod((0, -0.0005, 0), (0, thick + 0.0012, 0), radius * 0.115, (0.04, 0.04, 0.05)),
        *marks,
    )


@register("weight plates laid on each other")
def weight_plate(*, width=0.45, height=0.16, depth=0.45, paint=(0.12, 0.12, 0.13), letters=(0.95, 0.95, 0.93)):
    tones = (
        (paint, (0.7, 0.1, 0.1), (0.1, 0.25, 0.6))
        if max(paint) < 0.2
        else (paint, darker(paint, 0.8), darker(paint, 0.65))
    )
    whole = concat_shapes(
        library_call("one_plate", radius=0.225, thick=0.06, paint=tones[0], letters=letters),
        moved(
            library_call("one_plate", radius=0.225, thick=0.05, paint=tones[1], letters=letters),
            (0.006, 0.06, -0.004),
            0.8,
        ),
        moved(
            library_call("one_plate", radius=0.17, thick=0.045, paint=tones[2], letters=letters),
            (-0.008, 0.11, 0.01),
            2.0,
        ),
    )
    return fitted(whole, width, height, depth)
