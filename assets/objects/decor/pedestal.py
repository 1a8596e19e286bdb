# /// asset
# word = "pedestal"
# synonyms = [
#     "column", "pillar", "plinth", "pedestal stand", "marble column", "columns", "display pedestal",
#     "stone column", "pillars",
# ]
# category = "decor"
# support = "floor"
# colors = ["paint"]
# materials = ["stuff"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, rod


@register("the fluted shaft")
def shaft(*, stone):
    flutes = loop(
        20,
        lambda i: rod(
            (0.125 * math.cos(i * math.pi / 10), 0.12, 0.125 * math.sin(i * math.pi / 10)),
            (0.125 * math.cos(i * math.pi / 10), 0.98, 0.125 * math.sin(i * math.pi / 10)),
            0.018,
            stone[0],
            stone[1],
        ),
    )
    return concat_shapes(rod((0, 0.1, 0), (0, 1.0, 0), 0.125, *stone), flutes)


@register("the base and the capital")
def ends(*, stone):
    rings = [
        rod((0, y, 0), (0, y + h, 0), r, *stone)
        for y, h, r in ((0.06, 0.03, 0.18), (0.09, 0.025, 0.16), (0.98, 0.025, 0.155), (1.0, 0.035, 0.175))
    ]
    return concat_shapes(
        box((0, 0.03, 0), (0.4, 0.06, 0.4), *stone), *rings, box((0, 1.07, 0), (0.4, 0.06, 0.4), *stone)
    )


@register("a fluted column")
def pedestal(*, width=0.4, height=1.1, depth=0.4, paint=None, stuff="white marble"):
    look = finish(stuff, paint)
    whole = concat_shapes(library_call("shaft", stone=look), library_call("ends", stone=look))
    return fitted(whole, width, height, depth)
