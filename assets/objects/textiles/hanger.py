# /// asset
# word = "hanger"
# synonyms = ["coat hanger", "clothes hanger", "hangers"]
# category = "textiles"
# support = "surface"
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, fitted, rod, tube


@register("the shoulders and the bar")
def shoulders(*, wood):
    look = surface(wood)
    return concat_shapes(
        tube(
            [(-0.21, 0.013, 0.08), (-0.1, 0.013, 0.0), (0, 0.013, -0.03), (0.1, 0.013, 0.0), (0.21, 0.013, 0.08)],
            0.011,
            *look,
        ),
        rod((-0.2, 0.013, 0.075), (0.2, 0.013, 0.075), 0.006, *look),
    )


@register("the hook")
def hook_part():
    bend = [(x, 0.013, -y) for x, y in arc(0.024, -1.3, math.pi, 16, (0, 0.105))]
    return tube([*bend[::-1], (0.004, 0.013, -0.078), (0, 0.013, -0.03)], 0.0025, *surface("steel"))


@register("a wooden clothes hanger")
def hanger(*, width=0.44, height=0.03, depth=0.24, wood="beech"):
    whole = concat_shapes(library_call("shoulders", wood=wood), library_call("hook_part"))
    return fitted(whole, width, height, depth)
