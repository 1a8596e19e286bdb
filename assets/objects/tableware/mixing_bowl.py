# /// asset
# word = "mixing bowl"
# synonyms = ["batter bowl", "large bowl", "kitchen bowl"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "batter"]
# materials = ["metal", "grip"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, moved, pipe, rod, rotated, round_wall


@register("the wide bowl")
def wide_bowl(*, radius, height, look):
    low, mid, top = (radius * 0.45, height * 0.02), (radius * 0.85, height * 0.45), (radius, height)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.08, 0), radius * 0.46, *look),
        round_wall(low, mid, radius * 0.04, *look, panels=26),
        round_wall(mid, top, radius * 0.04, *look, panels=26),
    )


@register("the batter")
def filling(*, radius, level, batter):
    return concat_shapes(
        rod((0, level * 0.94, 0), (0, level, 0), radius * 0.84, batter),
        ellipsoid((radius * 0.2, level, radius * 0.15), (radius * 0.4, level * 0.12, radius * 0.35), batter),
    )


@register("the whisk")
def whisk_tool(*, length, radius, grip):
    def wire(i):
        bulge = [(math.sin(math.pi * t) ** 0.8 * radius, length * 0.55 * t, 0) for t in np.linspace(0, 1, 7)]
        return rotated(pipe(bulge, radius * 0.05, *surface("steel")), math.pi * i / 3)

    return concat_shapes(loop(6, wire), rod((0, length * 0.54, 0), (0, length, 0), radius * 0.32, *surface(grip)))


@register("a large steel mixing bowl with batter and a whisk in it")
def mixing_bowl(*, width=0.28, height=0.24, paint=None, batter=(0.96, 0.87, 0.62), metal="stainless steel", grip="oak"):
    look, radius, rim = finish(metal, paint), width / 2, height * 0.56
    tool = rotated(
        library_call("whisk_tool", length=width * 0.85, radius=width * 0.1, grip=grip), math.radians(-33), (0, 0, 1)
    )
    rise = height - compute_shape_max(tool)[1]
    return concat_shapes(
        library_call("wide_bowl", radius=radius * 0.995, height=rim, look=look),
        library_call("filling", radius=radius, level=rim * 0.6, batter=batter),
        moved(tool, (-radius * 0.25, rise, -radius * 0.2)),
    )
