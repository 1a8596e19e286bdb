# /// asset
# word = "baseball bat"
# synonyms = ["bat", "softball bat"]
# stands_for = ["cricket bat"]
# category = "sport"
# support = "floor"
# colors = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod


@register("the turned wood")
def turned(*, wood):
    profile = [
        (0.022, 0),
        (0.031, 0.02),
        (0.033, 0.1),
        (0.033, 0.3),
        (0.024, 0.5),
        (0.014, 0.66),
        (0.0125, 0.8),
        (0.014, 0.825),
        (0.024, 0.835),
        (0.024, 0.85),
    ]
    return concat_shapes(
        lathe(profile, wood, {"roughness": 0.35}, slices=90),
        ellipsoid((0, 0.012, 0), (0.03, 0.012, 0.03), wood, {"roughness": 0.35}),
    )


@register("the wrapped grip")
def grip():
    return concat_shapes(
        *[rod((0, 0.68 + 0.012 * i, 0), (0, 0.69 + 0.012 * i, 0), 0.0155, (0.15, 0.13, 0.12)) for i in range(11)]
    )


@register("a wooden baseball bat")
def baseball_bat(*, width=0.07, height=0.85, depth=0.07, wood=(0.8, 0.62, 0.38)):
    whole = concat_shapes(library_call("turned", wood=wood), library_call("grip"))
    return fitted(whole, width, height, depth)
