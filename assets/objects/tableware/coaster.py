# /// asset
# word = "coaster"
# synonyms = ["coasters", "drink coaster", "cup mat", "cork coaster", "set of coasters"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "print_tint"]
# materials = ["disc", "holder"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, rotated, tinted


@register("one round coaster with a printed star")
def one_coaster(*, radius, thick, look, print_tint):
    rays = loop(
        6,
        lambda i: rotated(
            box((0, thick, radius * 0.3), (radius * 0.1, 0.0012, radius * 0.56), print_tint), i * math.pi / 3
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, thick, 0), radius, *look),
        rod((0, thick, 0), (0, thick + 0.0003, 0), radius * 0.92, tinted(look[0], 1.12), look[1]),
        rays,
        rod((0, thick, 0), (0, thick + 0.0009, 0), radius * 0.2, print_tint),
    )


@register("the wooden holder with four pins")
def holder_part(*, radius, height, holder):
    look = surface(holder)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.1, 0), radius, *look),
        *[
            rod(
                (radius * 0.93 * math.cos(a), 0, radius * 0.93 * math.sin(a)),
                (radius * 0.93 * math.cos(a), height, radius * 0.93 * math.sin(a)),
                radius * 0.07,
                *look,
            )
            for a in (0.5, 2.6, 3.7, 5.8)
        ],
    )


@register("a stack of round coasters in a holder, one beside with a ring on it")
def coaster(
    *, width=0.22, height=0.055, depth=0.12, paint=None, print_tint=(0.25, 0.4, 0.45), disc="cork", holder="oak"
):
    look, r, thick = finish(disc, paint), 0.047, 0.005
    stack = [
        moved(
            library_call("one_coaster", radius=r, thick=thick, look=look, print_tint=print_tint),
            (0, 0.006 + i * thick * 1.25, 0),
            0.3 * i,
        )
        for i in range(5)
    ]
    whole = concat_shapes(
        moved(
            concat_shapes(library_call("holder_part", radius=0.058, height=height, holder=holder), *stack),
            (-0.05, 0, 0),
        ),
        moved(library_call("one_coaster", radius=r, thick=thick, look=look, print_tint=print_tint), (0.06, 0, 0.008)),
    )
    return fitted(whole, width, height, depth)
