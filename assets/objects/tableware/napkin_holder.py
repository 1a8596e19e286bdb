# /// asset
# word = "napkin holder"
# synonyms = ["paper napkin holder", "napkin stand", "serviette holder", "napkin rack"]
# stands_for = ["napkin dispenser"]
# category = "tableware"
# support = "surface"
# colors = ["napkins"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, tinted, tube


@register("a side: an arch of wire with rays")
def side(*, look):
    arch = [(0.075 * math.cos(a), 0.02 + 0.075 * math.sin(a), 0) for a in np.linspace(0, math.pi, 17)]
    rays = [
        rod((0, 0.02, 0), (0.073 * math.cos(a), 0.02 + 0.073 * math.sin(a), 0), 0.0018, *look)
        for a in np.linspace(0.45, math.pi - 0.45, 5)
    ]
    return concat_shapes(
        tube([(0.075, 0.006, 0), *arch, (-0.075, 0.006, 0)], 0.003, *look),
        rod((-0.075, 0.02, 0), (0.075, 0.02, 0), 0.0025, *look),
        *rays,
    )


@register("the stack of folded paper napkins")
def stack(*, napkins):
    return concat_shapes(
        *[
            box(
                (0.002 * (i % 3 - 1), 0.066 + 0.0015 * (i % 2), -0.0165 + 0.0037 * i),
                (0.125, 0.115, 0.003),
                tinted(napkins, 1.0 if i % 2 else 0.9),
                {"roughness": 0.95},
            )
            for i in range(10)
        ]
    )


@register("an upright napkin holder of two steel fans with a stack of paper napkins between them")
def napkin_holder(*, width=0.16, height=0.13, depth=0.07, napkins=(0.96, 0.95, 0.92), metal="black metal"):
    look = finish(metal)
    whole = concat_shapes(
        box((0, 0.004, 0), (0.158, 0.008, 0.068), *look),
        *[moved(library_call("side", look=look), (0, 0.004, s * 0.026)) for s in (-1, 1)],
        library_call("stack", napkins=napkins),
    )
    return fitted(whole, width, height, depth)
