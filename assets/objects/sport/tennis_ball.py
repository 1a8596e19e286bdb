# /// asset
# word = "tennis ball"
# synonyms = [
#     "tennis balls", "baseball", "baseballs", "cricket ball", "cricket balls", "golf ball", "golf balls",
#     "softball",
# ]
# category = "sport"
# support = "surface"
# colors = ["paint"]
# [variants.kind]
# "baseball" = "baseball"
# "softball" = "baseball"
# "cricket" = "cricket"
# "golf" = "golf"
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, fitted, rod, rotated

LOOKS = {
    "tennis": ((0.8, 0.92, 0.2), (0.96, 0.97, 0.93)),
    "baseball": ((0.95, 0.94, 0.9), (0.8, 0.1, 0.1)),
    "cricket": ((0.55, 0.06, 0.07), (0.9, 0.85, 0.75)),
    "golf": ((0.96, 0.96, 0.95), (0.85, 0.85, 0.85)),
}
"""Colours of the cover and of the seam."""


@register("a small ball with a curved seam")
def tennis_ball(*, width=0.067, height=0.067, depth=0.067, paint=None, kind="tennis"):
    felt, seam = LOOKS[kind] if paint is None else (paint, (0.96, 0.97, 0.93))
    count, r = 48, 0.0325
    line = []
    for i in range(count + 1):
        t = 2 * math.pi * i / count
        x, y, z = math.cos(t) + 0.42 * math.cos(3 * t), math.sin(t) - 0.42 * math.sin(3 * t), 1.3 * math.sin(2 * t)
        n = math.sqrt(x * x + y * y + z * z) / r
        line.append((x / n, y / n, z / n))
    whole = concat_shapes(
        ball((0, 0, 0), 0.0325, felt, {"roughness": 0.95}),
        *[rod(a, b, 0.0013, seam) for a, b in itertools.pairwise(line)],
    )
    return fitted(rotated(whole, 0.7, (1, 0, 0)), width, height, depth)
