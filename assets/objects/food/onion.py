# /// asset
# word = "onion"
# synonyms = [
#     "onions", "garlic", "garlic bulb", "clove of garlic", "garlic clove", "shallot", "beet", "beetroot",
#     "radish", "turnip", "head of garlic",
# ]
# category = "food"
# support = "surface"
# colors = ["skin"]
# [variants.kind]
# "onion" = "onion"
# "garlic" = "garlic"
# "garlic bulb" = "garlic"
# "head of garlic" = "garlic"
# "clove of garlic" = "garlic"
# "garlic clove" = "garlic"
# "beet" = "beet"
# "beetroot" = "beet"
# "radish" = "radish"
# "turnip" = "turnip"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, lathe, moved, rod, rotated, tube

SKIN = {"roughness": 0.35}
LEAF = (0.24, 0.45, 0.16)


@register("the bulb in its dry skin")
def onion_bulb(*, tone):
    line = [
        (0.0364 * math.cos(a), 0.034 + 0.0334 * math.sin(a), 0)
        for a in np.linspace(math.radians(-62), math.radians(58), 9)
    ]
    vein = tube([*line, (0.008, 0.071, 0), (0.0046, 0.079, 0)], 0.0004, darker(tone, 0.78), SKIN)
    neck = lathe([(0.024, 0.057), (0.0135, 0.064), (0.0075, 0.071), (0.0045, 0.08)], tone, SKIN, slices=18)
    tips = [
        cone(
            (0.002 * math.cos(a), 0.077, 0.002 * math.sin(a)),
            (0.009 * math.cos(a), 0.094, 0.009 * math.sin(a)),
            0.0026,
            darker(tone, 0.8),
        )
        for a in np.linspace(0.3, 5.6, 4)
    ]
    return concat_shapes(
        ellipsoid((0, 0.034, 0), (0.036, 0.033, 0.036), tone, SKIN),
        neck,
        *tips,
        loop(14, lambda i: rotated(vein, i * 2 * math.pi / 14)),
    )


@register("the cloves under one skin")
def garlic_bulb(*, tone):
    clove = ellipsoid((0.014, 0.03, 0), (0.022, 0.029, 0.0165), tone, SKIN)
    neck = lathe([(0.022, 0.05), (0.009, 0.062), (0.0055, 0.075), (0.005, 0.09)], tone, SKIN, slices=18)
    return concat_shapes(loop(7, lambda i: rotated(clove, i * 2 * math.pi / 7)), neck)


@register("a root with its leaf stalks")
def leafy_root(*, tone):
    stalks = []
    for a in np.linspace(0, 2 * math.pi, 6)[:-1]:
        out = (0.018 * math.cos(a), 0.085, 0.018 * math.sin(a))
        stalks.append(tube([(0, 0.055, 0), (0.4 * out[0], 0.068, 0.4 * out[2]), out], 0.0022, darker(tone, 0.9)))
        stalks.append(moved(ellipsoid((0.002, 0.012, 0), (0.003, 0.016, 0.009), LEAF), out, -a))
    return concat_shapes(
        ellipsoid((0, 0.031, 0), (0.033, 0.028, 0.033), tone, SKIN),
        cone((0, 0.008, 0), (0.004, 0, 0.003), 0.006, darker(tone, 0.85)),
        *stalks,
    )


@register("the dry roots")
def roots():
    return concat_shapes(
        *[
            rod((0, 0.004, 0), (0.009 * math.cos(a), 0, 0.009 * math.sin(a)), 0.0009, (0.75, 0.66, 0.5))
            for a in range(6)
        ]
    )


@register("a round bulb with dry skin")
def onion(*, width=0.075, height=0.09, depth=0.075, skin=None, kind="onion"):
    tones = {
        "onion": (0.76, 0.5, 0.22),
        "garlic": (0.93, 0.9, 0.85),
        "beet": (0.42, 0.08, 0.2),
        "radish": (0.85, 0.15, 0.3),
        "turnip": (0.88, 0.78, 0.84),
    }
    tone = skin or tones[kind]
    if kind in ("beet", "radish", "turnip"):
        return fitted(library_call("leafy_root", tone=tone), width, height, depth)
    bulb = library_call("garlic_bulb" if kind == "garlic" else "onion_bulb", tone=tone)
    return fitted(concat_shapes(bulb, library_call("roots")), width, height, depth)
