# /// asset
# word = "candy floss machine"
# synonyms = ["cotton candy machine", "candy floss maker", "cotton candy maker", "cotton candy", "candy floss"]
# category = "shop"
# support = "surface"
# colors = ["paint", "floss"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, fitted, oval_wall, rod


@register("a machine with a steel bowl and pink candy floss on a stick")
def candy_floss_machine(*, width=0.56, height=0.75, depth=0.56, paint=(0.9, 0.25, 0.4), floss=(0.98, 0.72, 0.82)):
    steel = ((0.82, 0.83, 0.85), {"metallic": 0.85, "roughness": 0.2})
    fluff = [
        ball(
            (0.1 + 0.05 * math.cos(2.4 * i) * (1 - i / 30), 0.46 + 0.009 * i, 0.05 * math.sin(2.4 * i) * (1 - i / 30)),
            0.055,
            floss,
            {"roughness": 1.0},
        )
        for i in range(26)
    ]
    web = [
        ball((0.19 * math.cos(a), 0.3, 0.19 * math.sin(a)), 0.04, floss, {"roughness": 1.0})
        for a in [2.4 * i for i in range(20)]
    ]
    whole = concat_shapes(
        block((0, 0, 0), (0.42, 0.2, 0.42), paint, {"roughness": 0.3}),
        box((0, 0.1, 0.212), (0.3, 0.1, 0.006), (0.97, 0.96, 0.93)),
        *[
            rod((-0.08 + 0.08 * i, 0.1, 0.214), (-0.08 + 0.08 * i, 0.1, 0.23), 0.02, (0.15, 0.15, 0.16))
            for i in range(3)
        ],
        rod((0, 0.2, 0), (0, 0.22, 0), 0.22, *steel),
        oval_wall((0, 0.2, 0), (0.22, 0.22), (0.275, 0.275), 0.17, *steel, parts=36),
        rod((0, 0.22, 0), (0, 0.3, 0), 0.06, *steel),
        *web,
        rod((0.06, 0.2, 0), (0.11, 0.55, 0), 0.007, (0.97, 0.95, 0.9)),
        *fluff,
    )
    return fitted(whole, width, height, depth)
