# /// asset
# word = "thermometer"
# synonyms = ["wall thermometer", "room thermometer", "mercury thermometer", "darkroom thermometer"]
# category = "school"
# support = "surface"
# colors = ["paint", "spirit"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, rotated


@register("the board, round at its ends, on a slanted stand")
def board(*, width, height, thick, look):
    r = width / 2
    return concat_shapes(
        box((0, height / 2, 0), (width, height - 2 * r, thick), *look),
        *[rod((0, y, -thick / 2), (0, y, thick / 2), r, *look) for y in (r, height - r)],
    )


@register("the tube with its bulb and the column of spirit")
def glass_tube(*, radius, height, level, spirit):
    pale = ((0.95, 0.97, 0.98), {"roughness": 0.05})
    return concat_shapes(
        rod((0, radius * 2, 0), (0, height, 0), radius, *pale),
        ellipsoid((0, height, 0), (radius,) * 3, *pale),
        ellipsoid((0, radius * 1.8, 0), (radius * 2.1,) * 3, spirit, {"roughness": 0.1}),
        rod(
            (0, radius * 2, radius * 0.35),
            (0, height * level, radius * 0.35),
            radius * 0.72,
            spirit,
            {"roughness": 0.1},
        ),
    )


@register("the scale on both sides")
def scale_marks(*, width, height):
    marks = [
        box(
            (x * width * 0.24, height * (0.14 + 0.0355 * i), 0),
            (width * (0.2 if i % 5 else 0.32), height * (0.005 if i % 5 else 0.009), 0.0008),
            (0.1, 0.1, 0.11),
        )
        for i in range(21)
        for x in (-1, 1)
    ]
    return concat_shapes(*marks)


@register("a glass thermometer with red spirit on a wooden board")
def thermometer(*, width=0.055, height=0.22, depth=0.07, paint=None, spirit=(0.85, 0.12, 0.12), wood="beech"):
    look, lean = finish(wood, paint), math.radians(-10)
    face = concat_shapes(
        library_call("board", width=0.055, height=0.22, thick=0.01, look=look),
        moved(library_call("glass_tube", radius=0.0045, height=0.175, level=0.62, spirit=spirit), (0, 0.02, 0.008)),
        moved(library_call("scale_marks", width=0.055, height=0.2), (0, 0.012, 0.0052)),
    )
    prop = moved(box((0, -0.08, 0), (0.03, 0.16, 0.005), *look), (0, 0.155, -0.03), math.radians(14), (1, 0, 0))
    whole = concat_shapes(rotated(face, lean, (1, 0, 0)), prop)
    return fitted(whole, width, height, depth)
