# /// asset
# word = "cup"
# synonyms = ["tea cup", "teacup", "cup and saucer", "cup of tea", "espresso cup", "cappuccino"]
# stands_for = ["water cup", "sake cup"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "trim", "drink"]
# materials = ["ware"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import finish, pipe, rod, round_wall


@register("the small plate under the cup")
def saucer(*, radius, height, glaze, trim, shine):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius * 0.6, glaze, shine),
        round_wall((radius * 0.55, height * 0.4), (radius, height), height * 0.22, glaze, shine, panels=28),
        round_wall((radius * 0.93, height * 0.85), (radius, height), height * 0.3, trim, shine, panels=28),
    )


@register("the round cup with tea in it")
def bowl_of_cup(*, radius, base, height, glaze, trim, drink, shine):
    low, mid, top = (radius * 0.5, base + height * 0.08), (radius * 0.88, base + height * 0.5), (radius, base + height)
    return concat_shapes(
        rod((0, base - 0.002, 0), (0, base + height * 0.1, 0), radius * 0.5, glaze, shine),
        round_wall(low, mid, radius * 0.08, glaze, shine, panels=24),
        round_wall(mid, top, radius * 0.08, glaze, shine, panels=24),
        round_wall(
            (radius * 0.985, base + height * 0.9), (radius * 1.01, base + height), radius * 0.1, trim, shine, panels=24
        ),
        rod((0, base + height * 0.76, 0), (0, base + height * 0.8, 0), radius * 0.9, drink, {"roughness": 0.1}),
    )


@register("the ear of the cup")
def ear(*, radius, base, height, trim, shine):
    angles = np.linspace(-1.3, 1.4, 8)
    arc = [(radius * (0.82 + 0.5 * math.cos(a)), base + height * (0.58 + 0.3 * math.sin(a)), 0) for a in angles]
    return pipe(arc, radius * 0.09, trim, shine)


@register("a porcelain teacup with a handle on its saucer")
def cup(*, width=0.15, height=0.08, glaze=None, trim=(0.75, 0.45, 0.5), drink=(0.55, 0.27, 0.1), ware="porcelain"):
    glaze, shine = finish(ware, glaze)
    base = height * 0.2
    body = {"radius": width * 0.3, "base": base * 0.55, "height": height - base * 0.55, "shine": shine}
    return concat_shapes(
        library_call("saucer", radius=width / 2, height=base, glaze=glaze, trim=trim, shine=shine),
        library_call("bowl_of_cup", glaze=glaze, trim=trim, drink=drink, **body),
        library_call("ear", trim=trim, **body),
    )
