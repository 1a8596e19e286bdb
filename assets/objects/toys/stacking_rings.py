# /// asset
# word = "stacking rings"
# synonyms = ["stacking ring", "ring stacker", "baby toy", "ring tower", "baby stacker"]
# stands_for = ["activity cube", "fidget toy", "sorting toy"]
# category = "toys"
# support = "surface"
# colors = ["first", "base_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, moved, rod, rotated


@register("the rocking base with its peg")
def base_part(*, radius, height, base_color):
    return concat_shapes(
        ellipsoid((0, height * 0.11, 0), (radius, height * 0.11, radius), base_color, {"roughness": 0.4}),
        rod((0, height * 0.1, 0), (0, height * 0.9, 0), radius * 0.2, base_color),
    )


@register("one fat ring")
def fat_ring(*, radius, thick, tone):
    n, r = 20, radius - thick / 2

    def bead(i):
        angle = 2 * math.pi * i / n
        return rotated(
            moved(ellipsoid((0, 0, 0), (thick / 2, thick / 2, r * 0.34), tone, {"roughness": 0.25}), (r, 0, 0)), -angle
        )

    return loop(n, bead)


@register("a baby's tower of coloured stacking rings")
def stacking_rings(*, width=0.14, height=0.24, first=(0.85, 0.2, 0.2), base_color=(0.95, 0.93, 0.88)):
    tints = (first, (0.95, 0.55, 0.15), (0.98, 0.82, 0.2), (0.3, 0.65, 0.35), (0.2, 0.5, 0.85))
    thick = height * 0.135
    rings = [
        moved(
            library_call("fat_ring", radius=width * (0.49 - 0.055 * i), thick=thick * 1.15, tone=tone),
            (0, height * 0.2 + thick * (i + 0.5), 0),
        )
        for i, tone in enumerate(tints)
    ]
    knob = ellipsoid((0, height * 0.935, 0), (width * 0.15, height * 0.065, width * 0.15), first, {"roughness": 0.25})
    return concat_shapes(
        library_call("base_part", radius=width / 2, height=height, base_color=base_color), *rings, knob
    )
