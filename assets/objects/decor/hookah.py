# /// asset
# word = "hookah"
# synonyms = ["shisha", "water pipe"]
# stands_for = ["bong"]
# category = "decor"
# support = "floor"
# colors = ["glass"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, fitted, lathe, tube


@register("the vase and the stem")
def stem_part(*, glass):
    brass = surface("brass")
    return concat_shapes(
        lathe(
            [(0.08, 0), (0.105, 0.06), (0.1, 0.12), (0.035, 0.22), (0.04, 0.26)], glass, {"roughness": 0.08}, slices=70
        ),
        lathe(
            [
                (0.04, 0.25),
                (0.016, 0.28),
                (0.03, 0.34),
                (0.013, 0.4),
                (0.024, 0.46),
                (0.012, 0.52),
                (0.012, 0.6),
                (0.06, 0.605),
                (0.06, 0.615),
                (0.02, 0.62),
            ],
            *brass,
            slices=70,
        ),
        lathe([(0.018, 0.62), (0.04, 0.68), (0.042, 0.71)], (0.6, 0.3, 0.2), slices=24),
        *[ball((0.02 * math.cos(a), 0.722, 0.02 * math.sin(a)), 0.016, (0.2, 0.18, 0.18)) for a in (0, 2.1, 4.2)],
    )


@register("the hose")
def hose_part():
    points = [
        (0.02, 0.35, 0),
        (0.1, 0.38, 0.04),
        (0.16, 0.28, 0.1),
        (0.15, 0.1, 0.15),
        (0.05, 0.014, 0.19),
        (-0.1, 0.014, 0.16),
        (-0.14, 0.05, 0.1),
        (-0.13, 0.16, 0.06),
    ]
    return concat_shapes(
        tube(points, 0.011, (0.5, 0.12, 0.16)),
        tube([(-0.13, 0.16, 0.06), (-0.12, 0.27, 0.03)], 0.0085, *surface("walnut")),
    )


@register("a hookah with its hose")
def hookah(*, width=0.34, height=0.75, depth=0.3, glass=(0.15, 0.3, 0.6)):
    whole = concat_shapes(library_call("stem_part", glass=glass), library_call("hose_part"))
    return fitted(whole, width, height, depth)
