# /// asset
# word = "trophy"
# synonyms = ["trophy cup", "award", "prize cup", "winner's cup", "golden cup"]
# stands_for = ["medal"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["metal", "plinth"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, finish, fitted, lathe, moved, pipe, rod, rotated, stretched


@register("the cup on its stem")
def cup_part(*, radius, height, look):
    dark = (darker(look[0], 0.35), look[1])
    profile = [
        (radius * 0.55, 0),
        (radius * 0.5, 0.03),
        (radius * 0.16, 0.12),
        (radius * 0.13, 0.2),
        (radius * 0.26, 0.24),
        (radius * 0.13, 0.28),
        (radius * 0.3, 0.36),
        (radius * 0.72, 0.5),
        (radius * 0.88, 0.68),
        (radius * 0.92, 0.88),
        (radius, 1.0),
    ]
    return concat_shapes(
        stretched(lathe([(r, y) for r, y in profile], *look, slices=48), (1, height, 1)),
        rod((0, height * 0.985, 0), (0, height * 1.003, 0), radius * 0.9, *dark),
    )


@register("a curved handle")
def ear_handle(*, radius, height, look):
    path = [
        (radius * 0.86, height * 0.9),
        (radius * 1.25, height * 0.97),
        (radius * 1.5, height * 0.86),
        (radius * 1.42, height * 0.66),
        (radius * 1.1, height * 0.52),
        (radius * 0.72, height * 0.5),
    ]
    return pipe([(x, y, 0) for x, y in path], radius * 0.07, *look)


@register("the star on the front")
def star(*, size, look):
    bright = (tuple(min(1, c * 1.25 + 0.1) for c in look[0]), look[1])
    return concat_shapes(
        *[
            stretched(rotated(cone((0, 0, 0), (0, size, 0), size * 0.32, *bright), i * 1.2566, (0, 0, 1)), (1, 1, 0.3))
            for i in range(5)
        ]
    )


@register("the plinth with its plate")
def plinth_part(*, width, height, depth, plinth, look):
    stone = surface(plinth)
    return concat_shapes(
        box((0, height * 0.2, 0), (width, height * 0.4, depth), *stone),
        box((0, height * 0.7, 0), (width * 0.8, height * 0.6, depth * 0.8), *stone),
        box((0, height * 0.7, depth * 0.405), (width * 0.5, height * 0.32, 0.003), *look),
    )


@register("a golden trophy cup with two handles on a plinth")
def trophy(*, width=0.22, height=0.34, depth=0.14, paint=None, metal="gold", plinth="black marble"):
    look, base, r, tall = finish(metal, paint), 0.075, 0.068, 0.265
    whole = concat_shapes(
        library_call("plinth_part", width=0.13, height=base, depth=0.13, plinth=plinth, look=look),
        moved(library_call("cup_part", radius=r, height=tall, look=look), (0, base, 0)),
        *[
            moved(library_call("ear_handle", radius=r, height=tall, look=look), (0, base, 0), k * math.pi)
            for k in (0, 1)
        ],
        moved(library_call("star", size=0.03, look=look), (0, base + tall * 0.74, r * 0.9)),
    )
    return fitted(whole, width, height, depth)
