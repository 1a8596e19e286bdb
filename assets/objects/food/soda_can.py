# /// asset
# word = "soda can"
# synonyms = ["can", "drink can", "cola can", "beer can", "soft drink", "energy drink", "cola", "soda"]
# category = "food"
# support = "surface"
# colors = ["paint", "wave"]
# materials = ["metal"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, lathe, rod


@register("the can")
def can_body(*, radius, height, paint, wave, metal):
    profile = [(radius * 0.78, 0), (radius * 0.8, height * 0.02), (radius, height * 0.07)]
    shoulder = [(radius, height * 0.88), (radius * 0.82, height * 0.97)]
    slant = np.eye(4)
    slant[1, 0] = 0.9
    stripe = concat_shapes(
        *[
            transform_shape(
                rod((0, height * y, 0), (0, height * (y + thick), 0), radius * 1.004, wave, {"roughness": 0.3}), slant
            )
            for y, thick in ((0.44, 0.1), (0.57, 0.025))
        ]
    )
    return concat_shapes(
        lathe(profile, *surface(metal), slices=6),
        rod((0, height * 0.07, 0), (0, height * 0.88, 0), radius, paint, {"roughness": 0.25, "metallic": 0.3}),
        lathe(shoulder, *surface(metal), slices=8),
        stripe,
    )


@register("the top with rim and pull tab")
def can_top(*, radius, height, metal):
    look = surface(metal)
    return concat_shapes(
        rod((0, height * 0.97, 0), (0, height, 0), radius * 0.84, *look),
        rod((0, height, 0), (0, height * 1.001, 0), radius * 0.74, darker(look[0], 0.75), look[1]),
        ellipsoid((0, height * 1.004, radius * 0.2), (radius * 0.18, height * 0.008, radius * 0.32), *look),
    )


@register("a red drink can with a pull tab")
def soda_can(*, width=0.066, height=0.122, paint=(0.78, 0.08, 0.1), wave=(0.96, 0.96, 0.96), metal="aluminium"):
    radius, top = width / 2 / 1.004, height / 1.012
    return concat_shapes(
        library_call("can_body", radius=radius, height=top, paint=paint, wave=wave, metal=metal),
        library_call("can_top", radius=radius, height=top, metal=metal),
    )
