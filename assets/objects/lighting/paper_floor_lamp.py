# /// asset
# word = "paper floor lamp"
# synonyms = [
#     "paper lamp", "rice paper lamp", "rice paper floor lamp", "japanese floor lamp", "japanese lamp", "akari lamp", "shoji lamp",
#     "washi lamp",
# ]
# category = "lighting"
# support = "floor"
# materials = ["feet"]
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted, lathe, rod


@register("the shade of rice paper over its ribs")
def shade(*, paper):
    profile = [
        (0.0, 0.14),
        (0.13, 0.14),
        *[(0.19 + 0.03 * math.sin(math.pi * k / 8), 0.2 + 0.095 * k) for k in range(9)],
        (0.13, 1.02),
        (0.0, 1.02),
    ]
    heights = [(0.2 + 0.0633 * k, 0.194 + 0.03 * math.sin(math.pi * k / 12)) for k in range(13)]
    ribs = [rod((0, y, 0), (0, y + 0.005, 0), radius, (0.72, 0.62, 0.46)) for y, radius in heights]
    return concat_shapes(lathe(profile, paper, {"emission": 0.75, "roughness": 0.9}), *ribs)


@register("a floor lamp of rice paper on thin feet")
def paper_floor_lamp(*, width=0.46, height=1.04, depth=0.46, paper=(1.0, 0.95, 0.84), feet="dark wood"):
    look = finish(feet)
    legs = [
        rod((0.17 * math.cos(a), 0, 0.17 * math.sin(a)), (0.12 * math.cos(a), 0.16, 0.12 * math.sin(a)), 0.01, *look)
        for a in (math.pi / 6, math.pi * 5 / 6, math.pi * 3 / 2)
    ]
    return fitted(concat_shapes(library_call("shade", paper=paper), *legs), width, height, depth)
