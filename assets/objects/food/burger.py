# /// asset
# word = "burger"
# synonyms = ["hamburger", "cheeseburger", "slider", "bun", "buns", "bread roll", "bread rolls", "dinner roll"]
# category = "food"
# support = "surface"
# colors = ["bun"]
# [variants.filled]
# "bun" = false
# "buns" = false
# "bread roll" = false
# "bread rolls" = false
# "dinner roll" = false
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, lathe, rod, rotated


@register("the two halves of the bun")
def bun_halves(*, bun):
    top = ellipsoid((0, 0.054, 0), (0.054, 0.031, 0.054), bun, {"roughness": 0.4})
    seeds = [
        ellipsoid(
            (
                0.034 * math.sqrt(i / 22) * math.cos(i * 2.4),
                0.054 + 0.031 * math.sqrt(1 - 0.4 * i / 22),
                0.034 * math.sqrt(i / 22) * math.sin(i * 2.4),
            ),
            (0.0028, 0.0012, 0.0018),
            (0.96, 0.9, 0.75),
        )
        for i in range(1, 22)
    ]
    return concat_shapes(
        rod((0, 0.008, 0), (0, 0.02, 0), 0.0535, bun, {"roughness": 0.5}),
        ellipsoid((0, 0.01, 0), (0.0535, 0.01, 0.0535), bun, {"roughness": 0.5}),
        top,
        *seeds,
    )


@register("the patty, cheese and salad")
def filling():
    frill = loop(
        26,
        lambda i: rotated(
            box((0.05, 0.02 + 0.002 * (i % 2), 0), (0.014, 0.002, 0.013), (0.45, 0.68, 0.25)), i * 0.2417
        ),
    )
    cheese = rotated(box((0, 0.041, 0), (0.088, 0.003, 0.088), (0.98, 0.75, 0.2)), 0.5)
    return concat_shapes(
        frill,
        lathe([(0.05, 0.023), (0.054, 0.031), (0.05, 0.04)], (0.36, 0.2, 0.12), {"roughness": 0.9}, slices=12),
        cheese,
        rod((0, 0.043, 0), (0, 0.051, 0), 0.047, (0.8, 0.18, 0.12)),
    )


@register("a hamburger in a bun")
def burger(*, width=0.11, height=0.085, depth=0.11, bun=(0.82, 0.55, 0.26), filled=True):
    whole = concat_shapes(
        library_call("bun_halves", bun=bun),
        *([library_call("filling")] if filled else [rod((0, 0.015, 0), (0, 0.055, 0), 0.0525, bun)]),
    )
    return fitted(whole, width, height, depth)
