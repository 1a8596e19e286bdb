# /// asset
# word = "wooden cube"
# synonyms = ["cube", "wood cube", "plain cube", "block of wood", "wood block", "solid cube"]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted


@register("a plain wooden cube with softened edges")
def wooden_cube(*, width=0.1, height=0.1, depth=0.1, wood="beech", paint=None):
    look = finish(wood, paint)
    edge = (darker(look[0], 0.93), look[1])
    e = 0.002
    whole = concat_shapes(
        box((0, 0, 0), (0.1 - 2 * e, 0.1, 0.1 - 2 * e), *look),
        box((0, 0, 0), (0.1, 0.1 - 2 * e, 0.1 - 2 * e), *look),
        box((0, 0, 0), (0.1 - 2 * e, 0.1 - 2 * e, 0.1), *look),
        box((0, 0, 0), (0.1 - e, 0.1 - e, 0.1 - 2 * e), *edge),
        box((0, 0, 0), (0.1 - e, 0.1 - 2 * e, 0.1 - e), *edge),
        box((0, 0, 0), (0.1 - 2 * e, 0.1 - e, 0.1 - e), *edge),
    )
    return fitted(whole, width, height, depth)
