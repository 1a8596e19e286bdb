# /// asset
# word = "glass"
# synonyms = [
#     "water glass", "drinking glass", "tumbler", "glass of water", "glass of juice", "juice glass",
#     "highball glass", "juice", "lemonade",
# ]
# stands_for = ["smoothie", "milkshake", "glass of milk", "shot glass"]
# category = "tableware"
# support = "surface"
# colors = ["drink", "straw"]
# materials = ["vessel"]
# ///
from scene.language import *
from scene.language.modelling import pipe, rod, round_wall


@register("the drink, seen through the glass")
def filling(*, radius, height, drink):
    return rod((0, height * 0.08, 0), (0, height * 0.76, 0), radius * 0.99, drink, {"roughness": 0.08})


@register("the clear wall and heavy bottom")
def tumbler_wall(*, radius, height, tint, clear):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.08, 0), radius * 0.97, tint, clear | {"opacity": 0.6}),
        round_wall(
            (radius, height * 0.76), (radius, height), radius * 0.06, tint, clear | {"opacity": 0.35}, panels=36
        ),
    )


@register("the bent straw")
def drinking_straw(*, radius, height, rise, straw):
    path = [
        (radius * 0.3, height * 0.7, 0),
        (-radius * 0.4, height + rise * 0.5, 0),
        (-radius * 0.9, height + rise * 0.93, 0),
    ]
    return pipe(path, radius * 0.09, straw, {"roughness": 0.4})


@register("a straight drinking glass with juice and a straw")
def glass(*, width=0.075, height=0.17, drink=(0.98, 0.6, 0.12), straw=(0.85, 0.15, 0.2), vessel="glass"):
    radius, rim, (tint, clear) = width / 2, height * 0.8, surface(vessel)
    return concat_shapes(
        library_call("filling", radius=radius, height=rim, drink=drink),
        library_call("drinking_straw", radius=radius, height=rim, rise=height - rim, straw=straw),
        library_call("tumbler_wall", radius=radius, height=rim, tint=tint, clear=clear),
    )
