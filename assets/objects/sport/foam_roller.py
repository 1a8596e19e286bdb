# /// asset
# word = "foam roller"
# synonyms = ["massage roller"]
# stands_for = ["pool noodle", "yoga bolster", "bolster"]
# category = "sport"
# support = "floor"
# colors = ["foam"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated


@register("the ribbed cylinder")
def roller(*, foam):
    pad = box((0, 0.0, 0.066), (0.05, 0.018, 0.016), foam, {"roughness": 0.9})
    ring = loop(12, lambda i: rotated(pad, i * math.pi / 6, (1, 0, 0)))
    return moved(
        concat_shapes(
            rod((-0.225, 0, 0), (0.225, 0, 0), 0.066, darker(foam, 0.8), {"roughness": 0.9}),
            *[moved(ring, (x, 0, 0), 0.26 * k, (1, 0, 0)) for k, x in enumerate(np.linspace(-0.195, 0.195, 7))],
            *[rod((s * 0.225, 0, 0), (s * 0.226, 0, 0), 0.045, (0.1, 0.1, 0.1)) for s in (-1, 1)],
        ),
        (0, 0.075, 0),
    )


@register("a ribbed foam roller")
def foam_roller(*, width=0.45, height=0.15, depth=0.15, foam=(0.2, 0.5, 0.65)):
    whole = library_call("roller", foam=foam)
    return fitted(whole, width, height, depth)
