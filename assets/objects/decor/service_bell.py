# /// asset
# word = "service bell"
# synonyms = ["reception bell", "desk bell", "call bell", "hotel bell", "counter bell", "front desk bell", "concierge bell"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, hoop, lathe, moved, rod


@register("the dark base")
def bell_base():
    return concat_shapes(
        lathe(
            [(0.043, 0.0), (0.044, 0.004), (0.041, 0.009), (0.03, 0.013)],
            (0.07, 0.07, 0.075),
            {"roughness": 0.3},
            slices=16,
        ),
        rod((0, 0.01, 0), (0, 0.02, 0), 0.012, (0.07, 0.07, 0.075)),
    )


@register("the dome")
def dome(*, look):
    profile = [(0.04 * math.cos(a), 0.019 + 0.034 * math.sin(a)) for a in np.linspace(0, math.pi / 2 - 0.02, 24)]
    return concat_shapes(lathe(profile, *look, slices=90), moved(hoop(0.0402, 0.0016, *look, parts=56), (0, 0.0195, 0)))


@register("the button")
def bell_button(*, look):
    return concat_shapes(
        rod((0, 0.05, 0), (0, 0.058, 0), 0.006, *look),
        rod((0, 0.056, 0), (0, 0.066, 0), 0.0025, *look),
        ellipsoid((0, 0.067, 0), (0.0055, 0.0035, 0.0055), *look),
    )


@register("a domed service bell with a button on top")
def service_bell(*, width=0.088, height=0.07, depth=0.088, metal="silver", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("bell_base"), library_call("dome", look=look), library_call("bell_button", look=look)
    )
    return fitted(whole, width, height, depth)
