# /// asset
# word = "barn"
# synonyms = ["farm building", "stable", "horse stable", "stables", "toy barn", "model barn"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint", "trim", "roof"]
# [variants.width]
# "model" = 0.3
# "toy" = 0.3
# [variants.height]
# "model" = 0.28
# "toy" = 0.28
# [variants.depth]
# "model" = 0.362
# "toy" = 0.362
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, moved, rotated, stretched


@register("the walls of upright boards under a broken gable")
def walls(*, paint):
    parts = [box((0, 1.5, 0), (5.2, 3.0, 6.4), darker(paint, 0.9))]
    for i in range(26):
        x = -2.5 + 0.2 * i
        top = 3.0 + (1.5 * (2.6 - abs(x)) / 0.9 if abs(x) > 1.7 else 1.5 + 0.75 * (1.7 - abs(x)) / 1.7)
        tone = paint if i % 2 else darker(paint, 0.92)
        parts += [block((x, 0, s * 3.2), (0.19, top, 0.05), tone) for s in (-1, 1)]
    for i in range(32):
        tone = paint if i % 2 else darker(paint, 0.92)
        parts += [block((s * 2.6, 0, -3.1 + 0.2 * i), (0.05, 3.05, 0.19), tone) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the two-sloped roof")
def roof_part(*, roof):
    parts = []
    for s in (-1, 1):
        for (x0, y0), (x1, y1) in (((2.85, 2.75), (1.68, 4.55)), ((1.75, 4.5), (-0.03, 5.32))):
            long = math.hypot(x1 - x0, y1 - y0)
            slab = rotated(
                box((0, 0, 0), (long, 0.1, 7.0), roof, {"roughness": 0.8}), -math.atan2(y1 - y0, x0 - x1), (0, 0, 1)
            )
            if s < 0:
                slab = stretched(slab, (-1, 1, 1))
            parts.append(moved(slab, (s * (x0 + x1) / 2, (y0 + y1) / 2, 0)))
    return concat_shapes(*parts)


@register("a large double door with white crossed boards, and the loft hatch")
def doors(*, trim, paint):
    parts = []
    for s in (-1, 1):
        x = s * 0.68
        parts += [
            block((x, 0.05, 3.26), (1.3, 2.5, 0.05), darker(paint, 0.85)),
            *[box((x, y, 3.3), (1.3, 0.12, 0.04), trim) for y in (0.11, 1.3, 2.49)],
            *[box((x + t * 0.59, 1.3, 3.3), (0.12, 2.5, 0.04), trim) for t in (-1, 1)],
            *[
                beam((x - 0.55, y0, 3.3), (x + 0.55, y1, 3.3), (0.1, 0.035), trim)
                for y0, y1 in ((0.15, 1.25), (2.45, 1.35))
            ],
        ]
    parts += [
        block((0, 3.35, 3.25), (0.95, 1.0, 0.05), (0.12, 0.09, 0.07)),
        *[box((s * 0.5, 3.85, 3.29), (0.1, 1.1, 0.04), trim) for s in (-1, 1)],
        *[box((0, y, 3.29), (1.1, 0.1, 0.04), trim) for y in (3.32, 4.38)],
        box((0, 4.75, 3.4), (0.14, 0.14, 0.7), trim),
        *[block((s * 2.6, 0, 3.25), (0.16, 3.0, 0.06), trim) for s in (-1, 1)],
    ]
    for s in (-1, 1):
        for z in (-1.8, 0.0, 1.8):
            parts += [
                box((s * 2.63, 1.7, z), (0.06, 0.8, 0.8), trim),
                box((s * 2.65, 1.7, z), (0.05, 0.64, 0.64), (0.12, 0.14, 0.17)),
            ]
            parts += [
                box((s * 2.67, 1.7, z), (0.04, 0.64, 0.05), trim),
                box((s * 2.67, 1.7, z), (0.04, 0.05, 0.64), trim),
            ]
    return concat_shapes(*parts)


@register("a red barn with white trim and a double door")
def barn(
    *, width=5.8, height=5.4, depth=7.0, paint=(0.6, 0.12, 0.09), trim=(0.95, 0.93, 0.89), roof=(0.32, 0.31, 0.31)
):
    whole = concat_shapes(
        library_call("walls", paint=paint),
        library_call("roof_part", roof=roof),
        library_call("doors", trim=trim, paint=paint),
    )
    return fitted(whole, width, height, depth)
