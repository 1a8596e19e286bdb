# /// asset
# word = "cross"
# synonyms = ["wooden cross", "wall cross", "christian cross", "church cross", "holy cross"]
# stands_for = ["crucifix"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted


@register("a plain wooden wall cross")
def cross(*, width=0.8, height=1.3, depth=0.06, wood="walnut", paint=None):
    look = finish(wood, paint)
    edge = (darker(look[0], 0.7), look[1])
    whole = concat_shapes(
        box((0, 0.65, 0), (0.15, 1.3, 0.045), *edge),
        box((0, 0.88, 0), (0.8, 0.15, 0.044), *edge),
        box((0, 0.65, 0.02), (0.12, 1.27, 0.03), *look),
        box((0, 0.88, 0.02), (0.77, 0.12, 0.031), *look),
    )
    return fitted(whole, width, height, depth)
