# /// asset
# word = "dog house"
# synonyms = ["kennel", "dog kennel"]
# category = "pets"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "roof_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, round_wall


@register("the walls of boards with the arched door")
def walls(*, width, height, depth, rise, paint):
    rows = 7
    boards = [
        box(
            (0, height * (i + 0.5) / rows, 0),
            (width, height / rows * 0.94, depth),
            darker(paint, 0.94 + 0.06 * (i % 2)),
        )
        for i in range(rows)
    ]
    gable = [
        box(
            (0, height + rise * (i + 0.5) / 10, 0),
            (width * (1 - (i + 0.5) / 10), rise / 10 * 1.02, depth * 0.985),
            paint,
        )
        for i in range(10)
    ]
    dark, trim = (0.1, 0.08, 0.07), (0.96, 0.94, 0.88)

    def door(grow, front, tone):
        w, h = width * 0.46 + grow, height * 0.52 + grow / 2
        foot = 0.03 if grow else 0.032
        return [
            box((0, (h + 0.03 + foot) / 2, front), (w, h + 0.03 - foot, 0.01), tone),
            rod((0, h + 0.03, front - 0.005), (0, h + 0.03, front + 0.005), w / 2, tone),
        ]

    return concat_shapes(
        *boards,
        *gable,
        box((0, height * 0.5, 0), (width * 0.98, height, depth * 0.98), darker(paint, 0.7)),
        *door(0.06, depth / 2 + 0.004, trim),
        *door(0.0, depth / 2 + 0.009, dark),
    )


@register("the pitched roof of shingles")
def roof(*, width, rise, depth, roof_color):
    slope = math.atan2(rise, width / 2)
    length = math.hypot(rise, width / 2) * 1.22
    rows = 5
    parts = []
    for x in (-1, 1):
        for i in range(rows):
            t = (i + 0.5) / rows
            piece = box(
                (0, 0, 0),
                (length / rows * 1.12, 0.03, depth * 1.12),
                darker(roof_color, 0.85 + 0.08 * (i % 2)),
            )
            parts.append(
                moved(
                    piece,
                    (x * length * t * math.cos(slope), rise + 0.02 - length * t * math.sin(slope), 0),
                    -x * (slope - 0.05),
                    (0, 0, 1),
                )
            )
    return concat_shapes(
        *parts,
        rod((0, rise + 0.03, -depth * 0.56), (0, rise + 0.03, depth * 0.56), 0.03, darker(roof_color, 0.8)),
    )


@register("the bone sign over the door")
def bone_sign(*, length):
    white = (0.97, 0.95, 0.88)
    return concat_shapes(
        rod((-length * 0.36, 0, 0), (length * 0.36, 0, 0), length * 0.1, white),
        *[
            ellipsoid((x * length * 0.4, y * length * 0.1, 0), (length * 0.13, length * 0.13, length * 0.1), white)
            for x in (-1, 1)
            for y in (-1, 1)
        ],
    )


@register("a food bowl")
def food_bowl(*, radius, height):
    return concat_shapes(
        round_wall((radius, 0), (radius * 0.8, height), radius * 0.1, (0.25, 0.5, 0.75), panels=22),
        rod((0, 0, 0), (0, height * 0.8, 0), radius * 0.78, (0.5, 0.33, 0.2)),
    )


@register("a wooden dog house with a pitched roof, a bone sign and a food bowl")
def dog_house(*, width=0.95, height=0.98, depth=1.2, paint=(0.78, 0.25, 0.2), roof_color=(0.3, 0.33, 0.38)):
    w, tall, deep, rise = 0.78, 0.58, 0.85, 0.34
    whole = concat_shapes(
        library_call("walls", width=w, height=tall, depth=deep, rise=rise, paint=paint),
        moved(library_call("roof", width=w, rise=rise, depth=deep, roof_color=roof_color), (0, tall, 0)),
        moved(library_call("bone_sign", length=0.26), (0, tall + rise * 0.32, deep / 2 + 0.02)),
        moved(library_call("food_bowl", radius=0.1, height=0.07), (0.28, 0, deep * 0.66)),
    )
    return fitted(whole, width, height, depth)
