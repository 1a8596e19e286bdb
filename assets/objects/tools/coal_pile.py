# /// asset
# word = "coal pile"
# synonyms = ["pile of coal", "heap of coal", "coal heap", "coal", "charcoal pile"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, lathe, moved, rotated


@register("a heap of black coal")
def coal_pile(*, width=1.0, height=0.42, depth=0.95, paint=(0.1, 0.1, 0.11)):
    shine = {"roughness": 0.35}
    parts = [
        lathe([(0.42, 0.0), (0.3, 0.15), (0.15, 0.27), (0.04, 0.33)], darker(paint, 0.6), {"roughness": 0.9}, slices=20)
    ]
    for i in range(130):
        a, t = 2.39996 * i, math.sqrt((i + 0.5) / 130)
        r, size = 0.45 * t, 0.085 + 0.02 * math.sin(3.1 * i)
        y = 0.33 * (1 - t) ** 0.85 + 0.035
        lump = box((0, 0, 0), (size, size * 0.7, size * 0.85), darker(paint, 0.75 + 0.25 * ((i * 7) % 4)), shine)
        lump = rotated(rotated(lump, 0.9 * i, (1, 0, 0)), 1.3 * i, (0, 0, 1))
        parts.append(moved(lump, (r * math.cos(a), y, r * math.sin(a)), 0.7 * i))
    return fitted(concat_shapes(*parts), width, height, depth)
