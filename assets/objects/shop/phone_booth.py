# /// asset
# word = "phone booth"
# synonyms = ["telephone booth", "phone box", "telephone box", "red phone booth", "call box", "telephone kiosk"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated, tinted, tube

GLASS = {"opacity": 0.3, "roughness": 0.05}


@register("a side of small panes")
def panes(*, paint):
    bars = [box((0, 1.22, 0), (0.7, 1.66, 0.006), (0.8, 0.9, 0.92), GLASS)]
    bars += [box((x, 1.22, 0), (0.022, 1.7, 0.03), paint) for x in (-0.2, 0.2)]
    bars += [box((0, 0.4 + 0.2075 * i, 0), (0.74, 0.022, 0.026), paint) for i in range(9)]
    return concat_shapes(
        *bars,
        box((0, 0.25, 0), (0.74, 0.3, 0.035), paint),
        box((0, 0.25, 0.012), (0.6, 0.18, 0.02), tinted(paint, 0.85)),
    )


@register("the frame with its roof and lit signs")
def frame(*, paint):
    gloss, sign = {"roughness": 0.25}, []
    dome = [
        rod(
            (0, 2.34 + 0.022 * k, 0), (0, 2.363 + 0.022 * k, 0), 0.36 * math.sqrt(1 - (k / 6) ** 2) + 0.03, paint, gloss
        )
        for k in range(6)
    ]
    for i in range(4):
        plate = concat_shapes(
            box((0, 2.2, 0.445), (0.66, 0.13, 0.012), (0.97, 0.96, 0.9), {"emission": 0.35}),
            *[box((0.058 * (k - 4), 2.2, 0.4525), (0.034, 0.055, 0.005), (0.08, 0.08, 0.08)) for k in range(9)],
        )
        sign.append(rotated(plate, i * math.pi / 2))
    posts = [box((x * 0.41, 1.1, z * 0.41), (0.08, 2.06, 0.08), paint, gloss) for x in (-1, 1) for z in (-1, 1)]
    return concat_shapes(
        box((0, 0.035, 0), (0.92, 0.07, 0.92), (0.3, 0.3, 0.31)),
        *posts,
        box((0, 2.2, 0), (0.88, 0.24, 0.88), paint, gloss),
        box((0, 2.33, 0), (0.8, 0.03, 0.8), paint, gloss),
        *dome,
        *sign,
        rod((0.345, 1.12, 0.42), (0.345, 1.12, 0.455), 0.01, *surface("brass")),
        rod((0.345, 1.05, 0.455), (0.345, 1.2, 0.455), 0.011, *surface("brass")),
    )


@register("the telephone on the back wall")
def telephone():
    dark = (0.08, 0.08, 0.09)
    return concat_shapes(
        box((0, 1.25, -0.34), (0.3, 0.5, 0.1), dark),
        box((0.04, 1.25, -0.287), (0.14, 0.2, 0.008), (0.75, 0.77, 0.8)),
        tube([(-0.1, 1.12, -0.27), (-0.1, 1.38, -0.27)], 0.02, dark),
        *[ellipsoid((-0.1, y, -0.265), (0.035, 0.032, 0.035), dark) for y in (1.12, 1.38)],
        box((0, 0.93, -0.29), (0.66, 0.03, 0.2), *surface("oak")),
    )


@register("a red telephone box with small panes and a domed roof, a telephone inside")
def phone_booth(*, width=0.92, height=2.5, depth=0.92, paint=(0.75, 0.06, 0.08)):
    walls = [rotated(moved(library_call("panes", paint=paint), (0, 0, 0.405)), i * math.pi / 2) for i in range(3)]
    back = box((0, 1.1, -0.405), (0.74, 2.0, 0.03), paint)
    turned_walls = [rotated(w, -math.pi / 2) for w in walls]
    whole = concat_shapes(library_call("frame", paint=paint), *turned_walls, back, library_call("telephone"))
    return fitted(whole, width, height, depth)
