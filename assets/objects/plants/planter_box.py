# /// asset
# word = "planter box"
# synonyms = ["planter", "herb planter", "herb garden", "window box", "flower box", "flower planter", "herb box"]
# stands_for = [
#     "potted basil", "basil",
# ]
# category = "plants"
# support = "floor"
# colors = ["paint", "bloom"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, rod, stretched, tinted


@register("the box of planks")
def trough(*, width, depth, height, look):
    planks = [
        box((0, height * (0.17 + 0.32 * i), side * (depth - 0.018) / 2), (width, height * 0.3, 0.018), *look)
        for side in (-1, 1)
        for i in range(3)
    ]
    ends = [
        box((side * (width - 0.018) / 2, height * 0.5, 0), (0.018, height * 0.95, depth - 0.03), *look)
        for side in (-1, 1)
    ]
    posts = [
        box((x * (width / 2 - 0.02), height * 0.5, z * (depth / 2)), (0.04, height, 0.02), *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *planks, *ends, *posts, box((0, height * 0.88, 0), (width - 0.03, 0.01, depth - 0.03), *surface("soil"))
    )


@register("a tuft of herbs")
def herb(*, size, rise, leaf):
    rng = np.random.default_rng(int(size * 1e4))
    parts = []
    for _ in range(13):
        at = (rng.uniform(-0.5, 0.5) * size, rise * rng.uniform(0.4, 0.95), rng.uniform(-0.5, 0.5) * size)
        tone = tinted(leaf, rng.uniform(0.8, 1.2))
        parts += [
            ellipsoid(at, (size * 0.24, size * 0.1, size * 0.17), tone),
            rod((at[0] * 0.25, 0, at[2] * 0.25), at, size * 0.025, tinted(leaf, 0.8)),
        ]
    return concat_shapes(*parts)


@register("a flower on its stalk")
def flower(*, size, rise, bloom):
    petals = loop(
        5,
        lambda i: ellipsoid(
            (size * 0.3 * math.cos(i * 1.257), rise, size * 0.3 * math.sin(i * 1.257)),
            (size * 0.24, size * 0.1, size * 0.24),
            bloom,
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, rise, 0), size * 0.05, (0.3, 0.5, 0.2)),
        petals,
        ellipsoid((0, rise + size * 0.06, 0), (size * 0.15,) * 3, (0.97, 0.82, 0.3)),
    )


@register("a long wooden planter box full of herbs and flowers")
def planter_box(*, width=0.9, height=0.48, depth=0.28, paint=None, bloom=(0.9, 0.4, 0.5), wood="wood"):
    look, rim = finish(wood, paint), height * 0.52
    soil, rise = rim * 0.88, height - rim * 0.88
    plants = []
    for i in range(5):
        x = (i - 2) * width * 0.19
        if i % 2:
            plants += [
                place("flower", at=(x + dx * width, soil, dz * depth), size=width * 0.1, rise=rise * scale, bloom=bloom)
                for dx, dz, scale in ((0, 0.1, 0.93), (0.05, -0.2, 0.75), (-0.05, -0.15, 0.62))
            ]
        else:
            plants.append(
                place(
                    "herb",
                    at=(x, soil, 0),
                    size=width * (0.17 + 0.002 * i),
                    rise=rise * (0.95 - 0.08 * i),
                    leaf=(0.3 - 0.03 * i, 0.52, 0.2),
                )
            )
    whole = concat_shapes(
        library_call("trough", width=width * 0.995, depth=depth * 0.96, height=rim, look=look), *plants
    )
    size = compute_shape_sizes(whole)
    return stretched(whole, (1, height / size[1], depth / size[2]))
