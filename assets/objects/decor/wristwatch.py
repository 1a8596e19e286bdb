# /// asset
# word = "watch"
# synonyms = ["wristwatch", "wrist watch"]
# stands_for = ["pocket watch", "smartwatch", "smart watch", "bracelet", "stopwatch"]
# category = "decor"
# support = "surface"
# colors = ["strap", "dial"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated, stretched


@register("the case with its dial")
def case_part(*, dial):
    steel = surface("steel")
    marks = [
        rod(
            (0.0135 * math.cos(a), 0.0585, 0.0135 * math.sin(a)),
            (0.0135 * math.cos(a), 0.0588, 0.0135 * math.sin(a)),
            0.0008,
            (0.1, 0.1, 0.1),
        )
        for a in np.linspace(0, 2 * math.pi, 13)[:-1]
    ]
    hands = [
        rotated(box((0, 0.0589, -length / 2), (0.0012, 0.0005, length), (0.1, 0.1, 0.12)), turn)
        for length, turn in ((0.008, 0.9), (0.012, -1.2))
    ]
    return concat_shapes(
        rod((0, 0.049, 0), (0, 0.058, 0), 0.0195, *steel),
        rod((0, 0.058, 0), (0, 0.0585, 0), 0.0165, dial),
        *marks,
        *hands,
        rod((0.0185, 0.054, 0), (0.023, 0.054, 0), 0.003, *steel),
    )


@register("the strap in a loop")
def strap_part(*, strap):
    link = box((0, 0.03, 0), (0.02, 0.004, 0.0058), strap, {"roughness": 0.6})
    ring = loop(40, lambda i: rotated(link, i * math.pi / 20, (1, 0, 0)))
    return moved(stretched(ring, (1, 0.84, 1.1)), (0, 0.027, 0))


@register("a wristwatch on a strap")
def wristwatch(*, width=0.06, height=0.06, depth=0.075, strap=(0.35, 0.2, 0.12), dial=(0.95, 0.94, 0.9)):
    whole = concat_shapes(library_call("case_part", dial=dial), library_call("strap_part", strap=strap))
    return fitted(whole, width, height, depth)
