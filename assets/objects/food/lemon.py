# /// asset
# word = "lemon"
# synonyms = ["yellow lemon"]
# stands_for = ["lime"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# [variants]
# cut = {"cut" = true, "halved" = true, "sliced" = true}
# width = {"cut" = 0.16, "halved" = 0.16, "sliced" = 0.16}
# depth = {"cut" = 0.085, "halved" = 0.085, "sliced" = 0.085}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, ellipsoid, rod, rotated


@register("the whole lemon")
def whole_lemon(*, length, radius, skin):
    tips = [
        cone(
            (side * length * 0.34, radius, 0), (side * length * 0.5, radius, 0), radius * 0.42, skin, {"roughness": 0.5}
        )
        for side in (-1, 1)
    ]
    return concat_shapes(ellipsoid((0, radius, 0), (length * 0.43, radius, radius), skin, {"roughness": 0.5}), *tips)


@register("the cut half with its segments")
def half(*, radius, skin):
    pulp = (0.98, 0.92, 0.45)
    flat = concat_shapes(
        rod((0, -radius * 0.1, 0), (0, 0, 0), radius, skin, {"roughness": 0.5}),
        rod((0, 0, 0), (0, radius * 0.02, 0), radius * 0.9, (1.0, 0.98, 0.88)),
        loop(
            8,
            lambda i: rotated(
                ellipsoid((radius * 0.47, radius * 0.02, 0), (radius * 0.33, radius * 0.05, radius * 0.16), pulp),
                i * math.pi / 4,
            ),
        ),
        *[
            rod(
                (0, -radius * 1.25 * t, 0),
                (0, -radius * 1.25 * (t - 0.1), 0),
                radius * math.sqrt(1 - t * t),
                skin,
                {"roughness": 0.5},
            )
            for t in np.linspace(0.18, 0.95, 10)
        ],
    )
    return rotated(flat, math.radians(60), (1, 0, 0))


@register("a yellow lemon with a pointed tip, or one with a cut half")
def lemon(*, width=0.1, height=0.062, depth=0.064, cut=False, skin=(0.97, 0.84, 0.15)):
    radius = height / 2
    if not cut:
        return transform_shape(
            library_call("whole_lemon", length=width, radius=radius, skin=skin),
            scale_matrix((1, 1, depth / height), (0, 0, 0)),
        )
    part = library_call("half", radius=radius * 0.96, skin=skin)
    return concat_shapes(
        place(
            "whole_lemon",
            at=(-width * 0.2, 0, -depth / 2 + radius),
            turn=12,
            length=width * 0.6,
            radius=radius,
            skin=skin,
        ),
        place(part, at=(width / 2 - radius * 0.98, 0, depth / 2 - compute_shape_sizes(part)[2] / 2)),
    )
