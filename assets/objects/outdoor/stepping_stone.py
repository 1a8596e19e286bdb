# /// asset
# word = "stepping stone"
# synonyms = ["paving stone", "stepping stones", "flagstone", "paver"]
# category = "outdoor"
# support = "rug"
# colors = ["paint"]
# materials = ["stone"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, disc, finish, fitted, moved


@register("an irregular flat slab")
def slab(*, look, scale, base, thick):
    parts = [disc((0, base, 0), (0.2 * scale, 0.16 * scale), thick, *look)]
    for i in range(9):
        a = 2 * math.pi * i / 9
        reach = 0.1 + 0.018 * math.sin(3.1 * i) + 0.012 * math.cos(5.3 * i)
        radius = 0.095 + 0.012 * math.sin(2.3 * i + 1)
        bump = disc((0, 0, 0), (radius * 1.1 * scale, radius * scale), thick, *look)
        parts.append(moved(bump, (1.25 * reach * math.cos(a) * scale, base, reach * math.sin(a) * scale), 0.7 * i))
    return concat_shapes(*parts)


@register("a flat natural stone to step on")
def stepping_stone(*, width=0.5, height=0.012, depth=0.4, stone="stone", paint=None):
    look = finish(stone, paint)
    dark = (darker(look[0], 0.72), look[1])
    light = (darker(look[0], 1.0), look[1])
    whole = concat_shapes(
        library_call("slab", look=dark, scale=1.0, base=0, thick=0.6),
        library_call("slab", look=light, scale=0.94, base=0.1, thick=0.9),
        *[
            disc((x, 0.95, z), (r, r * 0.6), 0.08, darker(look[0], 0.88), look[1])
            for x, z, r in ((-0.09, 0.04, 0.03), (0.07, -0.06, 0.045), (0.1, 0.07, 0.02), (-0.05, -0.08, 0.025))
        ],
    )
    return fitted(whole, width, height, depth)
