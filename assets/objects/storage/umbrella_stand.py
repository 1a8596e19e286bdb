# /// asset
# word = "umbrella stand"
# synonyms = ["umbrella holder", "umbrella rack", "cane stand", "umbrella basket", "stand of umbrellas", "empty umbrella stand"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# [variants]
# umbrellas = {"empty" = false}
# height = {"empty" = 0.51}
# ///
import math

from scene.language import *
from scene.language.modelling import arc, darker, ellipsoid, fitted, moved, rod, rotated, round_wall, tube


@register("the pierced stand")
def stand_part(*, paint):
    bars = loop(
        18,
        lambda i: rod(
            (0.115 * math.cos(i * math.pi / 9), 0.01, 0.115 * math.sin(i * math.pi / 9)),
            (0.115 * math.cos(i * math.pi / 9), 0.5, 0.115 * math.sin(i * math.pi / 9)),
            0.005,
            paint,
            {"roughness": 0.4},
        ),
    )
    rings = [round_wall((0.122, y), (0.122, y + 0.022), 0.01, paint, {"roughness": 0.4}) for y in (0, 0.24, 0.485)]
    return concat_shapes(rod((0, 0, 0), (0, 0.015, 0), 0.12, darker(paint, 0.8)), bars, *rings)


@register("a closed umbrella")
def umbrella_part(*, tone):
    folds = loop(
        8,
        lambda i: rotated(
            ellipsoid((0.014, 0.36, 0), (0.014, 0.26, 0.008), tone if i % 2 else darker(tone, 0.8), {"roughness": 0.7}),
            i * math.pi / 4,
        ),
    )
    crook = [(x, y, 0) for x, y in arc(0.032, 0, math.pi, 9, (-0.032, 0.8))]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.72, 0), 0.005, *surface("steel")),
        folds,
        tube([(0, 0.66, 0), *crook], 0.009, *surface("walnut")),
    )


@register("a stand with two umbrellas")
def umbrella_stand(*, width=0.26, height=0.86, depth=0.26, paint=(0.16, 0.16, 0.17), umbrellas=True):
    stand = library_call("stand_part", paint=paint)
    if not umbrellas:
        return fitted(stand, width, height, depth)
    whole = concat_shapes(
        stand,
        moved(rotated(library_call("umbrella_part", tone=(0.7, 0.12, 0.14)), 0.1, (0, 0, 1)), (0.05, 0.016, 0.02)),
        moved(
            rotated(library_call("umbrella_part", tone=(0.14, 0.2, 0.36)), -0.09, (0, 0, 1)),
            (-0.04, 0.016, -0.03),
            0.5,
        ),
    )
    return fitted(whole, width, height, depth)
