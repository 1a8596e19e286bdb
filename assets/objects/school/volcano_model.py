# /// asset
# word = "volcano model"
# synonyms = [
#     "model volcano", "science fair volcano", "papier-mache volcano",
#     "volcano experiment",
# ]
# category = "school"
# support = "surface"
# colors = ["earth", "lava"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, ellipsoid, fitted, lathe, moved, tube


@register("a model of a volcano with lava and smoke")
def volcano_model(*, width=0.5, height=0.42, depth=0.5, earth=(0.38, 0.26, 0.17), lava=(1.0, 0.3, 0.05)):
    profile = [(0.23, 0.02), (0.17, 0.08), (0.11, 0.17), (0.065, 0.26), (0.05, 0.29)]
    glow = {"emission": 1.0, "roughness": 0.4}
    flows = []
    for i in range(6):
        a = 2 * math.pi * i / 6 + 0.3 * (i % 2)
        long = 3 + i % 3
        points = [
            (r * 1.02 * math.cos(a + 0.12 * k), y, r * 1.02 * math.sin(a + 0.12 * k))
            for k, (r, y) in enumerate(reversed(profile[-long:]))
        ]
        flows.append(tube(points, 0.013, lava, glow))
    trees = [
        moved(
            concat_shapes(lathe([(0.02, 0), (0.002, 0.05)], (0.2, 0.42, 0.2), slices=6)),
            (0.2 * math.cos(a), 0.02, 0.2 * math.sin(a)),
        )
        for a in (0.3, 1.5, 2.6, 3.6, 5.3)
    ]
    smoke = [
        ball(
            (0.02 * math.sin(3 * k), 0.33 + 0.03 * k, 0.015 * math.cos(2 * k)),
            0.028 + 0.006 * k,
            (0.75, 0.74, 0.74),
            {"roughness": 1.0},
        )
        for k in range(4)
    ]
    whole = concat_shapes(
        block((0, 0, 0), (0.5, 0.02, 0.5), (0.72, 0.56, 0.36)),
        ellipsoid((0, 0.02, 0), (0.24, 0.03, 0.24), (0.36, 0.5, 0.25)),
        lathe(profile, earth, {"roughness": 0.95}, slices=26),
        lathe([(0.04, 0.289), (0.03, 0.3)], lava, glow, slices=4),
        *flows,
        *trees,
        *smoke,
    )
    return fitted(whole, width, height, depth)
