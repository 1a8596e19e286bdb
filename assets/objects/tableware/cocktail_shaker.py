# /// asset
# word = "cocktail shaker"
# synonyms = ["jigger", "bar shaker", "drink shaker", "bar set", "martini shaker", "bartender set"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import darker, finish, fitted, lathe, moved, rod


@register("the shaker: cup, strainer shoulder and cap")
def shaker_part(*, radius, height, look):
    dark = (darker(look[0], 0.7), look[1])
    return concat_shapes(
        lathe([(radius * 0.74, 0), (radius * 0.8, height * 0.03), (radius, height * 0.6)], *look, slices=30),
        rod((0, height * 0.6, 0), (0, height * 0.615, 0), radius * 1.02, *dark),
        lathe(
            [
                (radius * 0.99, height * 0.615),
                (radius * 0.92, height * 0.7),
                (radius * 0.62, height * 0.78),
                (radius * 0.44, height * 0.82),
            ],
            *look,
            slices=20,
        ),
        rod((0, height * 0.82, 0), (0, height * 0.83, 0), radius * 0.48, *dark),
        lathe(
            [(radius * 0.44, height * 0.83), (radius * 0.38, height * 0.95), (radius * 0.22, height * 1.0)],
            *look,
            slices=10,
        ),
    )


@register("the double measure")
def measure(*, radius, height, look):
    return concat_shapes(
        lathe(
            [(radius, 0), (radius * 0.32, height * 0.42), (radius * 0.3, height * 0.48), (radius * 0.86, height)],
            *look,
            slices=26,
        ),
        rod((0, height * 0.985, 0), (0, height * 1.003, 0), radius * 0.74, (0.15, 0.15, 0.16)),
    )


@register("a polished cocktail shaker with a jigger beside it")
def cocktail_shaker(*, width=0.17, height=0.24, depth=0.09, paint=None, metal="chrome"):
    look = finish(metal, paint)
    whole = concat_shapes(
        moved(library_call("shaker_part", radius=0.044, height=0.24, look=look), (-0.035, 0, 0)),
        moved(library_call("measure", radius=0.022, height=0.08, look=look), (0.06, 0, 0.015)),
    )
    return fitted(whole, width, height, depth)
