# /// asset
# word = "snack bag"
# synonyms = ["bag of chips", "chips", "crisps", "potato chips", "bag of crisps", "bag of snacks", "chip bag"]
# stands_for = [
#     "bag of candy", "bag of pretzels", "nuts", "bag of nuts", "peanuts", "bag of coffee beans", "coffee bag",
#     "bag of pet food",
# ]
# category = "food"
# support = "surface"
# colors = ["foil"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted


@register("the puffed bag")
def pillow_bag(*, foil):
    shine = {"roughness": 0.25, "metallic": 0.2}
    rows = 90
    body = []
    for i in range(rows):
        t = (i + 0.5) / rows
        puff = math.sin(math.pi * t) ** 0.6
        body.append(
            ellipsoid((0, 0.02 + 0.2 * t, 0), (0.082 - 0.004 * puff, 0.0085, 0.038 * puff + 0.002), foil, shine)
        )
    seams = [box((0, y, 0), (0.168, 0.022, 0.003), darker(foil, 0.85), shine) for y in (0.011, 0.229)]
    return concat_shapes(*body, *seams)


@register("the printed label")
def print_label():
    return concat_shapes(
        ellipsoid((0, 0.135, 0.036), (0.052, 0.038, 0.004), (0.98, 0.86, 0.3)),
        *[
            ellipsoid((0.022 * k, 0.132 + 0.008 * (k % 2), 0.0405), (0.015, 0.011, 0.002), (0.93, 0.66, 0.25))
            for k in (-1, 0, 1)
        ],
    )


@register("a puffed bag of snacks")
def snack_bag(*, width=0.17, height=0.24, depth=0.08, foil=(0.8, 0.14, 0.14)):
    whole = concat_shapes(library_call("pillow_bag", foil=foil), library_call("print_label"))
    return fitted(whole, width, height, depth)
