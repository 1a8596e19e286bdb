# /// asset
# word = "satellite dish"
# synonyms = ["radio telescope", "dish antenna", "parabolic antenna", "radar dish", "tv dish", "satellite antenna"]
# category = "electronics"
# support = "floor"
# colors = ["paint"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, fitted, lathe, moved, oval_wall, rod, rotated


@register("the bowl of the dish with its receiver")
def bowl_part(*, paint):
    rim = [(0.11 * k, 0.55 * (0.11 * k) ** 2) for k in range(9)]
    rings = [
        oval_wall(
            (0, y0, 0), (max(r0, 0.01),) * 2, (r1, r1), y1 - y0, paint, {"roughness": 0.4}, thickness=0.012, parts=36
        )
        for (r0, y0), (r1, y1) in itertools.pairwise(rim)
    ]
    arms = [
        rod((0.72 * math.cos(a), 0.3, 0.72 * math.sin(a)), (0, 0.8, 0), 0.012, (0.5, 0.5, 0.52))
        for a in (0.5, 2.6, 4.7)
    ]
    return concat_shapes(
        *rings,
        *arms,
        rod((0, 0.74, 0), (0, 0.88, 0), 0.05, (0.3, 0.3, 0.32)),
        ball((0, 0.74, 0), 0.05, (0.3, 0.3, 0.32)),
    )


@register("a satellite dish on its mast")
def satellite_dish(*, width=1.8, height=2.2, depth=1.5, paint=(0.9, 0.9, 0.89)):
    steel = ((0.55, 0.56, 0.58), {"metallic": 0.6, "roughness": 0.4})
    whole = concat_shapes(
        moved(rotated(library_call("bowl_part", paint=paint), 0.85, (1, 0, 0)), (0, 1.15, 0.12)),
        rod((0, 0, 0), (0, 1.2, 0), 0.06, *steel),
        rod((0, 1.18, -0.08), (0, 1.15, 0.14), 0.09, *steel),
        lathe([(0.42, 0), (0.42, 0.06), (0.09, 0.14)], *steel, slices=10),
        *[rod((0.36 * math.cos(a), 0.04, 0.36 * math.sin(a)), (0, 0.6, 0), 0.02, *steel) for a in (0.8, 2.9, 5.0)],
    )
    return fitted(whole, width, height, depth)
