# /// asset
# word = "full tray"
# synonyms = [
#     "tray of croissants", "tray of cookies", "tray of bread", "tray of rolls", "tray of buns",
#     "tray of bread rolls", "tray of pastries", "tray of apples", "tray of oranges", "tray of lemons",
#     "tray of eggs", "tray of tomatoes", "tray of strawberries", "tray of fruit", "tray of candies",
#     "tray of sweets", "tray of fish", "tray of biscuits", "tray of olives", "platter of croissants",
#     "platter of cookies", "platter of bread", "platter of rolls", "platter of buns", "platter of bread rolls",
#     "platter of pastries", "platter of apples", "platter of oranges", "platter of lemons", "platter of eggs",
#     "platter of tomatoes", "platter of strawberries", "platter of fruit", "platter of candies",
#     "platter of sweets", "platter of fish", "platter of biscuits", "platter of olives", "plate of croissants",
#     "plate of pastries", "plate of fruit", "plate of apples", "plate of bread", "plate of rolls",
#     "plate of strawberries",
# ]
# category = "food"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# [variants.goods]
# "croissants" = "croissant"
# "cookies" = "cookie"
# "bread" = "bread"
# "rolls" = "roll"
# "buns" = "roll"
# "bread rolls" = "roll"
# "pastries" = "croissant"
# "apples" = "apple"
# "oranges" = "orange"
# "lemons" = "lemon"
# "eggs" = "egg"
# "tomatoes" = "tomato"
# "strawberries" = "strawberry"
# "fruit" = "fruit"
# "candies" = "candy"
# "sweets" = "candy"
# "fish" = "fish"
# "biscuits" = "cookie"
# "olives" = "olive"
# ///
from scene.language import *
from scene.language.modelling import darker, finish, fitted, heap, plate, tube


@register("the tray with its raised rim and handles")
def rimmed_tray(*, look):
    rim = [
        (-0.21, 0.018, -0.13),
        (0.21, 0.018, -0.13),
        (0.21, 0.018, 0.13),
        (-0.21, 0.018, 0.13),
        (-0.21, 0.018, -0.13),
    ]
    handles = [
        tube(
            [(s * 0.21, 0.018, -0.06), (s * 0.24, 0.034, -0.04), (s * 0.24, 0.034, 0.04), (s * 0.21, 0.018, 0.06)],
            0.006,
            *look,
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        plate((0, 0, 0), (0.43, 0.012, 0.27), 0.03, darker(look[0], 0.95), look[1]), tube(rim, 0.009, *look), *handles
    )


@register("a tray heaped with things to eat")
def full_tray(*, width=0.49, height=0.11, depth=0.28, paint=None, metal="stainless steel", goods="croissant"):
    whole = concat_shapes(
        library_call("rimmed_tray", look=finish(metal, paint)),
        heap(goods, (0, 0.012, 0), (0.39, 0.095, 0.24), oval=False, seed=12),
    )
    return fitted(whole, width, height, depth)
