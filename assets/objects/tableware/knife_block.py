# /// asset
# word = "knife block"
# synonyms = ["knife set", "knife holder", "set of knives"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "grips"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, rotated


@register("one knife, of which the handle shows")
def block_knife(*, length, thick, grips):
    rivets = loop(
        2,
        lambda i: rod(
            (-thick * 0.55, length * (0.35 + 0.35 * i), 0),
            (thick * 0.55, length * (0.35 + 0.35 * i), 0),
            thick * 0.16,
            *surface("steel"),
        ),
    )
    return concat_shapes(
        box((0, -0.01, 0), (thick * 0.3, 0.03, thick * 1.4), *surface("steel")),
        box((0, length / 2, 0), (thick, length, thick * 1.7), grips, {"roughness": 0.5}),
        rivets,
    )


@register("the slanted block on its foot")
def wood_block(*, width, height, depth, look):
    return box((0, height / 2, 0), (width, height, depth), *look)


@register("a slanted wooden block with kitchen knives in it")
def knife_block(*, width=0.12, height=0.33, depth=0.24, paint=None, grips=(0.12, 0.12, 0.13), wood="oak"):
    look = finish(wood, paint)
    tall, deep = height * 0.66, depth * 0.44
    knives = [
        moved(
            library_call("block_knife", length=length * height, thick=width * 0.14, grips=grips),
            (x * width, tall, z * deep),
        )
        for x, z, length in (
            (-0.28, -0.25, 0.3),
            (0.0, -0.25, 0.33),
            (0.28, -0.25, 0.3),
            (-0.28, 0.2, 0.22),
            (0.0, 0.2, 0.22),
            (0.28, 0.2, 0.22),
        )
    ]
    tilted = rotated(
        concat_shapes(library_call("wood_block", width=width, height=tall, depth=deep, look=look), *knives),
        math.radians(-24),
        (1, 0, 0),
    )
    low = compute_shape_min(tilted)
    foot = box(
        (0, (0.02 - low[1]) / 2 + low[1], low[2] * 0.5 + deep * 0.1),
        (width, 0.02 - low[1], abs(low[2]) * 0.9 + deep * 0.4),
        *look,
    )
    whole = concat_shapes(tilted, foot)
    return fitted(whole, None, height, depth)
