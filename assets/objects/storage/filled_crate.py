# /// asset
# word = "filled crate"
# synonyms = [
#     "crate of apples", "crate of oranges", "crate of mandarins", "crate of tangerines", "crate of lemons",
#     "crate of limes", "crate of pears", "crate of peaches", "crate of bananas", "crate of fruit",
#     "crate of tomatoes", "crate of potatoes", "crate of onions", "crate of cabbages", "crate of vegetables",
#     "crate of veggies", "crate of carrots", "crate of cucumbers", "crate of pickles", "crate of eggs",
#     "crate of fish", "crate of grapes", "crate of strawberries", "crate of bread", "crate of loaves",
#     "crate of balls", "crate of yarn", "crate of wool", "crate of cherries",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# [variants.goods]
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "lemons" = "lemon"
# "limes" = "lime"
# "pears" = "pear"
# "peaches" = "peach"
# "bananas" = "banana"
# "fruit" = "fruit"
# "tomatoes" = "tomato"
# "potatoes" = "potato"
# "onions" = "onion"
# "cabbages" = "cabbage"
# "vegetables" = "vegetable"
# "veggies" = "vegetable"
# "carrots" = "carrot"
# "cucumbers" = "cucumber"
# "pickles" = "cucumber"
# "eggs" = "egg"
# "fish" = "fish"
# "grapes" = "grape"
# "strawberries" = "strawberry"
# "bread" = "bread"
# "loaves" = "bread"
# "balls" = "ball"
# "yarn" = "yarn"
# "wool" = "yarn"
# "cherries" = "cherry"
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, heap


@register("the slatted crate")
def slatted_crate(*, look):
    dark = (darker(look[0], 0.82), look[1])
    long_sides = [box((0, 0.05 + 0.09 * i, s * 0.19), (0.56, 0.076, 0.012), *look) for s in (-1, 1) for i in range(3)]
    ends = [box((s * 0.274, 0.05 + 0.09 * i, 0), (0.012, 0.076, 0.368), *look) for s in (-1, 1) for i in range(3)]
    posts = [box((x * 0.25, 0.135, z * 0.166), (0.034, 0.27, 0.034), *dark) for x in (-1, 1) for z in (-1, 1)]
    nails = [
        box((x * 0.25, 0.05 + 0.09 * i, 0.197), (0.008, 0.008, 0.003), (0.35, 0.35, 0.37), {"metallic": 0.8})
        for x in (-1, 1)
        for i in range(3)
    ]
    return concat_shapes(
        *long_sides, *ends, *posts, *nails,
        box((0, 0.012, 0), (0.54, 0.014, 0.36), *dark),
        box((0, 0.12, 0), (0.53, 0.13, 0.35), darker(look[0], 0.3)),
    )  # fmt: skip


@register("a slatted crate heaped full")
def filled_crate(*, width=0.56, height=0.36, depth=0.4, paint=None, frame="pine", goods="apple"):
    whole = concat_shapes(
        library_call("slatted_crate", look=finish(frame, paint)),
        heap(goods, (0, 0.16, 0), (0.52, 0.2, 0.35), oval=False, seed=7),
    )
    return fitted(whole, width, height, depth)
