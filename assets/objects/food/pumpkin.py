# /// asset
# word = "pumpkin"
# synonyms = ["jack-o-lantern", "jack o lantern"]
# stands_for = ["squash", "gourd", "butternut squash"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# [variants.carved]
# "jack-o-lantern" = true
# "jack o lantern" = true
# "carved" = true
# "glowing" = true
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, lathe, moved, rotated, tube


@register("the ribbed body")
def ribs(*, skin):
    one = ellipsoid((0.07, 0.1, 0), (0.08, 0.1, 0.05), skin, {"roughness": 0.45})
    return concat_shapes(
        loop(12, lambda i: rotated(one, i * math.pi / 6)),
        ellipsoid((0, 0.1, 0), (0.1, 0.088, 0.1), darker(skin, 0.85)),
    )


@register("the twisted stalk")
def stalk():
    return concat_shapes(
        tube([(0, 0.18, 0), (0.005, 0.21, 0), (0.03, 0.24, 0.01)], 0.014, (0.42, 0.42, 0.2)),
        lathe([(0.03, 0.176), (0.015, 0.2)], (0.42, 0.42, 0.2), slices=10),
    )


@register("the carved face")
def face():
    dark = ((0.99, 0.8, 0.25), {"emission": 1.2})
    eyes = [moved(cone((0, -0.018, 0), (0, 0.022, 0), 0.022, *dark), (x, 0.13, 0.135)) for x in (-0.05, 0.05)]
    mouth = [
        box((0.022 * i, 0.066 + 0.0045 * i * i, 0.14 - 0.004 * i * i), (0.024, 0.02, 0.02), *dark) for i in range(-3, 4)
    ]
    return concat_shapes(*eyes, *mouth)


@register("a ribbed pumpkin with a stalk")
def pumpkin(*, width=0.3, height=0.25, depth=0.3, skin=(0.9, 0.45, 0.1), carved=False):
    whole = concat_shapes(
        library_call("ribs", skin=skin), library_call("stalk"), *([library_call("face")] if carved else [])
    )
    return fitted(whole, width, height, depth)
