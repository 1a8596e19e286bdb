# /// asset
# word = "pitcher"
# synonyms = ["jug", "water jug", "milk jug", "water pitcher", "ewer", "lemonade pitcher", "creamer"]
# stands_for = ["carafe", "gravy boat"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "band"]
# materials = ["ware"]
# ///
from scene.language import *
from scene.language.modelling import cone, finish, fitted, lathe, pipe, rod, round_wall


@register("the belly and the neck")
def belly(*, radius, height, glaze, band, shine):
    profile = [
        (radius * 0.62, 0),
        (radius * 0.85, height * 0.08),
        (radius, height * 0.3),
        (radius * 0.92, height * 0.48),
        (radius * 0.68, height * 0.68),
        (radius * 0.6, height * 0.8),
    ]
    return concat_shapes(
        lathe(profile, glaze, shine, slices=36),
        rod((0, height * 0.26, 0), (0, height * 0.34, 0), radius * 1.01, band, shine),
        round_wall((radius * 0.6, height * 0.79), (radius * 0.74, height), radius * 0.08, glaze, shine, panels=26),
        rod((0, height * 0.79, 0), (0, height * 0.806, 0), radius * 0.55, band, shine),
    )


@register("the pouring beak")
def lip(*, radius, height, glaze, shine):
    return cone((radius * 0.3, height * 0.86, 0), (radius * 1.15, height, 0), radius * 0.42, glaze, shine)


@register("the handle")
def handle(*, radius, height, glaze, shine):
    path = [
        (-radius * 0.62, height * 0.95, 0),
        (-radius * 1.05, height * 0.97, 0),
        (-radius * 1.45, height * 0.84, 0),
        (-radius * 1.5, height * 0.62, 0),
        (-radius * 1.3, height * 0.42, 0),
        (-radius * 0.9, height * 0.3, 0),
    ]
    return pipe(path, radius * 0.11, glaze, shine)


@register("a round-bellied pitcher with a spout and a big handle")
def pitcher(*, width=0.2, height=0.24, depth=0.15, glaze=None, band=(0.94, 0.92, 0.86), ware="steel blue ceramic"):
    glaze, shine = finish(ware, glaze)
    radius = depth / 2 / 1.01
    whole = concat_shapes(
        library_call("belly", radius=radius, height=height * 0.99, glaze=glaze, band=band, shine=shine),
        library_call("lip", radius=radius, height=height * 0.985, glaze=glaze, shine=shine),
        library_call("handle", radius=radius, height=height * 0.99, glaze=glaze, shine=shine),
    )
    return fitted(whole, width, None, None)
