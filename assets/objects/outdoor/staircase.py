# /// asset
# word = "staircase"
# synonyms = ["stairs", "stairway", "wooden stairs", "flight of stairs", "set of stairs"]
# stands_for = ["ramp", "escalator", "loft ladder"]
# category = "outdoor"
# support = "floor"
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the steps")
def steps_part(*, wood):
    look = surface(wood)
    count = 12
    treads = [box((0, 0.2 * (i + 1) - 0.02, 1.4 - 0.24 * (i + 0.5)), (1.0, 0.04, 0.27), *look) for i in range(count)]
    risers = [box((0, 0.2 * i + 0.09, 1.4 - 0.24 * i), (0.94, 0.18, 0.02), (0.95, 0.94, 0.92)) for i in range(count)]
    slope = math.atan2(2.4, 2.88)
    strings = [
        moved(
            box((0, 0, 0), (0.05, 0.24, 3.62), darker(look[0], 0.85), look[1]),
            (s * 0.475, 1.14, -0.06),
            slope,
            (1, 0, 0),
        )
        for s in (-1, 1)
    ]
    posts = [box((s * 0.475, 1.0845, -1.42), (0.05, 2.391, 0.08), darker(look[0], 0.85), look[1]) for s in (-1, 1)]
    return concat_shapes(*treads, *risers, *strings, *posts)


@register("the railing")
def railing_part(*, wood):
    look = surface(wood)
    posts = [
        rod(
            (0.46, 0.2 * (i + 1), 1.4 - 0.24 * (i + 0.5)),
            (0.46, 0.2 * (i + 1) + 0.85, 1.4 - 0.24 * (i + 0.5)),
            0.016,
            (0.95, 0.94, 0.92),
        )
        for i in range(12)
    ]
    return concat_shapes(*posts, tube([(0.46, 1.06, 1.28), (0.46, 3.26, -1.36)], 0.032, *look))


@register("a flight of stairs with a railing")
def staircase(*, width=1.0, height=2.9, depth=3.0, wood="oak"):
    whole = concat_shapes(library_call("steps_part", wood=wood), library_call("railing_part", wood=wood))
    return fitted(whole, width, height, depth)
