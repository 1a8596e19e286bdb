# /// asset
# word = "plunger"
# synonyms = ["toilet plunger", "sink plunger"]
# category = "bath"
# support = "floor"
# colors = ["rubber"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, fitted, rod, round_wall


@register("the rubber cup")
def cup_part(*, rubber):
    return concat_shapes(
        round_wall((0.075, 0), (0.07, 0.035), 0.008, rubber, panels=34),
        *[
            rod(
                (0, 0.03 + 0.004 * i, 0),
                (0, 0.034 + 0.004 * i, 0),
                0.071 * math.sqrt(max(0.06, 1 - (i / 15) ** 2)),
                rubber,
            )
            for i in range(15)
        ],
    )


@register("the stick")
def stick_part(*, wood):
    return concat_shapes(
        rod((0, 0.07, 0), (0, 0.49, 0), 0.0115, *surface(wood)), ball((0, 0.488, 0), 0.0125, *surface(wood))
    )


@register("a rubber plunger")
def plunger(*, width=0.15, height=0.5, depth=0.15, rubber=(0.6, 0.14, 0.1), wood="beech"):
    whole = concat_shapes(library_call("cup_part", rubber=rubber), library_call("stick_part", wood=wood))
    return fitted(whole, width, height, depth)
