# /// asset
# word = "tomato plant"
# synonyms = ["tomato bush", "potted tomato plant", "tomato vine", "tomatoes on the vine"]
# category = "plants"
# support = "floor"
# colors = ["fruit", "leaves", "pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, disc, ellipsoid, fitted, lathe, moved, rod, rotated, tube


@register("the pot of soil")
def pot_part(*, pot):
    return concat_shapes(
        lathe([(0.11, 0), (0.15, 0.24)], pot, {"roughness": 0.85}, slices=20),
        rod((0, 0.23, 0), (0, 0.27, 0), 0.162, pot, {"roughness": 0.85}),
        disc((0, 0.265, 0), (0.145, 0.145), 0.008, (0.26, 0.18, 0.12)),
    )


@register("a twig with its leaves")
def twig(*, length, leaves):
    tip = (length, 0.05, 0)
    parts = [tube([(0, 0, 0), (length * 0.5, 0.05, 0), tip], 0.005, darker(leaves, 0.85))]
    for i in range(4):
        x = length * (0.35 + 0.2 * i)
        for s in (-1, 1):
            leaf = ellipsoid((0, 0, 0.05), (0.026, 0.006, 0.055), darker(leaves, 0.82 + 0.08 * (i % 3)))
            parts.append(moved(rotated(rotated(leaf, 0.35, (1, 0, 0)), s * 1.0 + 0.35), (x, 0.045, s * 0.005), 0.0))
    parts.append(moved(ellipsoid((0.05, 0, 0), (0.06, 0.006, 0.03), leaves), tip, -0.4, (0, 0, 1)))
    return concat_shapes(*parts)


@register("a bunch of tomatoes")
def bunch(*, fruit, count):
    green = (0.3, 0.5, 0.18)
    parts = [tube([(0, 0, 0), (0.05, -0.01, 0), (0.075, -0.12, 0)], 0.004, green)]
    for i in range(count):
        tone = (
            fruit
            if i < count - 1
            else tuple(0.45 * f + 0.55 * g for f, g in zip(fruit, (0.55, 0.65, 0.2), strict=True))
        )
        x, y, z = 0.075 + 0.026 * ((-1) ** i), -0.035 - 0.035 * i, 0.022 * ((i % 3) - 1)
        parts.append(ellipsoid((x, y, z), (0.032, 0.029, 0.032), tone, {"roughness": 0.2}))
        parts += [
            moved(ellipsoid((0.01, 0, 0), (0.012, 0.002, 0.004), green), (x, y + 0.028, z), 2 * math.pi * k / 5)
            for k in range(5)
        ]
    return concat_shapes(*parts)


@register("a tomato plant on a stake in a pot")
def tomato_plant(
    *, width=0.6, height=1.2, depth=0.6, fruit=(0.86, 0.13, 0.08), leaves=(0.28, 0.52, 0.2), pot=(0.72, 0.4, 0.27)
):
    stem = [(0.015 * math.sin(2.0 * k), 0.27 + 0.105 * k, 0.015 * math.cos(2.3 * k)) for k in range(9)]
    parts = [
        library_call("pot_part", pot=pot),
        rod((0.02, 0.2, -0.02), (0.02, 1.2, -0.02), 0.009, (0.72, 0.56, 0.36)),
        tube(stem, 0.011, darker(leaves, 0.9)),
        ball(stem[-1], 0.014, leaves),
    ]
    for i in range(13):
        y = 0.42 + 0.056 * i
        parts.append(moved(library_call("twig", length=0.24 - 0.008 * i, leaves=leaves), (0, y, 0), 2.4 * i))
    for i, (y, turn) in enumerate(((0.62, 0.4), (0.78, 2.2), (0.92, 4.3), (0.58, 3.4), (0.85, 5.6), (1.02, 1.2))):
        parts.append(
            moved(
                library_call("bunch", fruit=fruit, count=3 + i % 2),
                (0.02 * math.cos(turn), y, -0.02 * math.sin(turn)),
                turn,
            )
        )
    parts += [rod((0.0, y, -0.03), (0.0, y, 0.03), 0.018, (0.9, 0.85, 0.7)) for y in (0.6, 0.95)]
    return fitted(concat_shapes(*parts), width, height, depth)
