# /// asset
# word = "VR headset"
# synonyms = ["virtual reality headset", "VR goggles", "VR rig", "oculus", "headset VR"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "straps"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, stretched


@register("the goggles: a white shell with camera eyes and a soft face cushion")
def goggles(*, width, height, depth, shell, straps):
    look = (shell, {"roughness": 0.35})
    r = height / 2
    x = width / 2 - r
    dark = (0.06, 0.06, 0.08)
    front = [rod((side * x, 0, depth * 0.3), (side * x, 0, depth * 0.5), r * 0.9, *look) for side in (-1, 1)] + [
        box((0, 0, depth * 0.4), (2 * x, 1.8 * r, depth * 0.2), *look)
    ]
    visor = [
        rod((side * x, 0, depth * 0.48), (side * x, 0, depth * 0.53), r * 0.72, dark, {"roughness": 0.08})
        for side in (-1, 1)
    ] + [box((0, 0, depth * 0.505), (2 * x, 1.44 * r, depth * 0.05), dark, {"roughness": 0.08})]
    eyes = [
        rod(
            (dx * x, dy * r * 0.4, depth * 0.5),
            (dx * x, dy * r * 0.4, depth * 0.545),
            r * 0.13,
            (0.35, 0.5, 0.75),
            {"roughness": 0.1},
        )
        for dx in (-1.1, 1.1)
        for dy in (-1, 1)
    ]
    hull = [rod((side * x, 0, -depth * 0.3), (side * x, 0, depth * 0.32), r, *look) for side in (-1, 1)] + [
        box((0, 0, 0.01 * depth), (2 * x, 2 * r, depth * 0.62), *look)
    ]
    cushion = [
        rod(
            (side * x * 0.95, 0, -depth * 0.55),
            (side * x * 0.95, 0, -depth * 0.28),
            r * 0.88,
            straps,
            {"roughness": 0.95},
        )
        for side in (-1, 1)
    ] + [box((0, 0, -depth * 0.42), (1.9 * x, 1.76 * r, depth * 0.26), straps, {"roughness": 0.95})]
    return concat_shapes(*front, *visor, *eyes, *hull, *cushion)


@register("the straps around and over the head")
def head_straps(*, width, depth, rise, straps):
    side = [(width * 0.5 * math.cos(a), 0, -depth * math.sin(a)) for a in np.linspace(0.0, math.pi, 15)]
    over = [(0, rise * math.sin(a), -depth * 0.5 + depth * 0.5 * math.cos(a)) for a in np.linspace(0.15, math.pi, 11)]
    band = stretched(pipe(side, 0.007, straps), (1, 2.6, 1))
    return concat_shapes(
        band,
        stretched(pipe(over, 0.007, straps), (2.4, 1, 1)),
        ellipsoid((0, 0, -depth), (width * 0.24, 0.034, 0.02), straps),
    )


@register("virtual reality goggles with head straps")
def vr_headset(*, width=0.19, height=0.2, depth=0.3, shell=(0.93, 0.93, 0.94), straps=(0.2, 0.2, 0.22)):
    face = moved(
        library_call("goggles", width=width, height=width * 0.56, depth=width * 0.46, shell=shell, straps=straps),
        (0, width * 0.28, 0),
    )
    bands = moved(
        library_call("head_straps", width=width * 0.94, depth=depth * 0.72, rise=height * 0.6, straps=straps),
        (0, 0.036, -width * 0.1),
    )
    whole = concat_shapes(face, bands)
    return fitted(whole, width, height, depth)
