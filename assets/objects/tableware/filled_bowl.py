# /// asset
# word = "filled bowl"
# synonyms = [
#     "bowl of apples", "bowl of oranges", "bowl of mandarins", "bowl of tangerines", "bowl of lemons",
#     "bowl of limes", "bowl of pears", "bowl of peaches", "bowl of tomatoes", "bowl of cherries",
#     "bowl of strawberries", "bowl of grapes", "bowl of olives", "bowl of nuts", "bowl of walnuts", "bowl of eggs",
#     "bowl of candies", "bowl of sweets", "bowl of candy", "bowl of ice", "bowl of ice cubes", "bowl of popcorn",
#     "bowl of potatoes", "bowl of cookies", "bowl of stones", "bowl of pebbles", "bowl of rocks", "bowl of rolls",
#     "bowl of bread rolls", "bowl of buns",
# ]
# category = "tableware"
# support = "surface"
# colors = ["glaze"]
# materials = ["ware"]
# [variants.goods]
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "lemons" = "lemon"
# "limes" = "lime"
# "pears" = "pear"
# "peaches" = "peach"
# "tomatoes" = "tomato"
# "cherries" = "cherry"
# "strawberries" = "strawberry"
# "grapes" = "grape"
# "olives" = "olive"
# "nuts" = "nut"
# "walnuts" = "nut"
# "eggs" = "egg"
# "candies" = "candy"
# "sweets" = "candy"
# "candy" = "candy"
# "ice" = "ice"
# "ice cubes" = "ice"
# "popcorn" = "popcorn"
# "potatoes" = "potato"
# "cookies" = "cookie"
# "stones" = "stone"
# "pebbles" = "stone"
# "rocks" = "stone"
# "rolls" = "roll"
# "bread rolls" = "roll"
# "buns" = "roll"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, heap, rod, round_wall


@register("the wide open bowl on its foot")
def wide_bowl(*, radius, height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.15, 0), radius * 0.45, *look),
        round_wall((radius * 0.48, height * 0.1), (radius * 0.84, height * 0.5), radius * 0.05, *look, panels=32),
        round_wall((radius * 0.84, height * 0.5), (radius, height), radius * 0.04, *look, panels=32),
        rod((0, height * 0.12, 0), (0, height * 0.3, 0), radius * 0.66, *look),
    )


@register("a wide bowl heaped full")
def filled_bowl(*, width=0.3, height=0.2, glaze=None, ware="teal stoneware", goods="apple"):
    radius, rim = width / 2, height * 0.5
    whole = concat_shapes(
        library_call("wide_bowl", radius=radius, height=rim, look=finish(ware, glaze)),
        heap(goods, (0, rim * 0.3, 0), (width * 0.93, height - rim * 0.3, width * 0.93), seed=3),
    )
    return fitted(whole, width, height, width)
