# /// asset
# word = "grapes"
# synonyms = ["grape", "bunch of grapes", "cluster of grapes"]
# stands_for = ["blueberries", "blueberry"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, tube


@register("the round berries")
def berries(*, skin):
    shine = {"roughness": 0.25}
    layers = ((0.012, (3, 4, 5, 5, 4)), (0.031, (2, 3, 4, 3)), (0.048, (1, 2, 2)))
    fruit = []
    for level, (y, rows) in enumerate(layers):
        for row, count in enumerate(rows):
            z = 0.07 - 0.026 * row - 0.02 * level
            fruit += [
                ellipsoid((0.024 * (i - (count - 1) / 2), y, z), (0.0135, 0.0135, 0.015), skin, shine)
                for i in range(count)
            ]
    return concat_shapes(*fruit)


@register("the woody stalk")
def stalk():
    return tube([(0, 0.05, -0.03), (0.004, 0.058, -0.06), (0.02, 0.065, -0.085)], 0.003, (0.42, 0.33, 0.16))


@register("a bunch of grapes on a stalk")
def grapes(*, width=0.12, height=0.075, depth=0.17, skin=(0.36, 0.16, 0.38)):
    whole = concat_shapes(library_call("berries", skin=skin), library_call("stalk"))
    return fitted(whole, width, height, depth)
