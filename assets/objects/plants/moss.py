# /// asset
# word = "moss"
# synonyms = ["moss patch", "patch of moss", "moss mound", "moss cushion", "moss ground"]
# category = "plants"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted


@register("the soft cushions")
def cushions(*, paint):
    soft = {"roughness": 0.98}
    parts = [ellipsoid((0, 0.0, 0), (0.4, 0.035, 0.3), darker(paint, 0.65), soft)]
    for i in range(34):
        a, t = 2.4 * i, math.sqrt((i + 0.5) / 34)
        x, z = 0.36 * t * math.cos(a), 0.27 * t * math.sin(a)
        r = 0.085 - 0.03 * t + 0.012 * math.sin(2.3 * i)
        parts.append(
            ellipsoid(
                (x, 0.012, z),
                (r, 0.075 - 0.045 * t + 0.01 * math.sin(3.1 * i), r * 0.92),
                darker(paint, 0.75 + 0.08 * (i % 4)),
                soft,
            )
        )
    return concat_shapes(*parts)


@register("the fine tips and the spore stalks")
def tips(*, paint):
    parts = []
    for i in range(150):
        a, t = 2.4 * i + 0.3, math.sqrt((i + 0.5) / 150)
        x, z = 0.36 * t * math.cos(a), 0.27 * t * math.sin(a)
        y = 0.075 - 0.058 * t
        parts.append(
            cone(
                (x, y - 0.01, z),
                (x + 0.006 * math.sin(5 * i), y + 0.026, z + 0.006 * math.cos(5 * i)),
                0.012,
                darker(paint, 0.85 + 0.09 * (i % 4)),
            )
        )
    for i in range(12):
        a, t = 2.4 * i + 1.0, math.sqrt((i + 0.5) / 12) * 0.7
        x, z = 0.36 * t * math.cos(a), 0.27 * t * math.sin(a)
        parts.append(cone((x, 0.05, z), (x + 0.006, 0.15, z), 0.003, (0.6, 0.42, 0.2)))
        parts.append(ellipsoid((x + 0.005, 0.142, z), (0.005, 0.01, 0.005), (0.7, 0.45, 0.2)))
    return concat_shapes(*parts)


@register("a cushion of moss")
def moss(*, width=0.8, height=0.15, depth=0.6, paint=(0.4, 0.56, 0.2)):
    whole = concat_shapes(library_call("cushions", paint=paint), library_call("tips", paint=paint))
    return fitted(whole, width, height, depth)
