# /// asset
# word = "vegetable bed"
# synonyms = [
#     "raised bed", "vegetable patch", "garden bed", "raised garden bed", "vegetable plot", "raised vegetable bed", "bed of vegetables",
#     "bed of lettuce", "bed of lettuces", "bed of cabbages", "bed of carrots", "bed of tomatoes", "bed of herbs", "patch of lettuce",
#     "patch of cabbages", "patch of carrots", "patch of pumpkins", "bed of strawberries", "bed of pumpkins", "bed of salad",
#     "rows of vegetables", "row of lettuces", "rows of lettuce", "rows of cabbages", "rows of carrots", "row of carrots",
#     "row of cabbages", "vegetable garden", "row of lettuce", "rows of lettuces", "bed of leeks",
#     "bed of cabbage", "pumpkin patch", "cabbage patch", "wooden raised bed",
# ]
# category = "plants"
# support = "floor"
# colors = ["frame_paint"]
# materials = ["wood"]
# [variants.crop]
# "lettuce" = "lettuce"
# "lettuces" = "lettuce"
# "salad" = "lettuce"
# "cabbage" = "cabbage"
# "cabbages" = "cabbage"
# "carrots" = "carrot"
# "leeks" = "carrot"
# "herbs" = "carrot"
# "tomatoes" = "tomato"
# "strawberries" = "strawberry"
# "pumpkins" = "pumpkin"
# "pumpkin" = "pumpkin"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, cone, darker, ellipsoid, finish, fitted, moved, rod, rotated

TALL = ("mixed", "tomato")
LEAF, DARK = (0.4, 0.66, 0.24), (0.2, 0.45, 0.2)


@register("a plant of its kind")
def crop_plant(*, kind, turn):
    parts = []
    if kind in ("lettuce", "cabbage"):
        tone = LEAF if kind == "lettuce" else (0.45, 0.65, 0.5)
        for k in range(9):
            leaf = ellipsoid((0, 0.07, 0.07), (0.065, 0.075, 0.02), darker(tone, 0.85 + 0.08 * (k % 3)))
            parts.append(rotated(rotated(leaf, 0.5, (1, 0, 0)), 0.7 * k + turn))
        parts.append(ball((0, 0.075, 0), 0.06 if kind == "lettuce" else 0.085, darker(tone, 1.15)))
    elif kind == "carrot":
        parts.append(ellipsoid((0, 0.01, 0), (0.022, 0.03, 0.022), (0.95, 0.5, 0.1)))
        parts += [
            rotated(
                rotated(
                    ellipsoid((0, 0.13, 0), (0.014, 0.12, 0.008), darker(DARK, 1.1 + 0.1 * (k % 3))),
                    0.12 + 0.07 * k,
                    (1, 0, 0),
                ),
                1.3 * k + turn,
            )
            for k in range(7)
        ]
    elif kind == "tomato":
        parts.append(rod((0, 0, 0), (0, 0.85, 0), 0.012, (0.65, 0.48, 0.28)))
        for k in range(12):
            a, y = 2.4 * k + turn, 0.12 + 0.055 * k
            parts.append(
                ellipsoid(
                    (0.09 * math.cos(a), y, 0.09 * math.sin(a)),
                    (0.085, 0.045, 0.07),
                    darker(DARK, 0.9 + 0.15 * (k % 3)),
                )
            )
            if k % 2:
                parts.append(
                    ball(
                        (0.14 * math.cos(a + 1), y, 0.14 * math.sin(a + 1)),
                        0.032,
                        (0.88, 0.14, 0.08) if k % 4 == 1 else (0.95, 0.5, 0.15),
                        {"roughness": 0.25},
                    )
                )
    elif kind == "strawberry":
        for k in range(8):
            a = 0.785 * k + turn
            parts.append(
                ellipsoid(
                    (0.075 * math.cos(a), 0.08, 0.075 * math.sin(a)),
                    (0.05, 0.02, 0.045),
                    darker(DARK, 0.9 + 0.15 * (k % 2)),
                )
            )
            if k % 2:
                parts.append(
                    cone(
                        (0.11 * math.cos(a + 0.4), 0.055, 0.11 * math.sin(a + 0.4)),
                        (0.13 * math.cos(a + 0.4), 0.0, 0.13 * math.sin(a + 0.4)),
                        0.024,
                        (0.88, 0.1, 0.1),
                    )
                )
    else:
        parts.append(
            concat_shapes(
                *[
                    rotated(
                        ellipsoid((0.07, 0.1, 0), (0.085, 0.1, 0.06), (0.95, 0.48, 0.08), {"roughness": 0.4}), 0.785 * k
                    )
                    for k in range(8)
                ]
            )
        )
        parts.append(rod((0, 0.18, 0), (0.02, 0.25, 0), 0.016, (0.35, 0.42, 0.18)))
        parts += [
            ellipsoid((0.2 * math.cos(a + turn), 0.05, 0.2 * math.sin(a + turn)), (0.1, 0.015, 0.09), DARK)
            for a in (0.3, 2.2, 4.0)
        ]
    return concat_shapes(*parts)


@register("a framed bed of earth with close rows of vegetables")
def vegetable_bed(*, width=2.4, height=0.75, depth=1.2, frame_paint=None, wood="weathered wood", crop="mixed"):
    look = finish(wood, frame_paint)
    parts = [
        block((0, 0, 0), (2.34, 0.25, 1.14), (0.27, 0.18, 0.11), {"roughness": 1.0}),
        *[box((0, y, s * 0.58), (2.4, 0.135, 0.04), *look) for s in (-1, 1) for y in (0.07, 0.212)],
        *[box((s * 1.18, y, 0), (0.04, 0.135, 1.2), *look) for s in (-1, 1) for y in (0.07, 0.212)],
        *[block((s * 1.15, 0, t * 0.55), (0.07, 0.31, 0.07), *look) for s in (-1, 1) for t in (-1, 1)],
    ]
    kinds = ("lettuce", "carrot", "cabbage", "tomato") if crop == "mixed" else (crop,) * 4
    for row, kind in enumerate(kinds):
        z = 0.4 - 0.265 * row
        parts.append(rod((-1.12, 0.235, z), (1.12, 0.235, z), 0.05, (0.3, 0.2, 0.12), {"roughness": 1.0}))
        step = {"carrot": 0.13, "tomato": 0.37, "pumpkin": 0.45}.get(kind, 0.25)
        if kind == "pumpkin" and row % 2:
            continue
        count = int(2.15 / step)
        parts += [
            moved(library_call("crop_plant", kind=kind, turn=1.1 * i + row), ((i - (count - 1) / 2) * step, 0.26, z))
            for i in range(count)
        ]
    return fitted(concat_shapes(*parts), width, height if crop in TALL else 0.65 * height, depth)
