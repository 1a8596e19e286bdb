# /// asset
# word = "tree"
# synonyms = [
#     "deciduous tree", "oak tree", "maple tree", "garden tree", "broadleaf tree", "beech tree", "elm tree",
#     "ash tree", "big tree", "tall tree",
# ]
# stands_for = ["birch tree", "willow tree"]
# category = "outdoor"
# support = "floor"
# colors = ["leaf", "bark"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, lathe, moved, rod, tinted


@register("the trunk with its boughs and roots")
def trunk(*, height, radius, bark):
    look = (bark, {"roughness": 0.95})
    roots = loop(
        5,
        lambda i: rod(
            (0, height * 0.08, 0),
            (radius * 2.1 * math.cos(i * 1.257), 0, radius * 2.1 * math.sin(i * 1.257)),
            radius * 0.45,
            *look,
        ),
    )
    boughs = [
        rod(
            (0, height * y, 0),
            (reach * height * math.cos(a), height * top, reach * height * math.sin(a)),
            radius * 0.42,
            *look,
        )
        for y, reach, top, a in (
            (0.6, 0.5, 1.15, 0.4),
            (0.65, 0.45, 1.2, 2.5),
            (0.7, 0.45, 1.2, 4.5),
            (0.5, 0.35, 0.95, 3.6),
        )
    ]
    return concat_shapes(
        lathe(
            [
                (radius * 1.5, 0),
                (radius * 1.05, height * 0.1),
                (radius * 0.85, height * 0.6),
                (radius * 0.6, height * 1.25),
            ],
            *look,
            slices=18,
        ),
        roots,
        *boughs,
    )


@register("the crown of leaf clumps")
def crown(*, radius, rise, leaf):
    rng = np.random.default_rng(11)
    clumps = [
        ellipsoid(
            (0, rise * 0.5, 0),
            (radius * 0.7, rise * 0.46, radius * 0.7),
            darker(leaf, 0.8),
            {"roughness": 0.98},
        )
    ]
    for i in range(34):
        y = -0.75 + 1.6 * (i + 0.5) / 34
        ring, a = math.sqrt(max(0.05, 1 - y * y)), i * 2.4
        size = rng.uniform(0.24, 0.34)
        bright = 0.97 + 0.15 * y + rng.uniform(-0.08, 0.08)
        shade = tinted(leaf, bright)
        clumps.append(
            ellipsoid(
                (radius * 0.72 * ring * math.cos(a), rise * (0.5 + 0.38 * y), radius * 0.72 * ring * math.sin(a)),
                (radius * size, radius * size * 0.85, radius * size),
                shade,
                {"roughness": 0.98},
            )
        )
    return concat_shapes(*clumps)


@register("a leafy tree with a spreading crown")
def tree(*, width=3.2, height=4.5, leaf=(0.27, 0.5, 0.18), bark=(0.36, 0.26, 0.17)):
    stem = height * 0.38
    whole = concat_shapes(
        library_call("trunk", height=stem, radius=height * 0.035, bark=bark),
        moved(library_call("crown", radius=width / 2, rise=height - stem * 0.82, leaf=leaf), (0, stem * 0.82, 0)),
    )
    return fitted(whole, width, height, width)
