# /// asset
# word = "herbs"
# synonyms = [
#     "herb", "parsley", "mint", "rosemary", "sprig of rosemary", "thyme", "cilantro", "coriander", "bunch of herbs",
#     "sprig of mint", "mint sprig", "dill",
# ]
# stands_for = ["cinnamon stick", "cinnamon sticks", "bay leaves", "spring onions", "leek"]
# category = "food"
# support = "surface"
# colors = ["leaf"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("the leafy stems")
def stems(*, leaf):
    parts = []
    for i in range(13):
        x, y = 0.055 * math.sin(i * 2.4) * math.sqrt((i + 1) / 13), 0.018 + 0.012 * math.cos(i * 1.9)
        end = (x, y, -0.07 - 0.02 * math.cos(i))
        parts.append(tube([(x * 0.1, 0.01, 0.1), (x * 0.2, 0.014, 0.04), end], 0.0016, darker(leaf, 0.85)))
        for k in range(6):
            t = k / 6
            at = (x * (0.25 + 0.75 * t), 0.014 + (y - 0.014) * t + 0.003, 0.03 - (0.1 + 0.02 * math.cos(i)) * t)
            parts.append(
                moved(
                    ellipsoid((0.006, 0, 0), (0.008, 0.0015, 0.0045), darker(leaf, 0.85 + 0.05 * (k % 4))),
                    at,
                    i + 2.2 * k,
                )
            )
    return concat_shapes(*parts)


@register("the string round them")
def tie():
    return concat_shapes(
        *[rod((0, 0.012, z), (0, 0.012, z + 0.003), 0.0125, (0.85, 0.75, 0.55)) for z in (0.055, 0.06)]
    )


@register("a tied bunch of herbs")
def herbs(*, width=0.13, height=0.045, depth=0.22, leaf=(0.3, 0.52, 0.2)):
    whole = concat_shapes(library_call("stems", leaf=leaf), library_call("tie"))
    return fitted(whole, width, height, depth)
