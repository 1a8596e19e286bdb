# /// asset
# word = "soup"
# synonyms = [
#     "bowl of soup", "ramen", "bowl of ramen", "noodles", "bowl of noodles", "noodle bowl", "stew", "porridge",
#     "oatmeal", "salad", "bowl of salad", "pasta", "spaghetti", "bowl of pasta", "rice", "bowl of rice", "curry",
#     "chili bowl", "bowl of cereal", "yogurt", "mashed potatoes",
# ]
# category = "food"
# support = "surface"
# colors = ["ware"]
# [variants.kind]
# "ramen" = "noodles"
# "bowl of ramen" = "noodles"
# "noodles" = "noodles"
# "bowl of noodles" = "noodles"
# "noodle bowl" = "noodles"
# "pasta" = "noodles"
# "spaghetti" = "noodles"
# "bowl of pasta" = "noodles"
# "salad" = "salad"
# "bowl of salad" = "salad"
# "rice" = "rice"
# "bowl of rice" = "rice"
# "yogurt" = "rice"
# "mashed potatoes" = "rice"
# "porridge" = "rice"
# "oatmeal" = "cereal"
# "bowl of cereal" = "cereal"
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod, round_wall


@register("the bowl")
def ware_bowl(*, ware):
    shine = {"roughness": 0.2}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.008, 0), 0.036, ware, shine),
        lathe([(0.036, 0.006), (0.055, 0.02), (0.07, 0.042)], ware, shine, slices=30),
        round_wall((0.07, 0.04), (0.085, 0.07), 0.005, ware, shine, panels=40),
    )


@register("what is in the bowl")
def content(*, tone, bits):
    fill = lathe([(0.066, 0.042), (0.078, 0.06), (0.05, 0.066), (0.001, 0.068)], tone, {"roughness": 0.5}, slices=24)
    pieces = [
        ellipsoid(
            (
                0.058 * math.sqrt(i / 26) * math.cos(i * 2.4),
                0.067 - 0.006 * (i / 26),
                0.058 * math.sqrt(i / 26) * math.sin(i * 2.4),
            ),
            (0.011, 0.008, 0.009),
            bits[i % len(bits)],
            {"roughness": 0.6},
        )
        for i in range(26)
    ]
    return concat_shapes(fill, *pieces)


@register("a bowl filled with food")
def soup(*, width=0.17, height=0.08, depth=0.17, ware=(0.93, 0.91, 0.86), kind="soup"):
    fillings = {
        "soup": ((0.85, 0.45, 0.2), ((0.9, 0.5, 0.2), (0.4, 0.6, 0.2), (0.9, 0.85, 0.6))),
        "noodles": ((0.8, 0.62, 0.35), ((0.95, 0.85, 0.55), (0.95, 0.82, 0.5), (0.3, 0.55, 0.2), (0.7, 0.4, 0.3))),
        "salad": ((0.42, 0.62, 0.25), ((0.36, 0.6, 0.2), (0.5, 0.72, 0.3), (0.85, 0.2, 0.15), (0.95, 0.85, 0.4))),
        "rice": ((0.95, 0.94, 0.9), ((0.97, 0.96, 0.93), (0.93, 0.92, 0.88))),
        "cereal": ((0.97, 0.96, 0.93), ((0.85, 0.6, 0.25), (0.8, 0.52, 0.2))),
    }
    tone, bits = fillings[kind]
    whole = concat_shapes(library_call("ware_bowl", ware=ware), library_call("content", tone=tone, bits=bits))
    return fitted(whole, width, height, depth)
