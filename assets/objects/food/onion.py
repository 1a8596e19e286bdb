# /// asset
# word = "onion"
# synonyms = [
#     "onions", "garlic", "garlic bulb", "clove of garlic", "garlic clove", "shallot", "beet", "beetroot",
#     "radish", "turnip", "head of garlic",
# ]
# phrase = "a round bulb with dry skin"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.76, 0.5, 0.22]
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
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, moved, rod


@register("the layered bulb")
def bulb(*, tone):
    dry = {"roughness": 0.35}
    lobe = ellipsoid((0.007, 0.035, 0), (0.0305, 0.033, 0.018), tone, dry)
    steps = np.linspace(0, 1, 16)
    neck = [ball((0, 0.055 + 0.03 * t, 0), 0.017 - 0.0135 * t**0.7, tone, dry) for t in steps]
    tip = cone((0, 0.08, 0), (0.001, 0.092, 0), 0.0042, darker(tone, 0.85))
    return concat_shapes(loop(9, lambda i: moved(lobe, (0, 0, 0), i * 2 * math.pi / 9)), *neck, tip)


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
    whole = concat_shapes(library_call("bulb", tone=skin or tones[kind]), library_call("roots"))
    return fitted(whole, width, height, depth)
