# /// asset
# word = "hedge"
# synonyms = [
#     "hedges", "clipped hedge", "box hedge", "privet hedge", "boxwood hedge", "garden hedge", "trimmed hedge",
#     "hedgerow", "boxwood",
# ]
# category = "plants"
# support = "floor"
# colors = ["leaves"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted


@register("a clipped hedge of small leaves")
def hedge(*, width=2.4, height=1.1, depth=0.6, leaves=(0.18, 0.4, 0.16)):
    parts = [box((0, 0.55, 0), (2.32, 1.04, 0.52), darker(leaves, 0.6), {"roughness": 1.0})]
    i = 0
    for x in [-1.14 + 0.12 * k for k in range(20)]:
        for y in [0.06 + 0.11 * k for k in range(10)]:
            for s in (-1, 1):
                i += 1
                tone = darker(leaves, 0.8 + 0.1 * (i * 7 % 5))
                parts.append(
                    ellipsoid(
                        (x + 0.03 * math.sin(5.1 * i), y + 0.03 * math.cos(3.7 * i), s * 0.26),
                        (0.085, 0.07, 0.045),
                        tone,
                        {"roughness": 0.9},
                    )
                )
        for z in [-0.24 + 0.12 * k for k in range(5)]:
            i += 1
            parts.append(
                ellipsoid(
                    (x + 0.03 * math.sin(5.1 * i), 1.06, z + 0.02 * math.cos(3.7 * i)),
                    (0.085, 0.045, 0.075),
                    darker(leaves, 0.9 + 0.1 * (i * 7 % 4)),
                    {"roughness": 0.9},
                )
            )
    for y in [0.06 + 0.11 * k for k in range(10)]:
        for z in [-0.2 + 0.1 * k for k in range(5)]:
            for s in (-1, 1):
                i += 1
                parts.append(
                    ellipsoid(
                        (s * 1.155, y, z),
                        (0.045, 0.07, 0.07),
                        darker(leaves, 0.8 + 0.1 * (i * 7 % 5)),
                        {"roughness": 0.9},
                    )
                )
    return fitted(concat_shapes(*parts), width, height, depth)
