# /// asset
# word = "necklace"
# synonyms = [
#     "pendant necklace", "pearl necklace", "string of pearls", "beads", "jewelry", "jewellery", "piece of jewelry",
# ]
# stands_for = ["earrings", "medallion", "prayer beads", "chain necklace", "brooch"]
# category = "decor"
# support = "surface"
# colors = ["bead"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted


@register("the beads")
def beads_part(*, bead):
    return concat_shapes(
        *[
            ball((0.078 * math.cos(a), 0.0055, 0.085 * math.sin(a) - 0.012), 0.0055, bead, {"roughness": 0.15})
            for a in np.linspace(0, 2 * math.pi, 46)[:-1]
        ]
    )


@register("the pendant")
def pendant_part():
    return concat_shapes(
        ellipsoid((0, 0.005, 0.088), (0.013, 0.005, 0.016), *surface("gold")),
        ellipsoid((0, 0.009, 0.088), (0.008, 0.004, 0.01), (0.1, 0.3, 0.7), {"roughness": 0.05}),
    )


@register("a string of beads with a pendant")
def necklace(*, width=0.17, height=0.014, depth=0.2, bead=(0.94, 0.91, 0.86)):
    whole = concat_shapes(library_call("beads_part", bead=bead), library_call("pendant_part"))
    return fitted(whole, width, height, depth)
