# /// asset
# word = "apple"
# synonyms = ["red apple", "green apple"]
# stands_for = ["peach"]
# category = "food"
# support = "surface"
# colors = ["skin", "leaf"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, moved, rod


@register("the round fruit, dimpled at the top")
def flesh(*, radius, height, skin):
    bumps = loop(
        5,
        lambda i: ellipsoid(
            (radius * 0.24 * math.cos(i * 1.257), height * 0.55, radius * 0.24 * math.sin(i * 1.257)),
            (radius * 0.76, height * 0.45, radius * 0.76),
            skin,
            {"roughness": 0.25},
        ),
    )
    low = loop(
        5,
        lambda i: ellipsoid(
            (radius * 0.2 * math.cos(i * 1.257), height * 0.36, radius * 0.2 * math.sin(i * 1.257)),
            (radius * 0.62, height * 0.36, radius * 0.62),
            skin,
            {"roughness": 0.25},
        ),
    )
    return concat_shapes(bumps, low)


@register("the stalk with a leaf")
def stalk(*, radius, base, top, leaf):
    blade = moved(
        ellipsoid((0, 0, 0), (radius * 0.36, radius * 0.035, radius * 0.15), leaf, {"roughness": 0.5}),
        (radius * 0.42, top - radius * 0.1, 0),
        0.35,
        (0, 0, 1),
    )
    return concat_shapes(rod((0, base, 0), (radius * 0.12, top, 0), radius * 0.055, (0.33, 0.2, 0.1)), blade)


@register("a red apple with a leaf")
def apple(*, width=0.075, height=0.09, skin=(0.78, 0.1, 0.1), leaf=(0.3, 0.5, 0.15)):
    radius, top = width * 0.512, height * 0.84
    whole = concat_shapes(
        library_call("flesh", radius=radius, height=top, skin=skin),
        library_call("stalk", radius=radius, base=top * 0.85, top=height * 0.985, leaf=leaf),
    )
    return moved(whole, (-compute_shape_center(whole)[0], 0, 0))
