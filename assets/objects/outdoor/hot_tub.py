# /// asset
# word = "hot tub"
# synonyms = ["jacuzzi", "whirlpool", "jetted tub", "whirlpool tub", "wooden hot tub", "outdoor spa tub", "spa pool"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, disc, finish, fitted, moved, ring, rod, rotated


@register("a round wooden hot tub full of bubbling water, with steps")
def hot_tub(*, width=2.0, height=0.95, depth=2.45, paint=None, wood="cedar"):
    color, stuff = finish(wood, paint)
    staves = [
        rotated(
            moved(block((0, 0, 0), (0.05, 0.92, 0.19), darker(color, 0.86 + 0.07 * (i % 3)), stuff), (0.96, 0, 0)),
            2 * math.pi * i / 33,
        )
        for i in range(33)
    ]
    foam = [
        ball((r * math.cos(a), 0.795, r * math.sin(a)), 0.03 + 0.012 * (i % 3), (0.96, 0.98, 1.0), {"roughness": 0.3})
        for i, (r, a) in enumerate([(0.1 + 0.11 * math.sqrt(k), 2.4 * k) for k in range(34)])
        if r < 0.85
    ]
    whole = concat_shapes(
        *staves,
        rod((0, 0, 0), (0, 0.1, 0), 0.94, darker(color, 0.7), stuff),
        *[
            ring((0, y, 0), 0.99, 0.012, (0.25, 0.25, 0.27), {"metallic": 0.8, "roughness": 0.4}, parts=48)
            for y in (0.16, 0.75)
        ],
        ring((0, 0.92, 0), 0.96, 0.045, darker(color, 0.95), stuff, parts=48),
        disc((0, 0.1, 0), (0.93, 0.93), 0.68, (0.25, 0.68, 0.78), {"roughness": 0.05}),
        *foam,
        *[
            box((0, 0.27 - 0.27 * k + 0.2, 1.14 + 0.24 * k), (0.8, 0.05, 0.28), darker(color, 0.9), stuff)
            for k in range(2)
        ],
        *[
            block((s * 0.36, 0, 1.14 + 0.24 * k), (0.05, 0.45 - 0.27 * k, 0.24), darker(color, 0.8), stuff)
            for s in (-1, 1)
            for k in range(2)
        ],
    )
    return fitted(whole, width, height, depth)
