# /// asset
# word = "dog bone"
# synonyms = ["bone", "chew bone", "bone for a dog"]
# stands_for = ["dog toy", "chew toy"]
# category = "pets"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, moved, rotated


@register("an end with two knobs")
def knobs(*, paint):
    rough = {"roughness": 0.7}
    return concat_shapes(
        *[ellipsoid((0.072, 0.018, s * 0.014), (0.02, 0.018, 0.0175), paint, rough) for s in (-1, 1)],
        ellipsoid((0.055, 0.018, 0), (0.022, 0.0135, 0.015), paint, rough),
    )


@register("a bone with a knob pair at each end")
def dog_bone(*, width=0.184, height=0.036, depth=0.063, paint=(0.93, 0.89, 0.79)):
    end = library_call("knobs", paint=paint)
    shaft = lathe(
        [(0.014, -0.06), (0.0105, -0.02), (0.0105, 0.02), (0.014, 0.06)], paint, {"roughness": 0.7}, slices=20
    )
    whole = concat_shapes(end, rotated(end, math.pi), moved(shaft, (0, 0.018, 0), math.pi / 2, (0, 0, 1)))
    return fitted(whole, width, height, depth)
