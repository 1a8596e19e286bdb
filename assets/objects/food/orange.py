# /// asset
# word = "orange"
# synonyms = ["citrus fruit", "tangerine", "mandarin", "half orange", "citrus"]
# stands_for = ["grapefruit"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, rod, rotated


@register("the whole fruit")
def whole_fruit(*, radius, skin):
    return concat_shapes(
        ellipsoid((0, radius, 0), (radius, radius, radius), skin, {"roughness": 0.6}),
        ellipsoid((0, radius * 1.97, 0), (radius * 0.13, radius * 0.05, radius * 0.13), (0.3, 0.4, 0.15)),
    )


@register("the cut half with its segments")
def half(*, radius, skin):
    pulp = tuple(min(1, 0.5 * c + 0.5 * d) for c, d in zip(skin, (1.0, 0.75, 0.25), strict=True))

    def segment(i):
        angle = i * math.pi / 4
        wedge = ellipsoid(
            (radius * 0.48, 0, 0), (radius * 0.34, radius * 0.06, radius * 0.17), pulp, {"roughness": 0.25}
        )
        return rotated(wedge, angle)

    flat = concat_shapes(
        rod((0, -radius * 0.12, 0), (0, 0, 0), radius, skin, {"roughness": 0.6}),
        rod((0, -radius * 0.02, 0), (0, radius * 0.02, 0), radius * 0.92, (0.98, 0.93, 0.8)),
        loop(8, segment),
        *[
            rod(
                (0, -radius * t, 0),
                (0, -radius * (t - 0.1), 0),
                radius * math.sqrt(1 - t * t),
                skin,
                {"roughness": 0.6},
            )
            for t in np.linspace(0.2, 0.95, 10)
        ],
    )
    return rotated(flat, math.radians(55), (1, 0, 0))


@register("a whole orange beside half an orange")
def orange(*, width=0.16, height=0.08, depth=0.085, skin=(0.95, 0.52, 0.08)):
    radius = height / 2
    cut = library_call("half", radius=radius * 0.98, skin=skin)
    return concat_shapes(
        place("whole_fruit", at=(-width / 2 + radius, 0, -depth * 0.03), radius=radius * 0.99, skin=skin),
        place(cut, at=(width / 2 - radius, 0, depth / 2 - compute_shape_sizes(cut)[2] / 2), turn=8),
    )
