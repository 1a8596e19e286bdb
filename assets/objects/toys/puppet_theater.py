# /// asset
# word = "puppet theater"
# synonyms = ["puppet theatre", "toy theater", "puppet stage", "puppet show"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "curtain", "gilt"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rod


@register("the front: lower panel, pillars and gable")
def front_wall(*, width, height, depth, paint, gilt):
    pillar = width * 0.13
    gable = [
        box((0, height * (0.83 + 0.025 * i), 0), (width * (1.0 - 0.16 * i), height * 0.027, depth * 0.2), paint)
        for i in range(6)
    ]
    stars = [
        ellipsoid((x * width, y * height, depth * 0.11), (width * 0.035, width * 0.035, 0.004), gilt)
        for x, y in ((-0.3, 0.2), (-0.1, 0.28), (0.12, 0.18), (0.3, 0.27), (0.0, 0.9))
    ]
    wings = [
        moved(
            box((0, height * 0.4, 0), (depth * 0.9, height * 0.8, 0.02), darker(paint, 0.85)),
            (x * (width / 2 - 0.012), 0, -depth * 0.42),
            math.pi / 2,
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        box((0, height * 0.22, 0), (width, height * 0.44, depth * 0.2), paint),
        *[
            box((x * (width - pillar) / 2, height * 0.6, 0), (pillar, height * 0.48, depth * 0.2), paint)
            for x in (-1, 1)
        ],
        *gable,
        box((0, height * 0.45, depth * 0.06), (width * 1.004, height * 0.025, depth * 0.36), gilt),
        box((0, height * 0.825, depth * 0.03), (width * 1.004, height * 0.02, depth * 0.22), gilt),
        *stars,
        *wings,
    )


@register("the parted curtain")
def curtain_pair(*, width, height, curtain):
    def half(side):
        return concat_shapes(
            *[
                rod(
                    (side * width * (0.48 - 0.055 * i), -height * (0.94 - 0.13 * max(0, i - 1)), 0.006 * (i % 2)),
                    (side * width * (0.48 - 0.05 * i), 0, 0),
                    width * 0.035,
                    darker(curtain, 1.0 if i % 2 else 0.8),
                    {"roughness": 0.9},
                )
                for i in range(6)
            ]
        )

    swags = [
        ellipsoid(
            (width * (-0.375 + 0.25 * i), -height * 0.02, 0.01),
            (width * 0.14, height * 0.13, 0.015),
            curtain,
            {"roughness": 0.9},
        )
        for i in range(4)
    ]
    return concat_shapes(half(-1), half(1), *swags)


@register("a hand puppet with a crown or a hat")
def puppet(*, size, robe, kind):
    skin, dark = (0.95, 0.76, 0.62), (0.1, 0.08, 0.08)
    top = (
        [cone((0, size * 0.86, 0), (0, size * 1.25, 0), size * 0.17, (0.3, 0.55, 0.3))]
        if kind == "jester"
        else [rod((0, size * 0.88, 0), (0, size * 0.98, 0), size * 0.16, (0.95, 0.78, 0.3))]
        + [
            cone(
                (size * 0.13 * math.cos(a), size * 0.97, size * 0.13 * math.sin(a)),
                (size * 0.13 * math.cos(a), size * 1.1, size * 0.13 * math.sin(a)),
                size * 0.05,
                (0.95, 0.78, 0.3),
            )
            for a in np.linspace(0, 5.2, 6)
        ]
    )
    return concat_shapes(
        cone((0, 0, 0), (0, size * 0.75, 0), size * 0.28, robe),
        ellipsoid((0, size * 0.74, 0), (size * 0.2, size * 0.21, size * 0.19), skin),
        ellipsoid((0, size * 0.72, size * 0.2), (size * 0.04,) * 3, (0.9, 0.5, 0.45)),
        *[ellipsoid((x * size * 0.08, size * 0.79, size * 0.17), (size * 0.026,) * 3, dark) for x in (-1, 1)],
        ellipsoid((0, size * 0.64, size * 0.175), (size * 0.07, size * 0.016, size * 0.02), (0.7, 0.2, 0.2)),
        *[
            ellipsoid((x * size * 0.26, size * 0.44, size * 0.06), (size * 0.12, size * 0.07, size * 0.07), robe)
            for x in (-1, 1)
        ],
        *[ellipsoid((x * size * 0.36, size * 0.46, size * 0.07), (size * 0.06,) * 3, skin) for x in (-1, 1)],
        *top,
    )


@register("a puppet theatre with a curtain and two hand puppets")
def puppet_theater(
    *, width=0.95, height=1.3, depth=0.4, paint=(0.75, 0.18, 0.2), curtain=(0.5, 0.12, 0.3), gilt=(0.95, 0.78, 0.3)
):
    face = moved(
        library_call("front_wall", width=width, height=height, depth=depth, paint=paint, gilt=gilt), (0, 0, depth * 0.3)
    )
    back = box((0, height * 0.62, -depth * 0.2), (width * 0.9, height * 0.44, 0.01), (0.55, 0.75, 0.9))
    whole = concat_shapes(
        face,
        back,
        moved(
            library_call("curtain_pair", width=width * 0.76, height=height * 0.36, curtain=curtain),
            (0, height * 0.81, depth * 0.24),
        ),
        moved(
            library_call("puppet", size=height * 0.24, robe=(0.2, 0.4, 0.7), kind="king"),
            (-width * 0.13, height * 0.44, depth * 0.28),
        ),
        moved(
            library_call("puppet", size=height * 0.22, robe=(0.9, 0.65, 0.2), kind="jester"),
            (width * 0.14, height * 0.44, depth * 0.28),
        ),
    )
    return fitted(whole, width, height, depth)
