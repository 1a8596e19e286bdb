# /// asset
# word = "fire hydrant"
# synonyms = ["hydrant", "fire plug", "street hydrant"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "caps"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, lathe, moved, rod, rotated


@register("the barrel with its flanges and bonnet")
def barrel_part(*, paint, caps):
    gloss = {"roughness": 0.35}
    bolts = [
        rod(
            (0.145 * math.cos(a), y, 0.145 * math.sin(a)),
            (0.145 * math.cos(a), y + 0.02, 0.145 * math.sin(a)),
            0.014,
            caps,
        )
        for a in np.linspace(0, 2 * math.pi, 9)[:-1]
        for y in (0.06, 0.568)
    ]
    dome = [(0.135 * math.cos(a), 0.57 + 0.12 * math.sin(a)) for a in np.linspace(0, 1.45, 9)]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.06, 0), 0.175, paint, gloss),
        lathe([(0.13, 0.06), (0.118, 0.1), (0.118, 0.5), (0.13, 0.535)], paint, gloss, slices=24),
        rod((0, 0.53, 0), (0, 0.568, 0), 0.17, paint, gloss),
        lathe(dome, paint, gloss, slices=16),
        rod((0, 0.68, 0), (0, 0.71, 0), 0.045, paint, gloss),
        rod((0, 0.71, 0), (0, 0.75, 0), 0.026, caps),
        *bolts,
    )


@register("an outlet with its cap and nut")
def outlet(*, radius, reach, paint, caps):
    return concat_shapes(
        rod((0, 0, 0.08), (0, 0, reach - 0.045), radius * 0.85, paint),
        rod((0, 0, reach - 0.06), (0, 0, reach), radius, caps, {"roughness": 0.4}),
        *[
            rotated(box((radius, 0, reach - 0.03), (0.014, 0.02, 0.05), caps), i * math.pi / 3, (0, 0, 1))
            for i in range(6)
        ],
        rod((0, 0, reach), (0, 0, reach + 0.03), radius * 0.34, caps),
    )


@register("a fire hydrant with a domed bonnet and capped outlets")
def fire_hydrant(*, width=0.48, height=0.78, depth=0.42, paint=(0.82, 0.12, 0.1), caps=(0.85, 0.8, 0.7)):
    sides = [
        moved(library_call("outlet", radius=0.062, reach=0.2, paint=paint, caps=caps), (0, 0.42, 0), s * math.pi / 2)
        for s in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("barrel_part", paint=paint, caps=caps),
        *sides,
        moved(library_call("outlet", radius=0.085, reach=0.2, paint=paint, caps=caps), (0, 0.36, 0)),
    )
    return fitted(whole, width, height, depth)
