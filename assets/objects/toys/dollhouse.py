# /// asset
# word = "dollhouse"
# synonyms = ["doll house", "dolls house", "dollhouse miniature", "toy house", "miniature house"]
# category = "toys"
# support = "floor"
# colors = ["wall_paint", "roof_paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the shell: floors, back and side walls")
def shell(*, width, height, depth, wall_paint, wood):
    t, board = width * 0.022, surface(wood)
    papers = ((0.93, 0.85, 0.6), (0.7, 0.83, 0.88), (0.8, 0.87, 0.7), (0.93, 0.8, 0.82))
    rooms = [
        box(
            ((i - 0.5) * width * 0.48, height * (0.25 + 0.5 * j), -depth / 2 + t * 1.2),
            (width * 0.46, height * 0.47, t * 0.4),
            papers[i + 2 * j],
        )
        for i in range(2)
        for j in range(2)
    ]
    return concat_shapes(
        *[box((0, y * (height - t) + t / 2, 0), (width - 2 * t, t, depth), *board) for y in (0, 0.5, 1)],
        *[box((x * (width - t) / 2, height / 2, 0), (t, height, depth), wall_paint) for x in (-1, 1)],
        box((0, height / 2, 0), (t * 0.8, height * 0.98, depth * 0.96), wall_paint),
        box((0, height / 2, -depth / 2 + t * 0.6), (width - t, height * 0.99, t), wall_paint),
        *rooms,
    )


@register("the pitched roof with a window and a chimney")
def roof(*, width, rise, depth, roof_paint, wall_paint):
    slope = math.atan2(rise, width / 2)
    length = math.hypot(rise, width / 2) * 1.04
    slabs = [
        moved(
            box((0, 0, 0), (length, width * 0.03, depth * 1.08), roof_paint),
            (x * width * 0.255, rise * 0.5, 0),
            -x * slope,
            (0, 0, 1),
        )
        for x in (-1, 1)
    ]
    gable = [
        box(
            (0, rise * (0.05 + 0.1 * i), -depth * 0.44),
            (width * (0.94 - 0.1 * i), rise * 0.105, depth * 0.06),
            wall_paint,
        )
        for i in range(9)
    ]
    return concat_shapes(
        *slabs,
        *gable,
        box((width * 0.26, rise * 0.9, -depth * 0.15), (width * 0.09, rise * 0.7, depth * 0.18), (0.62, 0.35, 0.28)),
        rod((0, rise * 0.4, -depth * 0.42), (0, rise * 0.4, -depth * 0.38), rise * 0.16, (0.75, 0.88, 0.95)),
    )


@register("a bed, a table, a bath and a lamp in the rooms")
def furniture(*, width, height, depth):
    u = width * 0.1
    bed = [
        box((-width * 0.27, height * 0.56, -depth * 0.1), (u * 2.2, u * 0.4, u * 1.3), (0.95, 0.93, 0.9)),
        box((-width * 0.22, height * 0.585, -depth * 0.1), (u * 1.5, u * 0.2, u * 1.32), (0.5, 0.65, 0.85)),
        box((-width * 0.385, height * 0.6, -depth * 0.1), (u * 0.15, u * 1.1, u * 1.28), (0.7, 0.5, 0.3)),
    ]
    table = [
        rod((width * 0.25, height * 0.02, 0), (width * 0.25, height * 0.13, 0), u * 0.12, (0.7, 0.5, 0.3)),
        rod((width * 0.25, height * 0.13, 0), (width * 0.25, height * 0.145, 0), u * 0.75, (0.7, 0.5, 0.3)),
        *[
            box((width * 0.25 + x * u * 1.2, height * 0.08, 0), (u * 0.5, height * 0.12, u * 0.5), (0.9, 0.45, 0.4))
            for x in (-1, 1)
        ],
    ]
    stove = [
        box((-width * 0.36, height * 0.1, -depth * 0.2), (u * 1.1, height * 0.16, u), (0.95, 0.95, 0.96)),
        box((-width * 0.24, height * 0.1, -depth * 0.2), (u * 1.2, height * 0.16, u), (0.55, 0.75, 0.7)),
        box((-width * 0.1, height * 0.19, -depth * 0.2), (u * 0.9, height * 0.34, u), (0.9, 0.93, 0.95)),
    ]
    sofa = [
        box((width * 0.24, height * 0.57, -depth * 0.15), (u * 2.2, height * 0.08, u), (0.85, 0.5, 0.35)),
        box(
            (width * 0.24, height * 0.62, -depth * 0.15 - u * 0.45),
            (u * 2.2, height * 0.14, u * 0.3),
            (0.85, 0.5, 0.35),
        ),
        *[
            box(
                (width * 0.24 + x * u * 1.05, height * 0.6, -depth * 0.15),
                (u * 0.25, height * 0.1, u),
                (0.85, 0.5, 0.35),
            )
            for x in (-1, 1)
        ],
    ]
    return concat_shapes(
        *bed,
        *table,
        *stove,
        *sofa,
        box((width * 0.12, height * 0.77, -depth * 0.42), (u * 0.9, u * 0.9, 0.004), (0.98, 0.98, 0.95)),
    )


@register("an open dollhouse with furnished rooms and a pitched roof")
def dollhouse(
    *, width=0.8, height=1.0, depth=0.36, wall_paint=(0.96, 0.78, 0.82), roof_paint=(0.75, 0.3, 0.35), wood="birch"
):
    body = height * 0.66
    whole = concat_shapes(
        library_call("shell", width=width * 0.94, height=body, depth=depth * 0.92, wall_paint=wall_paint, wood=wood),
        moved(
            library_call(
                "roof",
                width=width * 0.96,
                rise=height - body,
                depth=depth * 0.92,
                roof_paint=roof_paint,
                wall_paint=wall_paint,
            ),
            (0, body, 0),
        ),
        library_call("furniture", width=width * 0.94, height=body, depth=depth * 0.92),
    )
    return fitted(whole, width, height, depth)
