# /// asset
# word = "mallet"
# synonyms = ["wooden mallet", "carpenter's mallet", "rubber mallet", "croquet mallet", "joiner's mallet"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, rod


@register("a carpenter's wooden mallet")
def mallet(*, width=0.16, height=0.1, depth=0.34, paint=None, wood="beech"):
    color, stuff = finish(wood, paint)
    whole = concat_shapes(
        box((0, 0.05, 0.1), (0.16, 0.1, 0.085), color, stuff),
        *[box((s * 0.077, 0.05, 0.1), (0.008, 0.092, 0.078), darker(color, 0.8), stuff) for s in (-1, 1)],
        rod((0, 0.05, -0.2), (0, 0.05, 0.15), 0.014, darker(color, 0.85), stuff),
        rod((0, 0.05, -0.2), (0, 0.05, -0.06), 0.017, darker(color, 0.75), stuff),
    )
    return fitted(whole, width, height, depth)
