# /// asset
# word = "filled basket"
# synonyms = [
# "bread basket", "basket of apples", "basket of oranges", "basket of mandarins", "basket of tangerines",
#     "basket of lemons", "basket of pears", "basket of peaches", "basket of bananas", "basket of bread",
#     "basket of loaves", "basket of rolls", "basket of bread rolls", "basket of buns", "basket of croissants",
#     "basket of tomatoes", "basket of potatoes", "basket of onions", "basket of vegetables", "basket of veggies",
#     "basket of carrots", "basket of eggs", "basket of cookies", "basket of grapes", "basket of strawberries",
# ]
# category = "food"
# support = "surface"
# colors = ["paint"]
# materials = ["weave"]
# [variants.goods]
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "lemons" = "lemon"
# "pears" = "pear"
# "peaches" = "peach"
# "bananas" = "banana"
# "bread" = "bread"
# "loaves" = "bread"
# "rolls" = "roll"
# "bread rolls" = "roll"
# "buns" = "roll"
# "croissants" = "croissant"
# "tomatoes" = "tomato"
# "potatoes" = "potato"
# "onions" = "onion"
# "vegetables" = "vegetable"
# "veggies" = "vegetable"
# "carrots" = "carrot"
# "eggs" = "egg"
# "cookies" = "cookie"
# "grapes" = "grape"
# "strawberries" = "strawberry"
# ///
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, heap, mirrored, pipe, ring, rod


@register("the woven basket: coils on upright canes")
def woven_basket(*, radius, height, look):
    dark = (darker(look[0], 0.62), look[1])
    pale = (tuple(min(1.0, 1.15 * c + 0.03) for c in look[0]), look[1])
    rows = max(round(height / 0.022), 4)
    flare = [radius * (0.78 + 0.2 * k / (rows - 1)) for k in range(rows)]
    coils = [
        ring(
            (0, height * (k + 0.5) / rows, 0), flare[k], height / rows * 0.62, *(pale if k % 3 == 1 else look), parts=26
        )
        for k in range(rows)
    ]
    canes = [
        rod(
            (radius * 0.8 * math.cos(a), 0.004, radius * 0.8 * math.sin(a)),
            (radius * 1.0 * math.cos(a), height, radius * 1.0 * math.sin(a)),
            0.006,
            *dark,
        )
        for a in (2 * math.pi * i / 22 for i in range(22))
    ]
    handle = pipe(
        [
            (radius, height * 0.9, -0.05),
            (radius * 1.1, height * 1.18, -0.03),
            (radius * 1.1, height * 1.18, 0.03),
            (radius, height * 0.9, 0.05),
        ],
        0.008,
        *dark,
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), radius * 0.78, *dark), *coils, *canes,
        ring((0, height, 0), radius * 0.99, 0.012, *look, parts=30), handle, mirrored(handle),
    )  # fmt: skip


@register("a round woven basket heaped full")
def filled_basket(*, width=0.42, height=0.3, depth=0.38, paint=None, weave="wicker", goods="bread"):
    radius, rim = 0.19, 0.17
    whole = concat_shapes(
        library_call("woven_basket", radius=radius, height=rim, look=finish(weave, paint)),
        heap(goods, (0, rim * 0.45, 0), (radius * 1.88, 0.3 - rim * 0.45, radius * 1.88), scale=1.1, seed=5),
    )
    return fitted(whole, width, height, depth)
