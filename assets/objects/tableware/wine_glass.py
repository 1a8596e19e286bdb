# /// asset
# word = "wine glass"
# synonyms = ["stemmed glass", "goblet", "glass of wine", "crystal glass", "stemware", "red wine glass"]
# stands_for = ["white wine glass"]
# category = "tableware"
# support = "surface"
# colors = ["wine"]
# materials = ["vessel"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, lathe, rod, round_wall


@register("the foot and stem")
def stem(*, radius, height, tint, clear):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.003, 0), radius, tint, clear | {"opacity": 0.5}),
        cone((0, 0.003, 0), (0, height * 0.2, 0), radius * 0.4, tint, clear | {"opacity": 0.6}),
        rod((0, 0.003, 0), (0, height, 0), radius * 0.1, tint, clear | {"opacity": 0.7}),
    )


@register("the wine, filling the lower half of the bowl")
def filling(*, radius, base, level, wine):
    profile = [(radius * math.sqrt(1 - (1 - t) ** 2.2), base + (level - base) * t) for t in np.linspace(0, 1, 15)]
    return lathe(profile, wine, {"roughness": 0.08}, slices=30)


@register("the clear upper half of the bowl, narrowing to the rim")
def upper_bowl(*, radius, level, top, tint, clear):
    middle = level + (top - level) * 0.4
    return concat_shapes(
        round_wall((radius, level), (radius * 0.98, middle), radius * 0.04, tint, clear | {"opacity": 0.3}, panels=28),
        round_wall(
            (radius * 0.98, middle), (radius * 0.8, top), radius * 0.04, tint, clear | {"opacity": 0.3}, panels=28
        ),
    )


@register("a stemmed wine glass half full of red wine")
def wine_glass(*, width=0.085, height=0.22, wine=(0.45, 0.04, 0.1), vessel="glass"):
    radius, (tint, clear) = width / 2, surface(vessel)
    level = height * 0.72
    return concat_shapes(
        library_call("stem", radius=radius * 0.85, height=height * 0.48, tint=tint, clear=clear),
        library_call("filling", radius=radius, base=height * 0.46, level=level, wine=wine),
        library_call("upper_bowl", radius=radius, level=level, top=height, tint=tint, clear=clear),
    )
