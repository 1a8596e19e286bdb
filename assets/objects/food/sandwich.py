# /// asset
# word = "sandwich"
# synonyms = ["sandwiches", "club sandwich", "panini"]
# stands_for = ["wrap sandwich", "taco", "tacos", "burrito"]
# category = "food"
# support = "surface"
# colors = ["bread"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved


@register("one triangle of bread and filling")
def half(*, bread):
    rows = 26
    layers = (
        (0, 0.014, bread, 1.0),
        (0.014, 0.005, (0.45, 0.68, 0.25), 1.05),
        (0.019, 0.008, (0.9, 0.55, 0.5), 1.0),
        (0.027, 0.004, (0.98, 0.8, 0.3), 1.04),
        (0.031, 0.006, (0.8, 0.2, 0.14), 0.98),
        (0.037, 0.014, bread, 1.0),
    )
    parts = []
    for y, thick, tone, grow in layers:
        for i in range(rows):
            t = (i + 0.5) / rows
            parts.append(
                box(
                    (0, y + thick / 2, 0.09 * t - 0.045),
                    (0.1 * (1 - t) * grow + 0.002, thick, 0.09 / rows + 0.0004),
                    tone,
                    {"roughness": 0.85},
                )
            )
    return concat_shapes(*parts)


@register("a sandwich cut into two triangles")
def sandwich(*, width=0.2, height=0.06, depth=0.1, bread=(0.87, 0.7, 0.45)):
    whole = concat_shapes(
        moved(library_call("half", bread=bread), (-0.052, 0, 0), 0.12),
        moved(library_call("half", bread=bread), (0.052, 0, 0), math.pi - 0.1),
    )
    return fitted(whole, width, height, depth)
