# /// asset
# word = "fountain"
# synonyms = ["water fountain", "garden fountain", "stone fountain", "indoor fountain", "water feature"]
# category = "outdoor"
# support = "floor"
# colors = ["stone_color", "water_color"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import fitted, lathe, moved, rod, round_wall


@register("a round basin with water in it")
def basin_part(*, radius, height, stone_color, water_color):
    look = (stone_color, {"roughness": 0.85})
    return concat_shapes(
        lathe([(radius * 0.45, 0), (radius * 0.75, height * 0.45), (radius * 0.95, height * 0.8)], *look, slices=7),
        round_wall((radius * 0.96, height * 0.75), (radius, height), radius * 0.08, *look, panels=20),
        rod((0, height * 0.78, 0), (0, height * 0.9, 0), radius * 0.9, water_color, {"roughness": 0.05}),
    )


@register("the turned column")
def column(*, radius, height, stone_color):
    return lathe(
        [(radius * 1.5, 0), (radius, height * 0.2), (radius * 0.8, height * 0.6), (radius * 1.3, height)],
        stone_color,
        {"roughness": 0.85},
        slices=9,
    )


@register("a jet of water that falls in arcs")
def water_jets(*, reach, rise, drop, count, water_color):
    look = (water_color, {"roughness": 0.05, "opacity": 0.8})

    def jet(i):
        a = 2 * math.pi * i / count
        path = [
            (reach * t * math.cos(a), rise * 4 * t * (1 - t) - drop * t * t, reach * t * math.sin(a))
            for t in (0, 0.35, 0.7, 1.0)
        ]
        return concat_shapes(*[rod(p, q, reach * 0.035, *look) for p, q in itertools.pairwise(path)])

    return loop(count, jet)


@register("a tiered stone fountain with falling water")
def fountain(*, width=1.3, height=1.45, stone_color=(0.72, 0.69, 0.63), water_color=(0.45, 0.72, 0.85)):
    def tier(y, radius, tall):
        return moved(
            library_call("basin_part", radius=radius, height=tall, stone_color=stone_color, water_color=water_color),
            (0, y, 0),
        )

    whole = concat_shapes(
        tier(0, 0.62, 0.3),
        moved(library_call("column", radius=0.11, height=0.42, stone_color=stone_color), (0, 0.25, 0)),
        tier(0.62, 0.36, 0.16),
        moved(library_call("column", radius=0.07, height=0.3, stone_color=stone_color), (0, 0.74, 0)),
        tier(1.0, 0.2, 0.1),
        moved(
            library_call("water_jets", reach=0.13, rise=0.26, drop=0.0, count=6, water_color=water_color), (0, 1.1, 0)
        ),
        moved(
            library_call("water_jets", reach=0.29, rise=0.02, drop=0.36, count=8, water_color=water_color), (0, 1.09, 0)
        ),
    )
    return fitted(whole, width, height, width)
