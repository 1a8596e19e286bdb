# /// asset
# word = "sandwich board"
# synonyms = [
#     "a-frame sign", "chalkboard sign", "menu stand", "pavement sign", "sidewalk sign", "menu board sign",
#     "standing sign", "a-frame chalkboard", "standing menu",
# ]
# stands_for = ["for sale sign"]
# category = "shop"
# support = "floor"
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rotated


@register("one board in its frame")
def leaf_board(*, wood):
    look = surface(wood)
    lines = [
        box(
            (0, 0.8 - 0.09 * i, 0.021),
            (0.34 - 0.06 * (i % 3), 0.014, 0.002),
            (0.95, 0.94, 0.9) if i else (0.95, 0.8, 0.4),
        )
        for i in range(7)
    ]
    return concat_shapes(
        box((0, 0.56, 0.01), (0.5, 0.86, 0.016), (0.1, 0.11, 0.11), {"roughness": 0.9}),
        *[box((s * 0.275, 0.54, 0.01), (0.05, 1.08, 0.03), *look) for s in (-1, 1)],
        *[box((0, y, 0.01), (0.6, 0.06, 0.03), *look) for y in (0.1, 1.03)],
        *lines,
    )


@register("a folding chalkboard sign")
def sandwich_board(*, width=0.6, height=1.05, depth=0.6, wood="oak"):
    front_leaf = moved(library_call("leaf_board", wood=wood), (0, 0, 0.24), -0.22, (1, 0, 0))
    whole = concat_shapes(front_leaf, rotated(front_leaf, math.pi))
    return fitted(whole, width, height, depth)
