# /// asset
# word = "birdhouse"
# synonyms = ["nesting box", "bird box"]
# stands_for = ["bird feeder"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "roof_color"]
# materials = ["pole"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rod


@register("the little house with a round door and a perch")
def little_house(*, width, height, depth, paint):
    gable = [
        box((0, height * (0.72 + 0.028 * (i + 0.5)), 0), (width * (1 - (i + 0.5) / 10), height * 0.029, depth), paint)
        for i in range(10)
    ]
    return concat_shapes(
        box((0, height * 0.36, 0), (width, height * 0.72, depth), paint),
        *gable,
        rod(
            (0, height * 0.5, depth / 2 - 0.001), (0, height * 0.5, depth / 2 + 0.003), width * 0.19, (0.97, 0.95, 0.9)
        ),
        rod((0, height * 0.5, depth / 2), (0, height * 0.5, depth / 2 + 0.005), width * 0.15, (0.08, 0.07, 0.06)),
        rod(
            (0, height * 0.28, depth / 2),
            (0, height * 0.28, depth / 2 + width * 0.35),
            width * 0.028,
            (0.6, 0.42, 0.25),
        ),
        box((0, 0.006, 0), (width * 1.16, 0.014, depth * 1.2), darker(paint, 0.8)),
    )


@register("the roof")
def roof(*, width, rise, depth, roof_color):
    slope = math.atan2(rise, width / 2)
    length = math.hypot(rise, width / 2) * 1.3
    return concat_shapes(
        *[
            moved(
                box((0, 0, 0), (length, 0.014, depth * 1.3), roof_color),
                (x * length * 0.5 * math.cos(slope), rise + 0.008 - length * 0.5 * math.sin(slope), 0),
                -x * slope,
                (0, 0, 1),
            )
            for x in (-1, 1)
        ]
    )


@register("a small bird")
def bird(*, size):
    blue, breast = (0.9, 0.5, 0.2), (0.97, 0.9, 0.8)
    return concat_shapes(
        ellipsoid((0, 0, 0), (size * 0.5, size * 0.36, size * 0.34), blue),
        ellipsoid((size * 0.1, -size * 0.08, 0), (size * 0.38, size * 0.28, size * 0.28), breast),
        ellipsoid((size * 0.42, size * 0.3, 0), (size * 0.24,) * 3, blue),
        cone((size * 0.62, size * 0.28, 0), (size * 0.86, size * 0.26, 0), size * 0.08, (0.95, 0.7, 0.15)),
        *[
            ellipsoid((size * 0.52, size * 0.36, z * size * 0.17), (size * 0.04,) * 3, (0.05, 0.05, 0.05))
            for z in (-1, 1)
        ],
        cone((-size * 0.35, 0, 0), (-size * 0.95, size * 0.18, 0), size * 0.14, blue),
        *[
            ellipsoid(
                (-size * 0.08, size * 0.02, z * size * 0.32),
                (size * 0.34, size * 0.2, size * 0.06),
                darker(blue, 0.8),
            )
            for z in (-1, 1)
        ],
    )


@register("the pole on a foot")
def pole_part(*, height, radius, pole):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius, *surface(pole)),
        rod((0, 0, 0), (0, 0.03, 0), radius * 5.5, *surface("stone")),
    )


@register("a birdhouse on a pole with a bird at its door")
def birdhouse(
    *, width=0.32, height=1.55, depth=0.34, paint=(0.35, 0.55, 0.65), roof_color=(0.75, 0.3, 0.22), pole="oak"
):
    base, w, tall = 1.2, 0.2, 0.3
    whole = concat_shapes(
        library_call("pole_part", height=base, radius=0.025, pole=pole),
        moved(library_call("little_house", width=w, height=tall, depth=0.18, paint=paint), (0, base, 0)),
        moved(
            library_call("roof", width=w, rise=tall * 0.28, depth=0.18, roof_color=roof_color),
            (0, base + tall * 0.72, 0),
        ),
        moved(library_call("bird", size=0.06), (0, base + tall * 0.28 + 0.026, 0.13), 0.5),
    )
    return fitted(whole, width, height, depth)
