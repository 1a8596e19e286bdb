# /// asset
# word = "tin can"
# synonyms = ["food can", "can of food", "canned food", "soup can", "can of soup", "can of beans", "tin of food", "tin"]
# category = "food"
# support = "surface"
# colors = ["paint", "fruit"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, ring, rod, rotated


@register("the can with its rims and ribs")
def can(*, look):
    return concat_shapes(
        rod((0, 0.002, 0), (0, 0.108, 0), 0.0365, *look),
        *[ring((0, y, 0), 0.0368, 0.0016, *look, parts=32) for y in (0.002, 0.108)],
        rod((0, 0.1, 0), (0, 0.1075, 0), 0.034, darker(look[0], 0.85), look[1]),
        moved(box((0, 0, 0), (0.014, 0.0015, 0.026), *look), (0, 0.1095, 0.012)),
        rod((0, 0.107, 0.0), (0, 0.111, 0.0), 0.003, *look),
    )


@register("the paper label with its picture")
def label(*, paint, fruit):
    band = [
        rotated(ellipsoid((0.0372, 0.045, 0), (0.0012, 0.014, 0.012), fruit), a) for a in (-math.pi / 2, math.pi / 2)
    ]
    leaves = [
        rotated(ellipsoid((0.0372, 0.062, 0.003), (0.001, 0.004, 0.007), (0.2, 0.5, 0.2)), a)
        for a in (-math.pi / 2, math.pi / 2)
    ]
    words = []
    for side in (-math.pi / 2, math.pi / 2):
        words += [
            rotated(box((0.0372, 0.083, 0), (0.0014, 0.009, 0.0048), (0.98, 0.97, 0.93)), side + (i - 2) * 0.2)
            for i in range(5)
        ]
    return concat_shapes(
        rod((0, 0.012, 0), (0, 0.098, 0), 0.037, paint, {"roughness": 0.5}),
        *[rod((0, y, 0), (0, y + 0.003, 0), 0.0372, (0.95, 0.85, 0.5)) for y in (0.016, 0.071, 0.091)],
        *band,
        *leaves,
        *words,
    )


@register("a tin can with a paper label")
def tin_can(*, width=0.077, height=0.111, depth=0.077, metal="tin", paint=(0.15, 0.35, 0.24), fruit=(0.85, 0.16, 0.1)):
    whole = concat_shapes(library_call("can", look=finish(metal)), library_call("label", paint=paint, fruit=fruit))
    return fitted(whole, width, height, depth)
