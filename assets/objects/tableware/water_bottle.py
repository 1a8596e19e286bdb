# /// asset
# word = "water bottle"
# synonyms = ["drink bottle", "plastic bottle", "bottled water"]
# stands_for = ["sports bottle", "flask bottle"]
# category = "tableware"
# support = "surface"
# colors = ["cap", "water", "label"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import lathe, rod


@register("the ribbed clear bottle")
def body(*, radius, height, water):
    ribs = [(0.95 if i % 2 else 1.0) * radius for i in range(13)]
    barrel = [(r, height * (0.6 * i / 12)) for i, r in enumerate(ribs)]
    shoulder = [(radius * (1 - 0.62 * t**2.2), height * (0.6 + 0.27 * t)) for t in np.linspace(0, 1, 8)[1:]]
    return lathe(barrel + shoulder, water, {"roughness": 0.08}, slices=48)


@register("the wrap-around label")
def wrap(*, radius, height, label):
    return concat_shapes(
        rod((0, height * 0.26, 0), (0, height * 0.46, 0), radius * 1.01, label, {"roughness": 0.5}),
        rod((0, height * 0.33, 0), (0, height * 0.39, 0), radius * 1.02, (0.95, 0.97, 1.0), {"roughness": 0.5}),
    )


@register("the screw cap")
def screw_cap(*, radius, height, cap):
    return concat_shapes(
        rod((0, height * 0.86, 0), (0, height * 0.9, 0), radius * 0.36, (0.8, 0.9, 0.96)),
        rod((0, height * 0.9, 0), (0, height * 0.91, 0), radius * 0.48, cap),
        rod((0, height * 0.91, 0), (0, height, 0), radius * 0.44, cap),
    )


@register("a clear plastic bottle of water with a screw cap")
def water_bottle(*, width=0.068, height=0.23, cap=(0.15, 0.4, 0.75), water=(0.6, 0.8, 0.92), label=(0.2, 0.5, 0.8)):
    radius = width / 2 / 1.02
    return concat_shapes(
        library_call("wrap", radius=radius, height=height, label=label),
        library_call("screw_cap", radius=radius, height=height, cap=cap),
        library_call("body", radius=radius, height=height, water=water),
    )
