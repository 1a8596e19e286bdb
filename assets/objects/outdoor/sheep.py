# /// asset
# word = "sheep"
# synonyms = ["lamb", "ewe", "ram", "woolly sheep", "toy sheep"]
# category = "outdoor"
# support = "floor"
# colors = ["wool", "face"]
# [variants.width]
# "toy" = 0.08
# [variants.height]
# "toy" = 0.12
# [variants.depth]
# "toy" = 0.16
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("the woolly fleece")
def fleece(*, wool):
    soft = {"roughness": 0.98}
    parts = [ellipsoid((0, 0.55, 0), (0.25, 0.24, 0.42), wool, soft)]
    n = 110
    for i in range(n):
        v = 1 - 2 * (i + 0.5) / n
        a, r = 2.39996 * i, math.sqrt(1 - v * v)
        x, y, z = 0.245 * r * math.cos(a), 0.55 + 0.235 * v, 0.42 * r * math.sin(a)
        size = 0.062 + 0.012 * math.sin(3.7 * i)
        parts.append(ellipsoid((x, y, z), (size, size, size), darker(wool, 0.9 + 0.05 * (i % 3)), soft))
    parts.append(ellipsoid((0, 0.6, -0.46), (0.05, 0.09, 0.05), wool, soft))
    return concat_shapes(*parts)


@register("the dark face with its ears")
def head(*, wool, face):
    soft = {"roughness": 0.98}
    tuft = [
        ellipsoid(
            (0.05 * math.cos(2.4 * i), 0.9 + 0.012 * (i % 3), 0.44 + 0.045 * math.sin(2.4 * i)),
            (0.04, 0.035, 0.04),
            darker(wool, 0.92 + 0.04 * (i % 3)),
            soft,
        )
        for i in range(8)
    ]
    return concat_shapes(
        tube([(0, 0.65, 0.32), (0, 0.78, 0.43)], 0.11, wool, soft),
        moved(ellipsoid((0, 0, 0), (0.075, 0.14, 0.085), face), (0, 0.8, 0.5), -0.55, (1, 0, 0)),
        *tuft,
        *[
            moved(ellipsoid((s * 0.06, 0, 0), (0.065, 0.03, 0.016), face), (s * 0.06, 0.84, 0.45), -s * 0.35, (0, 0, 1))
            for s in (-1, 1)
        ],
        *[ellipsoid((s * 0.062, 0.83, 0.54), (0.012, 0.016, 0.014), (0.93, 0.8, 0.4)) for s in (-1, 1)],
        *[ellipsoid((s * 0.07, 0.83, 0.547), (0.006, 0.008, 0.009), (0.02, 0.02, 0.02)) for s in (-1, 1)],
        *[ellipsoid((s * 0.02, 0.715, 0.605), (0.008, 0.01, 0.006), darker(face, 0.4)) for s in (-1, 1)],
    )


@register("a leg")
def leg(*, x, z, face):
    return concat_shapes(
        rod((x, 0.06, z), (x, 0.4, z), 0.033, face), rod((x, 0, z), (x, 0.07, z), 0.041, darker(face, 0.5))
    )


@register("a woolly sheep with a dark face")
def sheep(*, width=0.6, height=0.95, depth=1.13, wool=(0.94, 0.92, 0.86), face=(0.2, 0.17, 0.16)):
    legs = [library_call("leg", x=s * 0.13, z=z, face=face) for s in (-1, 1) for z in (-0.25, 0.25)]
    return fitted(
        concat_shapes(library_call("fleece", wool=wool), library_call("head", wool=wool, face=face), *legs),
        width,
        height,
        depth,
    )
