# /// asset
# word = "wishing well"
# synonyms = ["well", "stone well", "water well", "garden well", "draw well"]
# category = "outdoor"
# support = "floor"
# colors = ["stone_color", "roof"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, finish, fitted, hoop, lathe, moved, rod, rotated, tinted, tube


@register("the round wall of stones with water in it")
def wall(*, stone_color):
    rng = np.random.default_rng(2)
    stones = []
    for row in range(4):
        for i in range(18):
            a = 2 * math.pi * (i + 0.5 * (row % 2)) / 18
            block = box(
                (0, 0, 0), (0.2, 0.155, 0.155), tinted(stone_color, rng.uniform(0.78, 1.15)), {"roughness": 0.95}
            )
            stones.append(moved(block, (0.5 * math.sin(a), 0.08 + 0.165 * row, 0.5 * math.cos(a)), a))
    rim = []
    for i in range(18):
        a = 2 * math.pi * i / 18
        block = box((0, 0, 0), (0.2, 0.06, 0.22), tinted(stone_color, 1.2), {"roughness": 0.9})
        rim.append(moved(block, (0.5 * math.sin(a), 0.69, 0.5 * math.cos(a)), a))
    return concat_shapes(
        rod((0, 0.02, 0), (0, 0.46, 0), 0.45, (0.16, 0.34, 0.45), {"roughness": 0.05}),
        *[
            rotated(box((0, 0.33, 0.5), (0.182, 0.64, 0.12), tinted(stone_color, 0.55)), 2 * math.pi * i / 18)
            for i in range(18)
        ],
        *stones,
        *rim,
    )


@register("the posts and the shingled roof")
def roof_part(*, look, roof):
    shingles = []
    slope = math.atan2(0.45, 0.55)
    for z in (-1, 1):
        for k in range(4):
            board = box(
                (0, 0.012 * (k % 2 == 0), 0), (1.6, 0.028, 0.2), tinted(roof, 0.85 + 0.1 * k), {"roughness": 0.9}
            )
            at = (0, 1.6 + 0.116 * k, z * (0.53 - 0.142 * k))
            shingles.append(moved(board, at, z * slope, (1, 0, 0)))
    gables = [
        beam((x * 0.62, 1.56, z * 0.5), (x * 0.62, 2.0, 0), (0.05, 0.05), *look) for x in (-1, 1) for z in (-1, 1)
    ]
    posts = [box((s * 0.62, 1.02, 0), (0.09, 1.92, 0.09), *look) for s in (-1, 1)]
    return concat_shapes(
        *posts, *gables, *shingles, beam((-0.8, 2.03, 0), (0.8, 2.03, 0), (0.06, 0.06), tinted(roof, 0.7))
    )


@register("the winch with rope and bucket")
def winch(*, look):
    rope, iron = surface("rope"), surface("iron")
    coils = [hoop(0.062, 0.018, *rope, center=(0.04 * (i - 2), 1.25, 0), axis=(1, 0, 0), parts=14) for i in range(5)]
    bucket = lathe([(0.085, 0.86), (0.115, 1.04)], *look, slices=10)
    return concat_shapes(
        rod((-0.7, 1.25, 0), (0.74, 1.25, 0), 0.045, *look),
        tube([(0.74, 1.25, 0), (0.76, 1.25, 0), (0.76, 1.1, 0.06), (0.88, 1.1, 0.06)], 0.016, *iron),
        *coils,
        rod((0, 1.13, 0.062), (0, 1.25, 0.062), 0.014, *rope),
        moved(
            concat_shapes(
                bucket,
                *[hoop(r, 0.008, *iron, center=(0, y, 0), parts=28) for y, r in ((0.89, 0.092), (1.01, 0.112))],
                tube(
                    [(-0.115, 1.03, 0), (-0.07, 1.12, 0), (0, 1.14, 0), (0.07, 1.12, 0), (0.115, 1.03, 0)], 0.007, *iron
                ),
            ),
            (0, 0, 0.062),
        ),
    )


@register("a round stone well with a roof, a winch and a bucket on its rope")
def wishing_well(
    *, width=1.7, height=2.05, depth=1.3, stone_color=(0.6, 0.58, 0.55), roof=(0.5, 0.2, 0.15), wood="oak"
):
    look = finish(wood)
    whole = concat_shapes(
        library_call("wall", stone_color=stone_color),
        library_call("roof_part", look=look, roof=roof),
        library_call("winch", look=look),
    )
    return fitted(whole, width, height, depth)
