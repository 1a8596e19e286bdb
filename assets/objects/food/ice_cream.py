# /// asset
# word = "ice cream"
# synonyms = ["ice cream sundae", "sundae", "gelato", "frozen yogurt"]
# stands_for = ["tub of ice cream", "ice cream tub", "ice cream cone"]
# category = "food"
# support = "surface"
# colors = ["first", "second"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, lathe, moved, round_wall


@register("the footed glass")
def sundae_glass():
    look = surface("glass")
    return concat_shapes(
        lathe([(0.035, 0), (0.03, 0.006), (0.007, 0.012), (0.007, 0.045)], *look, slices=20),
        round_wall((0.012, 0.045), (0.044, 0.09), 0.003, *look, panels=28),
    )


@register("the scoops and the wafer")
def scoops(*, first, second):
    sauce = lathe([(0.026, 0.134), (0.018, 0.143), (0.004, 0.146)], (0.28, 0.14, 0.08), {"roughness": 0.2}, slices=10)
    wafer = moved(box((0, 0.03, 0), (0.022, 0.06, 0.004), (0.85, 0.64, 0.35)), (0.022, 0.105, -0.016), -0.35, (0, 0, 1))
    return concat_shapes(
        lathe([(0.01, 0.05), (0.04, 0.09)], first),
        ball((0, 0.094, 0.006), 0.036, first, {"roughness": 0.6}),
        ball((0.002, 0.116, -0.004), 0.031, second, {"roughness": 0.6}),
        sauce,
        wafer,
        ball((0, 0.152, 0), 0.009, (0.75, 0.05, 0.1), {"roughness": 0.2}),
    )


@register("an ice cream with two scoops in a glass")
def ice_cream(*, width=0.1, height=0.17, depth=0.1, first=(0.96, 0.9, 0.74), second=(0.93, 0.6, 0.66)):
    whole = concat_shapes(library_call("sundae_glass"), library_call("scoops", first=first, second=second))
    return fitted(whole, width, height, depth)
