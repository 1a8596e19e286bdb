# /// asset
# word = "rubik's cube"
# synonyms = ["rubiks cube", "rubik cube", "magic cube", "puzzle cube", "twisty puzzle"]
# stands_for = ["fidget cube"]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated

COLORS = (
    (0.9, 0.1, 0.1),
    (0.98, 0.55, 0.05),
    (0.95, 0.95, 0.95),
    (0.98, 0.85, 0.1),
    (0.05, 0.55, 0.2),
    (0.08, 0.25, 0.75),
)


@register("a layer of nine small cubes")
def layer(*, mix, top, paint):
    rng = np.random.default_rng(mix)
    gloss, cell, parts = {"roughness": 0.2}, 0.019, []
    for x in (-1, 0, 1):
        for z in (-1, 0, 1):
            parts.append(box((x * cell, 0, z * cell), (cell * 0.96,) * 3, paint, gloss))
            if top:
                tone = COLORS[int(rng.integers(6))]
                parts.append(box((x * cell, cell * 0.485, z * cell), (cell * 0.82, 0.0008, cell * 0.82), tone, gloss))
    for k in range(4):
        for x in (-1, 0, 1):
            tone = COLORS[int(rng.integers(6))]
            sticker = box((x * cell, 0, 1.485 * cell), (cell * 0.82, cell * 0.82, 0.0008), tone, gloss)
            parts.append(rotated(sticker, k * math.pi / 2))
    return concat_shapes(*parts)


@register("a puzzle cube of coloured squares with its top layer half turned")
def rubiks_cube(*, width=0.066, height=0.057, depth=0.066, paint=(0.05, 0.05, 0.06)):
    cell = 0.019
    layers = [
        moved(
            library_call("layer", mix=3 + k, top=k == 2, paint=paint), (0, cell * (k + 0.5), 0), 0.42 if k == 2 else 0.0
        )
        for k in range(3)
    ]
    whole = concat_shapes(*layers, rod((0, 0.01, 0), (0, 0.05, 0), 0.015, paint))
    return fitted(whole, width, height, depth)
