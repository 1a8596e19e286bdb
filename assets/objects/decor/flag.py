# /// asset
# word = "flag"
# synonyms = ["flagpole", "flag pole", "national flag", "flag stand", "standing flag"]
# stands_for = ["desk flag"]
# category = "decor"
# support = "floor"
# colors = ["cloth", "stripe"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, cone, fitted, lathe, rod


@register("the pole on its foot")
def pole_part():
    wood, brass = surface("walnut"), surface("brass")
    return concat_shapes(
        lathe([(0.17, 0), (0.15, 0.025), (0.05, 0.05), (0.03, 0.12)], *brass, slices=26),
        rod((0, 0.05, 0), (0, 2.1, 0), 0.016, *wood),
        ball((0, 2.13, 0), 0.04, *brass),
        cone((0, 2.15, 0), (0, 2.2, 0), 0.02, *brass),
    )


@register("the cloth in folds")
def cloth_part(*, cloth, stripe):
    strips = []
    for i in range(34):
        t = i / 33
        x, z = 0.02 + 0.6 * t, 0.05 * math.sin(t * 11) * (0.3 + 0.7 * t)
        top = 2.05 - 0.16 * t**1.5
        strips += [
            box((x, top - 0.075 - 0.15 * k, z), (0.022, 0.15, 0.006), (cloth, stripe, cloth)[k], {"roughness": 0.85})
            for k in range(3)
        ]
    return concat_shapes(*strips)


@register("a flag on a pole")
def flag(*, width=0.8, height=2.2, depth=0.34, cloth=(0.7, 0.12, 0.14), stripe=(0.95, 0.94, 0.9)):
    whole = concat_shapes(library_call("pole_part"), library_call("cloth_part", cloth=cloth, stripe=stripe))
    return fitted(whole, width, height, depth)
