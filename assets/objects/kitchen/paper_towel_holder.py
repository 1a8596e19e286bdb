# /// asset
# word = "paper towel holder"
# synonyms = [
#     "paper towel roll", "paper towels", "kitchen roll", "kitchen paper", "roll of paper towels", "paper towel",
#     "paper roll", "roll of paper",
# ]
# stands_for = [
#     "roll of foil", "aluminum foil", "plastic wrap", "foil", "parchment paper roll", "roll of wrapping paper",
#     "wrapping paper", "wrapping paper roll", "gift wrap",
# ]
# category = "kitchen"
# support = "surface"
# colors = ["paper"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, rod


@register("the stand")
def stand_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        rod((0, 0, 0), (0, 0.018, 0), 0.075, *look),
        rod((0, 0, 0), (0, 0.315, 0), 0.01, *look),
        ball((0, 0.315, 0), 0.015, *look),
    )


@register("the roll with its loose end")
def roll_part(*, paper):
    soft = {"roughness": 1.0}
    return concat_shapes(
        rod((0, 0.02, 0), (0, 0.28, 0), 0.06, paper, soft),
        rod((0, 0.28, 0), (0, 0.2805, 0), 0.021, (0.7, 0.58, 0.42)),
        box((0.06, 0.15, 0.02), (0.002, 0.26, 0.06), darker(paper, 0.96), soft),
        *[rod((0, 0.05 + 0.11 * k, 0), (0, 0.052 + 0.11 * k, 0), 0.0603, (0.7, 0.82, 0.9)) for k in range(3)],
    )


@register("a roll of paper on a stand")
def paper_towel_holder(*, width=0.15, height=0.33, depth=0.15, paper=(0.97, 0.97, 0.96), wood="beech"):
    whole = concat_shapes(library_call("stand_part", wood=wood), library_call("roll_part", paper=paper))
    return fitted(whole, width, height, depth)
