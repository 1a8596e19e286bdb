# /// asset
# word = "bongos"
# synonyms = ["bongo", "bongo drums", "bongo drum", "pair of bongos"]
# stands_for = ["cajon", "tabla"]
# category = "music"
# support = "floor"
# colors = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, hoop, lathe, moved, rod, rotated


@register("one of the drums")
def bongo_drum(*, radius, wood):
    chrome = surface("chrome")
    lugs = [
        rotated(
            concat_shapes(
                rod((radius * 1.03, 0.06, 0), (radius * 1.05, 0.165, 0), 0.0035, *chrome),
                box((radius * 1.0, 0.06, 0), (0.016, 0.02, 0.016), *chrome),
            ),
            2 * math.pi * (k + 0.5) / 5,
        )
        for k in range(5)
    ]
    return concat_shapes(
        lathe(
            [(radius * 0.82, 0.0), (radius * 0.88, 0.06), (radius * 0.95, 0.14), (radius * 0.96, 0.168)],
            wood,
            {"roughness": 0.25},
            slices=40,
        ),
        *[
            rod((0, y, 0), (0, y + 0.012, 0), radius * r, darker(wood, 0.6), {"roughness": 0.3})
            for y, r in ((0.004, 0.85), (0.048, 0.89))
        ],
        rod((0, 0.165, 0), (0, 0.176, 0), radius * 0.97, (0.94, 0.9, 0.8), {"roughness": 0.75}),
        moved(hoop(radius * 1.01, 0.006, *chrome, parts=44), (0, 0.168, 0)),
        *lugs,
    )


@register("a pair of bongos joined side by side")
def bongos(*, width=0.4, height=0.178, depth=0.215, wood=(0.6, 0.3, 0.13)):
    whole = concat_shapes(
        moved(library_call("bongo_drum", radius=0.088, wood=wood), (-0.1, 0, 0)),
        moved(library_call("bongo_drum", radius=0.1, wood=wood), (0.108, 0, 0)),
        box((-0.002, 0.085, 0), (0.06, 0.06, 0.045), darker(wood, 0.6), {"roughness": 0.3}),
    )
    return fitted(whole, width, height, depth)
