# /// asset
# word = "full jar"
# synonyms = [
#     "candy jar", "sweet jar", "jar of candies", "jar of candy", "jar of sweets", "jar of olives", "jar of nuts",
#     "jar of pebbles", "jar of stones", "jar of cherries", "jar of pickles", "jar of lemons", "jar of tomatoes",
#     "jar of popcorn", "jar of coffee beans", "jar of eggs", "jar of buttons", "jar of marbles",
#     "jar of jelly beans",
# ]
# category = "tableware"
# support = "surface"
# colors = ["lid_paint"]
# materials = ["lid"]
# [variants.goods]
# "candies" = "candy"
# "candy" = "candy"
# "sweets" = "candy"
# "olives" = "olive"
# "nuts" = "nut"
# "pebbles" = "stone"
# "stones" = "stone"
# "cherries" = "cherry"
# "pickles" = "cucumber"
# "lemons" = "lemon"
# "tomatoes" = "tomato"
# "popcorn" = "popcorn"
# "coffee beans" = "nut"
# "eggs" = "egg"
# "buttons" = "candy"
# "marbles" = "candy"
# "jelly beans" = "candy"
# ///
from scene.language import *
from scene.language.modelling import ball, box, finish, fitted, heap, rod, rotated


@register("the thin glass wall of flat panels")
def jar_glass(*, radius, height):
    tint, clear = surface("glass")
    panel = box((radius, height / 2, 0), (0.002, height, 2 * radius * 0.0565), tint, clear | {"opacity": 0.14})
    return concat_shapes(
        loop(56, lambda i: rotated(panel, 0.1122 * i)),
        rod((0, 0, 0), (0, 0.008, 0), radius, tint, clear | {"opacity": 0.6}),
    )


@register("a glass jar full to the brim with a lid")
def full_jar(*, width=0.15, height=0.24, lid_paint=None, lid="oak", goods="candy"):
    radius, neck = 0.075, 0.2
    layers = [heap(goods, (0, 0.008 + 0.042 * k, 0), (0.14, 0.06, 0.14), seed=k) for k in range(4)]
    look = finish(lid, lid_paint)
    whole = concat_shapes(
        *layers,
        library_call("jar_glass", radius=radius, height=neck),
        rod((0, neck, 0), (0, neck + 0.02, 0), radius * 1.0, *look),
        ball((0, neck + 0.032, 0), 0.014, *look),
    )
    return fitted(whole, width, height, width)
