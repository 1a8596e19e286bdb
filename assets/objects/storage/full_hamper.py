# /// asset
# word = "full hamper"
# synonyms = [
#     "basket of towels", "basket of rolled towels", "basket of yarn", "basket of wool", "basket of balls",
#     "basket of logs", "basket of firewood", "basket of tennis balls", "hamper of towels",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["weave"]
# [variants.goods]
# "towels" = "towel"
# "rolled towels" = "towel"
# "yarn" = "yarn"
# "wool" = "yarn"
# "balls" = "ball"
# "logs" = "log"
# "firewood" = "log"
# "tennis balls" = "tennis ball"
# ///
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, heap, mirrored, pipe, ring, rod


@register("the deep woven basket")
def deep_basket(*, radius, height, look):
    dark, pale = (darker(look[0], 0.62), look[1]), (tuple(min(1.0, 1.15 * c + 0.03) for c in look[0]), look[1])
    rows = round(height / 0.026)
    coils = [
        ring(
            (0, height * (k + 0.5) / rows, 0),
            radius * (0.88 + 0.1 * k / rows),
            0.0155,
            *(pale if k % 5 == 2 else look),
            parts=26,
        )
        for k in range(rows)
    ]
    canes = [
        rod(
            (radius * 0.9 * math.cos(a), 0.004, radius * 0.9 * math.sin(a)),
            (radius * math.cos(a), height, radius * math.sin(a)),
            0.007,
            *dark,
        )
        for a in (2 * math.pi * i / 26 for i in range(26))
    ]
    handle = pipe(
        [
            (radius, height * 0.86, -0.07),
            (radius * 1.1, height * 1.06, -0.05),
            (radius * 1.1, height * 1.06, 0.05),
            (radius, height * 0.86, 0.07),
        ],
        0.011,
        *dark,
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0.015, 0), radius * 0.88, *dark),
        rod((0, 0.01, 0), (0, height * 0.6, 0), radius * 0.86, darker(look[0], 0.4)), *coils, *canes,
        ring((0, height, 0), radius, 0.016, *look, parts=30), handle, mirrored(handle),
    )  # fmt: skip


@register("a deep woven basket full of things")
def full_hamper(*, width=0.52, height=0.46, depth=0.48, paint=None, weave="wicker", goods="towel"):
    radius, rim = 0.23, 0.32
    whole = concat_shapes(
        library_call("deep_basket", radius=radius, height=rim, look=finish(weave, paint)),
        heap(goods, (0, 0.2, 0), (radius * 1.85, 0.25, radius * 1.85), scale=1.15, seed=6),
    )
    return fitted(whole, width, height, depth)
