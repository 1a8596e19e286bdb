# /// asset
# word = "luggage cart"
# synonyms = ["bellhop cart", "luggage trolley", "hotel luggage cart", "bellman cart", "baggage cart", "baggage trolley",
#   "birdcage cart", "hotel trolley"]
# category = "storage"
# support = "floor"
# colors = ["paint", "carpet"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, ball, block, finish, fitted, moved, pipe, plate, rod


@register("the carpeted deck")
def deck(*, look, carpet):
    return concat_shapes(
        plate((0, 0.2, 0), (1.1, 0.04, 0.6), 0.08, *look),
        plate((0, 0.24, 0), (1.04, 0.02, 0.54), 0.06, carpet, {"roughness": 0.98}),
    )


@register("the bowed frame with its hanging rail")
def bows(*, look):
    parts = []
    top = 1.42
    for z in (-1, 1):
        curve = [(x, top + y, z * 0.25) for x, y in arc(0.5, 0, math.pi, 19)]
        curve = [(x, top + (y - top) * 0.72, d) for x, y, d in curve]
        parts.append(pipe([(0.5, 0.24, z * 0.25), *curve, (-0.5, 0.24, z * 0.25)], 0.019, *look))
    parts.append(rod((0, top + 0.36, -0.25), (0, top + 0.36, 0.25), 0.016, *look))
    parts.append(ball((0, top + 0.39, 0), 0.035, *look))
    for x in (-0.5, 0.5):
        parts += [rod((x, y, -0.25), (x, y, 0.25), 0.012, *look) for y in (0.42, 0.95, top)]
    return concat_shapes(*parts)


@register("a caster")
def caster(*, look):
    return concat_shapes(
        rod((-0.018, 0.075, 0), (0.018, 0.075, 0), 0.075, (0.12, 0.12, 0.12)),
        rod((-0.022, 0.075, 0), (0.022, 0.075, 0), 0.035, *look),
        *[block((s * 0.027, 0.06, 0), (0.006, 0.14, 0.05), *look) for s in (-1, 1)],
    )


@register("a hotel luggage cart with a bowed brass frame")
def luggage_cart(*, width=1.12, height=1.82, depth=0.62, metal="brass", paint=None, carpet=(0.5, 0.09, 0.12)):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("deck", look=look, carpet=carpet),
        library_call("bows", look=look),
        *[
            moved(library_call("caster", look=look), (s * 0.42, 0, t * 0.2), math.pi / 2)
            for s in (-1, 1)
            for t in (-1, 1)
        ],
    )
    return fitted(whole, width, height, depth)
