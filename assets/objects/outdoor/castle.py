# /// asset
# word = "castle"
# synonyms = [
#     "medieval castle", "fairy tale castle", "stone castle", "knight's castle", "fortress", "castle with towers",
#     "castles", "castle building", "palace building",
# ]
# stands_for = ["palace", "citadel"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 2.0}
# colors = ["stone", "roof"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, cone, darker, fitted, moved, rod, rotated, tinted

DARK, WOOD = (0.09, 0.09, 0.1), (0.38, 0.25, 0.15)
HALF, WALL = 3.6, 3.2
"""Metres: half the side of the square of walls, and their height."""


@register("battlements along a wall")
def battlements(*, length, stone):
    count = int(length / 0.62)
    return concat_shapes(
        *[
            block((length * ((k + 0.5) / count - 0.5), 0, 0), (0.36, 0.42, 0.4), stone, {"roughness": 0.95})
            for k in range(count)
        ]
    )


@register("courses of stones that stand out of a wall")
def stones(*, length, high, stone):
    parts = []
    for k in range(int(high / 0.42)):
        for i in range(int(length / 1.1)):
            if (7 * k + 3 * i) % 4 == 0:
                x = length * ((i + 0.5 + 0.25 * (k % 2)) / int(length / 1.1) - 0.5)
                parts.append(
                    box(
                        (x, 0.3 + 0.42 * k, 0),
                        (0.5, 0.24, 0.04),
                        tinted(stone, 0.86 + 0.05 * (k % 4)),
                        {"roughness": 0.95},
                    )
                )
    return concat_shapes(*parts)


@register("a wall with its battlements")
def wall(*, stone):
    return concat_shapes(
        block((0, 0, 0), (2 * HALF, WALL, 0.7), stone, {"roughness": 0.95}),
        moved(library_call("stones", length=2 * HALF - 1.6, high=WALL - 0.3, stone=stone), (0, 0, 0.35)),
        moved(library_call("battlements", length=2 * HALF - 1.8, stone=stone), (0, WALL, 0.15)),
    )


@register("a round tower with a pointed roof and a flag")
def tower(*, radius, high, stone, roof):
    teeth = 10
    parts = [
        rod((0, 0, 0), (0, high, 0), radius, stone, {"roughness": 0.95}),
        rod((0, high - 0.35, 0), (0, high + 0.15, 0), radius + 0.14, tinted(stone, 1.05), {"roughness": 0.95}),
        cone((0, high + 0.15, 0), (0, high + 0.15 + 2.1 * radius, 0), radius + 0.1, roof, {"roughness": 0.8}),
        rod((0, high + 2.1 * radius, 0), (0, high + 2.1 * radius + 0.9, 0), 0.03, DARK),
        box((0.28, high + 2.1 * radius + 0.72, 0), (0.5, 0.3, 0.02), darker(roof, 0.85)),
    ]
    for k in range(teeth):
        angle = 2 * math.pi * k / teeth
        slit = rotated(box((0, 0, radius), (0.14, 0.55, 0.06), DARK), angle)
        if k % 2 == 0:
            parts += [moved(slit, (0, y, 0)) for y in (0.45 * high, 0.8 * high)]
    return concat_shapes(*parts)


@register("the gate: two towers, an arch, a portcullis and a drawbridge")
def gate(*, stone, roof):
    arch = [
        rotated(
            box((0, 1.0, 0), (0.34, 0.3, 0.12), tinted(stone, 0.8), {"roughness": 0.95}),
            math.pi * (k / 8 - 0.5),
            (0, 0, 1),
        )
        for k in range(9)
    ]
    bars = [box((-0.72 + 0.24 * k, 1.2, 0.1), (0.06, 2.4, 0.06), DARK) for k in range(7)]
    bars += [box((0, 0.4 + 0.5 * k, 0.1), (1.6, 0.06, 0.06), DARK) for k in range(4)]
    return concat_shapes(
        box((0, 1.2, 0.04), (1.7, 2.4, 0.06), (0.14, 0.12, 0.1)),
        *[moved(part, (0, 1.55, 0.1)) for part in arch],
        *bars,
        block((0, 0, 1.15), (1.7, 0.1, 2.1), WOOD),
        *[box((0, 0.105, 0.3 + 0.3 * k), (1.7, 0.02, 0.03), darker(WOOD, 0.6)) for k in range(7)],
        *[
            moved(library_call("tower", radius=0.62, high=4.3, stone=stone, roof=roof), (s * 1.5, 0, -0.05))
            for s in (-1, 1)
        ],
    )


@register("a castle of stone with towers, battlements, a keep and a gate")
def castle(*, width=9.6, height=9.0, depth=10.6, stone=(0.66, 0.64, 0.6), roof=(0.32, 0.38, 0.55)):
    turns = (0.0, math.pi / 2, math.pi, 3 * math.pi / 2)
    walls = [rotated(moved(library_call("wall", stone=stone), (0, 0, HALF)), turn) for turn in turns]
    towers = [
        moved(
            library_call("tower", radius=1.0, high=4.8, stone=tinted(stone, 0.97), roof=roof), (sx * HALF, 0, sz * HALF)
        )
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    keep = concat_shapes(
        block((0, 0, 0), (3.0, 5.4, 2.8), tinted(stone, 1.04), {"roughness": 0.95}),
        *[moved(library_call("battlements", length=3.0, stone=stone), (0, 5.4, s * 1.25)) for s in (-1, 1)],
        *[box((x, 4.3, 1.41), (0.34, 0.9, 0.04), DARK) for x in (-0.8, 0.0, 0.8)],
        moved(library_call("tower", radius=0.75, high=6.4, stone=stone, roof=roof), (-1.3, 0, -1.2)),
    )
    whole = concat_shapes(
        *walls,
        *towers,
        moved(keep, (0, 0, -0.9)),
        moved(library_call("gate", stone=stone, roof=roof), (0, 0, HALF + 0.36)),
    )
    return fitted(whole, width, height, depth)
