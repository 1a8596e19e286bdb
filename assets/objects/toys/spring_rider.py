# /// asset
# word = "spring rider"
# synonyms = ["spring horse", "spring rocker", "playground rocker", "bouncy horse", "spring toy", "rocking spring animal"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "saddle"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, darker, disc, ellipsoid, fitted, moved, pad, rod, tube


@register("the coiled spring on its plate")
def spring():
    points = []
    for i in range(7 * 14 + 1):
        a = 2 * math.pi * i / 14
        points.append((0.1 * math.cos(a), 0.04 + 0.3 * i / 98, 0.1 * math.sin(a)))
    look = ((0.2, 0.21, 0.23), {"metallic": 0.6, "roughness": 0.4})
    return concat_shapes(
        disc((0, 0, 0), (0.2, 0.2), 0.03, (0.3, 0.31, 0.33)),
        tube(points, 0.016, *look),
        disc((0, 0.335, 0), (0.14, 0.14), 0.02, *look),
    )


@register("the horse cut out of two boards")
def horse(*, paint, saddle):
    gloss = {"roughness": 0.35}
    parts = []
    for s in (-1, 1):
        x = s * 0.11
        parts.append(moved(ellipsoid((0, 0.52, 0), (0.022, 0.16, 0.32), paint, gloss), (x, 0, 0)))
        parts.append(moved(ellipsoid((0, 0, 0), (0.021, 0.22, 0.11), paint, gloss), (x, 0.68, 0.26), 0.5, (1, 0, 0)))
        parts.append(moved(ellipsoid((0, 0, 0), (0.022, 0.085, 0.17), paint, gloss), (x, 0.83, 0.38), 0.45, (1, 0, 0)))
        parts.append(ellipsoid((x, 0.94, 0.29), (0.018, 0.055, 0.026), paint, gloss))
        parts.append(
            moved(
                ellipsoid((0, 0, 0), (0.019, 0.15, 0.05), darker(saddle, 0.8), gloss), (x, 0.5, -0.34), 0.5, (1, 0, 0)
            )
        )
        parts += [
            ellipsoid((x, 0.9 - 0.07 * k, 0.2 - 0.03 * k), (0.024, 0.055, 0.05), darker(saddle, 0.8), gloss)
            for k in range(4)
        ]
        parts.append(ball((x + s * 0.014, 0.86, 0.37), 0.022, (0.97, 0.97, 0.97)))
        parts.append(ball((x + s * 0.026, 0.86, 0.375), 0.013, (0.04, 0.04, 0.05)))
        parts.append(ellipsoid((x + s * 0.016, 0.78, 0.49), (0.008, 0.012, 0.014), (0.1, 0.08, 0.08)))
        parts.append(rod((x, 0.37, 0.1), (x, 0.45, 0.1), 0.03, darker(paint, 0.7)))
    return concat_shapes(*parts)


@register("the seat, the grips and the foot rests")
def seat(*, saddle):
    return concat_shapes(
        pad((0, 0.58, -0.06), (0.26, 0.07, 0.34), saddle),
        block((0, 0.36, 0), (0.24, 0.04, 0.34), darker(saddle, 0.6)),
        block((0, 0.38, -0.06), (0.2, 0.22, 0.24), darker(saddle, 0.7)),
        rod((-0.24, 0.78, 0.22), (0.24, 0.78, 0.22), 0.016, (0.15, 0.15, 0.16)),
        *[rod((s * 0.15, 0.78, 0.22), (s * 0.25, 0.78, 0.22), 0.023, (0.95, 0.75, 0.15)) for s in (-1, 1)],
        rod((-0.25, 0.4, 0.16), (0.25, 0.4, 0.16), 0.016, (0.15, 0.15, 0.16)),
        *[rod((s * 0.15, 0.4, 0.16), (s * 0.25, 0.4, 0.16), 0.023, (0.95, 0.75, 0.15)) for s in (-1, 1)],
    )


@register("a horse to ride on a big spring")
def spring_rider(*, width=0.52, height=0.99, depth=0.98, paint=(0.9, 0.5, 0.15), saddle=(0.75, 0.12, 0.12)):
    whole = concat_shapes(
        library_call("spring"), library_call("horse", paint=paint, saddle=saddle), library_call("seat", saddle=saddle)
    )
    return fitted(whole, width, height, depth)
