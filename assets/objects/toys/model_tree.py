# /// asset
# word = "model tree"
# synonyms = ["toy tree", "railway tree", "tabletop tree", "model fir tree", "toy fir tree", "model pine tree", "toy pine tree"]
# category = "toys"
# support = "surface"
# colors = ["leaf"]
# [variants]
# kind = {"fir" = "fir", "pine" = "fir"}
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, fitted, leafage, rod

BARK = ((0.4, 0.28, 0.18), {"roughness": 0.9})


@register("the round crown")
def round_crown(*, leaf):
    masses = [((0, 0.095, 0), (0.032, 0.03, 0.032))]
    masses += [
        ((0.024 * math.cos(a), 0.078 + 0.012 * (k % 2), 0.024 * math.sin(a)), (0.021, 0.018, 0.021))
        for k, a in enumerate((0.3, 1.6, 2.8, 4.1, 5.4))
    ]
    return leafage(masses, leaf, 0.0085, seed=5)


@register("the pointed crown")
def fir_crown(*, leaf):
    def tier(i):
        y, r = 0.03 + 0.024 * i, 0.036 - 0.0065 * i
        return loop(
            9,
            lambda k: cone(
                (0, y + 0.03, 0),
                (r * math.cos(k * 0.698 + i), y, r * math.sin(k * 0.698 + i)),
                r * 0.34,
                darker(leaf, 0.7 + 0.08 * i + 0.1 * (k % 2)),
                {"roughness": 0.95},
            ),
        )

    return concat_shapes(
        loop(4, tier), cone((0, 0.04, 0), (0, 0.142, 0), 0.02, darker(leaf, 0.85), {"roughness": 0.95})
    )


@register("a little tree for a model landscape")
def model_tree(*, width=0.13, height=0.19, kind="round", leaf=(0.3, 0.46, 0.18)):
    crown = library_call("fir_crown" if kind == "fir" else "round_crown", leaf=leaf)
    foot = rod((0, 0, 0), (0, 0.004, 0), 0.016, (0.36, 0.5, 0.22), {"roughness": 0.95})
    return fitted(concat_shapes(foot, rod((0, 0, 0), (0, 0.075, 0), 0.0055, *BARK), crown), width, height, width)
