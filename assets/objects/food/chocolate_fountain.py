# /// asset
# word = "chocolate fountain"
# synonyms = ["chocolate fondue fountain", "fondue fountain", "chocolate fondue", "chocolate cascade"]
# category = "food"
# support = "surface"
# colors = ["chocolate"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, lathe, rod, round_wall


@register("a chocolate fountain of three tiers with strawberries around it")
def chocolate_fountain(*, width=0.46, height=0.62, depth=0.46, chocolate=(0.3, 0.15, 0.08)):
    steel = ((0.82, 0.83, 0.85), {"metallic": 0.85, "roughness": 0.2})
    gloss, parts = {"roughness": 0.12}, []
    for y, r, below in ((0.2, 0.13, 0.1), (0.34, 0.095, 0.12), (0.47, 0.06, 0.11)):
        parts += [
            lathe([(0.02, y - 0.02), (r, y), (r * 0.9, y + 0.02)], chocolate, gloss, slices=10),
            round_wall((r * 1.06, y - below), (r, y), 0.006, chocolate, gloss, panels=30),
        ]
    fruit = [
        concat_shapes(
            cone(
                (0.19 * math.cos(a), 0.04, 0.19 * math.sin(a)),
                (0.2 * math.cos(a), 0.0, 0.2 * math.sin(a)),
                0.024,
                (0.88, 0.1, 0.1),
            ),
            ellipsoid((0.19 * math.cos(a), 0.042, 0.19 * math.sin(a)), (0.02, 0.006, 0.02), (0.3, 0.55, 0.2)),
        )
        for a in [0.42 * i for i in range(15)]
    ]
    whole = concat_shapes(
        rod((0, 0, 0), (0, 0.008, 0), 0.23, (0.97, 0.97, 0.96)),
        *fruit,
        lathe([(0.1, 0.0), (0.08, 0.05), (0.15, 0.085), (0.155, 0.1)], *steel, slices=20),
        rod((0, 0.09, 0), (0, 0.102, 0), 0.145, chocolate, gloss),
        rod((0, 0.1, 0), (0, 0.54, 0), 0.024, *steel),
        *parts,
        lathe([(0.035, 0.52), (0.05, 0.54), (0.03, 0.58), (0.012, 0.61)], chocolate, gloss, slices=12),
    )
    return fitted(whole, width, height, depth)
