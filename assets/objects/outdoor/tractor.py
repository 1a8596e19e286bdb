# /// asset
# word = "tractor"
# synonyms = ["farm tractor", "tractors", "garden tractor", "toy tractor", "model tractor"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "rims"]
# [variants.width]
# "model" = 0.125
# "toy" = 0.125
# [variants.height]
# "model" = 0.155
# "toy" = 0.155
# [variants.depth]
# "model" = 0.22
# "toy" = 0.22
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod, rotated

BLACK = ((0.07, 0.07, 0.075), {"roughness": 0.8})
GLASS = ((0.7, 0.82, 0.88), {"opacity": 0.35, "roughness": 0.05})


@register("a wheel with its lugs, its axle along x")
def wheel(*, radius, wide, rims):
    lugs = loop(
        18,
        lambda i: rotated(
            moved(box((0, 0, 0), (wide * 1.02, radius * 0.09, radius * 0.1), *BLACK), (0, radius * 0.985, 0)),
            2 * math.pi * i / 18,
            (1, 0, 0),
        ),
    )
    return concat_shapes(
        rod((-wide / 2, 0, 0), (wide / 2, 0, 0), radius * 0.96, *BLACK),
        lugs,
        rod((-wide * 0.51, 0, 0), (wide * 0.51, 0, 0), radius * 0.55, rims, {"roughness": 0.4}),
        rod((-wide * 0.53, 0, 0), (wide * 0.53, 0, 0), radius * 0.42, darker(rims, 0.8), {"roughness": 0.4}),
        rod((-wide * 0.58, 0, 0), (wide * 0.58, 0, 0), radius * 0.14, (0.2, 0.2, 0.21)),
    )


@register("the bonnet with grille, lamps and exhaust")
def engine_part(*, paint):
    gloss = {"roughness": 0.3}
    return concat_shapes(
        block((0, 0.75, 0.95), (0.62, 0.5, 1.5), paint, gloss),
        rod((0, 1.22, 0.2), (0, 1.22, 1.68), 0.24, paint, gloss),
        block((0, 0.78, 1.7), (0.5, 0.52, 0.04), (0.1, 0.1, 0.1)),
        *[box((0, 0.86 + 0.075 * i, 1.725), (0.44, 0.02, 0.01), (0.4, 0.4, 0.42)) for i in range(6)],
        *[rod((s * 0.27, 1.28, 1.66), (s * 0.27, 1.28, 1.75), 0.075, (0.95, 0.93, 0.82)) for s in (-1, 1)],
        block((0, 0.5, 0.75), (0.34, 0.3, 1.7), (0.15, 0.15, 0.16)),
        rod((0.2, 1.35, 0.85), (0.2, 2.15, 0.85), 0.04, (0.2, 0.2, 0.21)),
        rod((0.2, 1.5, 0.85), (0.2, 1.85, 0.85), 0.065, (0.2, 0.2, 0.21)),
        rod((-0.75, 0.5, 1.35), (0.75, 0.5, 1.35), 0.06, (0.15, 0.15, 0.16)),
    )


@register("the cab over the rear wheels with seat and steering wheel")
def cab(*, paint):
    posts = [
        rod((s * x, 1.0, z), (s * 0.5, 2.42, z2), 0.03, *BLACK)
        for s in (-1, 1)
        for x, z, z2 in ((0.5, 0.15, 0.0), (0.52, -1.05, -0.95))
    ]
    guards = [
        rotated(block((s * 0.78, 0.86, 0), (0.5, 0.05, 0.42), paint, {"roughness": 0.3}), a, (1, 0, 0))
        for s in (-1, 1)
        for a in (-0.95, -0.45, 0.05, 0.55)
    ]
    return concat_shapes(
        block((0, 0.6, -0.45), (0.98, 0.4, 1.2), darker(paint, 0.8)),
        block((0, 0.98, -0.62), (0.44, 0.12, 0.42), *BLACK),
        block((0, 1.08, -0.84), (0.44, 0.45, 0.1), *BLACK),
        rod((0, 1.0, -0.05), (0, 1.32, -0.22), 0.025, *BLACK),
        moved(rod((0, 0, 0), (0, 0.03, 0), 0.19, *BLACK), (0, 1.32, -0.24), -0.5, (1, 0, 0)),
        *posts,
        block((0, 2.4, -0.5), (1.16, 0.1, 1.3), paint, {"roughness": 0.3}),
        box((0, 1.75, 0.08), (0.92, 1.2, 0.01), *GLASS),
        box((0, 1.75, -1.0), (0.92, 1.2, 0.01), *GLASS),
        moved(concat_shapes(*guards), (0, 0.72, -0.6)),
    )


@register("a farm tractor with large rear wheels and a cab")
def tractor(*, width=2.1, height=2.6, depth=3.7, paint=(0.75, 0.1, 0.08), rims=(0.95, 0.8, 0.15)):
    rear = library_call("wheel", radius=0.78, wide=0.44, rims=rims)
    front = library_call("wheel", radius=0.48, wide=0.3, rims=rims)
    whole = concat_shapes(
        library_call("engine_part", paint=paint),
        library_call("cab", paint=paint),
        *[moved(rear, (s * 0.8, 0.78, -0.6)) for s in (-1, 1)],
        *[moved(front, (s * 0.7, 0.48, 1.35)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
