# /// asset
# word = "washing line"
# synonyms = [
#     "clothesline", "laundry line", "line of washing", "clotheslines", "washing on a line",
#     "laundry on a line", "clothes on a line", "laundry on a clothesline",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["first", "second"]
# materials = ["wood"]
# [variants]
# filled = {"empty" = false}
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, darker, fitted, rod


@register("a shirt that hangs by its hem")
def shirt(*, x, tone):
    cloth = {"roughness": 0.95}
    return concat_shapes(
        box((x, 1.35, 0), (0.46, 0.6, 0.012), tone, cloth),
        *[
            beam((x + s * 0.2, 1.1, 0), (x + s * 0.34, 0.82, 0.01), (0.14, 0.012), darker(tone, 0.95), cloth)
            for s in (-1, 1)
        ],
        *[rod((x + s * 0.18, 1.6, 0.01), (x + s * 0.18, 1.7, 0.01), 0.012, (0.8, 0.62, 0.38)) for s in (-1, 1)],
    )


@register("a sheet or towel over the line")
def sheet_part(*, x, wide, long, tone):
    folds = [
        box(
            (x - wide / 2 + wide * (i + 0.5) / 8, 1.66 - long / 2, 0.012 * math.sin(1.9 * i)),
            (wide / 8 * 1.05, long, 0.01),
            darker(tone, 0.95 + 0.05 * (i % 2)),
            {"roughness": 0.95},
        )
        for i in range(8)
    ]
    pegs = [
        rod((x + s * wide * 0.42, 1.6, 0.014), (x + s * wide * 0.42, 1.7, 0.014), 0.012, (0.8, 0.62, 0.38))
        for s in (-1, 1)
    ]
    return concat_shapes(*folds, *pegs)


@register("trousers that hang by the waist")
def trousers_part(*, x, tone):
    cloth = {"roughness": 0.95}
    return concat_shapes(
        box((x, 1.56, 0), (0.38, 0.18, 0.014), tone, cloth),
        *[box((x + s * 0.1, 1.15, 0), (0.17, 0.75, 0.013), darker(tone, 0.95), cloth) for s in (-1, 1)],
        *[rod((x + s * 0.15, 1.6, 0.01), (x + s * 0.15, 1.7, 0.01), 0.012, (0.8, 0.62, 0.38)) for s in (-1, 1)],
    )


@register("washing on a line between two posts")
def clothesline(
    *,
    width=4.2,
    height=1.95,
    depth=0.9,
    first=(0.96, 0.95, 0.93),
    second=(0.3, 0.5, 0.75),
    wood="weathered wood",
    filled=True,
):
    look = surface(wood)
    posts = [
        concat_shapes(
            rod((s * 2.05, 0, 0), (s * 2.05, 1.92, 0), 0.045, *look),
            rod((s * 2.05, 1.72, -0.42), (s * 2.05, 1.72, 0.42), 0.03, *look),
        )
        for s in (-1, 1)
    ]
    lines = [rod((-2.05, 1.72, z), (2.05, 1.72, z), 0.006, (0.9, 0.9, 0.88)) for z in (-0.38, 0.0, 0.38)]
    wash = [
        library_call("sheet_part", x=-1.35, wide=0.95, long=0.95, tone=first),
        library_call("shirt", x=-0.5, tone=second),
        library_call("trousers_part", x=0.1, tone=(0.2, 0.26, 0.4)),
        library_call("sheet_part", x=0.62, wide=0.45, long=0.7, tone=(0.93, 0.72, 0.35)),
        library_call("shirt", x=1.2, tone=(0.88, 0.4, 0.38)),
        library_call("sheet_part", x=1.72, wide=0.3, long=0.4, tone=(0.6, 0.78, 0.6)),
    ]
    return fitted(concat_shapes(*posts, *lines, *(wash if filled else ())), width, height, depth)
