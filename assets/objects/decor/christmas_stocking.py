# /// asset
# word = "christmas stocking"
# synonyms = ["stocking", "christmas stockings", "xmas stocking", "santa stocking", "hanging stocking"]
# category = "decor"
# support = "wall"
# colors = ["paint", "cuff"]
# ///
import math

from scene.language import *
from scene.language.modelling import (
    ball,
    box,
    cone,
    darker,
    ellipsoid,
    fitted,
    hoop,
    moved,
    rod,
    rotated,
    stretched,
    tube,
)


@register("the sock with its heel and toe")
def sock(*, paint, cuff):
    soft = {"roughness": 0.95}
    leg = rod((0, 0.12, 0), (0, 0.4, 0), 0.075, paint, soft)
    foot = tube([(0, 0.1, 0), (0.13, 0.075, 0)], 0.072, paint, soft)
    heel = ellipsoid((-0.03, 0.085, 0), (0.06, 0.062, 0.0755), darker(cuff, 0.93), soft)
    toe = ellipsoid((0.155, 0.072, 0), (0.058, 0.068, 0.0745), darker(cuff, 0.93), soft)
    stitches = [box((0.05, 0.22 + 0.06 * i, 0.07), (0.02, 0.006, 0.012), (0.95, 0.85, 0.5)) for i in range(3)]
    return stretched(concat_shapes(leg, foot, heel, toe, *stitches), (1, 1, 0.5))


@register("the fluffy cuff")
def cuff_part(*, cuff):
    fluff = [
        ellipsoid(
            (0.085 * math.cos(a), 0.42 + 0.032 * (k - 1), 0.045 * math.sin(a)),
            (0.022, 0.026, 0.018),
            darker(cuff, 0.94 + 0.06 * ((i + k) % 2)),
            {"roughness": 0.98},
        )
        for k in range(3)
        for i, a in enumerate([2 * math.pi * j / 16 + 0.2 * k for j in range(16)])
    ]
    core = stretched(rod((0, 0.37, 0), (0, 0.47, 0), 0.088, cuff), (1, 1, 0.5))
    return concat_shapes(core, *fluff)


@register("a candy cane and a present that look out")
def gifts():
    cane = [(-0.03, 0.45, 0), (-0.03, 0.56, 0), (-0.02, 0.585, 0), (0.005, 0.59, 0), (0.02, 0.57, 0)]
    stripes = [
        rotated(rod((-0.03, 0.47 + 0.03 * i, 0), (-0.03, 0.482 + 0.03 * i, 0), 0.0095, (0.8, 0.08, 0.1)), 0.0)
        for i in range(4)
    ]
    return concat_shapes(
        tube(cane, 0.009, (0.97, 0.97, 0.96)),
        *stripes,
        moved(box((0, 0, 0), (0.06, 0.09, 0.04), (0.15, 0.45, 0.28)), (0.04, 0.49, 0), -0.15, (0, 0, 1)),
        moved(box((0, 0, 0), (0.012, 0.092, 0.042), (0.9, 0.75, 0.25)), (0.04, 0.49, 0), -0.15, (0, 0, 1)),
        *[ball((0.046 + s * 0.014, 0.545, 0), 0.014, (0.9, 0.75, 0.25)) for s in (-1, 1)],
    )


@register("a red christmas stocking with a white cuff")
def christmas_stocking(*, width=0.32, height=0.62, depth=0.11, paint=(0.75, 0.07, 0.1), cuff=(0.96, 0.95, 0.93)):
    whole = concat_shapes(
        library_call("sock", paint=paint, cuff=cuff),
        library_call("cuff_part", cuff=cuff),
        library_call("gifts"),
        hoop(0.024, 0.006, darker(paint, 0.8), center=(-0.085, 0.49, 0), axis=(0, 0, 1), parts=16),
        cone((-0.085, 0.5, -0.05), (-0.085, 0.5, 0.01), 0.008, (0.75, 0.6, 0.3)),
    )
    return fitted(whole, width, height, depth)
