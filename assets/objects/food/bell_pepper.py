# /// asset
# word = "bell pepper"
# synonyms = ["bell peppers", "sweet pepper", "capsicum", "paprika pepper"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, rotated, tube


@register("the lobed fruit")
def lobes(*, skin):
    shine = {"roughness": 0.2}
    one = concat_shapes(
        ellipsoid((0.018, 0.05, 0), (0.023, 0.038, 0.023), skin, shine),
        ellipsoid((0.015, 0.026, 0), (0.019, 0.026, 0.019), skin, shine),
    )
    return concat_shapes(
        loop(4, lambda i: rotated(one, i * math.pi / 2 + 0.3)),
        ellipsoid((0, 0.045, 0), (0.03, 0.036, 0.03), skin, shine),
    )


@register("the stalk")
def stalk():
    return concat_shapes(
        ellipsoid((0, 0.079, 0), (0.017, 0.006, 0.017), (0.3, 0.5, 0.2)),
        tube([(0, 0.078, 0), (0.002, 0.09, 0), (0.008, 0.1, 0)], 0.0045, (0.3, 0.5, 0.2)),
    )


@register("a bell pepper with a green stalk")
def bell_pepper(*, width=0.085, height=0.1, depth=0.085, skin=(0.8, 0.12, 0.1)):
    whole = concat_shapes(library_call("lobes", skin=skin), library_call("stalk"))
    return fitted(whole, width, height, depth)
