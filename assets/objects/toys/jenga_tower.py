# /// asset
# word = "jenga tower"
# synonyms = [
#     "jenga", "jenga set", "set of jenga", "jenga game", "wobbly tower", "tumbling tower", "stacking tower game",
#     "jenga blocks", "tower of jenga", "game of jenga",
# ]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved

LONG, WIDE, THICK = 0.075, 0.025, 0.015
MISSING = {(4, 1), (7, 0), (9, 2), (11, 1), (12, 0), (14, 1)}
"""Layer and place of the blocks that have been drawn."""


@register("a tower of crossed wooden blocks with some drawn out")
def jenga_tower(*, width=0.13, height=0.315, depth=0.1, paint=None, wood="beech"):
    color, stuff = finish(wood, paint)
    blocks = []
    for layer in range(18):
        for k in (-1, 0, 1):
            if (layer, k + 1) in MISSING:
                continue
            tone = darker(color, 0.84 + 0.04 * ((layer * 5 + k * 3) % 5))
            out = 0.012 if (layer * 7 + k) % 11 == 3 else 0.0
            across = (k * WIDE, out) if layer % 2 else (out, k * WIDE)
            size = (WIDE * 0.965, THICK * 0.96, LONG) if layer % 2 else (LONG, THICK * 0.96, WIDE * 0.965)
            blocks.append(box((across[0], THICK * (layer + 0.5), across[1]), size, tone, stuff))
    for k, turn in enumerate((0.2, 0.5)):
        loose = box((0, THICK * (18.5), 0), (LONG, THICK * 0.96, WIDE * 0.965), darker(color, 0.9 + 0.05 * k), stuff)
        blocks.append(moved(loose, (0, 0, -0.012 + 0.026 * k), 0.04 * turn))
    fallen = [
        moved(box((0, THICK / 2, 0), (LONG, THICK * 0.96, WIDE), darker(color, 0.92), stuff), at, turn)
        for at, turn in (((0.075, 0, 0.03), 0.9), ((0.07, 0, -0.035), -0.4))
    ]
    return fitted(concat_shapes(*blocks, *fallen), width, height, depth)
