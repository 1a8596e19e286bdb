# /// asset
# word = "topiary"
# synonyms = [
#     "topiary tree", "ball topiary", "clipped box tree", "potted topiary", "bay tree", "topiary ball", "topiaries",
# ]
# category = "plants"
# support = "floor"
# colors = ["leaves", "pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, fitted, rod


@register("a clipped ball of leaves")
def leaf_ball(*, center, radius, leaves):
    parts = [ball(center, radius * 0.94, darker(leaves, 0.6), {"roughness": 1.0})]
    count = round(900 * radius)
    for i in range(count):
        y = 1 - 2 * (i + 0.5) / count
        r, a = math.sqrt(1 - y * y), 2.39996 * i
        at = (center[0] + radius * r * math.cos(a), center[1] + radius * y, center[2] + radius * r * math.sin(a))
        parts.append(ellipsoid(at, (0.032, 0.028, 0.032), darker(leaves, 0.8 + 0.1 * (i % 4)), {"roughness": 0.9}))
    return concat_shapes(*parts)


@register("a topiary of three clipped balls in a square planter")
def topiary(*, width=0.6, height=1.6, depth=0.6, leaves=(0.2, 0.42, 0.17), pot=(0.32, 0.33, 0.35)):
    whole = concat_shapes(
        block((0, 0, 0), (0.44, 0.4, 0.44), pot, {"roughness": 0.6}),
        box((0, 0.38, 0), (0.48, 0.06, 0.48), darker(pot, 0.85)),
        box((0, 0.41, 0), (0.4, 0.02, 0.4), (0.25, 0.17, 0.1)),
        rod((0, 0.4, 0), (0, 1.35, 0), 0.025, (0.42, 0.3, 0.18)),
        *[
            library_call("leaf_ball", center=(0, y, 0), radius=r, leaves=leaves)
            for y, r in ((0.68, 0.26), (1.1, 0.2), (1.42, 0.14))
        ],
    )
    return fitted(whole, width, height, depth)
