# /// asset
# word = "deck chair"
# synonyms = ["deckchair", "beach chair", "folding beach chair", "canvas deck chair", "striped deck chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["canvas"]
# materials = ["wood"]
# ///
import itertools

from scene.language import *
from scene.language.modelling import beam, finish, fitted, rod


@register("the folding frame of wood")
def frame(*, wood):
    look = finish(wood)
    return concat_shapes(
        *[beam((s * 0.27, 0.02, 0.42), (s * 0.27, 0.95, -0.5), (0.03, 0.045), *look) for s in (-1, 1)],
        *[beam((s * 0.235, 0.02, -0.46), (s * 0.235, 0.42, 0.5), (0.03, 0.045), *look) for s in (-1, 1)],
        *[beam((s * 0.3, 0.02, -0.62), (s * 0.3, 0.62, -0.17), (0.025, 0.035), *look) for s in (-1, 1)],
        *[
            rod((-0.29, y, z), (0.29, y, z), 0.018, *look)
            for y, z in ((0.93, -0.49), (0.4, 0.47), (0.05, 0.4), (0.05, -0.44))
        ],
        rod((-0.31, 0.05, -0.6), (0.31, 0.05, -0.6), 0.014, *look),
    )


@register("the canvas, which sags between two bars, in stripes")
def sling(*, canvas):
    line = [(0.95, -0.49), (0.7, -0.33), (0.47, -0.16), (0.3, 0.03), (0.25, 0.2), (0.3, 0.36), (0.42, 0.47)]
    pale = (0.95, 0.94, 0.9)
    return concat_shapes(
        *[
            beam((x, y0, z0), (x, y1, z1), (0.072, 0.012), canvas if k % 2 == 0 else pale, {"roughness": 0.9})
            for k, x in enumerate(-0.21 + 0.07 * n for n in range(7))
            for (y0, z0), (y1, z1) in itertools.pairwise(line)
        ]
    )


@register("a folding deck chair with striped canvas")
def deck_chair(*, width=0.62, height=0.97, depth=1.15, canvas=(0.2, 0.42, 0.68), wood="light oak"):
    return fitted(
        concat_shapes(library_call("frame", wood=wood), library_call("sling", canvas=canvas)), width, height, depth
    )
