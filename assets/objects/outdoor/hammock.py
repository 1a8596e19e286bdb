# /// asset
# word = "hammock"
# synonyms = ["hanging hammock", "rope hammock"]
# stands_for = ["toy hammock"]
# category = "outdoor"
# support = "floor"
# colors = ["cloth", "stripe"]
# materials = ["wood"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, rod, tube


@register("the curved stand")
def stand_part(*, wood):
    look = surface(wood)
    bow = [(0, 0.1 + 1.0 * (t * 2 - 1) ** 4, -1.4 + 2.8 * t) for t in np.linspace(0, 1, 26)]
    return concat_shapes(
        tube(bow, 0.045, *look), *[tube([(-0.5, 0.035, z), (0.5, 0.035, z)], 0.035, *look) for z in (-0.6, 0.6)]
    )


@register("the hanging cloth")
def cloth_part(*, cloth, stripe):
    strips = []
    for i in range(26):
        t = i / 25
        z = -0.95 + 1.9 * t
        y = 0.42 + 0.42 * (2 * t - 1) ** 2
        strips += [
            box(
                (0.04 * (k - 8), y + 0.0012 * (k - 8) ** 2, z),
                (0.041, 0.012, 0.079),
                cloth if k % 4 < 2 else stripe,
                {"roughness": 0.95},
            )
            for k in range(17)
        ]
    return concat_shapes(*strips)


@register("the cords")
def cords():
    rope = (0.9, 0.86, 0.76)
    return concat_shapes(
        *[rod((0.08 * k, 0.86, s * 0.97), (0, 1.08, s * 1.38), 0.0045, rope) for s in (-1, 1) for k in range(-4, 5)],
        *[rod((-0.35, 0.86, s * 0.97), (0.35, 0.86, s * 0.97), 0.014, *surface("beech")) for s in (-1, 1)],
    )


@register("a hammock on its stand")
def hammock(*, width=1.1, height=1.15, depth=2.9, cloth=(0.93, 0.9, 0.82), stripe=(0.3, 0.5, 0.6), wood="pine"):
    whole = concat_shapes(
        library_call("stand_part", wood=wood),
        library_call("cloth_part", cloth=cloth, stripe=stripe),
        library_call("cords"),
    )
    return fitted(whole, width, height, depth)
