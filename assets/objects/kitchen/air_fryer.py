# /// asset
# word = "air fryer"
# stands_for = ["bread maker", "bread machine", "sous vide machine", "egg cooker", "sterilizer"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("the rounded body")
def body_part(*, paint):
    gloss = {"roughness": 0.25}
    rows = [
        ellipsoid(
            (0, 0.085 + 0.16 * t, -0.01),
            (0.13 + 0.01 * math.sin(math.pi * t), 0.085, 0.14 + 0.008 * math.sin(math.pi * t)),
            paint,
            gloss,
        )
        for t in np.linspace(0, 1, 22)
    ]
    return concat_shapes(
        *rows,
        ellipsoid((0, 0.315, -0.01), (0.09, 0.016, 0.1), darker(paint, 0.6)),
        moved(rod((0, 0, 0), (0, 0.015, 0), 0.11, (0.1, 0.1, 0.1)), (0, 0, -0.01)),
    )


@register("the drawer and the dials")
def front(*, paint):
    chrome = surface("chrome")
    return concat_shapes(
        ellipsoid((0, 0.12, 0.085), (0.11, 0.085, 0.055), darker(paint, 0.75), {"roughness": 0.3}),
        tube([(0, 0.14, 0.12), (0, 0.14, 0.165), (0, 0.09, 0.172)], 0.016, (0.12, 0.12, 0.13)),
        *[moved(rod((0, 0, 0), (0, 0, 0.018), 0.022, *chrome), (x, 0.255, 0.122)) for x in (-0.045, 0.045)],
    )


@register("an air fryer with its drawer")
def air_fryer(*, width=0.28, height=0.33, depth=0.32, paint=(0.16, 0.17, 0.18)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("front", paint=paint))
    return fitted(whole, width, height, depth)
