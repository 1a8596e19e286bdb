# /// asset
# word = "sleeping cat"
# synonyms = [
#     "cat asleep", "curled up cat", "napping cat", "lying cat", "sleeping kitten", "sleeping cats", "lying kitten",
# ]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, rod, tube


@register("a cat that sleeps curled up, its tail around it")
def sleeping_cat(*, width=0.42, height=0.19, depth=0.36, fur=(0.82, 0.5, 0.24)):
    soft = {"roughness": 0.95}
    back = []
    for i in range(15):
        a = math.radians(-35 + 250 * i / 14)
        thick = 0.062 + 0.028 * math.sin(math.pi * i / 14)
        back.append(
            ellipsoid((0.095 * math.cos(a), thick * 0.95, -0.085 * math.sin(a)), (thick, thick, thick), fur, soft)
        )
    tail = [(0.17 * math.cos(a), 0.024, 0.15 * math.sin(a)) for a in [math.radians(-15 + 14 * i) for i in range(11)]]
    head = [
        ellipsoid((-0.07, 0.075, 0.085), (0.062, 0.052, 0.058), fur, soft),
        ellipsoid((-0.055, 0.06, 0.137), (0.028, 0.02, 0.018), (0.96, 0.94, 0.9), soft),
    ]
    for s in (-1, 1):
        head += [
            cone((-0.07 + s * 0.036, 0.1, 0.08), (-0.07 + s * 0.048, 0.165, 0.075), 0.026, fur, soft),
            cone((-0.07 + s * 0.036, 0.105, 0.088), (-0.07 + s * 0.046, 0.15, 0.084), 0.015, (0.93, 0.68, 0.66)),
        ]
        head.append(
            rod((-0.062 + s * 0.018, 0.082, 0.142), (-0.062 + s * 0.038, 0.078, 0.134), 0.003, (0.2, 0.12, 0.08))
        )
    whole = concat_shapes(
        *back,
        tube(tail, 0.024, darker(fur, 0.9), soft),
        *head,
        ball((-0.05, 0.068, 0.155), 0.007, (0.9, 0.55, 0.55)),
        *[ellipsoid((x, 0.022, 0.12), (0.024, 0.02, 0.036), (0.96, 0.94, 0.9), soft) for x in (-0.015, 0.03)],
    )
    return fitted(whole, width, height, depth)
