# /// asset
# word = "filled bucket"
# synonyms = [
#     "bucket of apples", "bucket of oranges", "bucket of mandarins", "bucket of tangerines", "bucket of lemons",
#     "bucket of ice", "bucket of ice cubes", "bucket of balls", "bucket of tennis balls", "bucket of fish",
#     "bucket of potatoes", "bucket of stones", "bucket of pebbles", "bucket of rocks",
#     "bucket of eggs", "bucket of candies", "bucket of sweets", "bucket of candy", "bucket of carrots",
# ]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["body"]
# [variants.goods]
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "lemons" = "lemon"
# "ice" = "ice"
# "ice cubes" = "ice"
# "balls" = "ball"
# "tennis balls" = "tennis ball"
# "fish" = "fish"
# "potatoes" = "potato"
# "stones" = "stone"
# "pebbles" = "stone"
# "rocks" = "stone"
# "eggs" = "egg"
# "candies" = "candy"
# "sweets" = "candy"
# "candy" = "candy"
# "carrots" = "carrot"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, finish, fitted, heap, pipe, rod, round_wall


@register("the bucket with its hoop and handle")
def open_bucket(*, radius, height, look):
    dark = (darker(look[0], 0.8), look[1])
    arc = [
        (radius * math.cos(a), height * 0.92 + radius * 0.55 * math.sin(a), radius * 0.85 * math.sin(a))
        for a in np.linspace(0, math.pi, 13)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.05, 0), radius * 0.74, *dark),
        round_wall((radius * 0.75, 0), (radius, height), radius * 0.04, *look, panels=36),
        round_wall((radius * 0.985, height * 0.95), (radius * 1.03, height), radius * 0.06, *dark, panels=36),
        round_wall((radius * 0.83, height * 0.28), (radius * 0.85, height * 0.33), radius * 0.04, *dark, panels=30),
        pipe(arc, radius * 0.025, *surface("steel")),
    )


@register("a bucket heaped full")
def filled_bucket(*, width=0.32, height=0.36, depth=0.32, paint=None, body="galvanized steel", goods="apple"):
    whole = concat_shapes(
        library_call("open_bucket", radius=0.15, height=0.28, look=finish(body, paint)),
        heap(goods, (0, 0.19, 0), (0.28, 0.16, 0.28), seed=11),
    )
    return fitted(whole, width, height, depth)
