# /// asset
# word = "headphones"
# synonyms = [
#     "headset", "gaming headset", "studio headphones", "over ear headphones", "headphone stand",
#     "headphones on a stand",
# ]
# stands_for = ["earphones"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "pads"]
# materials = ["stand"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, pipe, rod, stretched


@register("the stand")
def headphone_stand(*, height, radius, stand):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), radius, *surface(stand)),
        rod((0, 0, 0), (0, height, 0), radius * 0.16, *surface(stand)),
        ellipsoid((0, height * 0.97, 0), (radius * 0.5, height * 0.06, radius * 0.36), *surface(stand)),
    )


@register("the padded headband")
def headband(*, radius, thick, shell, pads):
    arc = [(radius * math.sin(a), radius * math.cos(a) * 1.1, 0) for a in np.linspace(-1.5, 1.5, 17)]
    pad = [(radius * 0.95 * math.sin(a), radius * 0.95 * math.cos(a) * 1.1, 0) for a in np.linspace(-0.8, 0.8, 9)]
    return concat_shapes(
        pipe(arc, thick, shell, {"roughness": 0.4}),
        stretched(pipe(pad, thick * 1.1, pads, {"roughness": 0.9}), (1, 1, 2.2)),
    )


@register("an ear cup with its cushion")
def ear_cup(*, radius, shell, pads):
    return concat_shapes(
        rod((0, 0, 0), (radius * 0.45, 0, 0), radius * 0.88, shell, {"roughness": 0.35}),
        ellipsoid((radius * 0.45, 0, 0), (radius * 0.18, radius * 0.86, radius * 0.86), shell, {"roughness": 0.35}),
        rod((radius * 0.5, 0, 0), (radius * 0.66, 0, 0), radius * 0.42, pads, {"metallic": 0.3, "roughness": 0.3}),
        *[
            ellipsoid(
                (-radius * 0.1, radius * 0.66 * math.cos(i * 0.349), radius * 0.66 * math.sin(i * 0.349)),
                (radius * 0.26, radius * 0.27, radius * 0.27),
                pads,
                {"roughness": 0.9},
            )
            for i in range(18)
        ],
    )


@register("over-ear headphones hanging on a stand")
def headphones(*, width=0.2, height=0.27, depth=0.12, shell=(0.15, 0.15, 0.17), pads=(0.75, 0.25, 0.22), stand="oak"):
    radius = width * 0.35
    centre = height - radius * 1.1 - 0.008
    cups = [
        moved(
            library_call("ear_cup", radius=width * 0.2, shell=shell, pads=pads),
            (side * radius * 0.95, centre - width * 0.1, 0),
            0 if side > 0 else math.pi,
        )
        for side in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("headphone_stand", height=height * 0.93, radius=depth / 2, stand=stand),
        moved(library_call("headband", radius=radius, thick=width * 0.03, shell=shell, pads=pads), (0, centre, 0)),
        *cups,
    )
    return fitted(whole, width, height, None)
