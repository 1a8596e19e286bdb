# /// asset
# word = "crown"
# synonyms = ["tiara", "king crown", "golden crown", "princess crown", "diadem"]
# category = "decor"
# support = "surface"
# colors = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, ellipsoid, fitted, moved, rotated, round_wall, stretched


@register("the band with its points")
def band(*, metal):
    look = {"metallic": 1.0, "roughness": 0.2}
    spike = concat_shapes(
        moved(stretched(cone((0.088, 0.035, 0), (0.088, 0.12, 0), 0.027, metal, look), (0.4, 1, 1)), (0.0528, 0, 0)),
        ball((0.088, 0.122, 0), 0.009, (0.97, 0.95, 0.9), {"roughness": 0.1}),
    )
    points = loop(10, lambda i: rotated(spike, i * math.pi / 5))
    return concat_shapes(
        round_wall((0.092, 0), (0.092, 0.045), 0.006, metal, look, panels=44),
        *[round_wall((0.095, y), (0.095, y + 0.007), 0.007, metal, look, panels=44) for y in (0, 0.038)],
        points,
    )


@register("the jewels")
def jewels():
    tones = ((0.8, 0.05, 0.1), (0.1, 0.25, 0.8), (0.05, 0.55, 0.25))
    return concat_shapes(
        *[
            rotated(
                ellipsoid((0.093, 0.022, 0), (0.005, 0.01, 0.008), tones[i % 3], {"roughness": 0.05}),
                i * math.pi / 5 + 0.31,
            )
            for i in range(10)
        ]
    )


@register("a golden crown with jewels")
def crown(*, width=0.2, height=0.14, depth=0.2, metal=(0.93, 0.76, 0.3)):
    whole = concat_shapes(library_call("band", metal=metal), library_call("jewels"))
    return fitted(whole, width, height, depth)
