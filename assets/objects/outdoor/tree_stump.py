# /// asset
# word = "tree stump"
# synonyms = ["stump", "log stool", "tree trunk", "chopping block"]
# category = "outdoor"
# support = "floor"
# colors = ["bark"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, rod, tube


@register("the bark and the roots")
def bark_part(*, bark):
    rough = {"roughness": 1.0}
    ridges = loop(
        26,
        lambda i: ellipsoid(
            (0.17 * math.cos(i * 0.2417), 0.2, 0.17 * math.sin(i * 0.2417)),
            (0.026, 0.205 - 0.008 * (i % 3), 0.026),
            darker(bark, 0.85 + 0.08 * (i % 3)),
            rough,
        ),
    )
    roots = [
        tube(
            [
                (0.15 * math.cos(a), 0.1, 0.15 * math.sin(a)),
                (0.21 * math.cos(a), 0.03, 0.21 * math.sin(a)),
                (0.25 * math.cos(a), 0.012, 0.25 * math.sin(a)),
            ],
            0.03,
            bark,
            rough,
        )
        for a in (0.3, 1.4, 2.5, 3.7, 4.6, 5.7)
    ]
    return concat_shapes(ridges, *roots, rod((0, 0, 0), (0, 0.39, 0), 0.165, bark, rough))


@register("the cut with its rings")
def cut():
    tones = ((0.86, 0.7, 0.47), (0.76, 0.58, 0.36))
    return concat_shapes(
        *[rod((0, 0.39, 0), (0, 0.3925 + 0.0018 * k, 0), 0.165 - 0.024 * k, tones[k % 2]) for k in range(7)]
    )


@register("a tree stump with rings")
def tree_stump(*, width=0.5, height=0.42, depth=0.5, bark=(0.37, 0.28, 0.2)):
    whole = concat_shapes(library_call("bark_part", bark=bark), library_call("cut"))
    return fitted(whole, width, height, depth)
