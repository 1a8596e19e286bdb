# /// asset
# word = "flower pot"
# synonyms = ["clay pot", "terracotta pot", "ceramic pot", "empty pot", "pots", "garden pot"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["ware"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, lathe, moved, rod, rotated, round_wall


@register("one empty pot with its thick rim")
def one_pot(*, radius, height, look):
    dark = (darker(look[0], 0.35), look[1])
    return concat_shapes(
        lathe([(radius * 0.62, 0), (radius * 0.86, height * 0.74)], *look, slices=10),
        rod((0, height * 0.7, 0), (0, height * 0.76, 0), radius * 0.96, *look),
        round_wall((radius * 0.98, height * 0.74), (radius, height), radius * 0.1, *look, panels=24),
        rod((0, height * 0.76, 0), (0, height * 0.78, 0), radius * 0.88, *dark),
    )


@register("a stack of clay flower pots, one lying beside")
def flower_pot(*, width=0.42, height=0.28, depth=0.3, paint=None, ware="terracotta"):
    look = finish(ware, paint)
    pot = library_call("one_pot", radius=0.11, height=0.19, look=look)
    lying = rotated(pot, math.radians(96), (1, 0, 0))
    lying = rotated(lying, -0.45)
    whole = concat_shapes(
        pot,
        moved(pot, (0.004, 0.062, 0), 0.4),
        moved(lying, (0.2, -compute_shape_min(lying)[1], 0.02)),
    )
    return fitted(whole, width, height, depth)
