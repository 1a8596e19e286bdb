# /// asset
# word = "wine bottle"
# synonyms = ["bottle of wine", "red wine", "bottle", "wine"]
# stands_for = ["white wine", "liquor bottle", "whiskey bottle", "champagne bottle", "glass bottle"]
# category = "tableware"
# support = "surface"
# colors = ["glass_tint", "label", "capsule"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import lathe, rod


@register("the glass body with its shoulder and neck")
def body(*, radius, height, glass_tint):
    shoulder = [
        (radius * (0.33 + 0.67 * math.sqrt(1 - t * t)), height * (0.6 + 0.14 * t)) for t in np.linspace(0, 1, 9)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.6, 0), radius, glass_tint, {"roughness": 0.12}),
        lathe(shoulder, glass_tint, {"roughness": 0.12}, slices=20),
        rod((0, height * 0.73, 0), (0, height * 0.9, 0), radius * 0.34, glass_tint, {"roughness": 0.12}),
    )


@register("the paper label")
def paper_label(*, radius, height, label, capsule):
    return concat_shapes(
        rod((0, height * 0.16, 0), (0, height * 0.5, 0), radius * 1.01, label, {"roughness": 0.9}),
        rod((0, height * 0.44, 0), (0, height * 0.465, 0), radius * 1.02, capsule),
        rod((0, height * 0.19, 0), (0, height * 0.205, 0), radius * 1.02, capsule),
    )


@register("the foil around the cork")
def foil(*, radius, height, capsule):
    return concat_shapes(
        rod((0, height * 0.84, 0), (0, height, 0), radius * 0.38, capsule, {"roughness": 0.35, "metallic": 0.3}),
        rod(
            (0, height * 0.955, 0), (0, height * 0.98, 0), radius * 0.42, capsule, {"roughness": 0.35, "metallic": 0.3}
        ),
    )


@register("a corked wine bottle with a paper label")
def wine_bottle(
    *, width=0.078, height=0.31, glass_tint=(0.1, 0.24, 0.13), label=(0.93, 0.9, 0.8), capsule=(0.5, 0.07, 0.12)
):
    radius = width / 2 / 1.02
    return concat_shapes(
        library_call("body", radius=radius, height=height, glass_tint=glass_tint),
        library_call("paper_label", radius=radius, height=height, label=label, capsule=capsule),
        library_call("foil", radius=radius, height=height, capsule=capsule),
    )
