# /// asset
# word = "flower bed"
# synonyms = ["flowerbed", "bed of flowers", "flower border", "flower patch", "garden bed of flowers", "tulip bed"]
# category = "plants"
# support = "floor"
# colors = ["first", "second", "third", "stones"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, darker, ellipsoid, fitted, moved, rod, rotated


@register("the soil in its border of stones")
def soil_part(*, stones):
    parts = [block((0, 0, 0), (1.9, 0.1, 0.9), (0.29, 0.2, 0.14), {"roughness": 0.98})]
    parts += [
        ellipsoid(
            (1.8 * math.sin(7.1 * i) * 0.48, 0.1, 0.8 * math.sin(3.3 * i + 1) * 0.48),
            (0.06, 0.022, 0.05),
            darker((0.33, 0.23, 0.16), 0.85 + 0.05 * (i % 4)),
        )
        for i in range(24)
    ]
    for i in range(13):
        x = (i - 6) * 0.158
        parts += [
            ellipsoid(
                (x, 0.06, s * 0.46),
                (0.088, 0.075 + 0.012 * math.sin(3 * i), 0.065),
                darker(stones, 0.84 + 0.05 * ((i + s) % 4)),
            )
            for s in (-1, 1)
        ]
    for i in range(6):
        z = (i - 2.5) * 0.155
        parts += [
            ellipsoid((s * 0.97, 0.06, z), (0.065, 0.075, 0.085), darker(stones, 0.84 + 0.05 * ((i + 2 * s) % 4)))
            for s in (-1, 1)
        ]
    return concat_shapes(*parts)


@register("a daisy")
def daisy(*, tone, tall):
    petals = [
        rotated(
            moved(ellipsoid((0.028, 0, 0), (0.024, 0.005, 0.0115), tone), (0, tall, 0), 0.2, (0, 0, 1)),
            2 * math.pi * i / 8,
        )
        for i in range(8)
    ]
    return concat_shapes(
        rod((0, 0.08, 0), (0, tall, 0), 0.005, (0.3, 0.5, 0.2)),
        *petals,
        ellipsoid((0, tall + 0.004, 0), (0.014, 0.01, 0.014), (0.95, 0.75, 0.15)),
    )


@register("a tulip")
def tulip(*, tone, tall):
    cup = [
        rotated(
            ellipsoid((0.015, tall + 0.022, 0), (0.016, 0.036, 0.02), darker(tone, 0.9 + 0.05 * (i % 3))),
            2 * math.pi * i / 5,
        )
        for i in range(5)
    ]
    leaves = [
        rotated(
            moved(ellipsoid((0, 0.08, 0), (0.022, 0.1, 0.006), (0.28, 0.5, 0.24)), (0.02, 0.07, 0), -0.28, (0, 0, 1)), a
        )
        for a in (0.4, 3.4)
    ]
    return concat_shapes(rod((0, 0.08, 0), (0, tall, 0), 0.006, (0.32, 0.52, 0.24)), *cup, *leaves)


@register("a leafy clump with round blossoms")
def clump(*, tone):
    leaves = [
        rotated(
            moved(
                ellipsoid((0.05, 0, 0), (0.06, 0.008, 0.026), darker((0.27, 0.48, 0.2), 0.8 + 0.07 * (i % 4))),
                (0, 0.13 + 0.012 * (i % 3), 0),
                0.35,
                (0, 0, 1),
            ),
            2.4 * i,
        )
        for i in range(9)
    ]
    heads = [
        ball(
            (0.05 * math.cos(2.4 * i), 0.2 + 0.02 * (i % 3), 0.05 * math.sin(2.4 * i)),
            0.026,
            darker(tone, 0.88 + 0.06 * (i % 3)),
            {"roughness": 0.9},
        )
        for i in range(5)
    ]
    return concat_shapes(*leaves, *heads, ellipsoid((0, 0.12, 0), (0.07, 0.05, 0.07), (0.22, 0.4, 0.17)))


@register("a bed of flowers with a border of stones")
def flower_bed(
    *,
    width=2.05,
    height=0.42,
    depth=1.03,
    first=(0.9, 0.2, 0.28),
    second=(0.98, 0.98, 0.96),
    third=(0.55, 0.3, 0.75),
    stones=(0.62, 0.6, 0.56),
):
    parts = [library_call("soil_part", stones=stones)]
    for i in range(11):
        x = (i - 5) * 0.165
        parts.append(
            moved(
                library_call("tulip", tone=first if i % 2 else (0.98, 0.78, 0.2), tall=0.31 + 0.02 * math.sin(3 * i)),
                (x, 0, -0.29 + 0.02 * math.sin(5 * i)),
                i,
            )
        )
        parts.append(moved(library_call("clump", tone=third), (x, 0, 0.0 + 0.03 * math.sin(4 * i)), 1.7 * i))
        parts.append(
            moved(library_call("daisy", tone=second, tall=0.19 + 0.02 * math.sin(2 * i)), (x + 0.05, 0, 0.22), i)
        )
        parts.append(
            moved(library_call("daisy", tone=second, tall=0.16 + 0.02 * math.cos(2 * i)), (x - 0.03, 0, 0.32), i)
        )
    return fitted(concat_shapes(*parts), width, height, depth)
